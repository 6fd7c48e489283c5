"""Worlds in which two sources speak of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World


def two(world: World, mine: str, its: str, published: str = "2025-06-15") -> Dataset:
    """What `talks` says and what another source says, each in the flow of YAML."""
    card = CARD.replace("talks", "gazette").replace("2025-06-15", published)
    dataset = world(mine, {"graph/gazette.yaml": f"source: gazette\n{its}", "seeds/gazette.yaml": card})
    assert dataset.problems == ()
    return dataset


def relations(more: str = "", of: str = "kenya", with_: str = "vietnam", kind: str = "diplomatic_relations") -> str:
    return f"{kind}: [{{of: {of}, with: {with_}, evidence: {{p: 1, terms: [csp]}}{more}}}]"
