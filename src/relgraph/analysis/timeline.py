"""What happened, began and ended, in order, at the precision that the sources give."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.order import first_day
from relgraph.analysis.plain import plain_held
from relgraph.analysis.telling import fact_line, links, marks, maybes, refused_word, remarks, sources, where_kept
from relgraph.facts.dates_in_words import since, until
from relgraph.facts.statuses import status_on
from relgraph.facts.witnesses import beside
from relgraph.graph.views import DEFAULT_VIEW, Held, select, select_concerning
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

WORDS = {"on": "", "since": "from then on", "until": "until then", "seen": "so at that time"}
"""What is said of a date behind what happened, began, ended or was seen on it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated entry: the date as the source gives it, and what it is the date of.

    `word` is `on` (it happened), `since` (it began), `until` (it ended) or `seen` (the source says it was so).
    """

    date: Date
    word: str
    held: Held


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Answer):
    """Entries in order of the earliest day they may mean, the less precise first; and the facts without a date.

    A year stands before its months and is never taken for its first of January; a month without a year
    stands last.
    """

    columns: ClassVar = (
        *("date", "word", "says", "status", "holds", "superseded", "refused", "kind", "id", "sources", "links", "note"),
    )

    moments: tuple[Moment, ...]
    undated: tuple[Held, ...]
    about: str | None
    view: View
    dataset: Dataset = field(compare=False)

    @property
    def caption(self) -> str:
        """How many entries there are, and how many facts have no date."""
        entries = counted(len(self.moments), "dated entry", "dated entries")
        maybe = maybes(one.held for one in self.moments)
        return f"{entries}{maybe}; {counted(len(self.undated), 'fact')} without a date"

    def lines(self, *, undated: bool = False) -> Iterator[str]:
        """The entries, a line each, and how many there are, first where some may not hold.

        With `undated` the facts without a date come after that.
        """
        maybe = maybes(one.held for one in self.moments)
        if maybe:
            yield self.caption
        for moment in self.moments:
            yield self._line(moment)
            yield from (f"{'':<12}{line}" for line in remarks(moment.held.fact))
        yield from where_kept(self.dataset, self._facts())
        if not maybe:
            yield self.caption
        if undated:
            yield from self._undated()

    def _facts(self) -> Iterator[Fact]:
        return (held.fact for held in (*(one.held for one in self.moments), *self.undated))

    def _undated(self) -> Iterator[str]:
        for held in self.undated:
            yield f"  {fact_line(self.dataset, held)}"
            yield from (f"    {line}" for line in remarks(held.fact))

    def _line(self, moment: Moment) -> str:
        word = f" ({_said_of(moment)})" if WORDS[moment.word] else ""
        fact, dataset = moment.held.fact, self.dataset
        told = (sources(dataset, fact), *beside(dataset, fact), *marks(dataset, moment.held))
        says = dataset.alike.sentence(fact, moment.held.day)
        return f"{moment.date!s:<11} {says}{word} [{'; '.join(filter(None, told))}]"

    def rows(self) -> Iterator[dict[str, Any]]:
        """An entry a row; facts without a date are in none."""
        for moment in self.moments:
            fact = moment.held.fact
            yield {
                "date": str(moment.date),
                "word": moment.word,
                "says": self.dataset.alike.sentence(fact, moment.held.day),
                "status": status_on(self.dataset, fact, moment.held.day),
                "holds": moment.held.holds.value,
                "superseded": moment.held.superseded.value,
                "refused": refused_word(self.dataset, fact),
                "kind": fact.kind,
                "id": fact.id,
                "sources": sources(self.dataset, fact),
                "links": links(self.dataset, fact),
                "note": fact.note,
            }

    def plain(self) -> dict[str, Any]:
        """The entries under `moments`, each with its fact, and the facts without a date under `undated`."""
        moments = [
            {"date": str(one.date), "word": one.word, "fact": plain_held(self.dataset, one.held)}
            for one in self.moments
        ]
        question = asked(self.dataset, self.view, self._facts(), timeline=self.about)
        return {
            "asked": question,
            "moments": moments,
            "undated": [plain_held(self.dataset, held) for held in self.undated],
        }


def _said_of(moment: Moment) -> str:
    """What is said of a date: what had both begins "from then until 2015" and ends "until then, since 2010"."""
    when, word = moment.held.fact.when, WORDS[moment.word]
    if moment.word == "since" and when.until is not None and not when.until.ongoing:
        return f"from then {until(when.until)}"
    return f"{word}, {since(when.since)}" if moment.word == "until" and when.since is not None else word


@paused_collector()
def timeline(dataset: Dataset, about: str | None = None, view: View = DEFAULT_VIEW) -> Timeline:
    """The timeline of a dataset, or of one actor or node. Raises MisuseError for an unknown name.

    Facts of every status are in it unless the view names some; derived facts are not, since nothing dates them
    but their premises.
    """
    one = dataset.names.resolve(about) if about is not None else None
    asked = replace(view, stated=True).widened()
    held = select(dataset, asked) if one is None else _of_one(dataset, asked, one)
    moments = [moment for fact in held for moment in _moments(fact)]
    moments.sort(key=_order)
    dated = {moment.held.fact.id for moment in moments}
    return Timeline(tuple(moments), tuple(one for one in held if one.fact.id not in dated), one, view, dataset)


def _of_one(dataset: Dataset, view: View, one: str) -> list[Held]:
    return [held for held in select_concerning(dataset, view, one) if one in _concerned(held)]


def _concerned(held: Held) -> set[str]:
    return {held.fact.id, *held.fact.per, *(end.id for end in held.fact.ends)}


def _moments(held: Held) -> Iterator[Moment]:
    dates = dict(held.fact.when)
    for word, date in dates.items():
        if not date.ongoing and not (word == "seen" and "since" in dates):
            yield Moment(date, word, held)


def _order(moment: Moment) -> tuple[bool, int, int, str, str]:
    """By the earliest day, open beginnings by their last; then the less precise; then by what it is."""
    date = moment.date
    yearless = date.text.startswith("XXXX")
    return yearless, first_day(date), -date.last, moment.word, moment.held.fact.id
