"""The list of rules: fixed, each rule named once and seen to fail."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from relgraph import checks
from relgraph.checks.fact_rules import FACT_RULES
from relgraph.checks.rules import RULES, WHOLE_RULES, asks
from relgraph.checks.traits import Traits
from relgraph.vocabulary.load import shipped_vocabulary


def test_the_list_is_fixed_and_names_each_rule_once() -> None:
    assert isinstance(RULES, tuple)
    assert len({rule.name for rule in RULES}) == len({rule.finds for rule in RULES}) == len(RULES)
    assert len(FACT_RULES) + len(WHOLE_RULES) == len(RULES)


def test_every_rule_says_what_it_asks_for() -> None:
    assert all(re.fullmatch(r"[A-Z].*\.", asks(rule.name)) for rule in RULES)
    assert asks("yaml") == "A file is YAML of the plain kind that is read here."


def test_no_rule_that_is_written_is_left_out_of_the_list() -> None:
    modules = [import_module(f"relgraph.checks.{found.name}") for found in iter_modules(checks.__path__)]
    written = {
        function
        for module in modules
        for name, function in vars(module).items()
        if not name.startswith("_") and getattr(function, "__annotations__", {}).get("return") == "Findings"
    }
    assert {rule.finds for rule in RULES} == written
    assert len(written) > 40


def having(*types: str) -> set[str]:
    """The kinds that ship with a field of one of some types."""
    return {
        kind.id for kind in shipped_vocabulary().relations.values() if not {*types}.isdisjoint(kind.fields.values())
    }


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("count", {"count"}),
        ("count-exceeded", {"count"}),
        ("count-unnamed", {"count"}),
        ("tier", having("tier")),
        ("tier-missing", having("tier")),
        ("field", having("relation", "ids", "parts")),
        ("figure-named", having("figure", "ordinal", "parts")),
        ("mention", set(shipped_vocabulary().relations)),
    ],
)
def test_a_rule_regards_the_kinds_that_can_break_it(name: str, kinds: set[str]) -> None:
    (rule,) = (rule for rule in FACT_RULES if rule.name == name)
    assert {kind.id for kind in shipped_vocabulary().relations.values() if rule.regards(kind)} == kinds


def test_each_trait_is_needed_by_a_rule() -> None:
    assert {rule.needs for rule in FACT_RULES} - {None} == set(Traits._fields)


def test_every_rule_has_a_test_in_which_it_is_broken() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [rule.name for rule in RULES if f'"{rule.name}"' not in tests] == []
