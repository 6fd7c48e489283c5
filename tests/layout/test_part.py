from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from relgraph.layout.part import connected_parts, whole

ENDS = st.integers(0, 14)


@given(st.lists(st.tuples(ENDS, ENDS), max_size=20))
def test_the_parts_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    names = {number: f"n{number:02}" for number in range(15)}
    graph = nx.Graph([(names[one], names[other]) for one, other in pairs])
    graph.add_nodes_from(names.values())
    parts = connected_parts(
        whole(dict.fromkeys(names.values()), [(names[one], names[other], 0) for one, other in pairs])
    )

    assert {frozenset(part.nodes) for part in parts} == set(map(frozenset, nx.connected_components(graph)))
    for part in parts:
        ties = {frozenset(part.nodes[end] for end in tie) for tie in part.ends.tolist()}
        assert ties == {frozenset(tie) for tie in graph.edges(part.nodes) if tie[0] != tie[1]}


def test_parallel_ties_are_one_that_pulls_more_and_has_the_highest_rung() -> None:
    part = whole({"a": None, "b": "Bland", "c": None}, [("a", "b", 1), ("b", "a", 3), ("c", "c", 2), ("b", "c", 1)])

    assert part.labels == ["", "Bland", ""]
    assert part.ends.tolist() == [[0, 1], [1, 2]]
    assert part.rung.tolist() == [3, 1]
    assert part.pull[0] > part.pull[1] == 1
    assert part.degrees().tolist() == [1, 2, 1]


def test_the_largest_comes_first() -> None:
    parts = connected_parts(whole(dict.fromkeys("abcdef"), [("e", "f", 0), ("b", "c", 0), ("c", "d", 0)]))

    assert [part.nodes for part in parts] == [["b", "c", "d"], ["e", "f"], ["a"]]
