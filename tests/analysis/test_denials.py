"""What a dataset itself says is not there between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.denials import denials
from relgraph.reading.dates import day_asked

if TYPE_CHECKING:
    from tests.world import World


STEP = "{{id: {}, by: kenya, with: egypt, kind: {}, on: {}}}"


@pytest.mark.parametrize(
    ("steps", "said_by"),
    [
        ([("a", "severance", "1979")], ["a"]),
        ([("a", "severance", "1979"), ("b", "resumption", "1982")], []),
        ([("a", "severance", "1979"), ("b", "severance", "1990")], ["b"]),
        ([("a", "severance", "1990"), ("b", "severance", "1979")], ["a"]),
        ([("a", "severance", "1990"), ("b", "severance", "1990-05")], ["a", "b"]),  # the month may be the year's
        ([("a", "severance", "2001")], []),
    ],
)
def test_the_last_who_say_so_are_named(world: World, steps: list[tuple[str, str, str]], said_by: list[str]) -> None:
    written = ", ".join(STEP.format(*step) for step in steps)
    found = denials(world(f"diplomatic_steps: [{written}]"), "kenya", "egypt", day_asked("2000"))

    assert [fact.id for fact in found.get("diplomatic-relations", ())] == said_by
