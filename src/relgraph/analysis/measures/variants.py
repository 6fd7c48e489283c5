"""Measures where ties have a direction or another weight: which there are, and what they say of themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.analysis.measures import directed, engines, scores
from relgraph.errors import MisuseError
from relgraph.graph.weighing import BOTH, IN, OUT, STRENGTH, TIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relgraph.analysis.measures.catalogue import Measure
    from relgraph.analysis.measures.engines import Scores
    from relgraph.graph.weighing import Weighing


class Way(NamedTuple):
    """A measure of directed ties: what it sums, and the work; what divides it where that is something else."""

    definition: str
    scores: Callable[[Any], Scores]
    normalisation: str = ""


_PATHS = (
    "sum, over all ordered pairs of other nodes, of the share of shortest paths along the ties that pass through it"
)
_PAIRS = "divided by the number of such pairs, (n-1)(n-2); every step counts 1; in and out are the same"
_WALK = "share of time that a random walker spends at a node who follows ties {}, in proportion to their weight"
WAYS: Mapping[str, Mapping[str, Way]] = {
    "degree": {
        IN: Way("number of actors from whom a tie leads to the node", directed.degree_in),
        OUT: Way("number of actors to whom a tie leads from the node", directed.degree_out),
        BOTH: Way(
            "number of actors from whom a tie leads to the node, and of those to whom one leads from it; "
            "one who is tied both ways counts twice",
            directed.degree_both,
        ),
    },
    "strength": {
        IN: Way("sum of the weights of the ties that lead to the node", directed.strength_in),
        OUT: Way("sum of the weights of the ties that lead from the node", directed.strength_out),
        BOTH: Way("sum of the weights of the ties that lead to the node or from it", directed.strength_both),
    },
    "betweenness": {way: Way(_PATHS, directed.betweenness, _PAIRS) for way in (IN, OUT)},
    "closeness": {
        IN: Way(
            "sum of 1/hops from every other node along the ties, 0 for those out of reach (harmonic closeness)",
            directed.closeness_in,
        ),
        OUT: Way(
            "sum of 1/hops to every other node along the ties, 0 for those out of reach (harmonic closeness)",
            directed.closeness_out,
        ),
    },
    "pagerank": {
        IN: Way(_WALK.format("along their direction"), directed.pagerank_in),
        OUT: Way(_WALK.format("against their direction"), directed.pagerank_out),
    },
}
"""The measures that a direction has a meaning for, and how each is taken.

An eigenvector is none of them: on ties with a direction it is defined only where everybody reaches everybody.
"""

WEIGHED = ("strength", "degree", "eigenvector", "pagerank", "constraint", "communities")
"""The measures that a weight has a meaning for."""

SUMS = {"degree", "strength"}
_SUM = "sum of the weights of a node's ties, one for each partner"


def variant(measure: Measure, asked: Weighing) -> Measure:
    """The measure as it is taken on a network that is asked for. Raises MisuseError where that has no meaning."""
    weighs = asked.weight != STRENGTH
    if weighs and measure.name not in WEIGHED:
        raise MisuseError(f"{measure.name} looks at no weights: there are {', '.join(WEIGHED)}")
    name = "strength" if weighs and measure.name in SUMS else measure.name  # a weighted degree is a strength
    if asked.directed:
        return _directed(measure, name, asked)
    if (weighs or asked.network != TIES) and name == "strength":
        return summed(replace(measure, scores=scores.strength))
    return measure


def summed(measure: Measure) -> Measure:
    """A measure that says it is a sum of weights, whatever these are."""
    return replace(measure, definition=_SUM, normalisation="none: a sum of weights")


def _directed(measure: Measure, name: str, asked: Weighing) -> Measure:
    ways = WAYS.get(name, {})
    if asked.direction not in ways:
        others = ", ".join(each for each in WAYS if asked.direction in WAYS[each])
        have = f"it has {' and '.join(ways)}" if ways else f"it is taken without; {others} have it"
        raise MisuseError(f"{measure.name} has no direction {asked.direction}: {have}")
    way = ways[asked.direction]
    usual = "none: a sum of weights" if name == "strength" else measure.normalisation
    return replace(
        measure,
        definition=way.definition,
        normalisation=way.normalisation or usual,
        scores=way.scores,
        engine=engines.networkx_alone,
    )
