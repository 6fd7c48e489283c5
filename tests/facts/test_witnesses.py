"""Who stands behind a fact, and who says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.witnesses import bearing, beside, publishers
from relgraph.sources.scripts import indexed
from relgraph.sources.words import words

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

TIE = "diplomatic_relations: [{id: tie, of: kenya, with: vietnam, %sevidence: %s}]"
ONE, BOTH = "{p: 1, terms: [csp]}", "[{p: 1, terms: [csp]}, {in: gazette, p: 1, terms: [csp]}]"


def cards(mine: str | None, its: str | None, says: str = "csp kenya vietnam") -> dict[str, str]:
    """Cards of two sources with their publishers, if any; `says` is what the only paragraph of the second says."""

    def card(name: str, publisher: str | None, says: str) -> str:
        named = f"publisher: {publisher}\n" if publisher else ""
        return f"id: {name}\ntitle: x\n{named}paragraphs: {{1: {says}}}\n"

    return {
        "seeds/talks.yaml": card("talks", mine, "csp kenya vietnam"),
        "seeds/gazette.yaml": card("gazette", its, says),
    }


def said(dataset: Dataset) -> list[str]:
    return beside(dataset, dataset.by_id["tie"])


@pytest.mark.parametrize(
    ("mine", "its", "told"),
    [
        ("Talker", "Gazette", ["corroborated by 2 publishers"]),
        ("Talker", "talker", []),  # one publisher is one witness
        ("Talker", None, []),  # nothing tells who the other is
        (None, None, []),
    ],
)
def test_publishers_corroborate_and_not_sources(
    world: World, mine: str | None, its: str | None, told: list[str]
) -> None:
    assert said(world(TIE % ("", BOTH), cards(mine, its))) == told


def test_one_record_of_each_source_and_one_record_that_cites_both_are_the_same(world: World) -> None:
    other = {"graph/gazette.yaml": "source: gazette\n" + (TIE % ("", ONE)).replace("id: tie, ", "id: tie-too, ")}
    dataset = world(TIE % ("", ONE), cards("Talker", "Gazette") | other)

    assert said(dataset) == ["corroborated by 2 publishers"]
    assert publishers(dataset, dataset.by_id["tie-too"]) == ("Gazette", "Talker")


@pytest.mark.parametrize(
    ("says", "evidence"),
    [
        ("2025 kenya", "[{p: 1, terms: [csp]}, {in: gazette, p: 1, terms: [csp]}]"),  # it never names Viet Nam
        ("1972 kenya vietnam", "[{p: 1, terms: [csp]}, {in: gazette, p: 1, terms: [1972]}]"),  # but for the year
    ],
)
def test_a_source_that_is_cited_for_a_date_or_a_name_bears_nothing(world: World, says: str, evidence: str) -> None:
    dataset = world(TIE % ("", evidence), cards("Talker", "Gazette", says))

    assert bearing(dataset, dataset.by_id["tie"]) == ("talks",)
    assert said(dataset) == []


def test_a_source_bears_a_figure_that_it_gives(world: World) -> None:
    total = f"counts: [{{id: tie, of: vietnam, what: partners, says: 14, evidence: {BOTH}}}]"
    gives = world(
        total,
        cards("Talker", "Gazette", "14 csp vietnam")
        | {"seeds/talks.yaml": cards("A", None)["seeds/talks.yaml"].replace("csp kenya", "14 csp")},
    )
    lacks = world(total, cards("Talker", "Gazette"))

    assert bearing(gives, gives.by_id["tie"]) == ("talks", "gazette")
    assert bearing(lacks, lacks.by_id["tie"]) == ()


def test_paragraphs_that_cannot_be_read_are_taken_at_the_curators_word(world: World) -> None:
    bare = {f"seeds/{name}.yaml": f"{{id: {name}, title: x, publisher: {name}}}" for name in ("talks", "gazette")}

    assert said(world(TIE % ("", BOTH), bare)) == ["corroborated by 2 publishers"]


def test_what_follows_is_corroborated_by_nobody(world: World) -> None:
    dataset = world(f"partnerships: [{{of: kenya, with: vietnam, tier: csp, evidence: {BOTH}}}]", cards("A", "B"))

    assert [beside(dataset, fact) for fact in dataset.derived] == [[]]
    assert [beside(dataset, fact) for fact in dataset.stated] == [["corroborated by 2 publishers"]]


@pytest.mark.parametrize(
    ("mine", "its", "told"),
    [
        ("since: 1972, ", "since: 1973-02, ", "but since February 1973 (gazette p 1)"),
        ("until: 1972, ", "until: 1980, ", "but until 1980 (gazette p 1)"),
    ],
)
def test_what_another_source_says_instead_is_told_with_but(world: World, mine: str, its: str, told: str) -> None:
    other = (TIE % (its, ONE)).replace("id: tie, ", "")
    dataset = world(TIE % (mine, ONE), cards("A", "B") | {"graph/gazette.yaml": f"source: gazette\n{other}"})

    assert said(dataset) == [told]


@pytest.mark.parametrize(
    ("record", "its", "told"),
    [
        ("counts: [{id: tie, of: vietnam, what: partners, says: 14, evidence: %s}]", "15", "but 15 (gazette p 1)"),
        (
            "indicators: [{id: tie, of: vietnam, what: growth, value: 14 %%, evidence: %s}]",
            "8",
            "but value 8 % (gazette p 1)",
        ),
        (
            "partnerships: [{id: tie, of: vietnam, with: kenya, tier: sp, evidence: %s}]",
            "csp",
            "but Comprehensive Strategic Partnership (gazette p 1)",
        ),
    ],
)
def test_figures_and_tiers_are_told_so_too(world: World, record: str, its: str, told: str) -> None:
    mine = record % ONE
    other = mine.replace("14", its).replace("tier: sp", f"tier: {its}").replace("id: tie, ", "")
    dataset = world(mine, cards("A", "B") | {"graph/gazette.yaml": f"source: gazette\n{other}"})

    assert said(dataset) == [told]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "csp between Kenya and Vietnam"),
        ("en", "csp of Kenyan and Vietnamese envoys"),
        ("ru", "csp между Кенией и Вьетнамом"),
        ("fr", "csp du Kenya et du Viêt Nam"),
        ("ar", "csp بين كينيا وفيتنام"),
        ("zh", "csp 肯尼亚和越南"),
    ],
)
def test_who_is_named_in_the_language_of_a_source_is_named(world: World, language: str, says: str) -> None:
    given = cards("Talker", "Gazette", " ".join(sorted(indexed(words(says)))))
    given["seeds/gazette.yaml"] += f"language: {language}\n"
    assert said(world(TIE % ("", BOTH), given)) == ["corroborated by 2 publishers"]

    given = cards("Talker", "Gazette", says.partition(" ")[0])
    assert said(world(TIE % ("", BOTH), given)) == []
