# Needs make and Python 3.11 or newer; everything else is set up in .venv and node_modules.
# PYTHON=... names the Python to use, JOBS=... how many tests run at a time; one MORE where many wait for a browser.

JOBS ?= 2
MORE := $(shell expr $(JOBS) + 1)
PY := .venv/bin/python
RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp
NPM := node_modules/.stamp
LINES := .coverage.json
BOUNDS := bounds-lowest bounds-newest
SHORT := analysis/measures cli graph layout reading

LINTS := lint-types lint-script lint-rules lint-imports
lint-types = $(PY) -m mypy
lint-script = $(PY) -m tests.node prettier && $(PY) -m tests.node tsc
lint-rules = $(PY) -m ruff format --check . && $(PY) -m ruff check .
lint-imports = .venv/bin/lint-imports --no-logo

.DEFAULT_GOAL := help
.PHONY: help view test quick golden lint $(LINTS) bounds $(BOUNDS) bench fuzz lock audit clean
.DELETE_ON_ERROR:

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

view: $(RUNTIME) ## check the facts, build the page and the GraphML file in exports/, open the page
	.venv/bin/relgraph check
	.venv/bin/relgraph export graphml -o exports/relgraph.graphml
	.venv/bin/relgraph view

test: lint ## every check and every test, and that no fewer lines are run by them (about 6 minutes)
	$(PY) -m tests.chromium
	$(PY) -m slipcover --json --out $(LINES) -m pytest -n $(MORE) --dist worksteal
	$(PY) -m slipcover --merge $(LINES) --out $(LINES) --fail-under 99.4

quick: lint ## every check, and the tests that are quick and start neither a browser nor a process (about a minute and a half)
	$(PY) -m pytest -n $(JOBS) --dist worksteal -q -m "not browser and not process and not slow"

golden: $(DEV) $(NPM) ## write the golden files anew, to be looked over in git diff
	$(PY) -m tests.chromium
	$(PY) -m pytest -q --golden

lint: $(DEV) $(NPM) ## format, lint rules, types, imports
	@$(MAKE) --no-print-directory --jobs $(JOBS) $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) $(LINTS)

$(LINTS): # types take longest and begin first
	$($@)

bounds: $(BOUNDS) ## a short suite on the lowest and on the newest versions that pyproject.toml allows (CI runs it too)

# The newest are those of the day on which they were installed. What a library warns of is shown and fails nothing; what
# takes long (tests of properties, commands in processes of their own but for one), or needs a tool of the tests, is left
# to the other tests.
$(BOUNDS): bounds-%: .venv-bounds/%.stamp
	.venv-bounds/$*/bin/relgraph check
	.venv-bounds/$*/bin/python -m pytest -q -n $(JOBS) -p no:cacheprovider -W default \
		-m "not hypothesis and not process and not slow" \
		-k "not a_language_is_a_tag and not page_has_the_same_names" $(SHORT:%=tests/%)

bench: $(DEV) ## measure the speed that is promised, and tell it in one table (KEEP=--keep: in docs/engines.md too)
	$(PY) -m pytest tests/benchmarks -s $(KEEP)

fuzz: $(DEV) ## try the commands on many spoilt inputs (COUNT=20000 SEED=1), kill them (KILLS=300), and tell the totals
	$(PY) -m tests.fuzz $(or $(COUNT),20000) $(or $(SEED),1)
	$(PY) -m tests.kills $(or $(KILLS),300)

lock: $(DEV) ## pin anew what pyproject.toml and package.json ask for (UPGRADE=--upgrade: the newest)
	PY=$(PY) sh tools/lock.sh $(UPGRADE)

audit: $(DEV) ## known faults of the pinned packages, or their versions and licences where nobody can be asked
	$(PY) -m tools.audit

clean: ## remove all that make set up or built
	rm -rf .venv .venv-bounds node_modules dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis $(LINES)
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find exports -mindepth 1 ! -name README.md -exec rm -rf {} +

# A development set-up is a runtime set-up too: whichever is there is kept.
$(RUNTIME): requirements/runtime.lock pyproject.toml
	@sh tools/setup.sh requirements/runtime.lock $@

$(DEV): requirements/dev.lock pyproject.toml
	@sh tools/setup.sh requirements/dev.lock $@
	@touch $(RUNTIME)

.venv-bounds/%.stamp: pyproject.toml tools/bounds.sh $(DEV)
	@sh tools/bounds.sh $* $@

$(NPM): package.json package-lock.json $(DEV)
	$(PY) -m tests.node ci
	@touch $@
