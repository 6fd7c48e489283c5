"""Tables of what the program says of itself."""

from __future__ import annotations

from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.checks.rules import RULES
from relgraph.cli.main import COMMANDS
from relgraph.export.formats import FORMATS
from tools.documents import reference


def test_a_command_has_its_arguments_its_own_options_and_the_shared_ones_together() -> None:
    lines = list(reference.commands())

    assert len(lines) == 2 + len(COMMANDS)
    forms = "`--output text\\|json\\|sarif\\|github`, `--no-cache`"
    assert f"| `check` | Check facts against their sources. | {forms}, *folders* |" in lines
    options = "`--undated`, `--output text\\|json\\|csv\\|md`, `--bom`, `--no-cache`, *folders*, *view*"
    assert f"| `timeline [X]` | Tell in order what happened. | {options} |" in lines
    assert next(line for line in lines if "`counts [ACTOR]`" in line).endswith("*folders*, *belief* |")


def test_every_rule_measure_and_format_has_a_line() -> None:
    checks, measures, formats = (list(made()) for made in (reference.checks, reference.measures, reference.formats))

    assert "| `term` | error | Each term stands in the paragraph that is cited for it. |" in checks
    assert "| `yaml` | error | A file is YAML of the plain kind that is read here. |" in checks
    assert len(checks) > len(RULES)
    assert (len(measures), len(formats)) == (2 + len(MEASURES), 2 + len(FORMATS))
    assert all(line.startswith("| ") and line.endswith(" |") for line in (*checks, *measures, *formats))


def test_a_shape_marks_what_may_be_left_out_and_what_has_a_shape_of_its_own() -> None:
    fact, *rest = reference.shapes()

    assert fact.startswith("- fact: `{id, kind, type?, text, name?, ends: [end], tier?, status, ")
    assert "withdrawn?: withdrawal, " in fact
    assert "- end: `{role, id, name, type, until?, away?}`" in rest
