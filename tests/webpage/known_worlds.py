"""Small worlds written by hand, what is asked of them, and the answers in lines that can be looked over.

The answers stand in golden/answers.txt: what a reader of the page and a user of the command are told.
"""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from tests.webpage.asking import question
from tests.world import CARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.webpage.asking import Record


class KnownWorld(NamedTuple):
    """Facts below `source: talks`, questions, days on which is told what holds, a vocabulary, what its card covers."""

    facts: str
    questions: tuple[Record, ...]
    days: tuple[str, ...] = ()
    vocabulary: str = ""
    card: str = ""

    @property
    def files(self) -> dict[str, str]:
        """Its vocabulary, and the card of its source with what it covers, where that is said."""
        card = {"seeds/talks.yaml": f"{dedent(CARD)}{self.card}"} if self.card else {}
        return {"graph/vocabulary.yaml": self.vocabulary, **card}


TIERS = KnownWorld(
    """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1}}
      - {id: sp, of: vietnam, with: france, tier: sp, since: 2013, evidence: {p: 1}}
      - {id: special, of: vietnam, with: malaysia, tier: special}
      - {id: plan, of: kenya, with: egypt, status: intended}
    """,
    (
        question("kenya", "france"),
        question("kenya", "france", by="shortest"),
        question("kenya", "france", min="csp"),
        question("kenya", "france", at="2024-12-31"),
        question("kenya", "france", at="2025-06-30"),
        question("kenya", "france", at="2025-06-30", certain=True),
        question("kenya", "malaysia"),
        question("kenya", "egypt"),
        question("kenya", "egypt", planned=True),
        question("kenya", "kenya"),
    ),
    ("2012-12-31", "2025-06-30", "2026-01-01"),
)

LEFT = KnownWorld(
    """
    alliances:
      league: {name: the League, members: [kenya, france, egypt, russia], since: 1950}
      accord: {name: the Accord, members: [kenya, brazil], since: 1960}
    treaty_actions:
      - {participant: egypt, treaty: league, kind: withdrawal, on: 2005}
      - {participant: brazil, treaty: accord, kind: denunciation, on: 2001}
      - {participant: france, treaty: league, kind: withdrawal, on: 1966-03-07}
      - {participant: france, treaty: league, kind: entry-into-force, on: 2009}
      - {participant: france, treaty: league, kind: withdrawal, on: 2015}
    """,
    (
        question("kenya", "egypt"),
        question("kenya", "egypt", at="2000-01-01"),
        question("egypt", "kenya", at="2005-03-01"),
        question("kenya", "egypt", at="2005-03-01", certain=True),
        question("kenya", "egypt", at="2010-01-01"),
        question("kenya", "france", at="1966-03-07"),
        question("kenya", "france", at="1980-01-01"),
        question("kenya", "france", at="2009-06-30"),
        question("kenya", "france", at="2010-01-01"),
        question("kenya", "france"),
        question("kenya", "brazil"),
        question("kenya", "brazil", at="2000-01-01"),
    ),
    ("1960-01-01", "2000-01-01", "2010-01-01", "2020-01-01"),
)

WAYS = KnownWorld(
    """
    partnerships:
      - {id: weak, of: vietnam, with: brazil}
      - {id: strong, of: vietnam, with: [egypt, france], tier: sp}
    diplomatic_relations:
      - {id: here, of: brazil, with: [egypt, france]}
    agreements:
      waters: {name: the Waters, parties: [egypt, france], on: 2020}
      winds: {name: the Winds, parties: [egypt, france, kenya], on: 2020}
    """,
    (
        question("brazil", "vietnam"),
        question("brazil", "vietnam", by="shortest"),
        question("brazil", "vietnam", min="relations"),
        question("egypt", "france"),
        question("egypt", "france", by="shortest"),
        question("egypt", "kenya"),
    ),
)

RULES = KnownWorld(
    """
    partnerships:
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, since: ../2024, evidence: {p: 2}}
    missions:
      embassy: {name: the Embassy, kind: embassy, sender: kenya, host: vietnam, covers: malaysia, evidence: {p: 1}}
    """,
    (
        question("russia", "kenya"),
        question("russia", "kenya", derived=False),
        question("kenya", "malaysia"),
        question("kenya", "malaysia", derived=False),
        question("france", "vietnam", at="2020-01-01"),
    ),
    ("2020-01-01", "2024-12-31"),
)

