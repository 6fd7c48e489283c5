"""What the page is given is what is declared, and what its script says that it reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.facts.rules import without_rules
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.reading.dates import day_asked
from relgraph.webpage.data import payload_types as types
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT
from tests.typed import fields, in_script, misfits, typedefs, used
from tests.webpage.sample_dataset import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fixture_types import WriteFolder

SCRIPT = ROOT / "src" / "relgraph" / "webpage" / "script"
READ = {
    types.NodeRecord: "GraphNode",
    types.EdgeRecord: "GraphEdge",
    types.GroupRecord: "Group",
    types.CitationRecord: "Evidence",
    types.FactRecord: "Fact",
    types.SourceRecord: "Source",
    types.CountRecord: "Count",
    types.KindRecord: "KindTerm",
    types.TierRecord: "Tier",
    types.LadderRecord: "Ladder",
    types.TermsRecord: "Terms",
    types.MapRecord: "Land",
    types.RungRecord: "Rung",
    types.PathsRecord: "Paths",
    types.SilenceRecord: "SilenceTerms",
    types.CoveredRecord: "Covered",
    types.SoughtRecord: "Sought",
    types.ClosingRecord: "Closing",
    types.StoryStepRecord: "StoryStep",
    types.StoryRecord: "Story",
    types.Payload: "Payload",
}
"""What the script calls each record."""

FOR_THE_TEMPLATE = {"private"}
"""What the template reads and the script does not."""

MORE = """
    source: more
    partnerships:
      - {of: kenya, with: thailand, since: 2001, until: 2009, seen: 2005, per: [soipan-tuya], note: in our words}
      - {of: france, with: kenya, stance: against, evidence: {p: 1}}
      - {of: france, with: thailand, disputed: yes, inferred: yes}
      - {of: france, with: pair, tier: relations}
      - {of: faraway, with: further}
      - {of: kenya, with: pair, tier: relations, status: ended}
      - of: france
        with: new-zealand
        evidence: [{p: 1, terms: [France, partner]}, {p: 1, terms: [Kenya], inferred: yes}]
    agreements:
      a-treaty: {name: treaty, article: the, parties: [kenya, france], on: 2020}
      a-pact: {name: pact, parties: [kenya, france], on: 2026, evidence: {p: 2, terms: [this year]}}
    alliances:
      a-league: {name: league, members: [kenya, france, thailand], since: 2001}
    treaty_actions:
      - {participant: thailand, treaty: a-league, kind: withdrawal, on: 2009, takes_effect: 2010, evidence: {p: 2}}
    diplomatic_steps: [{by: kenya, with: faraway, kind: severance, evidence: {p: 1}}]
    counts:
      - {of: kenya, says: 3, what: partners, counts: partnership}
    holds: [{holder: soipan-tuya, office: envoy-of-kenya}]
    archives:
      - {of: kenya, at: thailand, shelf: the third}
"""
OWN = """
    relations:
      archive:
        section: archives
        label: archive
        form: tie
        time: none
        statuses: [in-force]
        status: in-force
        ends: {of: {types: [country]}, at: {types: [country]}}
        fields: {shelf: text}
        unsaid: [shelf]
        reads: {forward: "{of} keeps an archive in {at}", back: "{at} has an archive of {of}"}
    ladders:
      of-france: {label: the ladder of France, owner: france, rungs: {friend: friendship, kin: kinship}}
      of-gabon: {label: the ladder of Gabon, owner: gabon, rungs: {ally: alliance, kin: kinship}}
    compare:
      - {of-france: friend, of-gabon: ally}
"""
AGAIN = """
    source: again
    partnerships:
      - {of: vietnam, with: new-zealand, tier: csp, since: 2025, evidence: {p: 1, terms: [New Zealand]}}
      - {of: vietnam, with: thailand, tier: cp, since: 2013, evidence: {p: 1, terms: [Thailand]}}
      - {of: kenya, with: thailand, since: 2013, evidence: {in: list, row: "#row=3", columns: {of: of, since: year}}}
