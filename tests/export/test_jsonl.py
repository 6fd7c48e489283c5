"""Statements with their evidence: whatever is written reads back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.paths.find import find_path
from relgraph.errors import InputError
from relgraph.export.graphml import graphml
from relgraph.export.jsonl import jsonl, read_jsonl
from relgraph.export.records import actor_of, card_of, fact_of, plain_record
from relgraph.facts.figures import parse_figure
from relgraph.facts.load import load
from relgraph.facts.records import Absence, Actor, Citation, DatedName, Derivation, End, Fact, When, Withdrawal
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from relgraph.sources.card import Card, Covers, TableCard
from relgraph.sources.coverage import Coverage, Search
from tests.export.small_dataset import FILES
from tests.several import Small, several
from tests.world import FRIENDSHIP, world_files

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.vocabulary.model import Vocabulary
    from tests.fixture_types import Command, WriteFolder

TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
DATES = st.sampled_from(["2025", "2025-02?", "../2025", "2026/2028", "[1667, 1670..1672]", "XXXX-02", "ongoing"]).map(
    parse_date
)
FIGURES = st.sampled_from(["14", "more than 400", "615 billion VND", "7.09 %", "sixty-four"]).map(parse_figure)
MAYBE = st.none() | TEXT
MAYBE_DATE = st.none() | DATES
VALUES = st.recursive(
    TEXT | st.integers() | st.booleans() | st.none() | DATES | FIGURES,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
CITATIONS = st.builds(Citation, TEXT, st.integers(1, 99), TEXTS, TEXTS, st.booleans())
DERIVATIONS = st.none() | st.builds(Derivation, TEXT, TEXTS, MAYBE)
ABSENCES = st.lists(st.builds(Absence, DATES, MAYBE_DATE), max_size=2).map(tuple)
FACTS = st.builds(
    Fact,
    id=TEXT,
    kind=TEXT,
    ends=st.lists(st.builds(End, TEXT, TEXT, st.booleans(), st.booleans(), ABSENCES), max_size=3).map(tuple),
    status=TEXT,
    type=MAYBE,
    tier=MAYBE,
    when=st.builds(When, MAYBE_DATE, MAYBE_DATE, MAYBE_DATE, MAYBE_DATE),
    fields=st.dictionaries(TEXT, VALUES, max_size=3),
    per=TEXTS,
    evidence=st.lists(CITATIONS, max_size=3).map(tuple),
    name=MAYBE,
    aliases=TEXTS,
    note=MAYBE,
    stance=MAYBE,
    disputed=st.booleans(),
    withdrawn=st.none() | st.builds(Withdrawal, DATES, TEXT),
    implies_nothing=st.booleans(),
    inferred=st.booleans(),
    article=MAYBE,
    also=TEXTS,
    rules_off=TEXTS,
    derivation=DERIVATIONS,
    closed=DERIVATIONS,
)
ACTORS = st.builds(
    Actor,
    id=TEXT,
    kind=TEXT,
    name=TEXT,
    aliases=TEXTS,
    adjectives=TEXTS,
    iso=MAYBE,
    part_of=MAYBE,
    capital=MAYBE,
    members=TEXTS,
    basis=MAYBE,
    note=MAYBE,
    article=MAYBE,
    since=MAYBE_DATE,
    until=MAYBE_DATE,
    follows=TEXTS,
    names=st.lists(st.builds(DatedName, TEXT, MAYBE_DATE, MAYBE_DATE), max_size=2).map(tuple),
    codes=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    listed=st.lists(st.tuples(TEXT, st.integers(), st.integers()), max_size=2).map(tuple),
    in_texts=TEXTS,
    seat=MAYBE,
    coordinates=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)
CARDS = st.builds(
    Card,
    id=TEXT,
    title=TEXT,
    publisher=MAYBE,
    language=MAYBE,
    published=MAYBE_DATE,
    covers=st.none() | st.builds(Covers, DATES, st.none() | st.integers(1, 9)),
    author=MAYBE,
    url=MAYBE,
    archived=MAYBE,
    retrieved=MAYBE_DATE,
    file=MAYBE,
    sha256=MAYBE,
    no_facts=st.dictionaries(st.integers(1, 99), TEXT, max_size=3),
    index=TEXTS,
    table=st.none()
    | st.builds(TableCard, TEXTS, st.integers(0, 99), st.dictionaries(TEXT, st.integers(1, 9), max_size=3)),
    looked_for=st.lists(st.builds(Search, TEXTS, TEXTS, TEXT, DATES, TEXT, MAYBE_DATE, MAYBE_DATE), max_size=2).map(
        tuple
    ),
    coverage=st.none() | st.builds(Coverage, TEXTS, MAYBE_DATE, MAYBE_DATE, TEXTS, TEXT),
)


def through_json(record: Any) -> Any:  # noqa: ANN401 - any record
    return json.loads(json.dumps(plain_record(record)))


@pytest.mark.slow
@given(FACTS)
def test_any_fact_reads_back(fact: Fact) -> None:
    assert fact_of(through_json(fact)) == fact


@given(ACTORS)
def test_any_actor_reads_back(actor: Actor) -> None:
    assert actor_of(through_json(actor)) == actor


@given(CARDS)
def test_any_card_reads_back(card: Card) -> None:
    assert card_of(through_json(card)) == card


def back(dataset: Dataset, folder: Path, view: View | None = None) -> Dataset:
    path = folder / "x.jsonl"
    path.write_text("".join(jsonl(dataset, view or View())), encoding="utf-8", newline="")
    return read_jsonl(path)


OWN = world_files(
    """
    friendships: [{of: kenya, with: egypt, since: 2020, note: old friends}]
    partnerships:
      - {of: vietnam, with: {every: two-powers}, tier: csp, since: 2025, evidence: {p: 2, terms: [two, powers]}}
      - {of: vietnam, with: brazil, stance: against}
      - {of: vietnam, with: kenya, withdrawn: {on: 2025, why: misread}}
    """,
    {"graph/vocabulary.yaml": FRIENDSHIP},
)


@pytest.fixture(params=["small", "own", "real"])
def known(request: pytest.FixtureRequest, small: Dataset, curated: Dataset, dataset: WriteFolder) -> Dataset:
    """A small dataset, one with words of its own, and the facts of this very repository."""
    return {"small": small, "real": curated}.get(request.param) or load(dataset(OWN) / "graph")


def test_a_dataset_reads_back_whole(known: Dataset, tmp_path: Path) -> None:
    read = back(known, tmp_path)

    assert read.facts == known.facts
    assert read.actors == known.actors
    assert dict(read.library.cards) == dict(known.library.cards)
    assert in_any_folder(read.vocabulary) == in_any_folder(known.vocabulary)
    assert read.derived == known.derived
    assert [(fact.place.line, read.file_of(fact)) for fact in read.facts] == [
        (fact.place.line, known.file_of(fact)) for fact in known.facts
    ]
    assert {one for one, actor in read.actors.items() if actor.declared} == {
        one for one, actor in known.actors.items() if actor.declared
    }


def in_any_folder(vocabulary: Vocabulary) -> Vocabulary:
    """A vocabulary without the folder that its file lies in."""
    cited = (one._replace(place=one.place._replace(file="vocabulary.yaml")) for one in vocabulary.cited)
    return vocabulary._replace(cited=tuple(cited))


def test_what_was_read_back_gives_the_same_answers_and_bytes(curated: Dataset, tmp_path: Path) -> None:
    read = back(curated, tmp_path)

    assert "".join(graphml(read, build_graph(read))) == "".join(graphml(curated, build_graph(curated)))
    assert "".join(jsonl(curated, View())) == "".join(jsonl(curated, View()))
    one, other = (str(find_path(each, "Kenya", "United Kingdom")) for each in (read, curated))
    assert one == other


def test_a_fact_is_told_with_its_sentence_and_its_evidence(small: Dataset) -> None:
    lines = [json.loads(line) for line in jsonl(small, View())]

    [fact] = [one for one in lines if one.get("id") == "review:partnership:vietnam:new-zealand:csp:2025"]
    assert fact["record"] == "fact"
    assert fact["says"] == "Việt Nam has a Comprehensive Strategic Partnership with New Zealand"
    assert fact["holds"] == "yes"
    assert [end["name"] for end in fact["ends"]] == ["Việt Nam", "New Zealand"]
    [citation] = fact["evidence"]
    assert (citation["source"], citation["paragraph"], citation["terms"]) == ("review", 2, ["raised"])
    assert [one["record"] for one in lines[:2]] == ["source", "actor"]
    assert {one["record"] for one in lines} == {"source", "actor", "fact", "derived"}


def test_a_view_lets_facts_in(small: Dataset) -> None:
    lines = [json.loads(line) for line in jsonl(small, View(kinds=frozenset({"mission"})))]

    assert [one["id"] for one in lines if one["record"] == "fact"] == ["kenya-embassy-hanoi"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ("[]", "a line is one JSON object"),
        ('{"record": "x"}', "'x' is no record of a dataset"),
        ("{}", "this is no record of a dataset"),
        ('{"record": "fact", "id": "f"}', "this is no fact of a dataset"),
        ('{"record": "actor", "id": "a", "kind": "country", "name": "A", "since": "soon"}', "this is no actor"),
        ('{"record": "actor", "id": "a", "kind": "country", "name": "A", "since": "unknown"}', "this is no actor"),
        ('{"record": "actor", "id": "a", "kind": "country", "name": "A\\u202e"}', "turns the text round"),
        ('{"record": "source"}', "this is no source of a dataset"),
        ('{"record": "vocabulary", "yaml": "relations: 3"}', "relations"),
        ('{"record": "actor", "id": "a", "kind": "planet", "name": "A"}', "a: planet is not in the vocabulary"),
        ('{"record": "fact", "id": "f", "kind": "feud", "ends": [], "status": "ended"}', "feud (ended) is not in"),
        (
            '{"record": "fact", "id": "f", "kind": "visit", "ends": [], "status": "ended", "fields": {"a": {"b": 1}}}',
            "no fact",
        ),
    ],
)
def test_what_is_no_such_file_is_told_with_its_line(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read_jsonl(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "wrong.jsonl").write_bytes(b'{"record": "derived"}\n\xff\n')

    for name, said in (
        ("none.jsonl", "no such file"),
        ("", "not a regular file"),
        ("wrong.jsonl", r"wrong.jsonl:2: byte 0xff is not UTF-8"),
    ):
        with pytest.raises(InputError, match=said):
            read_jsonl(tmp_path / name)


def test_the_command_writes_no_path_of_the_machine(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(FILES)
    monkeypatch.chdir(folder)

    done = relgraph("export", "jsonl", "--graph", folder / "graph")
    assert done.stdout == "exports/relgraph.jsonl: 8 facts, 6 actors, 1 source\n"
    text = Path("exports/relgraph.jsonl").read_text(encoding="utf-8")
    assert str(folder) not in text
    assert '"file": "graph/review.yaml"' in text


def test_several_datasets_read_back_as_one(tmp_path: Path) -> None:
    ladder = "ladders: {own: {label: a ladder, owner: northland, rungs: {low: low, high: high}}}"
    facts = "partnerships: [{of: northland, with: kenya, tier: %s, evidence: {p: 1, terms: [pact]}}]"
    northland = "countries: {northland: {name: Northland}}"
    dataset = several(
        tmp_path,
        a=Small(northland, facts % "low", vocabulary=ladder),
        b=Small(northland, facts % "high", vocabulary=ladder),
        c=Small("", "", vocabulary=FRIENDSHIP),
    )
    file = tmp_path / "all.jsonl"
    file.write_text("".join(jsonl(dataset, View())), encoding="utf-8")
    back = read_jsonl(file)

    assert dataset.problems == ()
    assert (back.vocabulary, back.actors, back.facts) == (dataset.vocabulary, dataset.actors, dataset.facts)
    assert back.all_facts == dataset.all_facts
    assert {json.loads(line).get("file") for line in file.read_text(encoding="utf-8").splitlines()} == {
        *(None, "a/graph/actors/all.yaml", "b/graph/actors/all.yaml", "a/graph/news-a.yaml", "b/graph/news-b.yaml")
    }


def test_what_one_of_several_switches_off_reads_back_as_it_is_for_each(tmp_path: Path) -> None:
    off = "ladders_off: [general]\nrules_off: [embassy-host]"
    embassy = "missions: {{in-{host}: {{sender: kenya, host: {host}, kind: embassy}}}}"
    dataset = several(
        tmp_path, a=Small("", embassy.format(host="egypt"), vocabulary=off), b=Small("", embassy.format(host="vietnam"))
    )
    file = tmp_path / "all.jsonl"
    file.write_text("".join(jsonl(dataset, View())), encoding="utf-8")

    assert "general" in dataset.vocabulary.ladders
    back = read_jsonl(file)
    assert (back.vocabulary, back.facts) == (dataset.vocabulary, dataset.facts)
    assert [fact.pair for fact in back.derived] == [("kenya", "vietnam")]
