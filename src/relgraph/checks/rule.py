"""A rule of the checks: its name, how grave a breach is, and the function that finds breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.reading.place import Place, Problem

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.vocabulary.kinds import RelationKind

Finding: TypeAlias = tuple[Place, str]
"""Where a rule is broken, and the sentence that says so."""

Findings: TypeAlias = Iterator[Finding]

ERROR, NOTE = "error", "note"


class FactRule(NamedTuple):
    """A rule that looks at one fact at a time, with the paragraphs that it cites.

    Its name for programs, what it asks for, what finds its breaches, and how grave one is; `regards` tells which kinds
    of relation it can be broken by; most rules, by all. `needs` names the trait without which no fact breaks it.
    """

    name: str
    asks: str
    finds: Callable[[Case, Context], Iterable[Finding]]
    severity: str = ERROR
    regards: Callable[[RelationKind], bool] = lambda _: True
    needs: str | None = None


class WholeRule(NamedTuple):
    """A rule that looks at the dataset as a whole; see FactRule."""

    name: str
    asks: str
    finds: Callable[[Context], Iterable[Finding]]
    severity: str = ERROR


Rule: TypeAlias = FactRule | WholeRule


def breach(rule: Rule, finding: Finding) -> Problem:
    """A breach of a rule, as a problem."""
    place, message = finding
    return Problem(place, rule.name, message, rule.severity)
