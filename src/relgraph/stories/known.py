"""What is worked out once for all steps of the stories of a dataset."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.graph.views import View, select
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.reading.dates import Date
    from relgraph.stories.legend import Line


class Known:
    """What is worked out once for all steps of a dataset's stories."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._so: dict[Date | None, frozenset[str]] = {}

    def so(self, at: Date | None) -> frozenset[str]:
        """The ids of the facts that are so, or may be, on a day; without one, now."""
        if at not in self._so:
            held = select(self.dataset, View(as_of=at))
            self._so[at] = frozenset(one.fact.id for one in held if one.holds is not Truth.NO)
        return self._so[at]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the page that are of facts."""
        from relgraph.graph.lines import lines_of  # noqa: PLC0415 - few stories have a step that asks for them
        from relgraph.stories.legend import line_of  # noqa: PLC0415 - as above

        drawn = [
            (line, line.held, line.end.role if line.end is not None else None)
            for line in lines_of(self.dataset).lines
            if line.held is not None
        ]
        relations, standing = self.dataset.vocabulary.relations, Counter((line.target, role) for line, _, role in drawn)
        return tuple(
            line_of(
                self.dataset,
                line,
                held,
                is_walked=relations[held.fact.kind].is_walked(role, standing[line.target, role]),
            )
            for line, held, role in drawn
        )
