"""A small folder of facts that has one of everything the page draws, and hostile names to put into it."""

from __future__ import annotations

from tests.world import beside_vietnam

ACTORS = """
    countries:
      vietnam: {name: Việt Nam, aliases: [Vietnam], adjectives: [Vietnamese], iso: VN, capital: hanoi}
      kenya: {name: Kenya, iso: KE}
      new-zealand: {name: New Zealand, iso: NZ}
      france: {name: France, iso: FR}
      thailand: {name: Thailand, iso: TH}
    cities:
      hanoi: {name: Hà Nội, of: vietnam}
    groups:
      pair: {name: the pair, members: [france, new-zealand], basis: a treaty}
    bodies:
      united-nations: {name: United Nations, aliases: [UN]}
    people:
      luong-cuong: {name: Lương Cường, aliases: [Cường]}
      soipan-tuya: {name: Soipan Tuya}
"""

FACTS = """
    source: review
    partnerships:
      - {of: vietnam, with: new-zealand, tier: csp, since: 2025, evidence: {p: 1, terms: [New Zealand, 2025]}}
      - {of: vietnam, with: {every: pair}, tier: csp, since: ../2025, evidence: {p: 2, terms: [the pair]}}
      - {of: vietnam, with: thailand, tier: sp, since: 2013, evidence: {p: 1, terms: [Thailand]}}
      - {of: vietnam, with: kenya, tier: sp, status: intended, evidence: {p: 2}}
    missions:
      kenya-bangkok:
        {name: Kenya's embassy in Bangkok, kind: embassy, sender: kenya, host: thailand, covers: vietnam,
         seen: 2025-04, evidence: {p: 3, terms: [embassy]}}
      kenya-hanoi:
        {name: Kenya's embassy in Hà Nội, kind: embassy, sender: kenya, host: vietnam, status: explored,
         evidence: {p: 3}}
    agreements:
      memorandum:
        {name: memorandum on consultations, kind: memorandum, parties: [kenya, vietnam], on: 2025-02?, evidence: {p: 3}}
    meetings:
      talks: {name: talks in Hà Nội, participants: [luong-cuong, soipan-tuya], place: hanoi, evidence: {p: 3}}
    memberships:
      - {member: vietnam, in: united-nations, evidence: {p: 2}}
    counts:
      - {of: vietnam, tier: csp, says: 14, as_of: 2025, evidence: {p: 1, terms: [14]}}
"""

CARD = """
    id: review
    title: A review of the year
    publisher: A paper
    published: 2026-01-12
    paragraphs:
      1: 14 2013 2025 new thailand vietnam zealand
      2: 2025 pair the vietnam
"""

FOLDER = {
    **beside_vietnam(),
    "graph/actors/all.yaml": ACTORS,
    "graph/review.yaml": FACTS,
    "seeds/review.yaml": CARD,
}

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "<b onmouseover=alert(1)>bold</b>",
    "{{ 7 * 7 }} ${alert(1)} `",
    "\u2028\u2029 --> <!-- ]]>",
    "a very long name " * 40,
    "جمهورية مصر العربية",
    "👩🏽‍🚀🇻🇳 e\u0301\u0323",
    "__proto__",
    "x",
)
