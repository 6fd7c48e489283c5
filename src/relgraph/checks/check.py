"""All rules on all facts: everything wrong at once, in one order, with nothing changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.checks.context import Context
from relgraph.checks.fact_rules import check_fact
from relgraph.checks.rule import breach
from relgraph.checks.rules import WHOLE_RULES
from relgraph.facts.knowledge_time import verified
from relgraph.facts.records import Citation
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted
from relgraph.sources.paragraph import BY_INDEX, BY_TABLE, BY_TEXT, ONLY_CITED

UNREADABLE = "yaml"

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.reading.place import Problem
    from relgraph.sources.paragraph import State


@dataclass(frozen=True, slots=True)
class Citations:
    """How many citations were checked against a text, a word index or a table, or not at all."""

    text: int = 0
    index: int = 0
    cited: int = 0
    table: int = 0

    def __str__(self) -> str:
        """Such as: 131 citations (100 against the text, 20 against the index, 11 only cited)."""
        told = (
            (self.text, "against the text"),
            (self.index, "against the index"),
            (self.table, "against the table"),
            (self.cited, "only cited"),
        )
        ways = ", ".join(f"{number} {how}" for number, how in told if number)
        return counted(sum(number for number, _ in told), "citation") + (f" ({ways})" if ways else "")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: `problems` sorted by place, then rule; how much was checked, and against what."""

    problems: tuple[Problem, ...]
    facts: int
    citations: Citations

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.is_error for problem in self.problems)

    @property
    def notes(self) -> int:
        """How many of the problems are notes."""
        return len(self.problems) - self.errors

    @property
    def summary(self) -> str:
        """The closing line: checked 96 facts, 131 citations (131 against the text): 0 errors, 2 notes."""
        found = f"{counted(self.errors, 'error')}, {counted(self.notes, 'note')}"
        return f"checked {counted(self.facts, 'fact')}, {self.citations}: {found}"


def check(dataset: Dataset) -> Report:
    """Hold a dataset against every rule; what reading it found wrong comes along, first in its line."""
    context = Context(dataset)
    with paused_collector():
        found = {problem for fact in dataset.facts for problem in check_fact(fact, context)}
        for rule in WHOLE_RULES:
            found.update(breach(rule, finding) for finding in rule.finds(context))
        ordered = _ordered(found, frozenset(dataset.problems))
    return Report(ordered, len(dataset.facts), _citations(context))


def with_more(report: Report, problems: Iterable[Problem]) -> Report:
    """The same report with more problems, each in its place."""
    more = set(problems)
    return replace(report, problems=_ordered({*report.problems, *more}, frozenset())) if more else report


def _ordered(found: set[Problem], read: frozenset[Problem]) -> tuple[Problem, ...]:
    """All problems by file and line; what others may only follow from comes first.

    That is what kept a file from being read, before all; on a line, what reading found.
    """

    def key(one: Problem) -> tuple[object, ...]:
        return (
            one.rule != UNREADABLE,
            one.place.file,
            one.place.line,
            one not in read,
            one.place.column,
            one.rule,
            one.message,
        )

    return tuple(sorted(found | read, key=key))


def _citations(context: Context) -> Citations:
    """Citations as they were written, each once, though a record with five partners makes five facts of it."""
    written = {id(citation): citation for fact in context.dataset.facts for citation in fact.evidence}
    states = Counter(verified(citation, context.library) for citation in written.values() if citation.row)
    places = Counter([(citation.source, citation.paragraph) for citation in written.values() if not citation.row])
    for place, number in places.items():
        states[_state(Citation(*place), context)] += number
    return Citations(states[BY_TEXT], states[BY_INDEX], states[ONLY_CITED], states[BY_TABLE])


def _state(citation: Citation, context: Context) -> State:
    return ONLY_CITED if context.paragraph(citation) is None else context.library.state(citation.source)
