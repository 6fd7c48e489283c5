"""Sources as a whole: every paragraph read, the index true, something checked at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.unread import Unread
from tests.checks.articles import breaches
from tests.tables.small_table import FILES, MAPPING
from tests.world import FRIENDSHIP

if TYPE_CHECKING:
    from tests.checks.articles import Article
    from tests.fixture_types import Command, WriteFolder

TEXT = "Kenya and Vietnam met.\nA heading\nMore praise."
TIE = "diplomatic_relations: [{of: vietnam, with: kenya, evidence: {p: 1, terms: [met]}}]"


def test_a_paragraph_is_cited_or_explained(article: Article) -> None:
    assert breaches(article(TEXT, TIE), "paragraph-unread") == [
        "1: p 2 and 3 of talks are neither cited nor explained under no_facts"
    ]
    assert breaches(article(TEXT, TIE, card="no_facts: {2: heading}"), "paragraph-unread") == [
        "1: p 3 of talks is neither cited nor explained under no_facts"
    ]
    assert breaches(article(TEXT, TIE, card="no_facts: {2: heading, 3: praise}"), "paragraph-unread") == []


def test_a_paragraph_that_yields_no_fact_is_not_cited(article: Article) -> None:
    assert breaches(article(TEXT, TIE, card="no_facts: {1: nothing}"), "no-facts") == [
        "1: p 1 of talks is cited, though no_facts says that it yields none"
    ]


def test_a_paragraph_that_yields_no_fact_exists(article: Article) -> None:
    assert breaches(article(TEXT, TIE, card="no_facts: {4: nothing}"), "no-facts-paragraph") == [
        "1: no_facts: talks has no p 4; its last is p 3"
    ]


def test_an_index_is_that_of_its_text(article: Article) -> None:
    assert breaches(article(TEXT, TIE), "index") == []
    other = {"seeds/texts/talks.txt": "Kenya and Vietnam met.\nA heading\nMore blame.\n"}
    anew = "make it anew: relgraph add-source talks.txt --id talks --renew"
    assert breaches(article(TEXT, TIE, files=other), "index") == [
        f"1: the word index of talks differs from its text at p 3; {anew}"
    ]
    shorter = {"seeds/texts/talks.txt": "Kenya and Vietnam met.\n"}
    assert breaches(article(TEXT, TIE, files=shorter), "index") == [
        f"1: the word index of talks differs from its text at p 2; {anew}"
    ]


def test_an_index_with_clauses_as_cards_once_had_is_refused(article: Article) -> None:
    old = "id: talks\ntitle: t\nlanguage: zh\nparagraphs:\n  1: 双方同意每年会谈 越南\n  2: 越南\n"
    (told,) = breaches(article("越南。\n越南。", files={"seeds/talks.yaml": old}, by_index=True), "index")
    assert told.startswith(
        "1: the word index of talks has whole clauses of the text at p 1, where pairs of characters are"
    )
    assert told.endswith("make it anew: relgraph add-source TEXT --id talks --renew")


def test_an_index_without_its_text_is_taken_at_its_word(article: Article) -> None:
    assert breaches(article(TEXT, TIE, by_index=True), "index") == []


BARE = {"seeds/talks.yaml": "id: talks\ntitle: neither text nor index\n"}


def test_a_check_that_checked_nothing_fails(article: Article) -> None:
    dataset = article(TEXT, TIE, files=BARE)
    assert breaches(dataset, "nothing-checked") == ["0: nothing was checked: no text and no word index is at hand"]
    assert breaches(dataset, "source-unreadable") == [
        "1: neither a text nor a word index of talks is at hand: its facts are only cited"
    ]
    assert check(dataset).summary == "checked 1 fact, 1 citation (1 only cited): 1 error, 1 note"


def test_of_a_source_that_cannot_be_read_no_paragraph_is_missed(article: Article) -> None:
    dataset = article(TEXT, TIE, files={"seeds/talks.yaml": BARE["seeds/talks.yaml"] + "no_facts: {9: heading}\n"})
    assert breaches(dataset, "no-facts-paragraph") == breaches(dataset, "paragraph-unread") == []


def test_a_dataset_without_facts_is_not_checked(article: Article) -> None:
    assert breaches(article(TEXT), "nothing-checked") == ["0: nothing was checked: no fact cites anything"]


def test_while_facts_cannot_be_read_nothing_is_said_of_what_was_not_checked(article: Article) -> None:
    facts = "friendships: [{of: kenya, with: vietnam, evidence: {p: 1, terms: [met]}}]"
    wrong = {"graph/vocabulary.yaml": FRIENDSHIP.replace("form: tie", "form: knot")}
    dataset = article(TEXT, facts, files=wrong)
    assert dataset.unread == Unread(frozenset({"friendships"}))
    assert breaches(dataset, "nothing-checked") == breaches(dataset, "paragraph-unread") == []


def test_one_source_that_can_be_read_is_something(article: Article) -> None:
    other = {
        "graph/other.yaml": "source: other\npartnerships: [{of: kenya, with: france, evidence: {p: 1, terms: [x]}}]",
        "seeds/other.yaml": "id: other\ntitle: neither text nor index\n",
    }
    dataset = article(TEXT, TIE, files=other)
    assert breaches(dataset, "nothing-checked") == []
    assert str(check(dataset).citations) == "2 citations (1 against the text, 1 only cited)"


def test_a_period_that_is_covered_is_given_by_its_paragraph(article: Article) -> None:
    def found(covers: str, rule: str) -> list[str]:
        return breaches(article("A review of 2025.\nThree asterisks.", card=f"covers: {covers}"), rule)

    assert found("{period: 2025, p: 1}", "covers") == found("{period: 2025, p: 1}", "covers-paragraph") == []
    assert found("{period: 2024, p: 1}", "covers") == ["1: covers: p 1 of talks does not give 2024"]
    assert found("{period: 2025, p: 2}", "covers") == ["1: covers: p 2 of talks does not give 2025"]
    assert found("2024", "covers") == ["1: covers: no paragraph of talks gives 2024"]
    assert found("2025", "covers-paragraph") == ["1: covers: name the paragraph: {period: 2025, p: 1}"]
    assert found("2024", "covers-paragraph") == ["1: covers: name the paragraph: {period: 2024, p: its paragraph}"]


def test_the_paragraph_of_a_period_counts_as_read(article: Article) -> None:
    text = "A review of 2025."
    assert breaches(article(text, card="covers: {period: 2025, p: 1}"), "paragraph-unread") == []
    assert breaches(article(text), "paragraph-unread") != []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "coverage: {kinds: [visits], since: 2010, until: 1990, actors: everyone}",
            "coverage: it ends (1990) before it begins (2010)",
        ),
        (
            "looked_for: [{kinds: [visits], between: [kenya, vietnam], who: me, when: 2026, since: 2010, until: 1990}]",
            "looked_for: it ends (1990) before it begins (2010)",
        ),
        (
            "coverage: {actors: everyone}",
            "coverage: of what? Name the kinds of relation that are covered, as kinds: [missions]",
        ),
        (
            "coverage: {kinds: [visits], actors: {scheme: cow}}",
            "coverage: nobody has a code of the scheme cow; import a list of its codes first",
        ),
        ("coverage: {kinds: [visits], actors: {scheme: iso3}}", ""),
    ],
)
def test_what_would_cover_nothing_is_told(article: Article, said: str, told: str) -> None:
    assert breaches(article(TEXT, card=said), "coverage") == ([f"1: {told}"] if told else [])


def test_what_a_table_covers_is_known_by_name_too(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(FILES | {"graph/tables/missions.yaml": MAPPING.replace("actors: [kenya", "actors: [kenia")})
    where = ("--graph", folder / "graph")
    relgraph("import", "missions", *where)

    told = relgraph("check", *where).stdout
    assert "graph/tables/missions.yaml:1: coverage: kenia is not an id; did you mean kenya (Kenya)?" in told


def test_what_is_covered_and_looked_for_is_known_by_name(article: Article) -> None:
    def found(card: str) -> list[str]:
        return breaches(article(TEXT, card=card), "coverage")

    assert found("coverage: {kinds: [missions, visit], actors: [kenya, france]}") == []
    assert found("coverage: {kinds: [mision], actors: everyone}") == [
        "1: coverage: mision is not a kind of relation; did you mean mission?"
    ]
    search = "looked_for: [{kinds: [visits], between: [WHOM], who: an editor, when: 2026-01-01}]"
    assert found(search.replace("WHOM", "kenya, everyone")) == []
    assert found(search.replace("WHOM", "kenya")) == [
        "1: looked_for: between kenya and whom? Name another, or everyone"
    ]
    assert found(search.replace("WHOM", "kenya, kenya")) == found(search.replace("WHOM", "kenya"))
    assert found(search.replace("WHOM", "kenia, vietnam")) == [
        "1: looked_for: kenia is not an id; did you mean kenya (Kenya)?"
    ]
