"""A panel of country pairs by year, for statistics: what tied two countries in a year.

A kind of relation is 1 in a year on some day of which it certainly held, or in which it happened. It is 0 where it
neither did nor may have, and a source says that it covers the kind between the two in all of that year. Otherwise the
cell is empty: nobody knows, since what no source tells may be so all the same. Kinds that may have held are told under
`maybe`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.analysis.pairs import in_order
from relgraph.analysis.sql.of_actors import COUNTRY
from relgraph.export.spreadsheet import csv_lines, csv_text
from relgraph.facts.coverage import coverings, covers, is_in
from relgraph.facts.derive import has_held, holds, is_sound
from relgraph.facts.leaving import whole
from relgraph.facts.tiers import height_of
from relgraph.facts.valid_time import happened_in, stood
from relgraph.graph.ties import collect_kinds, each_tie
from relgraph.graph.views import EVERY_STATUS, select, truth_of
from relgraph.reading.characters import clean_text
from relgraph.reading.dates import Truth, day_asked
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from relgraph.facts.coverage import Covering
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

BEFORE = ("one", "one_name", "one_iso", "other", "other_name", "other_iso", "year")
BEHIND = ("rung", "maybe", "facts")


class Panel(NamedTuple):
    """The facts that tie each pair of countries, or once did, their kinds, and the years; no year without a date."""

    pairs: dict[tuple[str, str], list[Fact]]
    kinds: tuple[str, ...]
    years: range


def panel(dataset: Dataset, view: View) -> Panel:
    """The pairs of countries that a fact of a view ties, or once did, and the years of its `as_of`.

    Without that the years are those from the first date of a fact to the last, of a fact or of a source's publication.
    """
    found: dict[tuple[str, str], list[Fact]] = {}
    for pair, fact in _tied(dataset, view):
        if _are_countries(dataset, *pair):
            found.setdefault(pair, []).append(fact)
    pairs = {pair: found[pair] for pair in sorted(found)}
    told = [fact for facts in pairs.values() for fact in facts]
    years = _years([view.as_of] if view.as_of is not None else _dates(dataset, told))
    return Panel(pairs, tuple(sorted({fact.kind for fact in told})), years)


def panel_text(dataset: Dataset, view: View) -> Iterator[str]:
    """The panel as CSV, a pair and year a row, in order of the pair."""
    found = panel(dataset, view)
    times = _Times(dataset, view, found.years)
    yield csv_text((*BEFORE, *found.kinds, *BEHIND), ())
    for pair, facts in found.pairs.items():
        names = csv_lines([[cell for one in pair for cell in _called(dataset, one)]]).removesuffix("\n")
        covered = times.covered(pair)
        told: dict[tuple[object, ...], str] = {}  # most years of a pair are alike
        for year, *about in zip(found.years, covered, *(times.of(fact, pair) for fact in facts), strict=True):
            key = tuple(about)
            if key not in told:
                truths = dict(zip(facts, about[1:], strict=True))
                told[key] = csv_lines([[*_cells(dataset, view, truths, found.kinds, about[0])]])
            yield f"{names},{year},{told[key]}"


def _called(dataset: Dataset, one: str) -> tuple[str, str, str]:
    actor = dataset.actors[one]
    return clean_text(one), clean_text(actor.name), actor.iso or ""


def _cells(
    dataset: Dataset, view: View, truths: Mapping[Fact, Truth], kinds: Iterable[str], covered: frozenset[str]
) -> Iterator[str]:
    """What is known of a pair in a year: each kind, the highest rung, the kinds that may be, and the facts."""
    sure = [fact for fact, truth in truths.items() if truth is Truth.YES]
    maybe = [fact for fact, truth in truths.items() if truth is Truth.MAYBE and not view.certain]
    certain = {fact.kind for fact in sure}
    rungs = [height_of(fact, dataset.vocabulary) for fact in sure if fact.tier]
    absent = covered - {fact.kind for fact, truth in truths.items() if truth is not Truth.NO}
    yield from ("1" if kind in certain else "0" if kind in absent else "" for kind in kinds)
    yield str(max(rungs)) if any(rungs) else ""  # a label beside the ladder has no height
    yield "; ".join(sorted({fact.kind for fact in maybe} - certain))
    yield "; ".join(clean_text(one) for one in sorted(fact.id for fact in (*sure, *maybe)))


class _Times:
    """What held in some years: found out once for facts of the same dates, status, sources, and times of absence."""

    def __init__(self, dataset: Dataset, view: View, years: Iterable[int]) -> None:
        self._dataset = dataset
        self._years = [_days(view, year) for year in years]
        self._truths: dict[tuple[object, ...], list[Truth]] = {}
        self._covering = coverings(dataset, view.known)

    def of(self, fact: Fact, pair: tuple[str, str]) -> list[Truth]:
        """Whether a fact was so of a pair in each of the years."""
        away = tuple([end.away for end in fact.ends if end.id in pair]) if fact.closed else ()
        key = (fact.when, fact.happened, fact.status, fact.sources, away)
        if key not in self._truths:
            self._truths[key] = [_truth_on(fact, pair, self._dataset, days) for days in self._years]
        return self._truths[key]

    def covered(self, pair: tuple[str, str]) -> list[frozenset[str]]:
        """The kinds that are covered between two in each of the years, all of it."""
        some = [one for one in self._covering if covers(self._dataset, one.coverage, pair)]
        return [
            frozenset(kind for one in some if self._is_in(one, pair, days[0].as_of) for kind in one.kinds)
            for days in self._years
        ]

    def _is_in(self, covering: Covering, pair: tuple[str, str], year: Date | None) -> bool:
        covered = covering.coverage
        return is_in(covered, year) and covers(self._dataset, covered, pair, year)


def _days(view: View, year: int) -> list[View]:
    """A view on the days of a year that are asked about: on one that is not known, on the first and on the last."""
    return [replace(view, as_of=day_asked(f"{year:04}{day}")) for day in ("", "-01-01", "-12-31")]


def _truth_on(fact: Fact, pair: tuple[str, str], dataset: Dataset, days: Sequence[View]) -> Truth:
    """Whether a fact was so of a pair on some day, or happened then: yes where any day that is asked about says so."""
    if fact.happened is not None and fact.when.since is None:
        return happened_in(fact, days[0].as_of)
    truths = [truth_of(fact, dataset, view) & stood(fact, pair, view.as_of) for view in days]
    return next((truth for truth in (Truth.YES, Truth.MAYBE) if truth in truths), Truth.NO)


def _are_countries(dataset: Dataset, *pair: str) -> bool:
    return all(one in dataset.actors and dataset.actors[one].kind == COUNTRY for one in pair)


def _tied(dataset: Dataset, view: View) -> Iterator[tuple[tuple[str, str], Fact]]:
    """Each pair that a fact ties, or tied until one of the two left it, which is, or was once, so in the world."""
    every = replace(view, statuses=frozenset({EVERY_STATUS}), superseded=True, as_of=None, certain=False)
    kinds, words = collect_kinds(dataset, view), dataset.vocabulary
    for held in select(dataset, every):
        fact = held.fact
        if fact.kind in kinds and is_sound(fact) and (holds(fact, words) or has_held(fact, words)):
            for tie in each_tie([held._replace(fact=whole(fact))], dataset, every):
                yield in_order(tie.source, tie.target), fact


def _dates(dataset: Dataset, facts: list[Fact]) -> Iterator[Date]:
    """The dates of facts, and of the publication of their sources."""
    for fact in facts:
        yield from fact.dates
    for source in sorted({source for fact in facts for source in fact.sources}):
        card = dataset.library.cards.get(source)
        if card is not None and card.published is not None:
            yield card.published


def _years(dates: Iterable[Date]) -> range:
    days = [day for one in dates for day in (one.first, one.last) if ALWAYS_BEFORE < day < ALWAYS_AFTER]
    return range(date.fromordinal(min(days)).year, date.fromordinal(max(days)).year + 1) if days else range(0)
