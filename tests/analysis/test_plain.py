"""Records as plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from relgraph.analysis.plain import plain_citation, plain_end, plain_fact, plain_held
from relgraph.analysis.plain_types import (
    PlainAbsence,
    PlainCitation,
    PlainDated,
    PlainDerivation,
    PlainDiffers,
    PlainEnd,
    PlainFact,
    PlainHeld,
    PlainWithdrawal,
)
from relgraph.facts.load import load
from relgraph.facts.records import Citation, End
from relgraph.graph.views import EVERYTHING, View, select
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.kinds import DATES
from tests.checkout import ROOT
from tests.typed import fields, misfits, used
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World


def plain(dataset: Dataset, one: str) -> PlainFact:
    return plain_fact(dataset, dataset.by_id[one])


def test_a_fact_has_what_is_promised_and_no_more_than_it_says(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp], despite: [2025]}}
    """)

    assert plain(dataset, "csp") == {
        "id": "csp",
        "kind": "partnership",
        "text": "Việt Nam has a Comprehensive Strategic Partnership with Kenya",
        "ends": [
            {"role": "of", "id": "vietnam", "name": "Việt Nam", "type": "country"},
            {"role": "with", "id": "kenya", "name": "Kenya", "type": "country"},
        ],
        "tier": "csp",
        "status": "in-force",
        "since": "2025",
        "derived": False,
        "evidence": [
            {
                "source": "talks",
                "file": "talks.txt",
                "paragraph": 1,
                "terms": ["csp"],
                "carries": ["words"],
                "verified": "index",
            }
        ],
        "file": "graph/talks.yaml",
        "line": 4,
    }


def test_a_derived_fact_has_its_rule_and_premises_and_no_place(world: World) -> None:
    dataset = world("partnerships: [{id: powers, of: vietnam, with: {every: two-powers}, tier: csp}]")
    found = plain(dataset, "powers:france")

    assert found["derived"] is True
    assert found["rule"] == "what is said of the two powers holds for each of its members"
    assert found["premises"] == ["powers", "two-powers"]


def test_a_stated_fact_that_follows_too_is_corroborated(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp}
          - {id: france, of: france, with: vietnam, tier: csp}
    """)

    assert plain(dataset, "france")["corroborated"] == [
        {"rule": "what is said of the two powers holds for each of its members", "premises": ["powers", "two-powers"]}
    ]


def test_figures_and_details_are_told_apart(world: World) -> None:
    dataset = world("""
        tariffs: [{id: tariff, imposed_by: france, upon: kenya, rate: 20 %, goods: tea, on: 2025-04?}]
        counts: [{id: total, of: vietnam, what: partners, says: 14, parts: [{what: in Asia, says: 6}], as_of: 2025}]
    """)

    assert plain(dataset, "tariff")["figures"] == {"rate": "20 %"}
    assert plain(dataset, "tariff")["details"] == {"goods": "tea"}
    assert plain(dataset, "tariff")["on"] == "2025-04?"
    assert plain(dataset, "total")["figures"] == {"says": "14"}
    assert plain(dataset, "total")["details"] == {
        "what": "partners",
        "parts": [{"what": "in Asia", "says": "6"}],
        "as_of": "2025",
    }


def test_what_is_said_about_the_record_itself(world: World) -> None:
    dataset = world("""
        partnerships:
          - id: odd
            of: vietnam
            with: kenya
            stance: against
            disputed: yes
            withdrawn: {on: 2025, why: misread}
            per: [cuong, ruto]
            note: in our words
    """)
    found = plain(dataset, "odd")

    assert found["withdrawn"] == {"on": "2025", "why": "misread"}
    assert (found["stance"], found["disputed"], found["note"]) == ("against", True, "in our words")
    assert found["per"] == ["cuong", "ruto"]


def test_a_fact_that_is_a_node_has_its_name_and_narrower_kind(world: World) -> None:
    dataset = world("missions: {embassy: {name: the Embassy, kind: embassy, sender: vietnam, host: egypt}}")
    found = plain(dataset, "embassy")

    assert (found["name"], found["type"], found["kind"]) == ("the Embassy", "embassy", "mission")


def test_ends_say_of_what_kind_they_are(world: World) -> None:
    dataset = world("events: {fair: {name: the Fair, host: kenya}}")

    assert plain_end(dataset, End("in", "fair")) == {"role": "in", "id": "fair", "name": "the Fair", "type": "event"}
    assert plain_end(dataset, End("of", "x")) == {"role": "of", "id": "x", "name": "x", "type": "unknown"}


def test_a_citation_of_a_source_without_a_card_has_no_file(world: World) -> None:
    dataset = world("events: {fair: {name: the Fair}}")

    assert plain_citation(dataset, Citation("lost", 3), dataset.by_id["fair"]) == {
        "source": "lost",
        "paragraph": 3,
        "terms": [],
        "carries": [],
        "verified": "cited",
    }


def test_a_fact_of_a_view_says_whether_it_holds(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp, since: 2025}]")
    held = select(dataset, View(as_of=parse_date("2025-06"), stated=True))[0]

    assert plain_held(dataset, held) == plain(dataset, "csp") | {"holds": "maybe"}


def test_a_tier_that_a_later_one_replaced_says_so(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2025}
    """)
    held = select(dataset, View(stated=True, superseded=True))

    assert [plain_held(dataset, one).get("superseded") for one in held] == ["yes", None]


