"""What may have been meant."""

import pytest

from relgraph.checks import hints as hints_module
from relgraph.checks.context import Context
from relgraph.checks.hints import listed
from tests.checks.articles import Article


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], "none"),
        ([9], "9"),
        ([9, 10], "9 and 10"),
        ([3, 4, 7], "3, 4 and 7"),
        (list(range(1, 8)), "1, 2, 3, 4, 5 and 2 more"),
    ],
)
def test_items_in_a_sentence(items: list[int], told: str) -> None:
    assert listed(items) == told


def test_the_paragraphs_that_do_say_a_term_are_found(article: Article) -> None:
    hints = Context(article("Kenya met.\nVietnam met.\nThe Kenyan tea of Kenya.")).hints
    assert hints.where("talks", "Kenya") == (1, 3)
    assert hints.where("talks", "met") == (1, 2)
    assert hints.where("talks", "tea of Kenya") == (3,)
    assert hints.where("talks", "rice") == ()


@pytest.mark.parametrize(
    ("unknown", "told"),
    [
        ("kenia", "; did you mean kenya (Kenya)?"),
        ("Viet-Nam", "; did you mean vietnam (Việt Nam)?"),  # by a name
        ("britain", "; did you mean united-kingdom (United Kingdom)?"),
        ("xyz", ""),
    ],
)
def test_an_id_that_was_likely_meant_is_told_with_its_name(article: Article, unknown: str, told: str) -> None:
    assert Context(article("Kenya met.")).hints.meant(unknown) == told


def test_after_very_many_mistakes_nothing_is_searched_for(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints_module, "MOST_SEARCHES", 2)
    hints = Context(article("Kenya met.")).hints
    assert hints.where("talks", "Kenya") == (1,)
    assert hints.meant("kenia") == "; did you mean kenya (Kenya)?"
    assert hints.where("talks", "met") is None
    assert hints.meant("kenyaa") == ""
    assert hints.where("talks", "Kenya") == (1,)  # found before


def test_names_are_looked_through_as_often_as_there_is_time_for(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Context(article("Kenya met.")).names
    monkeypatch.setattr(hints_module, "MOST_NAMES", 3 * names.size)
    hints = Context(article("Kenya met.")).hints

    told = [bool(hints.meant(one)) for one in ("kenia", "kenyaa", "kanya", "keny")]
    assert told == [True, True, True, False]
    monkeypatch.setattr(hints_module, "MOST_NAMES", 1)
    assert Context(article("Kenya met.")).hints.meant("kenia"), "the first is looked for among however many"
