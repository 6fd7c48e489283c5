"""What it means that nothing is found: no (covered, and not there), not known, or not covered by any source.

A source covers what its card, or the mapping of a table, says that it leaves nothing out of; or a fact says itself that
a tie is not, or no longer, there. Where neither is so but facts of the kind are there about one of the two, or somebody
looked and found none, nothing is known of them both; where there is not even that, nobody looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.analysis.denials import denials
from relgraph.analysis.telling import said, sources
from relgraph.facts.acting import parts_of
from relgraph.facts.coverage import coverings, covers, is_in, kinds_named
from relgraph.facts.sentences import dates
from relgraph.graph.views import DEFAULT_VIEW, as_known
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted
from relgraph.sources.coverage import is_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date
    from relgraph.sources.coverage import Search

NO, NOT_KNOWN, NOT_COVERED = "no", "not known", "not covered"
TWO = 2
MOST_NAMED = 6
"""Kinds of relation that are named; of more, how many there are."""


class Absence(NamedTuple):
    """That there is none of a kind of relation: by the sources that cover it, or by the facts that say so."""

    kind: str
    covered_by: tuple[str, ...]
    said_by: tuple[Fact, ...] = ()

    def told(self, dataset: Dataset) -> str:
        """The facts that say so, with dates and sources: Kenya closed its mission in Egypt; in 2019; talks p 2."""
        told = ((said(dataset, fact), dates(dataset, fact), sources(dataset, fact)) for fact in self.said_by)
        return "; ".join(part for parts in told for part in parts if part)

    def plain(self) -> dict[str, Any]:
        """The kind, the sources that cover it, and the ids of the facts that say so."""
        return {"kind": self.kind, "covered_by": list(self.covered_by), "said_by": [fact.id for fact in self.said_by]}


class Sought(NamedTuple):
    """That a kind of relation was looked for in a source, and not found."""

    kind: str
    source: str
    search: Search

    @property
    def told(self) -> str:
        """Such as: an editor looked in gazette, part 2, on 2026-03-01."""
        search = self.search
        where = f"{self.source}, {search.where}," if search.where else self.source
        return f"{search.who} looked in {where} on {search.when}"

    def plain(self) -> dict[str, Any]:
        """The kind, and who looked for it, where and when."""
        search = self.search
        about = {"kind": self.kind, "source": self.source, "who": search.who, "when": str(search.when)}
        return about | ({"where": search.where} if search.where else {})


class Silence(NamedTuple):
    """Of which kinds of relation there is none, and why; of which that is not known, or was not looked for.

    Of those that are not known, `sought` tells who looked for which.
    """

    no: tuple[Absence, ...]
    not_known: tuple[str, ...]
    not_covered: tuple[str, ...]
    sought: tuple[Sought, ...] = ()

    @property
    def answer(self) -> str:
        """In a word: no where every kind is covered, not covered where none is and nothing is known of either."""
        if not self.not_known and not self.not_covered:
            return NO
        return NOT_KNOWN if self.no or self.not_known else NOT_COVERED

    def told(self, dataset: Dataset) -> str:
        """All in a line: no: missions (covered by gazette, 1990 to 2020); not known: visits; not covered: votes."""
        told = [f"{NO}: {_named(dataset, (one.kind,))} ({one.told(dataset)})" for one in self.no if one.said_by]
        covered = [one for one in self.no if not one.said_by]
        by = dict.fromkeys(source for one in covered for source in one.covered_by)
        looked = {one.kind: [each.told for each in self.sought if each.kind == one.kind] for one in self.sought}
        rest = tuple(kind for kind in self.not_known if kind not in looked)
        parts = (
            (NO, tuple(one.kind for one in covered), f" (covered by {'; '.join(by)})"),
            *((NOT_KNOWN, (kind,), f" ({'; '.join(who)}, and found none)") for kind, who in looked.items()),
            (NOT_KNOWN, rest, ""),
        )
        told += [f"{word}: {_named(dataset, kinds)}{more}" for word, kinds, more in parts if kinds]
        if self.not_covered:
            many = ("all other kinds" if told else "any kind") if len(self.not_covered) > MOST_NAMED else ""
            told.append(f"{NOT_COVERED}: {many or _named(dataset, self.not_covered)}")
        return "; ".join(told)

    def plain(self) -> dict[str, Any]:
        """The answer in a word, and the kinds of each sort."""
        return {
            "answer": self.answer,
            "no": [one.plain() for one in self.no],
            "not_known": list(self.not_known),
            "not_covered": list(self.not_covered),
            **({"looked_for": [one.plain() for one in self.sought]} if self.sought else {}),
        }


def _named(dataset: Dataset, kinds: Sequence[str]) -> str:
    labels = [dataset.vocabulary.relations[kind].plural_label for kind in kinds[:MOST_NAMED]]
    more = [counted(len(kinds) - MOST_NAMED, "more kind")] if len(kinds) > MOST_NAMED else []
    return ", ".join((*labels, *more))


def silence(dataset: Dataset, pair: Iterable[str], kinds: Iterable[str], view: View = DEFAULT_VIEW) -> Silence:
    """What it means that no fact of some kinds ties two actors: on the day of a view, or in the time that is covered.

    Where the view asks what was known by a day, sources and searches after it say nothing.
    """
    two, day = tuple(pair), view.as_of
    dataset = as_known(dataset, view)
    denied = denials(dataset, two[0], two[1], day) if len(two) == TWO else {}
    covering = [
        one
        for one in coverings(dataset, view.known)
        if is_in(one.coverage, day) and covers(dataset, one.coverage, two, day)
    ]
    searches = [one for one in searched(dataset, view.known) if _is_of(one.search, two, day)]
    parts = {part for each in two for part in parts_of(dataset, each)}
    there = (fact for part in parts for fact in dataset.at_end.get(part, ()))
    known = {fact.kind for fact in there if fact.withdrawn is None} | {one.kind for one in searches}
    no: list[Absence] = []
    not_known: list[str] = []
    not_covered: list[str] = []
    for kind in sorted(set(kinds)):
        by = tuple(one.told for one in covering if kind in one.kinds)
        if by or kind in denied:
            no.append(Absence(kind, by, denied.get(kind, ())))
        else:
            (not_known if kind in known else not_covered).append(kind)
    sought = tuple(one for one in searches if one.kind in not_known)
    return Silence(tuple(no), tuple(not_known), tuple(not_covered), sought)


def searched(dataset: Dataset, known: Date | None = None) -> list[Sought]:
    """Everything that was looked for in sources and not found, by kind; of what may have been done by a day."""
    cards = dataset.library.cards.values()
    found = (
        Sought(kind, card.id, search)
        for card in cards
        for search in card.looked_for
        if known is None or search.when.by(known) is not Truth.NO
        for kind in kinds_named(dataset, search)
    )
    return sorted(found, key=lambda one: (one.kind, one.source, str(one.search.when)))


def _is_of(search: Search, pair: tuple[str, ...], day: Date | None) -> bool:
    """Whether a search was one for what ties two, on a day that is asked about."""
    return is_in(search, day) and is_between(pair, search.between)


def tying(dataset: Dataset, view: View) -> list[str]:
    """The kinds of relation of a view that tie two actors."""
    kinds = dataset.vocabulary.relations.values()
    return [kind.id for kind in kinds if not kind.is_figure and (view.kinds is None or kind.id in view.kinds)]
