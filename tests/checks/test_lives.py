"""The lives of actors: no fact lies outside them."""

from __future__ import annotations

import pytest

from tests.checks.articles import Article, breaches

TEXT = "Kenya and the Soviet Union had relations from 1963."


def facts(more: str, of: str = "soviet-union") -> str:
    return f"diplomatic_relations: [{{of: kenya, with: {of}, {more}, evidence: {{p: 1, terms: [relations]}}}}]"


@pytest.mark.parametrize("date", ["since: 1992", "seen: 2025-03", "since: 1963, until: 1995", "until: 1900"])
def test_nobody_takes_part_in_anything_outside_its_life(article: Article, date: str) -> None:
    (message,) = breaches(article(TEXT, facts(date)), "life")
    assert "outside the life of Soviet Union (soviet-union), which began 1922-12-30 and ended 1991-12-25" in message
    assert "followed by russia (Russia), armenia (Armenia)" in message


@pytest.mark.parametrize(
    "date", ["since: 1963", "since: 1963, until: 1991", "until: 1991-12-25", "since: 1991", "note: x"]
)
def test_what_lies_within_it_may_be_so(article: Article, date: str) -> None:
    assert breaches(article(TEXT, facts(date)), "life") == []


def test_a_declared_life_names_its_successor_too(article: Article) -> None:
    files = {
        "graph/actors/old.yaml": "countries:\n"
        "  northland: {name: Northland, until: 1990}\n"
        "  southland: {name: Southland, since: 1990, follows: northland}\n"
    }
    (message,) = breaches(article("Kenya, Northland", facts("since: 1995", "northland"), files=files), "life")
    assert message.endswith("which ended 1990; followed by southland (Southland)")
    (message,) = breaches(article("Kenya, Southland", facts("since: 1985", "southland"), files=files), "life")
    assert message.endswith("which began 1990; before it was northland (Northland)")


def test_what_goes_on_with_one_that_has_ended_is_noted(article: Article) -> None:
    (message,) = breaches(article(TEXT, facts("since: 1963")), "life-over")
    assert "ended 1991-12-25, and this says no end" in message
    assert breaches(article(TEXT, facts("since: 1963, until: 1991")), "life-over") == []
    assert breaches(article(TEXT, facts("since: 1963, status: ended")), "life-over") == []
    assert breaches(article(TEXT, facts("since: 1963", "vietnam")), "life-over") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("since: 1990, until: 1980", "1: northland: until 1980 lies before since 1990"),
        (
            "names: {name: Oldland, since: 1990, until: 1980}",
            "1: northland: Oldland: until 1980 lies before since 1990",
        ),
        ("follows: [atlantis]", "1: northland: follows: atlantis is not an id"),
        ("follows: [northland]", "1: northland: it cannot follow itself"),
    ],
)
def test_a_life_is_in_order(article: Article, fields: str, message: str) -> None:
    files = {"graph/actors/old.yaml": f"countries: {{northland: {{name: Northland, {fields}}}}}"}
    assert breaches(article(TEXT, files=files), "actor") == [message]


def test_it_may_follow_a_state_that_ships(article: Article) -> None:
    files = {"graph/actors/old.yaml": "countries: {northland: {name: Northland, follows: soviet-union}}"}
    dataset = article(TEXT, files=files)
    assert breaches(dataset, "actor") == []
    assert "soviet-union" in dataset.actors