"""
STORY = "{title: A story, steps: [{caption: So, node: kenya}]}"
CARD_OF_TABLE = (
    "{id: list, title: A list, file: list.csv, table: {key: [of, with], rows: 3, columns: {of: 1, with: 2, year: 4}}}"
)
CARD_AGAIN = """
    {id: again, title: Again, publisher: Another paper,
     coverage: {kinds: [missions], since: 2001, actors: {scheme: iso2}}}
"""
CARD = """
    {id: more, title: More, file: more.txt, author: A Reader, published: 2026-02-01,
     coverage: {kinds: [partnerships], actors: [kenya, france]},
     looked_for: [{kinds: [agreements], between: [kenya, everyone], who: a reader, when: 2026-02-01}],
     url: https://example.org/more, archived: https://example.net/more, retrieved: 2026-02-01}
"""
TEXT = "France is no partner of Kenya.\nFrance and Kenya made a pact this year.\n"


@pytest.fixture
def made(dataset: WriteFolder) -> types.Payload:
    """The payload of a small folder that has one of everything, with the paragraphs that it cites."""
    more = {
        "graph/more.yaml": MORE,
        "graph/actors/offices.yaml": "offices: {envoy-of-kenya: {name: Envoy of Kenya, of: kenya}}",
        "graph/actors/others.yaml": "countries: {faraway: {name: Faraway}, further: {name: Further}}",
        "graph/vocabulary.yaml": OWN,
        "graph/again.yaml": AGAIN,
        "graph/stories/one.yaml": STORY,
        "seeds/again.yaml": CARD_AGAIN,
        "seeds/list.yaml": CARD_OF_TABLE,
        "seeds/more.yaml": CARD,
        "seeds/texts/more.txt": TEXT,
    }
    read = load(dataset(FOLDER | more) / "graph")
    assert not read.problems
    off = {"diplomatic-step": ("relations-severed",)}  # as of several datasets one switches it off
    facts = replace(read, facts=tuple([without_rules(fact, off.get(fact.kind, ())) for fact in read.facts]))
    return payload(facts, build_graph(facts), View(known=day_asked("2030")), paragraphs=True, stories=True)


def scripts() -> Iterator[Path]:
    return SCRIPT.rglob("*.mjs")


def test_everything_is_of_the_type_that_is_declared(made: types.Payload) -> None:
    facts = load(ROOT / "graph")

    assert list(misfits(made, types.Payload)) == []
    assert list(misfits(payload(facts, build_graph(facts)), types.Payload)) == []


def test_everything_that_is_declared_is_there_for_some(made: types.Payload) -> None:
    found: dict[type, set[str]] = {}
    used(made, types.Payload, found)

    assert found.keys() >= READ.keys()
    assert {shape: fields(shape).keys() - keys for shape, keys in found.items()} == {shape: set() for shape in found}


def test_a_citation_of_a_table_has_the_number_of_its_row_and_of_the_columns(made: types.Payload) -> None:
    cited = [one for fact in made["facts"].values() for one in fact.get("evidence", ()) if one["source"] == "list"]

    assert [(one["paragraph"], one.get("row"), one.get("columns")) for one in cited] == [
        (3, "#row=3", ["of 1", "since 4"])
    ]


@pytest.mark.parametrize(("shape", "name"), READ.items(), ids=READ.values())
def test_the_script_reads_what_is_declared_and_no_more(shape: type, name: str) -> None:
    read = {name: found for path in scripts() for name, found in typedefs(path.read_text("utf-8")).items()}[name]
    told = {key: field for key, field in fields(shape).items() if key not in FOR_THE_TEMPLATE}

    assert {key: field.type for key, field in read.items()} == {
        key: in_script(field.type, READ) for key, field in told.items()
    }
    assert [key for key, field in read.items() if field.required and not told[key].required] == []
