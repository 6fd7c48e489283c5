"""What a dataset does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.gaps import gaps

if TYPE_CHECKING:
    from tests.world import World

CARD = """
    id: talks
    title: talks
    no_facts: {2: heading}
    paragraphs:
      1: kenya vietnam csp 2025
      2: heading
      3: silence
"""


def test_each_gap_is_told(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: dated, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [Kenya, 2025]}}
          - {id: undated, of: vietnam, with: egypt, tier: csp, evidence: {p: 1, terms: [Egypt]}}
        counts:
          - {id: total, of: vietnam, counts: partnership, tier: csp, what: partners, says: 5, evidence: {p: 1}}
        """,
        {"seeds/talks.yaml": CARD},
    )

    found = gaps(dataset)

    assert [fact.id for fact in found.undated] == ["total", "undated"]
    assert [fact.id for fact in found.one_source] == ["dated", "total", "undated"]
    assert [fact.id for fact in found.only_cited] == ["undated"]
    assert found.silent == (("talks", 2, "heading"), ("talks", 3, None))
    assert [(one.fact.id, one.unnamed) for one in found.short] == [("total", 3)]
