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
