"""Ranking the actors of a view by a measure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer, aligned, html_table
from relgraph.analysis.asked import asked
from relgraph.analysis.measures.catalogue import MEASURES, Measure
from relgraph.analysis.measures.cut_points import PAIR
from relgraph.analysis.measures.engines import engine
from relgraph.analysis.measures.scores import summary
from relgraph.checks.refused import is_refused
from relgraph.errors import MisuseError
from relgraph.graph.projection import project
from relgraph.graph.ties import collect_ties
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.plurals import agreeing, counted
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View

DIRECTION = "none: every tie is walked both ways"
SAME = 1e-12
"""Scores nearer than this are equal: what differs so little is rounding."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An actor with its score; equal scores share the better rank (1, 2, 2, 4)."""

    rank: int
    id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking(Answer):
    """The answer to "who stands how high": best first, equals in order of id.

    `nodes` and `edges` count the projection, `kinds` the relations in it; `summary` holds its density,
    components and degree assortativity, `engine` names the library that did the work; `refused` counts the pairs that
    are tied by nothing but facts that check refuses.
    """

    columns: ClassVar = ("rank", "name", "score", "id")
    shown: ClassVar = ("rank", "name", "score")

    measure: Measure
    nodes: int
    edges: int
    kinds: tuple[str, ...]
    ranking: tuple[Ranked, ...]
    summary: Mapping[str, float | int | None]
    engine: str
    view: View
    dataset: Dataset = field(repr=False, compare=False)
    refused: int = 0

    @property
    def headlines(self) -> tuple[str, ...]:
        """What was measured, and on what."""
        told = ", ".join(_told(name, value) for name, value in self.summary.items())
        return (
            f"{self.measure.name}: {self.measure.definition}",
            f"normalised: {self.measure.normalisation}",
            f"on {counted(self.nodes, 'actor')} and {counted(self.edges, 'tied pair')} ({', '.join(self.kinds)})",
            told,
            *((f"{_pairs(self.refused)} nothing but facts that relgraph check refuses",) if self.refused else ()),
        )

    @property
    def caption(self) -> str:
        """The headlines."""
        return "\n".join(self.headlines)

    def top(self, most: int | None) -> Ranking:
        """The same with the first so many alone, and those equal to the last of them; all for None."""
        if most is None or most >= len(self.ranking):
            return self
        last = self.ranking[most - 1].rank
        return replace(self, ranking=tuple(row for row in self.ranking if row.rank <= last))

    def lines(self) -> Iterator[str]:
        """What was measured, then the ranking in columns."""
        yield from self.headlines
        yield from aligned([row | {"score": f"{row['score']:.6g}"} for row in self.rows()], self.columns)

    def rows(self) -> Iterator[dict[str, Any]]:
        """An actor a row, scores in full."""
        return ({"rank": row.rank, "id": row.id, "name": row.name, "score": row.score} for row in self.ranking)

    def plain(self) -> dict[str, Any]:
        """What was measured, on what, by which engine, and the ranking."""
        return {
            "asked": asked(self.dataset, self.view, rank=self.measure.name),
            "measure": self.measure.name,
            "definition": self.measure.definition,
            "normalisation": self.measure.normalisation,
            "direction": DIRECTION,
            "meaning": self.measure.meaning,
            "reference": self.measure.reference,
            "engine": self.engine,
            "graph": {"nodes": self.nodes, "edges": self.edges, "kinds": list(self.kinds), **self.summary}
            | ({"refused": self.refused} if self.refused else {}),
            "ranking": list(self.rows()),
        }

    def _repr_html_(self) -> str:
        rows = (row | {"score": f"{row['score']:.6g}"} for row in self.rows())
        return html_table(self.caption, self.shown, rows)


def _pairs(number: int) -> str:
    return f"{counted(number, 'tied pair')} {agreeing(number, 'rests', 'rest')} on"


def _told(name: str, value: float | None) -> str:
    """Such as: density 0.0769."""
    return f"{name.replace('_', ' ')} {'not defined' if value is None else f'{value:.4g}'}"


def rank(dataset: Dataset, measure: str, view: View = DEFAULT_VIEW) -> Ranking:
    """Rank countries and bodies by a measure on the projection of a view. Raises MisuseError for an unknown one."""
    found = next((one for one in MEASURES if one.name == measure), None)
    if found is None:
        names = [one.name for one in MEASURES]
        raise MisuseError(f"{measure} is not a measure{did_you_mean(measure, names)}; there are {', '.join(names)}")
    ties = collect_ties(dataset, view)
    graph = project(ties)
    ranked = _ranked(dataset, found, found.scores(graph))
    size = (graph.number_of_nodes(), graph.number_of_edges())
    return Ranking(
        found, *size, ties.kinds, ranked, summary(graph), engine(graph), view, dataset, _refused(dataset, ties)
    )


def _refused(dataset: Dataset, ties: Ties) -> int:
    """How many pairs are tied by nothing but facts that check refuses."""
    pairs = (between for one, side in ties.between.items() for other, between in side.items() if one < other)
    return sum(all(is_refused(dataset, tie.fact) for tie in between) for between in pairs)


def _ranked(dataset: Dataset, measure: Measure, scores: dict[str, float]) -> tuple[Ranked, ...]:
    sign = 1 if measure.low else -1
    ordered = sorted(scores, key=lambda one: (sign * round(scores[one], 12), one))
    ranked: list[Ranked] = []
    for place, one in enumerate(ordered, start=1):
        before = ranked[-1] if ranked else None
        equal = before is not None and abs(before.score - scores[one]) <= SAME
        position = before.rank if before is not None and equal else place
        ranked.append(Ranked(position, one, _label(dataset, one), scores[one]))
    return tuple(ranked)


def _label(dataset: Dataset, one: str) -> str:
    """The name of a node, or of both ends of a pair."""
    return PAIR.join(dataset.names.label(end) for end in one.split(PAIR))
