from __future__ import annotations

import re

import pytest

from relgraph.export.palette import colours, edge_colour, mixed, node_colour, node_size
from relgraph.vocabulary.load import shipped_vocabulary

WELL_FORMED = re.compile("#[0-9a-f]{6}")


def test_every_kind_of_the_vocabulary_has_a_colour() -> None:
    vocabulary = shipped_vocabulary()
    kinds = [*vocabulary.actors, *vocabulary.relations, "anything else"]

    assert all(WELL_FORMED.fullmatch(node_colour(kind)) for kind in kinds)
    assert all(WELL_FORMED.fullmatch(edge_colour(kind, None)) for kind in kinds)


def test_colours_are_those_of_the_page() -> None:
    assert node_colour("country") == colours()["kind-country"]
    assert node_colour("of no kind") == colours()["kind-other"]
    assert edge_colour("mission", None) == colours()["tie-mission"]
    assert edge_colour("visit", None) == colours()["tie"]


@pytest.mark.parametrize(("height", "name"), [(0, "rung-1"), (1 / 3, "rung-2"), (2 / 3, "rung-3"), (1, "rung-4")])
def test_rungs_of_a_ladder_of_four(height: float, name: str) -> None:
    assert edge_colour("partnership", height) == colours()[name]


def test_a_rung_between_two_colours_is_mixed() -> None:
    assert edge_colour("partnership", 1 / 6) == mixed(colours()["rung-1"], colours()["rung-2"], 0.5)


def test_what_is_over_fades_into_the_ground() -> None:
    assert edge_colour("visit", None, ended=True) == mixed(colours()["tie"], colours()["ground"], 0.6)


@pytest.mark.parametrize(("share", "colour"), [(0, "#000000"), (0.5, "#800810"), (1, "#ff1020")])
def test_mixed(share: float, colour: str) -> None:
    assert mixed("#000000", "#ff1020", share) == colour


@pytest.mark.parametrize(("edges", "size"), [(0, 14.0), (1, 18.0), (4, 22.0), (10_000, 60.0)])
def test_a_node_grows_with_its_edges(edges: int, size: float) -> None:
    assert node_size(edges) == size
