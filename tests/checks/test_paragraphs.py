"""A paragraph answers whom it names, and remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.checks.context import Context
from relgraph.checks.paragraphs import any_says
from relgraph.facts.records import Citation

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.checks.articles import Article


COUNTRIES = {"graph/actors/usa.yaml": "countries: {usa: {name: United States, iso: US}}"}


def named(dataset: Dataset, *among: str) -> list[str]:
    """Who of some actors is named in the first paragraph."""
    paragraph = Context(dataset).paragraph(Citation("talks", 1))
    assert paragraph is not None
    return [one for one in among if paragraph.names(one)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GB met VN.", ["united-kingdom", "vietnam"]),
        ("GBP and (VN)", ["vietnam"]),
        ("gb met vn.", []),  # a code is written in capitals
        ("US$900 of VN", ["vietnam"]),  # a currency is no country
        ("US aid", ["usa"]),
    ],
)
def test_a_code_names_a_country_where_it_stands_alone_in_a_text(article: Article, text: str, found: list[str]) -> None:
    assert named(article(text, files=COUNTRIES), "united-kingdom", "usa", "vietnam", "asean") == found


def test_an_index_knows_no_codes_since_it_knows_no_capitals(article: Article) -> None:
    assert named(article("GB met VN.", by_index=True), "united-kingdom", "vietnam") == []


def test_the_words_against_a_status_are_told_in_their_order(article: Article) -> None:
    dataset = article("Kenya plans it and will no longer deny it: not now.")
    paragraph = Context(dataset).paragraph(Citation("talks", 1))
    assert paragraph is not None

    assert paragraph.against(dataset.vocabulary.statuses["in-force"]) == ("not", "no longer", "plans")
    assert paragraph.against(dataset.vocabulary.statuses["occurred"]) == ("not", "plans")
    assert paragraph.against(dataset.vocabulary.statuses["intended"]) == ()
    assert str(paragraph) == "p 1 of talks"


@pytest.mark.parametrize(
    ("spellings", "said"),
    [([("rice", "fair")], True), ([("fair", "rice"), ("tea",)], True), ([("fair", "rice")], False)],
)
def test_one_spelling_in_one_paragraph_is_enough(
    article: Article, spellings: list[tuple[str, ...]], *, said: bool
) -> None:
    context = Context(article("Kenya has a rice fair.\nVietnam has tea."))
    paragraphs = [paragraph for n in (1, 2) if (paragraph := context.paragraph(Citation("talks", n)))]

    assert len(paragraphs) == 2
    assert any_says(paragraphs, iter(spellings)) is said


def test_a_page_is_made_once_for_all_that_cite_it(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    paragraph = context.paragraph(Citation("talks", 1))
    assert paragraph is not None
    assert paragraph is context.paragraph(Citation("talks", 1, ("other",)))
    assert [one for one in ("kenya", "vietnam", "france") if paragraph.names(one)] == ["kenya", "vietnam"]
    assert not paragraph.names("nobody at all")


def test_a_paragraph_that_cannot_be_read_has_no_page(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    assert context.paragraph(Citation("talks", 2)) is None
    assert context.paragraph(Citation("elsewhere", 1)) is None
