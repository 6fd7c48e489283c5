"""Networks of rankings as they are kept: each comes back for its very question, and what is damaged does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from relgraph.analysis.measures.kept_networks import measured, packed, unpacked
from relgraph.analysis.measures.measured import Measured, work_out
from relgraph.graph.views import View
from relgraph.graph.weighing import PLAIN, Weighing
from relgraph.reading.dates import parse_date
from relgraph.sources.library import Library
from relgraph.store.shelf import Shelf, Workings, digest
from tests.world import drawn

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, malaysia], tier: csp, since: 2025-06, evidence: {p: 1, terms: [csp]}}
    missions:
      to: {kind: embassy, sender: kenya, host: egypt, since: 2025}
      back: {kind: embassy, sender: egypt, host: kenya, since: 1999}
"""
ANEW = Measured(nx.Graph(), (), {}, (), 0)
IN_2025 = View(as_of=parse_date("2025"))


def keeping(dataset: Dataset, folder: Path) -> Dataset:
    vars(dataset)["workings"] = Workings(Shelf(folder), digest(b"ab"))
    return dataset


def in_full(network: Measured) -> dict[str, Any]:
    graph: Any = network.graph
    parts = {"nodes": list(graph), "edges": list(graph.edges(data=True)), "directed": graph.is_directed()}
    maybe = [network.maybe(one) for one in (*graph, "kenya – vietnam")]
    return vars(network) | parts | {"graph": None, "unsure": set(network.unsure), "_maybe": maybe}


@pytest.mark.parametrize("asked", [PLAIN, Weighing(direction="in", weight="count"), Weighing("shared")])
def test_a_network_comes_back_as_it_was(world: World, asked: Weighing) -> None:
    network = work_out(world(FACTS), IN_2025, asked, isolates=asked != PLAIN)

    assert in_full(unpacked(packed(network))) == in_full(network)


def test_what_may_not_hold_counts_for_its_ends_and_its_pair(world: World) -> None:
    again = unpacked(packed(work_out(world(FACTS), IN_2025, PLAIN, isolates=True)))

    assert (again.maybes, again.maybe("vietnam"), again.maybe("kenya"), again.maybe("kenya – vietnam")) == (2, 2, 1, 1)
    assert again.maybe("egypt – kenya") == again.maybe("egypt") == 0


def test_it_is_kept_for_its_question_alone(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = keeping(world(FACTS), tmp_path / "kept")
    first = measured(dataset, View(), PLAIN, isolates=True)
    monkeypatch.setattr("relgraph.analysis.measures.kept_networks.work_out", lambda *_, **__: ANEW)

    assert in_full(measured(dataset, View(), PLAIN, isolates=True)) == in_full(first)
    assert measured(dataset, View(), PLAIN, isolates=False) is ANEW
    assert measured(dataset, IN_2025, PLAIN, isolates=True) is ANEW
    assert measured(dataset, View(), Weighing("shared"), isolates=True) is ANEW


def test_a_text_at_hand_is_another_question(world: World, tmp_path: Path) -> None:
    """What check refuses by the text is not what it refuses without it."""
    wrong = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp, ladder]}}]"
    dataset = keeping(world(wrong), tmp_path / "kept")
    assert measured(dataset, View(), PLAIN, isolates=True).refused == 1

    library = Library(dataset.library.cards, {"talks": ("Kenya and Vietnam are at csp, a ladder.",)})
    again = replace(dataset, library=library)
    assert measured(again, View(), PLAIN, isolates=True).refused == 0


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[" * 100_000, '{"nodes": [[]], "directed": 0, "about": [], "edges": [[0, 7]]}']
)
def test_what_is_kept_and_is_no_network_is_worked_out_anew(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = keeping(drawn([("a", "b", "high")]), tmp_path / "kept")
    monkeypatch.setattr(Workings, "find", lambda *_: text)

    assert list(measured(dataset, View(), PLAIN, isolates=True).graph.edges) == [("a", "b")]
