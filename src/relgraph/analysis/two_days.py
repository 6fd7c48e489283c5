"""Two days compared: what was raised, lowered, gained, what ended and happened from the one to the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.plain import plain_fact
from relgraph.analysis.telling import said, sources
from relgraph.facts.sentences import dates
from relgraph.graph.changes import CHANGES, ENDED, changes_between
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import day_asked
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.changes import Change
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date


@dataclass(frozen=True, slots=True, repr=False)
class TwoDays(Answer):
    """What changed from `first` to `second`, in the order of the words for it; certain and maybe are told apart.

    `open` are facts that are only maybe so on both days: whether they changed is not known.
    """

    columns: ClassVar = (
        "change",
        "certain",
        "who",
        "says",
        "dates",
        "instead_of",
        "derived",
        "id",
        "sources",
        "file",
        "line",
    )

    first: Date
    second: Date
    changes: tuple[Change, ...]
    open: tuple[Fact, ...]
    view: View
    dataset: Dataset = field(compare=False)

    @property
    def found(self) -> bool:
        """Whether anything changed for certain."""
        return any(one.certain for one in self.changes)

    @property
    def caption(self) -> str:
        """How much of each sort changed for certain, how much maybe, and what is open."""
        certain = [one.word for one in self.changes if one.certain]
        told = [f"{certain.count(word)} {word}" for word in CHANGES if word in certain]
        maybe = len(self.changes) - len(certain)
        told += [f"{maybe} maybe"] if maybe else []
        told += [f"{counted(len(self.open), 'fact')} only maybe so on both days"] if self.open else []
        return f"from {self.first} to {self.second}: {', '.join(told) or 'nothing changed'}"

    def lines(self) -> Iterator[str]:
        """The numbers, then a line a change: the word for it, what it is of, and in whose place it came."""
        yield self.caption
        for one in self.changes:
            who = f" for {self.dataset.names.inside(one.who)}" if one.who else ""
            yield f"{'' if one.certain else 'maybe '}{one.word}{who}: {self._told(one)}"

    def _told(self, one: Change) -> str:
        told = (
            dates(self.dataset, one.fact),
            f"before: {said(self.dataset, one.instead_of, self.first)}" if one.instead_of else "",
            "derived" if one.fact.derived else "",
            sources(self.dataset, one.fact),
        )
        joined = "; ".join(filter(None, told))
        return f"{self._says(one)}{f' [{joined}]' if joined else ''}"

    def _says(self, one: Change) -> str:
        """The sentence of what changed: of what ended as it was on the first day, else as it is on the second."""
        return said(self.dataset, one.fact, self.first if one.word == ENDED and not one.who else self.second)

    def rows(self) -> Iterator[dict[str, Any]]:
        """A change a row."""
        for one in self.changes:
            yield {
                "change": one.word,
                "certain": "yes" if one.certain else "no",
                "who": one.who,
                "says": self._says(one),
                "dates": dates(self.dataset, one.fact),
                "instead_of": one.instead_of.id if one.instead_of else None,
                "derived": "yes" if one.fact.derived else "no",
                "id": one.fact.id,
                "sources": sources(self.dataset, one.fact),
                "file": self.dataset.file_of(one.fact),
                "line": one.fact.place.line or None,
            }

    def plain(self) -> dict[str, Any]:
        """The changes, each with its fact and that in whose place it came; and the facts that are open."""
        cited = [fact for one in self.changes for fact in (one.fact, one.instead_of) if fact is not None]
        question = asked(self.dataset, self.view, cited, first=str(self.first), second=str(self.second))
        return {
            "asked": question,
            "changes": [
                {
                    "change": one.word,
                    "certain": one.certain,
                    **({"who": one.who} if one.who else {}),
                    "fact": plain_fact(self.dataset, one.fact),
                    **({"instead_of": plain_fact(self.dataset, one.instead_of)} if one.instead_of else {}),
                }
                for one in self.changes
            ],
            "open": [plain_fact(self.dataset, fact) for fact in self.open],
        }


@paused_collector()
def compare_days(dataset: Dataset, first: Date | str, second: Date | str, view: View = DEFAULT_VIEW) -> TwoDays:
    """Compare two days, each any date of EDTF: "2024", "2025-06-30".

    Raises NotADate for what is no date, MisuseError where the second lies before the first. The view's own day is not
    looked at.
    """
    before, after = day_asked(first), day_asked(second)
    found = changes_between(dataset, before, after, view)
    return TwoDays(before, after, found.changes, found.open, replace(view, as_of=None), dataset)
