"""The network of a view as it is kept, and the ties of its pairs, which are looked for when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.graph.kept_network import LazilyBetween, keep_network, kept_network
from relgraph.graph.network import Network
from relgraph.graph.views import View
from relgraph.store.shelf import Shelf, Workings, digest
from tests.world import drawn

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.steps import Tie

LEVELS = {"a": {"b": 2}, "b": {"a": 2, "c": 0}, "c": {"b": 0}}
VIEW = View()


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    dataset = drawn([("a", "b", "high")])
    vars(dataset)["workings"] = Workings(Shelf(tmp_path / "kept"), digest(b"ab"))
    return dataset


def test_a_network_comes_back_as_it_was_kept_for_its_view_and_scope(dataset: Dataset) -> None:
    keep_network(dataset, VIEW, "ties", Network(LEVELS, dataset.rungs))
    again = kept_network(dataset, VIEW, "ties", dataset.rungs)

    assert again is not None
    assert again.levels == LEVELS
    assert kept_network(dataset, VIEW, "all", dataset.rungs) is None
    assert kept_network(dataset, View(certain=True), "ties", dataset.rungs) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, '{"levels": {}, "joins": [[[]]]}'])
def test_what_is_kept_and_is_no_network_is_none(dataset: Dataset, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workings, "find", lambda *_: text)

    assert kept_network(dataset, VIEW, "ties", dataset.rungs) is None


def test_ties_are_looked_for_once_for_each_pair_whichever_end_comes_first() -> None:
    asked: list[str] = []

    def find(one: str, other: str) -> list[Tie]:
        asked.append(one + other)
        return []

    between = LazilyBetween(LEVELS, find)

    assert (len(between), list(between)) == (3, ["a", "b", "c"])
    assert (len(between["b"]), list(between["b"])) == (2, ["a", "c"])
    assert asked == []
    assert between["b"]["a"] is between["a"]["b"]
    assert asked == ["ab"]
    assert "c" not in between["a"]
    with pytest.raises(KeyError):
        between["a"]["c"]
