"""The status of a fact: since its sources spoke, and on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.statuses import day_held, effect_on
from relgraph.reading.dates import day_asked
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from tests.world import World


def mission(world: World, more: str) -> tuple[Dataset, Fact]:
    """An embassy; what is cited was published in June 2025."""
    dataset = world(f"missions: {{m: {{kind: embassy, sender: kenya, host: egypt, evidence: {{p: 1}}{more}}}}}")
    return dataset, dataset.by_id["m"]


@pytest.mark.parametrize(
    ("more", "day"),
    [
        (", since: 1990, until: 2001", "2001"),
        (", since: 1990, status: ended", "1990"),
        (", status: ended", "2000-01-01"),
        (", since: 1990", None),
        (", since: 1990, until: 2030", None),
        (", since: 2030, status: intended", None),
    ],
)
def test_a_day_on_which_it_held_is_told_of_what_is_over(world: World, more: str, day: str | None) -> None:
    assert day_held(*mission(world, more)) == (day_asked(day) if day else None)


@pytest.mark.parametrize(
    ("more", "day", "effect"),
    [
        (", since: 1990, until: 2001", None, Effect.ENDED),
        (", since: 1990, until: 2001", "2000", Effect.CURRENT),
        (", since: 1990, until: 2001", "2002", Effect.ENDED),
        (", since: 1990, until: 2001, status: ended", "2000", Effect.CURRENT),
        (", since: 1990, until: 2030", None, Effect.CURRENT),
        (", since: 2030, status: intended", "2031", Effect.PLANNED),
    ],
)
def test_what_is_over_means_what_it_did_while_it_held(world: World, more: str, day: str | None, effect: Effect) -> None:
    assert effect_on(*mission(world, more), day_asked(day) if day else None) is effect
