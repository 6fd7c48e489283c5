"""Whom an embassy at a city ties by the country that the city is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.wholes import pairs_of_wholes

if TYPE_CHECKING:
    from tests.world import World


@pytest.mark.parametrize(
    ("ends", "pairs"),
    [
        ("sender: egypt, seat: hanoi", [("egypt", "vietnam")]),
        ("sender: egypt, seat: hanoi, host: vietnam", []),  # it is named itself
        ("sender: egypt, seat: atlantis", []),  # a city that is said to be in no country
        ("sender: egypt, seat: vietnam", []),
        ("sender: egypt", []),
    ],
)
def test_an_embassy_is_in_the_country_of_its_seat(world: World, ends: str, pairs: list[tuple[str, str]]) -> None:
    cities = {"graph/actors/more.yaml": "cities: {atlantis: {name: Atlantis}}"}
    dataset = world(f"missions: {{m: {{kind: embassy, {ends}}}}}", cities)
    mission, kind = dataset.by_id["m"], dataset.vocabulary.relations["mission"]

    assert list(pairs_of_wholes(mission, kind, dataset.actors)) == pairs
