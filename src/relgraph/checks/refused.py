"""What check finds of single facts, for whoever tells of them: refused ones are never told as verified."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from relgraph.checks.context import Context
from relgraph.checks.dates_named import dated_by
from relgraph.checks.fact_rules import errors_of
from relgraph.facts.knowledge_time import verified
from relgraph.sources.paragraph import ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from relgraph.checks.dates_resting import Dated
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.sources.paragraph import State

REFUSED = "refused by relgraph check"
"""What is said beside a fact, or a citation, that check refuses."""


class Refusals:
    """The facts of a dataset that check refuses; each is looked at when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._context = Context(dataset)
        self._refused: dict[tuple[str, ...], bool] = {}
        self._bringing: tuple[Fact | None, Mapping[Citation, list[Fact]]] = (None, {})

    def refuses(self, fact: Fact) -> bool:
        """Whether a rule finds an error in a fact, or in all that it was put together or derived from."""
        if fact.machine_read:  # there is no paragraph to hold it against
            return False
        key = (fact.id, *fact.also)
        found = self._refused.get(key)
        if found is None:
            self._refused[key] = False  # while its premises are looked at: they may rest on one another
            found = self._refused[key] = self._finds(fact)
        return found

    def refuses_citation(self, fact: Fact, citation: Citation) -> bool:
        """Whether all records of a fact are refused that bring a citation."""
        if not fact.also:
            return citation not in fact.evidence or self.refuses(fact)
        if self._bringing[0] is not fact:  # all citations of a fact are asked about in a row
            self._bringing = (fact, _by_citation(self._records(fact)))
        return all(map(self.refuses, self._bringing[1].get(citation, ())))

    def _records(self, fact: Fact) -> list[Fact]:
        """The records that a fact was put together from."""
        known = self._context.stated
        return [known[one] for one in (fact.id, *fact.also) if one in known] if fact.also else [fact]

    def resting(self, fact: Fact) -> tuple[Dated, ...]:
        """The dates that its paragraphs do not give by themselves, with what they rest on."""
        return tuple(dated_by(self._context.case(fact), self._context))

    def _finds(self, fact: Fact) -> bool:
        if fact.also:
            return all(map(self.refuses, self._records(fact)))
        if fact.derivation is None:
            written = self._context.stated.get(fact.id, fact)  # as it was before another fact ended it
            for _ in errors_of(written, self._context):
                return True
            return False
        known = self._context.dataset.by_id
        premises = [known[one] for one in fact.derivation.premises if one in known]
        return bool(premises) and all(map(self.refuses, premises))


def _by_citation(records: Iterable[Fact]) -> dict[Citation, list[Fact]]:
    """For each citation the records that bring it."""
    found: dict[Citation, list[Fact]] = {}
    for record in records:
        for citation in dict.fromkeys(record.evidence):
            found.setdefault(citation, []).append(record)
    return found


_LAST: list[tuple[Callable[[], Dataset | None], Refusals]] = []
"""The dataset that was asked about last, held weakly, with what was found: an answer asks again and again."""


def borne_out(dataset: Dataset, fact: Fact, citation: Citation) -> State:
    """How far a citation bears a fact out: as it was verified, but only cited where check refuses it."""
    return ONLY_CITED if is_refused(dataset, fact, citation) else verified(citation, dataset.library)


def is_refused(dataset: Dataset, fact: Fact, citation: Citation | None = None) -> bool:
    """Whether check refuses a fact of a dataset, or all of its records that bring a citation.

    What was found is kept while the same dataset is asked about.
    """
    refusals = _refusals(dataset)
    return refusals.refuses(fact) if citation is None else refusals.refuses_citation(fact, citation)


def dates_resting(dataset: Dataset, fact: Fact) -> tuple[Dated, ...]:
    """The dates of a fact that rest on the day its source was published, or on the period that it covers."""
    return () if fact.derivation is not None or fact.machine_read else _refusals(dataset).resting(fact)


def _refusals(dataset: Dataset) -> Refusals:
    if not _LAST or _LAST[0][0]() is not dataset:
        _LAST[:] = [(ref(dataset), Refusals(dataset))]
    return _LAST[0][1]