LADDERS = KnownWorld(
    """
    partnerships:
      - {id: ours, of: vietnam, with: france, tier: csp}
      - {id: theirs, of: kenya, with: france, tier: ally}
      - {id: lower, of: kenya, with: egypt, tier: friend}
    """,
    (
        question("vietnam", "kenya"),
        question("vietnam", "kenya", min="csp"),
        question("egypt", "france"),
    ),
    vocabulary="ladders: {kenya: {owner: kenya, rungs: {friend: friend, ally: ally}}}",
)

EQUAL = KnownWorld(
    """
    partnerships:
      - {id: ours, of: kenya, with: france, tier: friend}
      - {id: theirs, of: egypt, with: brazil, tier: near}
      - {id: higher, of: egypt, with: russia, tier: dear}
      - {id: between, of: france, with: vietnam, tier: sp}
    """,
    (
        question("kenya", "france"),
        question("egypt", "brazil"),
        question("brazil", "russia"),
        question("brazil", "russia", min="dear"),
        question("kenya", "vietnam"),
    ),
    vocabulary="""
ladders:
  kenya: {label: Kenya's ladder, owner: kenya, rungs: {friend: Friendship, ally: Alliance}}
  egypt: {label: Egypt's ladder, owner: egypt, rungs: {near: Nearness, dear: Dearness}}
compare:
  - {kenya: friend, egypt: near}
""",
)

TIMES = KnownWorld(
    """
    partnerships:
      - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1}}
      - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2025-05, evidence: {p: 1}}
      - {id: over, of: vietnam, with: brazil, tier: cp, since: 2011, until: 2020-06-30, evidence: {p: 1}}
      - {id: doubted, of: vietnam, with: egypt, tier: sp, since: 2015?, evidence: {p: 1}}
      - {id: disputed, of: kenya, with: brazil, disputed: yes, evidence: {p: 1}}
    diplomatic_relations:
      - {id: seen, of: kenya, with: egypt, seen: 2018, evidence: {p: 1}}
    """,
    (
        question("vietnam", "kenya", at="2025-04-30"),
        question("vietnam", "kenya", at="2025-05-15"),
        question("vietnam", "brazil", at="2020-06-30"),
        question("vietnam", "brazil", at="2020-07-01"),
        question("vietnam", "egypt", at="2016-01-01"),
        question("kenya", "brazil", by="shortest"),
    ),
    ("2009-12-31", "2015-06-30", "2018-06-30", "2020-07-01", "2025-05-15"),
)

CHANGES = KnownWorld(
    """
    partnerships:
      - {id: low, of: vietnam, with: kenya, tier: cp, since: 2010, until: 2014, evidence: {p: 1}}
      - {id: high, of: vietnam, with: kenya, tier: csp, since: 2015, evidence: {p: 1}}
      - {id: top, of: vietnam, with: egypt, tier: csp, since: 2010, until: 2014, evidence: {p: 1}}
      - {id: less, of: vietnam, with: egypt, tier: cp, since: 2015, evidence: {p: 1}}
      - {id: new, of: vietnam, with: france, tier: sp, since: 2014-06, evidence: {p: 1}}
      - {id: over, of: vietnam, with: brazil, tier: sp, since: 2011, until: 2014, evidence: {p: 1}}
      - {id: some-time, of: vietnam, with: malaysia, tier: sp, evidence: {p: 1}}
    visits: [{id: visit, visitor: ruto, host: vietnam, on: 2014, evidence: {p: 1}}]
    counts: [{id: total, of: vietnam, what: partners, tier: csp, says: 2, as_of: 2014, evidence: {p: 1}}]
    """,
    (),
    ("2013-12-31", "2015-12-31"),
)

