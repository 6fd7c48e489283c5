"""What happened, began and ended, in order, at the precision that the sources give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.graph.views import DEFAULT_VIEW, EVERY_STATUS, Held, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

HAPPENED, BEGAN, ENDED, SEEN = "on", "since", "until", "seen"


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated entry: the date as the source gives it, and what it is the date of.

    `word` is `on` (it happened), `since` (it began), `until` (it ended) or `seen` (the source says it was so).
    """

    date: Date
    word: str
    held: Held


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in order of the earliest day they may mean, the less precise first; and the facts without a date.

    A year stands before its months and is never taken for its first of January; a month without a year
    stands last.
    """

    moments: tuple[Moment, ...]
    undated: tuple[Held, ...]


def timeline(dataset: Dataset, about: str | None = None, view: View = DEFAULT_VIEW) -> Timeline:
    """The timeline of a dataset, or of one actor or node. Raises MisuseError for an unknown name.

    Facts of every status are in it unless the view names some; derived facts are not, since nothing dates them
    but their premises.
    """
    one = dataset.names.resolve(about) if about is not None else None
    statuses = view.statuses or frozenset({EVERY_STATUS})
    asked = replace(view, statuses=statuses, stated=True, superseded=True)
    held = [held for held in select(dataset, asked) if one is None or one in _concerned(held)]
    moments = [moment for fact in held for moment in _moments(fact)]
    moments.sort(key=_order)
    dated = {moment.held.fact.id for moment in moments}
    return Timeline(tuple(moments), tuple(one for one in held if one.fact.id not in dated))


def _concerned(held: Held) -> set[str]:
    return {held.fact.id, *held.fact.per, *(end.id for end in held.fact.ends)}


def _moments(held: Held) -> Iterator[Moment]:
    when = held.fact.when
    for word, date in ((HAPPENED, when.on), (BEGAN, when.since), (ENDED, when.until), (SEEN, when.seen)):
        if date is not None and not date.ongoing and not (word == SEEN and when.since is not None):
            yield Moment(date, word, held)


def _order(moment: Moment) -> tuple[bool, int, int, str, str]:
    """By the earliest day, open beginnings by their last; then the less precise; then by what it is."""
    date = moment.date
    yearless = date.text.startswith("XXXX")
    first = date.last if date.first == 0 else date.first
    return yearless, first, -date.last, moment.word, moment.held.fact.id
