"""A ranking year by year: the same measure on the network of each, as a table over years."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer, aligned
from relgraph.analysis.measures.ranking import MAYBE, SAME, Ranking, in_figures, rank
from relgraph.errors import MisuseError
from relgraph.facts.coverage import covered_kinds, covered_told
from relgraph.graph.counted_ties import settled
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.graph.weighing import PLAIN
from relgraph.reading.dates import day_asked
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE
from relgraph.reading.plurals import agreeing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing
    from relgraph.reading.dates import Date

MOST_YEARS = 500
SHOWN = 12
"""So many years stand side by side in text; of more, one in every few."""

_SIZES = {"nodes": "nodes", "edges": "edges", "maybes": "edges that are maybe"}


@dataclass(frozen=True, slots=True)
class YearlyRanking(Answer):
    """The answer to "who stood how high in each year": a ranking for each, in order.

    `view` is the one that was asked for, with all years; of each year the first `most` are asked for, all for None.
    """

    columns: ClassVar = ("year", "rank", "name", "score", "maybe", "id")

    years: tuple[tuple[int, Ranking], ...]
    view: View = field(repr=False)
    most: int | None = None

    def top(self, most: int | None) -> YearlyRanking:
        """The same with the first so many of each year alone, and those equal to the last of them; all for None."""
        return replace(self, most=most)

    @property
    def wanted(self) -> Iterator[tuple[int, Ranking]]:
        """The ranking of each year, with the first alone if no more are asked for."""
        return ((year, ranking.top(self.most)) for year, ranking in self.years)

    def lines(self) -> Iterator[str]:
        """What was measured, how large each network was, then a line for each actor that is among those asked for."""
        shown = self.years[:: -(-len(self.years) // SHOWN)]
        first = self.years[0][1]
        yield f"{first.measure.name} by year: {first.measure.definition}"
        yield f"normalised: {first.measure.normalisation}"
        yield from first.weighed
        reasons = dict.fromkeys(why for _, ranking in self.years for why, _ in ranking.left_out)
        yield from (f"left out: facts {why}" for why in reasons)
        yield f"coverage: {covered_told(self.coverage)}"
        yield f"{self.years[0][0]} to {self.years[-1][0]}; what happened counts in its own year, not from then on"
        yield "a cell is empty where an actor is not in the network of that year"
        if len(shown) < len(self.years):
            yield f"one year in {-(-len(self.years) // SHOWN)} is shown; --output csv and json have all"
        asked = self._asked()
        heads = ["name", *(str(year) for year, _ in shown), "id"]
        yield from aligned([*self._sizes(shown), *self._scores(asked, shown)], heads)
        more = len({row.id for _, ranking in self.wanted for row in ranking.ranking} - asked.keys())
        if more:
            yield f"{more} more {agreeing(more, 'has', 'have')} the same score as the last who are asked for, 0"

    @property
    def coverage(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """For each kind in any of the years the sources that say what they cover of it, whenever that is."""
        kinds = {kind for _, ranking in self.years for kind in ranking.kinds}
        return covered_kinds(self.years[0][1].dataset, kinds, known=self.view.known)

    @staticmethod
    def _sizes(shown: tuple[tuple[int, Ranking], ...]) -> Iterator[dict[str, str]]:
        """Nodes and edges of each year, and how many of these are maybe, where any is."""
        unsure = ("maybes",) if any(ranking.maybes for _, ranking in shown) else ()
        for what in ("nodes", "edges", *unsure):
            yield {"name": f"({_SIZES[what]})"} | {str(year): str(getattr(ranking, what)) for year, ranking in shown}

    def _asked(self) -> dict[str, str]:
        """The names of those who are asked for in a year by their ids: the best first, who never scores last.

        Of all who share the 0 of the last who is asked for, no more are here than were asked for.
        """
        best: dict[str, tuple[bool, int, str]] = {}
        for _, ranking in self.wanted:
            for place, row in enumerate(ranking.ranking):
                scores = abs(row.score) > SAME
                if self.most is None or place < self.most or scores:
                    found = (not scores, row.rank, row.name)
                    best[row.id] = min(found, best.get(row.id, found))
        return {one: best[one][-1] for one in sorted(best, key=lambda one: (best[one], one))}

    @staticmethod
    def _scores(asked: dict[str, str], shown: tuple[tuple[int, Ranking], ...]) -> Iterator[dict[str, str]]:
        """A row for each actor who is asked for, with its score in each year."""
        found = {one: {"id": one, "name": name} for one, name in asked.items()}
        for year, ranking in shown:
            for row in ranking.ranking:
                if row.id in found:
                    found[row.id][str(year)] = in_figures(row.score)
        return iter(found.values())

    def rows(self) -> Iterator[dict[str, Any]]:
        """An actor and year a row, scores in full."""
        for year, ranking in self.wanted:
            for row in ranking.rows():
                yield {"year": year, **row}

    def plain(self) -> dict[str, Any]:
        """What was measured, then for each year its network and ranking."""
        whole = replace(self.years[0][1], view=self.view).plain()
        unsure = any(ranking.maybes for _, ranking in self.years)
        for part in ("graph", "ranking", "engine", "coverage"):
            del whole[part]
        return whole | {"years": [self._plain(year, ranking, unsure=unsure) for year, ranking in self.wanted]}

    @staticmethod
    def _plain(year: int, ranking: Ranking, *, unsure: bool) -> dict[str, Any]:
        rows = [{name: row[name] for name in row if unsure or name != MAYBE} for row in ranking.rows()]
        told = {"year": year, "coverage": ranking.plain_coverage, "graph": ranking.plain_graph}
        return told | {"engine": ranking.engine, "ranking": rows}


def years_of(day: Date | None) -> range | None:
    """The years of an interval that is closed on both sides and longer than one: 2000/2020; else None."""
    if day is None or not day.interval or day.unsure or day.first == ALWAYS_BEFORE or day.last == ALWAYS_AFTER:
        return None
    years = range(date.fromordinal(day.first).year, date.fromordinal(day.last).year + 1)
    return years if len(years) > 1 else None


def rank_years(
    dataset: Dataset,
    measure: str,
    years: range,
    view: View = DEFAULT_VIEW,
    *,
    isolates: bool = True,
    weighing: Weighing = PLAIN,
) -> YearlyRanking:
    """Rank for each of some years the network that was there in it. Raises MisuseError as `rank` does, or for too many.

    Of what happened only that takes part which did so in the very year. Raises it too for what is no range of years.
    """
    given: object = years
    if not isinstance(given, range) or not given:
        raise MisuseError(f"{given!r} is no range of years; give one such as range(1970, 1991)")
    if len(years) > MOST_YEARS:
        raise MisuseError(f"{len(years)} years are too many to rank one by one: ask for {MOST_YEARS} or fewer")
    whole = replace(view, as_of=day_asked(f"{years[0]:04}/{years[-1]:04}"))
    weighing = settled(dataset, whole, weighing.checked())
    found = []
    for year in years:
        then = replace(view, as_of=day_asked(f"{year:04}"), within=True)
        found.append((year, rank(dataset, measure, then, isolates=isolates, weighing=weighing)))
    return YearlyRanking(tuple(found), view)
