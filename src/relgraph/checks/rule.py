"""A rule of the checks: its name, how grave a breach is, and the function that finds breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from relgraph.reading.place import Place, Problem

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.vocabulary.model import RelationKind

Finding: TypeAlias = tuple[Place, str]
"""Where a rule is broken, and the sentence that says so."""

Findings: TypeAlias = Iterator[Finding]

ERROR, NOTE = "error", "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name for programs, what it asks for, what finds its breaches, and how grave one is."""

    name: str
    asks: str
    finds: Callable[..., Iterable[Finding]]
    severity: str = ERROR

    def breach(self, finding: Finding) -> Problem:
        """A breach of the rule, as a problem."""
        place, message = finding
        return Problem(place, self.name, message, self.severity)


@dataclass(frozen=True, slots=True)
class FactRule(Rule):
    """A rule that looks at one fact at a time, with the paragraphs that it cites.

    `regards` tells which kinds of relation it can be broken by; most rules, by all.
    """

    finds: Callable[[Case, Context], Iterable[Finding]]
    regards: Callable[[RelationKind], bool] = lambda _: True


class WholeRule(Rule):
    """A rule that looks at the dataset as a whole."""

    finds: Callable[[Context], Iterable[Finding]]
