"""Ranking the actors of a view by a measure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer, aligned, html_table
from relgraph.analysis.asked import asked
from relgraph.analysis.measures.catalogue import MEASURES, Measure
from relgraph.analysis.measures.cut_points import PAIR
from relgraph.analysis.measures.kept_networks import measured
from relgraph.analysis.measures.scores import ISOLATES
from relgraph.analysis.measures.variants import summed, variant
from relgraph.analysis.telling import machine_read_told, no_kinds
from relgraph.errors import MisuseError
from relgraph.facts.coverage import covered_kinds, covered_told
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.graph.weighing import BY_RUNG, NETWORKS, PLAIN, STRENGTH, TIES, Weighing
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import agreeing, counted, of_them
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.analysis.measures.measured import Measured
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

MAYBE = Truth.MAYBE.value
SAME = 1e-12
"""Scores nearer than this are equal: what differs so little is rounding."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An actor, or a pair, with its score; equal scores share the better rank (1, 2, 2, 4).

    `maybe` counts its tied pairs that may not hold, by any of their ties.
    """

    rank: int
    id: str
    name: str
    score: float
    maybe: int = 0


@dataclass(frozen=True, slots=True)
class Ranking(Answer):
    """The answer to "who stands how high": best first, equals in order of id.

    `nodes` and `edges` count the projection, `kinds` the relations in it; `summary` holds its isolates (nodes without
    an edge), density, components and degree assortativity, `engine` names the library that did the work. `isolates`
    says whether those who are declared and not tied were let in; `refused` counts the pairs that are tied by nothing
    but facts that check refuses, `maybes` those tied by nothing but ties that may not hold; `most` is how
    many were asked for. `weighing` is the network that was asked for, `weight` says what a pair of it weighs, `facts`
    how many were counted, `left_out` why others were not; `coverage` names for each kind the sources that cover it.
    """

    columns: ClassVar = ("rank", "name", "score", "maybe", "id")
    shown: ClassVar = ("rank", "name", "score", "maybe")

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
    isolates: bool = True
    maybes: int = 0
    most: int | None = None
    weighing: Weighing = PLAIN
    weight: str = BY_RUNG
    facts: int | None = None
    left_out: tuple[tuple[str, int], ...] = ()
    coverage: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def headlines(self) -> tuple[str, ...]:
        """What was measured, and on what."""
        told = ", ".join(_told(name, value) for name, value in self.summary.items() if name != ISOLATES)
        alone = self.summary[ISOLATES]
        actors = counted(self.nodes, "actor") + (f" ({alone} without a tie)" if alone else "")
        pairs = counted(self.edges, "directed pair" if self.weighing.directed else "tied pair")
        maybe = f"{pairs}{of_them(self.maybes, 'maybe')}: " if self.maybes else ""
        kinds = f" ({', '.join(self.kinds)})" if self.kinds else ""
        made_by = f", by {counted(self.facts, 'fact')}" if self.facts is not None else ""
        return (
            f"{maybe}{self.measure.name}: {self.measure.definition}",
            f"normalised: {self.measure.normalisation}",
            f"on {actors} and {pairs}{kinds}{made_by}",
            told,
            *self.weighed,
            *(f"left out: {counted(number, 'fact')} {why}" for why, number in self.left_out),
            f"coverage: {covered_told(self.coverage)}" if self.kinds else self._of_no_kind,
            *((f"{_pairs(self.refused)} nothing but facts that relgraph check refuses",) if self.refused else ()),
        )

    @property
    def weighed(self) -> Iterator[str]:
        """Which network it was taken on, which way, by what weight, and whether a machine read its ties."""
        if self.weighing.network != TIES:
            yield f"network {self.weighing.network}: {NETWORKS[self.weighing.network]}"
        yield f"direction {self.weighing.way}; weight {self.weight}"
        yield from machine_read_told(self.dataset, self.kinds)

    @property
    def _of_no_kind(self) -> str:
        """What is told where the dataset has no kind for the network."""
        network = self.weighing.network
        return no_kinds(self.dataset) if network == TIES else f"nothing here is of a kind for the network {network}"

    @property
    def caption(self) -> str:
        """The headlines."""
        return "\n".join(self.headlines)

    def top(self, most: int | None) -> Ranking:
        """The same with the first so many alone, and those equal to the last of them; all for None."""
        if most is None or most >= len(self.ranking):
            return self
        last = self.ranking[most - 1].rank
        return replace(self, ranking=tuple(row for row in self.ranking if row.rank <= last), most=most)

    def lines(self) -> Iterator[str]:
        """What was measured, then the ranking in columns; beyond those asked for, who scores 0 is but counted."""
        yield from self.headlines
        columns = [name for name in self.columns if self.maybes or name != MAYBE]
        rows = [row | {"score": in_figures(row["score"])} for row in self.rows()]
        more = len(rows) - self.most if self.most and abs(self.ranking[-1].score) <= SAME else 0
        yield from aligned(rows[: len(rows) - more], columns)
        if more:
            yield f"{more} more {agreeing(more, 'has', 'have')} the same score, 0"

    def rows(self) -> Iterator[dict[str, Any]]:
        """An actor a row, scores in full."""
        for row in self.ranking:
            yield {"rank": row.rank, "id": row.id, "name": row.name, "score": row.score, MAYBE: row.maybe}

    def plain(self) -> dict[str, Any]:
        """What was measured, on what, by which engine, and the ranking, with `maybe` where there is any."""
        return {
            "asked": asked(
                self.dataset,
                self.view,
                rank=self.measure.name,
                isolates="yes" if self.isolates else "no",
                **self.weighing._asdict(),
            ),
            "measure": self.measure.name,
            "definition": self.measure.definition,
            "normalisation": self.measure.normalisation,
            "network": f"{self.weighing.network}: {NETWORKS[self.weighing.network]}",
            "direction": self.weighing.way,
            "weight": self.weight,
            "coverage": self.plain_coverage,
            "meaning": self.measure.meaning,
            "reference": self.measure.reference,
            "engine": self.engine,
            "graph": self.plain_graph,
            "ranking": [{name: row[name] for name in row if self.maybes or name != MAYBE} for row in self.rows()],
        }

    @property
    def plain_coverage(self) -> dict[str, list[str]]:
        """For each kind the sources that say what they cover of it."""
        return {kind: list(sources) for kind, sources in self.coverage}

    @property
    def plain_graph(self) -> dict[str, Any]:
        """How large the network was, of what it was made, and what was left out of it."""
        left_out = [{"why": why, "facts": number} for why, number in self.left_out]
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "maybe": self.maybes,
            "kinds": list(self.kinds),
            **self.summary,
            **({"refused": self.refused} if self.refused else {}),
            **({"facts": self.facts} if self.facts is not None else {}),
            **({"left_out": left_out} if left_out else {}),
        }

    def _repr_html_(self) -> str:
        rows = (row | {"score": in_figures(row["score"])} for row in self.rows())
        return html_table(self.caption, [name for name in self.shown if self.maybes or name != MAYBE], rows)


MILLION = 1_000_000


def in_figures(score: float) -> str:
    """A score for people: six figures of it, and of millions every one before the point."""
    return f"{score:,.0f}" if abs(score) >= MILLION else f"{score:.6g}"


def _pairs(number: int) -> str:
    return f"{counted(number, 'tied pair')} {agreeing(number, 'rests', 'rest')} on"


def _told(name: str, value: float | None) -> str:
    """Such as: density 0.0769."""
    return f"{name.replace('_', ' ')} {'not defined' if value is None else f'{value:.4g}'}"


def measure_named(name: str) -> Measure:
    """The measure of a name. Raises MisuseError for an unknown one."""
    found = next((one for one in MEASURES if one.name == name), None)
    if found is None:
        names = [one.name for one in MEASURES]
        raise MisuseError(f"{name} is not a measure{did_you_mean(name, names)}; there are {', '.join(names)}")
    return found


@paused_collector()
def rank(
    dataset: Dataset, measure: str, view: View = DEFAULT_VIEW, *, isolates: bool = True, weighing: Weighing = PLAIN
) -> Ranking:
    """Rank countries and bodies by a measure on the projection of a view. Raises MisuseError for an unknown one.

    All that the dataset declares take part, since what divides a measure is their number; without `isolates` those
    alone that a tie of the view touches. A `weighing` asks for a direction, another weight, or another network; what
    the measure cannot have of it is a MisuseError too.
    """
    found = variant(measure_named(measure), weighing.checked())
    network = measured(dataset, view, weighing, isolates=isolates)
    if weighing == PLAIN and network.weight != BY_RUNG and found.name == STRENGTH:
        found = summed(found)
    return Ranking(
        found,
        network.graph.number_of_nodes(),
        network.graph.number_of_edges(),
        network.kinds,
        _ranked(dataset, found, network),
        network.summary,
        found.engine(network.graph),
        view,
        dataset,
        refused=network.refused,
        isolates=isolates,
        maybes=network.maybes,
        weighing=weighing,
        weight=network.weight,
        facts=network.facts,
        left_out=network.left_out,
        coverage=covered_kinds(dataset, network.kinds, view.as_of, view.known),
    )


def _ranked(dataset: Dataset, measure: Measure, network: Measured) -> tuple[Ranked, ...]:
    scores = measure.scores(network.graph)
    sign = 1 if measure.low else -1
    ordered = sorted(scores, key=lambda one: (sign * round(scores[one], 12), one))
    ranked: list[Ranked] = []
    for place, one in enumerate(ordered, start=1):
        before = ranked[-1] if ranked else None
        equal = before is not None and abs(before.score - scores[one]) <= SAME
        position = before.rank if before is not None and equal else place
        ranked.append(Ranked(position, one, _label(dataset, one), scores[one], network.maybe(one)))
    return tuple(ranked)


def _label(dataset: Dataset, one: str) -> str:
    """The name of a node, or of both ends of a pair."""
    return PAIR.join(dataset.names.label(end) for end in one.split(PAIR))