WHOLE = """
    partnerships:
      - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010, until: 2025, evidence: {p: 1, terms: [kenya]}}
      - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2025, seen: 2025-06, evidence: {p: 1, terms: [csp]}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp}
      - {id: france, of: vietnam, with: france, tier: csp}
      - {id: odd, of: vietnam, with: egypt, stance: against, disputed: yes, withdrawn: {on: 2025, why: misread}}
    agreements:
      treaty: {name: the treaty, kind: memorandum, parties: [kenya, france], on: 2020, note: in our words}
      pact: {name: the pact, parties: [kenya, france], on: 2026-01-13, evidence: {in: news, p: 1, terms: [tuesday]}}
    alliances:
      league: {name: the league, members: [kenya, france, brazil], since: 2001}
      accord: {name: the accord, members: [kenya, france], since: 2001}
    treaty_actions:
      - {participant: france, treaty: league, kind: withdrawal, on: 2009}
      - {participant: brazil, treaty: league, kind: withdrawal, on: 2003}
      - {participant: brazil, treaty: league, kind: accession, on: 2005}
      - {participant: france, treaty: accord, kind: withdrawal, on: 2009}
    counts:
      - {of: kenya, says: 3, what: partners, per: [ruto], evidence: {p: 1, terms: ["2025"], inferred: yes}}
"""
"""Facts that have together all that the plain form of one may have."""

KEPT = """
    author: An Envoy
    url: https://example.org/talks
    archived: https://example.net/talks
    retrieved: 2025-07-01
"""


def test_every_fact_is_plain_and_of_the_type_that_is_declared(world: World) -> None:
    for dataset in (load(ROOT / "graph"), world(WHOLE)):
        held = select(dataset, EVERYTHING.widened(unsound=True))
        facts = [plain_held(dataset, one) for one in held]

        assert len(facts) == len(dataset.all_facts)
        assert json.loads(json.dumps(facts)) == facts
        assert list(misfits(facts, list[PlainHeld])) == []


OTHER = """
    source: SOURCE
    diplomatic_relations:
      - {of: egypt, with: brazil, since: 1924, evidence: {p: 1, terms: [relations]}}
      - {of: egypt, with: malaysia, since: YEAR, evidence: {p: 1, terms: [relations]}}
"""
OTHER_SOURCES = {
    "seeds/gazette.yaml": "{id: gazette, title: x, publisher: The Gazette}",
    "seeds/herald.yaml": "{id: herald, title: x, publisher: The Herald}",
    "graph/gazette.yaml": OTHER.replace("SOURCE", "gazette").replace("YEAR", "1957"),
    "graph/herald.yaml": OTHER.replace("SOURCE", "herald").replace("YEAR", "1959"),
}
"""Two sources that agree on the one and differ on the other."""


def test_everything_that_is_declared_is_there_for_some(world: World) -> None:
    news = "id: news\ntitle: n\npublished: 2026-01-15\nparagraphs: {1: france kenya on pact the tuesday}\n"
    table = "{id: list, title: l, file: list.csv, table: {key: [a], rows: 3, columns: {a: 1}}}"
    row = "evidence: {in: list, row: '#row=2', columns: {visitor: a}}"
    files = {"seeds/talks.yaml": CARD + KEPT, "seeds/news.yaml": news, "seeds/list.yaml": table} | OTHER_SOURCES
    files["graph/list.yaml"] = f"source: list\nvisits: [{{visitor: ruto, host: france, on: 2020, {row}}}]\n"
    dataset = world(WHOLE, files)
    found: dict[type, set[str]] = {}
    used(
        [plain_held(dataset, one) for one in select(dataset, EVERYTHING.widened(unsound=True))], list[PlainHeld], found
    )

    shapes = {
        PlainHeld,
        PlainEnd,
        PlainAbsence,
        PlainCitation,
        PlainDated,
        PlainDerivation,
        PlainDiffers,
        PlainWithdrawal,
    }
    assert found.keys() == shapes
    assert {shape: fields(shape).keys() - keys for shape, keys in found.items()} == {shape: set() for shape in found}


def test_what_the_contract_promises_is_declared() -> None:
    promised = {
        "id",
        "kind",
        "text",
        "ends",
        "tier",
        "status",
        *DATES,
        "derived",
        "rule",
        "premises",
        "figures",
        "evidence",
    }

    assert fields(PlainFact).keys() >= promised | {"file", "line"}
    assert {name for name, field in fields(PlainFact).items() if field.required} == {
        *("id", "kind", "text", "ends", "status", "derived", "evidence"),
    }
