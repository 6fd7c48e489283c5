"""A small dataset by hand: 3 countries, what they agreed, kept, ended and intend, and one who holds an office."""

from __future__ import annotations

from relgraph.sources.card import index_line

ACTORS = """\
countries:
  vietnam: {name: Việt Nam, adjectives: [Vietnamese], iso: VN}
  new-zealand: {name: New Zealand, iso: NZ}
  kenya: {name: Kenya, adjectives: [Kenyan], iso: KE}
cities:
  hanoi: {name: Hà Nội, of: vietnam}
people:
  luong-cuong: {name: Lương Cường}
offices:
  president-of-vietnam: {name: President of Việt Nam, of: vietnam}
"""

FACTS = """\
source: review
partnerships:
  - {of: vietnam, with: new-zealand, tier: sp, since: 2020, evidence: {p: 1, terms: [Strategic Partnership]}}
  - {of: vietnam, with: new-zealand, tier: csp, since: 2025, evidence: {p: 2, terms: [raised]}}
holds:
  - {holder: luong-cuong, office: president-of-vietnam, seen: 2025, evidence: {p: 3, terms: [President]}}
cooperations:
  - {of: vietnam, with: kenya, kind: trade, status: intended, evidence: {p: 4, terms: [trade & investment]}}
  - {of: vietnam, with: kenya, kind: outreach, status: ended, until: 2024, evidence: {p: 4, terms: [outreach]}}
missions:
  kenya-embassy-hanoi:
    name: Kenya's embassy in Hà Nội
    kind: embassy
    sender: kenya
    host: vietnam
    seat: hanoi
    evidence: {p: 5, terms: [embassy]}
"""

PARAGRAPHS = (
    "Vietnamese and New Zealand leaders speak of the Strategic Partnership of 2020.",
    "In 2025 Việt Nam and New Zealand raised it.",
    "In 2025 Lương Cường was President of Việt Nam.",
    "Kenya and Việt Nam plan trade & investment; until 2024 there was some outreach.",
    "Kenya's embassy stands in Hà Nội, Việt Nam.",
)
CARD = "id: review\ntitle: A review\npublished: 2026\nparagraphs:\n" + "".join(
    f"  {number}: {index_line(text)}\n" for number, text in enumerate(PARAGRAPHS, start=1)
)
FILES = {"graph/actors/all.yaml": ACTORS, "graph/review.yaml": FACTS, "seeds/review.yaml": CARD}

NODES = {
    "hanoi",
    "kenya",
    "kenya-embassy-hanoi",
    "luong-cuong",
    "new-zealand",
    "president-of-vietnam",
    "vietnam",
}
