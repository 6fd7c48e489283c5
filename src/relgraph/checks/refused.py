"""Which facts check refuses: they are never told as verified."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from relgraph.checks.check import check_fact
from relgraph.checks.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact


class Refusals:
    """The facts of a dataset that check refuses; each is looked at when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._context = Context(dataset)
        self._refused: dict[str, bool] = {}

    def refuses(self, fact: Fact) -> bool:
        """Whether a rule finds an error in a fact, or in all of those that it was derived from."""
        found = self._refused.get(fact.id)
        if found is None:
            self._refused[fact.id] = False  # while its premises are looked at: they may rest on one another
            found = self._refused[fact.id] = self._finds(fact)
        return found

    def _finds(self, fact: Fact) -> bool:
        if fact.derivation is None:
            written = self._context.stated.get(fact.id, fact)  # as it was before another fact ended it
            return any(problem.is_error for problem in check_fact(written, self._context))
        known = self._context.dataset.by_id
        premises = [known[one] for one in fact.derivation.premises if one in known]
        return bool(premises) and all(map(self.refuses, premises))


_LAST: list[tuple[Callable[[], Dataset | None], Refusals]] = []
"""The dataset that was asked about last, held weakly, with what was found: an answer asks again and again."""


def is_refused(dataset: Dataset, fact: Fact) -> bool:
    """Whether check refuses a fact of a dataset; what was found is kept while the same dataset is asked about."""
    if not _LAST or _LAST[0][0]() is not dataset:
        _LAST[:] = [(ref(dataset), Refusals(dataset))]
    return _LAST[0][1].refuses(fact)
