"""The rules that are in force for a fact: of several datasets, each switches rules off for its own facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from relgraph.vocabulary.consequences import Closing, Implication, Settling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relgraph.facts.records import Fact

Rule = TypeVar("Rule", Implication, Closing, Settling)


def rules_for(fact: Fact, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Those of some rules of its kind that are in force for a fact."""
    off = fact.rules_off
    return tuple([rule for rule in rules if rule.id not in off]) if off else rules


def without_rules(fact: Fact, off: tuple[str, ...]) -> Fact:
    """A fact for which some rules are off, besides those that are so already."""
    return fact._replace(rules_off=tuple(sorted({*fact.rules_off, *off}))) if off else fact


def off_for_all(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The rules that are off for each of some facts: what they say alike follows if one of them lets it."""
    first, *others = (fact.rules_off for fact in facts)
    return tuple([rule for rule in first if all(rule in off for off in others)])
