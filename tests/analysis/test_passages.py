"""A source paragraph by paragraph, and beside each the facts that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.passages import Reading, read_source
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

CARD = """
    id: talks
    title: talks
    file: talks.txt
    no_facts: {3: heading}
    paragraphs:
      1: kenya vietnam
      2: egypt kenya
      3: heading
      4: more
"""
FACTS = """
    partnerships:
      - {id: second, of: vietnam, with: kenya, tier: csp, evidence: [{p: 2, terms: [Kenya]}, {p: 1, terms: [Vietnam]}]}
      - {id: first, of: vietnam, with: {every: two-powers}, tier: csp, evidence: {p: 1}}
      - {id: elsewhere, of: vietnam, with: egypt, tier: csp, evidence: {p: 4, in: other}}
"""
FILES = {"seeds/talks.yaml": CARD, "seeds/other.yaml": "{id: other, title: other}"}


def told(found: Reading) -> list[tuple[int, list[str]]]:
    """The paragraphs told, each with the ids of its facts."""
    return [(passage.number, [fact.id for fact, _ in passage.facts]) for passage in found.passages]


def test_every_paragraph_has_the_facts_that_cite_it_in_order_of_the_file(world: World) -> None:
    found = read_source(world(FACTS, FILES), "talks")

    assert told(found) == [(1, ["second", "first"]), (2, ["second"]), (3, []), (4, [])]
    assert [passage.why for passage in found.passages] == [None, None, "heading", None]
    assert [citation.terms for _, citation in found.passages[0].facts] == [("Vietnam",), ()]


def test_a_paragraph_is_its_words_or_its_text(world: World) -> None:
    by_index = read_source(world(FACTS, FILES), "talks")
    text = {"seeds/texts/talks.txt": "Vietnam and Kenya\n\nKenya, Egypt\nHeading\nMore\n"}
    by_text = read_source(world(FACTS, FILES | text), "talks")

    assert (by_index.state, by_index.passages[1].says) == ("index", "egypt kenya")
    assert (by_text.state, by_text.passages[1].says) == ("text", "Kenya, Egypt")


@pytest.mark.usefixtures("believed")
def test_a_source_is_told_paragraph_by_paragraph(world: World) -> None:
    dataset = world(FACTS, FILES)
    place = dataset.graph / "talks.yaml"

    assert str(read_source(dataset, "talks")).splitlines() == [
        "talks: talks",
        "4 paragraphs, from the word index: which words stand there, not in what order",
        "",
        "p 1  kenya vietnam",
        f'   Việt Nam has a Comprehensive Strategic Partnership with Kenya: "Vietnam" ({place}:4)',
        f"   Việt Nam has a Comprehensive Strategic Partnership with each member of the two powers ({place}:5)",
        "",
        "p 2  egypt kenya",
        f'   Việt Nam has a Comprehensive Strategic Partnership with Kenya: "Kenya" ({place}:4)',
        "",
        "p 3  heading",
        "   no fact: heading",
        "",
        "p 4  more",
        "",
        "told 4: 2 cited, 1 without a fact for a reason, 1 neither",
    ]


@pytest.mark.parametrize(
    ("card", "head"),
    [
        ("id: talks\ntitle: the talks\npublisher: Vnews\npublished: 2025-06", "talks: the talks (Vnews, 2025-06)"),
        ("id: talks\ntitle: the talks\npublisher: Vnews", "talks: the talks (Vnews)"),
        ("id: talks\ntitle: the talks\npublished: 2025", "talks: the talks (2025)"),
    ],
)
def test_of_a_source_that_cannot_be_read_the_head_says_so(world: World, card: str, head: str) -> None:
    assert str(read_source(world("", {"seeds/talks.yaml": card}), "talks")).splitlines() == [
        head,
        "neither text nor word index is at hand: only what is cited is told",
        "",
        "told 0: 0 cited, 0 without a fact for a reason, 0 neither",
    ]


def test_the_only_paragraph_of_a_text_is_one_paragraph(world: World) -> None:
    card = "id: talks\ntitle: talks\nfile: talks.txt"
    found = read_source(world("", {"seeds/talks.yaml": card, "seeds/texts/talks.txt": "Kenya\n"}), "talks")

    assert str(found).splitlines()[1:4] == ["1 paragraph, from the text", "", "p 1  Kenya"]
    assert found.plain()["paragraphs"] == [{"paragraph": 1, "text": "Kenya", "facts": []}]


def test_a_reading_is_rows_and_plain_data(world: World) -> None:
    dataset = world(FACTS.replace("id: first,", "id: first, note: in our words,"), FILES)
    found = read_source(dataset, "talks")
    says = "Việt Nam has a Comprehensive Strategic Partnership with"
    at = {"file": "graph/talks.yaml", "line": 4}
    second = {"id": "second", "says": f"{says} Kenya", **at}
    bad = {"refused": True}
    first = {
        "id": "first",
        "says": f"{says} each member of the two powers",
        "terms": [],
        **at,
        "line": 5,
        "note": "in our words",
    } | bad

    plain = found.plain()
    assert plain.pop("asked")["read"] == "talks"
    assert plain == {
        "source": "talks",
        "title": "talks",
        "file": "talks.txt",
        "state": "index",
        "size": 4,
        "paragraphs": [
            {"paragraph": 1, "words": ["kenya", "vietnam"], "facts": [second | {"terms": ["Vietnam"]}, first]},
            {"paragraph": 2, "words": ["egypt", "kenya"], "facts": [second | {"terms": ["Kenya"]}]},
            {"paragraph": 3, "words": ["heading"], "no_facts": "heading", "facts": []},
            {"paragraph": 4, "words": ["more"], "facts": []},
        ],
    }
    assert [(row["source"], row["paragraph"], row.get("id"), row.get("no_facts")) for row in found.rows()] == [
        ("talks", 1, "second", None),
        ("talks", 1, "first", None),
        ("talks", 2, "second", None),
        ("talks", 3, None, "heading"),
        ("talks", 4, None, None),
    ]
    assert {name for row in found.rows() for name in row} == set(found.columns)


def test_paragraphs_of_a_source_that_cannot_be_read_come_in_order(world: World) -> None:
    facts = FACTS + "      - {id: earlier, of: vietnam, with: brazil, tier: csp, evidence: {p: 2, in: other}}"
    found = read_source(world(facts, FILES), "other")

    assert told(found) == [(2, ["earlier"]), (4, ["elsewhere"])]
    assert [list(one) for one in found.plain()["paragraphs"]] == [["paragraph", "facts"]] * 2


def test_some_paragraphs_alone(world: World) -> None:
    dataset = world(FACTS, FILES)

    assert [number for number, _ in told(read_source(dataset, "talks", (4, 1)))] == [1, 4]
    assert told(read_source(dataset, "talks", uncited=True)) == [(3, []), (4, [])]
    assert told(read_source(dataset, "talks", (1, 3), uncited=True)) == [(3, [])]


def test_of_a_source_that_cannot_be_read_the_cited_paragraphs_are_told(world: World) -> None:
    found = read_source(world(FACTS, FILES), "other")

    assert (found.state, found.size, told(found)) == ("cited", 0, [(4, ["elsewhere"])])
    assert found.passages[0].says == ""


@pytest.mark.parametrize(
    ("source", "only", "message"),
    [
        ("talk", (), "there is no source talk; did you mean talks?"),
        ("talks", (1, 5), "talks has no p 5; its last is p 4"),
    ],
)
def test_what_is_not_there_is_misuse(world: World, source: str, only: tuple[int, ...], message: str) -> None:
    with pytest.raises(MisuseError) as failure:
        read_source(world(FACTS, FILES), source, only)

    assert str(failure.value) == message


def test_every_citation_of_the_curated_facts_is_told_once(curated: Dataset) -> None:
    told = [
        (source, fact.id, citation)
        for source in curated.library.cards
        for passage in read_source(curated, source).passages
        for fact, citation in passage.facts
    ]
    made = [(citation.source, fact.id, citation) for fact in curated.facts for citation in fact.evidence]

    assert sorted(told, key=str) == sorted(made, key=str)
