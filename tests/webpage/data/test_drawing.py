"""What the page draws of a view is what it would draw of the graph of that view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.graph.lines import lines_of
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import EVERYTHING, View
from relgraph.webpage.data.drawing import OF_NODES, Drawing, drawing, drawing_of

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
partnerships:
  - {of: vietnam, with: [kenya, egypt], tier: csp, since: 2020}
  - {of: vietnam, with: kenya, tier: sp, since: 2010}
  - {of: vietnam, with: vietnam, tier: sp}
missions:
  post: {kind: embassy, sender: kenya, host: egypt, covers: [egypt, vietnam], name: Lotus House}
  closed: {kind: embassy, sender: egypt, host: vietnam, until: 1999}
alliances:
  league: {members: [kenya, egypt, vietnam]}
treaty_actions:
  - {participant: kenya, treaty: league, kind: withdrawal, on: 2005}
diplomatic_relations:
  - {of: egypt, with: kenya, per: kenya}
"""
OFFICES = "offices: {head: {name: President of Kenya, of: kenya}}\npeople: {ada: {name: Ada Odera}}"
VIEWS = (EVERYTHING, View(), View(as_of="2004"), View(as_of="2012", stated=True))  # type: ignore[arg-type]  # read as dates


def told(drawn: Drawing) -> list[Any]:
    """All that it is made of, in order."""
    nodes = {one: {name: about[name] for name in OF_NODES if name in about} for one, about in drawn.nodes.items()}
    return [list(nodes.items()), [(*edge[:4], dict(edge.about)) for edge in drawn.edges], drawn.says]


def drawn_alike(dataset: Dataset) -> None:
    for view in VIEWS:
        for isolates in (True, False):
            graph = build_graph(dataset, view, isolates=isolates)
            drawn = drawing(dataset, lines_of(dataset, view, isolates=isolates))
            assert told(drawn) == told(drawing_of(graph))
            assert drawn.degrees == {node: degree for node, degree in graph.degree() if degree}


def test_a_view_is_drawn_as_its_graph_is(world: World) -> None:
    drawn_alike(world(FACTS, {"graph/actors/offices.yaml": OFFICES}))


def test_the_curated_facts_are_drawn_as_their_graph_is(curated: Dataset) -> None:
    drawn_alike(curated)


def test_edges_that_are_alike_share_what_is_told_of_them(world: World) -> None:
    dataset = world("diplomatic_relations: [{of: kenya, with: [egypt, brazil]}, {of: brazil, with: egypt}]")
    for drawn in (drawing(dataset, lines_of(dataset)), drawing_of(build_graph(dataset))):
        one, *others = (edge.about for edge in drawn.edges if edge.fact)
        assert len(others) == 2
        assert all(other is one for other in others)


@pytest.mark.parametrize("view", [EVERYTHING, View(as_of="2004")])  # type: ignore[arg-type]  # as above
def test_lines_tell_how_many_of_them_may_not_be_so(world: World, view: View) -> None:
    dataset = world("diplomatic_relations: [{of: kenya, with: egypt}, {of: vietnam, with: egypt, since: 2000}]")

    assert lines_of(dataset, view).maybes == (0 if view.as_of is None else 1)
