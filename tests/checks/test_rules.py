"""The list of rules: fixed, each rule named once and seen to fail."""

import re
from pathlib import Path

from relgraph.checks.rules import FACT_RULES, RULES, WHOLE_RULES, asks


def test_the_list_is_fixed_and_names_each_rule_once() -> None:
    assert isinstance(RULES, tuple)
    assert len({rule.name for rule in RULES}) == len({rule.finds for rule in RULES}) == len(RULES)
    assert len(FACT_RULES) + len(WHOLE_RULES) == len(RULES)


def test_every_rule_says_what_it_asks_for() -> None:
    assert all(re.fullmatch(r"[A-Z].*\.", asks(rule.name)) for rule in RULES)
    assert asks("yaml") == "A file is YAML of the plain kind that is read here."


def test_every_rule_has_a_test_in_which_it_is_broken() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [rule.name for rule in RULES if f'"{rule.name}"' not in tests] == []