SILENT = KnownWorld(
    """
    diplomatic_relations:
      - {id: old, of: kenya, with: egypt, since: 1963, evidence: {p: 1}}
      - {id: over, of: brazil, with: egypt, since: 1960, until: 1975, status: ended, evidence: {p: 1}}
      - {id: denied, of: brazil, with: france, stance: against, evidence: {p: 1}}
    diplomatic_steps:
      - {id: broken, by: kenya, with: egypt, kind: severance, on: 1979, evidence: {p: 1}}
      - {id: again, by: kenya, with: egypt, kind: resumption, on: 1984, evidence: {p: 1}}
      - {id: undated, by: france, with: egypt, kind: severance, evidence: {p: 1}}
    missions:
      closed: {kind: embassy, sender: kenya, host: brazil, since: 1990, until: 2019-05, evidence: {p: 1}}
    cooperations:
      - {of: chamber-hanoi, with: malaysia, evidence: {p: 1}}
    partnerships:
      - {of: malaysia, with: russia, tier: relations, since: 2000?}
    """,
    (question("kenya", "egypt", at="1980-01-01"), question("brazil", "france")),
    ("1962-01-01", "1976-01-01", "1979-06-30", "1980-01-01", "1990-01-01", "2019-05-20", "2020-06-01", "2026-01-01"),
    card="""
coverage: {kinds: [missions], since: 1990, until: 2020, actors: [brazil, egypt, kenya]}
looked_for:
  - {kinds: [partnerships], between: [brazil, everyone], who: an editor, when: 2026-03-01, where: part 2}
  - {kinds: [missions], between: [brazil, france], who: a student, when: 2024-02-01, since: 2000, until: 2010?}
""",
)

KNOWN_WORLDS = {
    "changes": CHANGES,
    "tiers": TIERS,
    "ways": WAYS,
    "rules": RULES,
    "equal": EQUAL,
    "ladders": LADDERS,
    "times": TIMES,
    "left": LEFT,
    "silent": SILENT,
}


def told(world: Record) -> Iterator[str]:
    """The answers of a world: each question with what is found, then what holds on each day."""
    yield f"# {world['name']}"
    for case in world["paths"]:
        yield f"{_question(case['question'])}: {_verdict(case['answer'])}"
        for path in case["answer"]["paths"]:
            ties = ["; ".join(_tie(*tie) for tie in step) for step in path["ties"]]
            yield f"    {' - '.join(path['nodes'])} ({path['rung']}): {' | '.join(ties)}"
    facts = list(world["data"]["facts"])
    for day in world["days"]:
        holds = [f"{fact}{_mark(letter)}" for fact, letter in zip(facts, day["held"], strict=True) if letter != "n"]
        yield f"{_words(day['asked'])}: {', '.join(holds)}"
    for case in world["compared"]:
        still = f"{len(case['open'])} open"
        told = (f"{'' if certain else 'maybe '}{word} {' for '.join(ids)}" for word, certain, *ids in case["changes"])
        yield f"{' to '.join(case['days'])}: {', '.join((*told, still))}"
    if world["data"]["silence"].get("covered"):
        alike = [case for case in world["silent"] if case["at"] is None and case["pair"][0] < case["pair"][1]]
        yield from map(_silence, alike)
    yield ""


def _silence(case: Record) -> str:
    said = [f"no: {one['kind']} ({'; '.join(one['said'])})" for one in case["no"] if one["said"]]
    told = "; ".join(filter(None, (*said, case["told"])))
    return f"no tie of {' and '.join(case['pair'])}: {case['answer']} ({told})"


def _question(asked: Record) -> str:
    more = {name: value for name, value in asked.items() if question("", "").get(name, "") != value}
    return ", ".join([f"{more.pop('from')} to {more.pop('to')}", *([_words(more)] if more else [])])


def _words(asked: Record) -> str:
    return ", ".join(name if value is True else f"{name} {value}" for name, value in asked.items())


def _verdict(answer: Record) -> str:
    above = f"not at {answer['above']}, " if answer["above"] else ""
    incomparable = "cannot be compared, " if answer["incomparable"] else ""
    reason = f"{answer['reason']}, " if answer["reason"] else ""
    return f"{reason}{incomparable}{above}of {answer['nodes']} with {answer['pairs']} tied pairs"


def _tie(fact: str, truth: str, holds: str, says: str) -> str:
    return f"{says} [{fact}{_mark(truth)}{'; not so' if holds == 'no' else ''}]"


def _mark(truth: str) -> str:
    return "?" if truth.startswith("m") else ""
