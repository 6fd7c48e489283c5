"""A small dataset with a story to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tests.world import beside_vietnam

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {id: top, of: vietnam, with: kenya, tier: csp, since: 2025-05, evidence: {p: 1}}
      - {id: low, of: vietnam, with: kenya, tier: cp, since: 2015, evidence: {p: 1}}
      - {id: plan, of: vietnam, with: egypt, tier: sp, status: intended}
      - {id: old, of: vietnam, with: brazil, tier: sp, since: 2001, until: 2009}
    holds: [{id: office, holder: cuong, office: president-of-vietnam, since: 2024-10-21}]
    visits: [{id: visit, visitor: ruto, host: vietnam, on: 2025-05}]
    counts: [{id: total, of: vietnam, counts: partnership, tier: csp, what: partners, says: 3}]
"""


class WithStory(Protocol):
    """Makes the dataset with the story of a text."""

    def __call__(self, story: str) -> Dataset: ...


@pytest.fixture
def with_story(world: World) -> WithStory:
    """The facts above, with a story in graph/stories/one.yaml."""
    return lambda story: world(FACTS, {**beside_vietnam(), "graph/stories/one.yaml": story})
