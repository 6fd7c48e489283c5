"""Measures of standing in a network: each a record that says what it is and how to read it.

All are taken on the projection: a simple undirected graph with one edge for each tied pair. So a degree is
a number of partners, whatever the number of ties, and nothing here has a direction. `strength` of a pair is
1 plus the height of its best rung (1 without a rung, 2 at the lowest): more is closer. `distance` is its inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.analysis.measures import cut_points, engines, scores

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.analysis.measures.engines import Graph, Scores

NODES, PAIRS, GROUPS = "nodes", "pairs", "groups"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it sums, what divides it, what it tells, whose definition it is, and the work.

    `scores` gives a number for each node (`yields` nodes), for each pair (pairs), or the number of each node's
    group (groups). Where `low` the lowest number stands highest. `engine` names the library that does the work.
    """

    name: str
    definition: str
    normalisation: str
    meaning: str
    reference: str
    scores: Callable[[Graph], Scores]
    yields: str = NODES
    low: bool = False
    engine: Callable[[Graph], str] = engines.networkx_alone


MEASURES: tuple[Measure, ...] = (
    Measure(
        "degree",
        "number of actors that a node is tied to; parallel ties to one partner count once",
        "none: a count of partners",
        "how many partners an actor has",
        "Freeman 1978, Centrality in social networks",
        scores.degree,
    ),
    Measure(
        "strength",
        "sum of the strengths of a node's ties, one for each partner",
        "none; a tie without a rung counts 1, one at the lowest rung 2",
        "how many partners an actor has, and how close they are",
        "Barrat et al. 2004, The architecture of complex weighted networks",
        scores.strength,
    ),
    Measure(
        "betweenness",
        "sum, over all pairs of other nodes, of the share of shortest paths between them that pass through the node",
        "divided by the number of such pairs, (n-1)(n-2)/2; every step counts 1, tiers are not looked at",
        "how often an actor stands between others",
        "Freeman 1977, A set of measures of centrality based on betweenness",
        scores.betweenness,
        engine=engines.searching,
    ),
    Measure(
        "closeness",
        "sum of 1/hops to every other node, 0 for those out of reach (harmonic closeness)",
        "divided by n-1; every step counts 1",
        "how near an actor is to all others",
        "Marchiori and Latora 2000, Harmony in the small-world",
        scores.closeness,
        engine=engines.searching,
    ),
    Measure(
        "eigenvector",
        "a node's score is proportional to the sum of its partners' scores, weighted by strength",
        "the highest is 1; components alike share alike, and one whose eigenvalue is less than the greatest has 0",
        "how much an actor is tied to those who are much tied themselves",
        "Bonacich 1987, Power and centrality",
        scores.eigenvector,
        engine=engines.matrices,
    ),
    Measure(
        "pagerank",
        "share of time that a random walker spends at a node who follows ties in proportion to their strength",
        "sums to 1 over all nodes; damping 0.85",
        "how much an actor is tied to those who are much tied, each sharing out what it has",
        "Brin and Page 1998, The anatomy of a large-scale hypertextual web search engine",
        scores.pagerank,
    ),
    Measure(
        "core",
        "the largest k such that the node lies in a part of the network where everyone has k partners or more",
        "none: a whole number",
        "whether an actor belongs to the densely tied middle",
        "Seidman 1983, Network structure and minimum degree",
        scores.core,
    ),
    Measure(
        "constraint",
        "how far a node's ties, weighted by strength, lead back to the same few partners",
        "none; low is free, about 1 or more is hemmed in; nodes without ties are left out",
        "how little room an actor has to broker: the least constrained stands first",
        "Burt 1992, Structural holes",
        scores.constraint,
        low=True,
        engine=engines.matrices,
    ),
    Measure(
        "effective-size",
        "number of partners less the mean number of ties each of them has to the others",
        "none; at most the degree",
        "how many partners an actor has who would not meet without it",
        "Burt 1992, Structural holes; formula of Borgatti 1997",
        scores.effective_size,
        engine=engines.counting,
    ),
    Measure(
        "bridges",
        "pairs whose loss, parallel ties and all, would part a component, scored by the pairs of actors parted",
        "none: a count of pairs",
        "which single pairs hold the network together",
        "Tarjan 1974, A note on finding the bridges of a graph",
        cut_points.bridges,
        PAIRS,
    ),
    Measure(
        "cut-points",
        "actors whose loss would part a component, scored by the number of pairs of others it would part",
        "none: a count of pairs",
        "which single actors hold the network together",
        "Hopcroft and Tarjan 1973, Efficient algorithms for graph manipulation",
        cut_points.cut_points,
    ),
    Measure(
        "communities",
        "the group a node falls into when modularity, weighted by strength, is made as high as Louvain finds it",
        f"resolution 1, seed {scores.SEED}; group 1 is the largest",
        "who belongs together more than chance would have it; another seed may draw other lines",
        "Blondel et al. 2008, Fast unfolding of communities in large networks",
        scores.communities,
        GROUPS,
        low=True,
        engine=engines.grouping,
    ),
)
