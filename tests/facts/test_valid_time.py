"""Whether a fact stands on a day: yes, maybe or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.records import Absence, Citation, Derivation, End, Fact, When
from relgraph.facts.valid_time import is_unsure, lasts, of_two_times, standing, staying
from relgraph.reading.dates import Truth, parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library

if TYPE_CHECKING:
    from relgraph.reading.dates import Date

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def fact(**dates: str) -> Fact:
    """A fact with dates as a curator writes them."""
    return Fact(
        "x", "partnership", (), "in-force", when=When(**{word: parse_date(text) for word, text in dates.items()})
    )


@pytest.mark.parametrize(
    ("since", "asked", "truth"),
    [
        ("2025", "2024-12-31", NO),
        ("2025", "2025-06-30", MAYBE),  # a year is not its first of January
        ("2025", "2026-01-01", YES),
        ("2025", "2025", MAYBE),
        ("2025-04", "2025-04-30", YES),
        ("2025-04", "2025-04-29", MAYBE),
        ("2025-04-10", "2025-04-10", YES),
        ("2025-04-10", "2025-04-09", NO),
        ("2025?", "2030", MAYBE),
        ("../2025", "1900", MAYBE),
        ("../2025", "2026", YES),
        ("2025/..", "2024", NO),
        ("2025/..", "2030", MAYBE),
        ("2024/2025", "2024-06", MAYBE),
        ("XXXX-02", "2030", MAYBE),  # a February of a year that is not stated
        ("unknown", "2030", MAYBE),
    ],
)
def test_a_state_holds_from_its_start(since: str, asked: str, truth: Truth) -> None:
    assert standing(fact(since=since), day(asked)) is truth


@pytest.mark.parametrize(
    ("until", "asked", "truth"),
    [
        ("2025", "2026", NO),
        ("2025", "2025-06-30", MAYBE),
        ("2025", "2024-12-31", YES),
        ("2025-04-10", "2025-04-10", YES),
        ("ongoing", "2030", YES),
        ("unknown", "2030", YES),
        ("2025?", "2030", MAYBE),
    ],
)
def test_a_state_holds_to_its_end(until: str, asked: str, truth: Truth) -> None:
    assert standing(fact(since="2000", until=until), day(asked)) is truth


def test_what_was_only_seen_stood_then_and_maybe_on_other_days() -> None:
    assert [standing(fact(seen="2025"), day(asked)) for asked in ("2024", "2025", "2025-06", "2026")] == [
        *(MAYBE, YES, MAYBE, MAYBE),
    ]
    assert standing(fact(seen="2025-06-30"), day("2025-06-30")) is YES
    assert standing(fact(seen="2025-06-30?"), day("2025-06-30")) is MAYBE


@pytest.mark.parametrize(
    ("until", "published", "truth"),
    [
        ("1979", ["2026"], NO),
        ("2028", ["2026"], YES),
        ("2026", ["2026-03"], MAYBE),
        ("1979?", ["2026"], MAYBE),
        ("2000", ["1990", "2026"], NO),  # one of them spoke of the end as past
        ("2000", ["1990"], YES),
        ("1979", ["unknown"], NO),
        ("2000", ["1990", "unknown"], YES),
        ("1979", [], NO),
        ("ongoing", ["2026"], YES),
        ("unknown", ["2026"], YES),
    ],
)
def test_a_state_is_over_once_its_end_lies_before_its_sources(until: str, published: list[str], truth: Truth) -> None:
    cards = {f"s{at}": Card(f"s{at}", "", published=parse_date(when)) for at, when in enumerate(published)}
    state = fact(until=until)._replace(evidence=tuple(Citation(source, 1) for source in cards))

    assert lasts(state, Library(cards)) is truth


def test_what_was_seen_after_it_began_for_certain_adds_nothing() -> None:
    assert standing(fact(since="2030", seen="2025"), day("2026")) is NO


def test_a_sight_settles_a_start_that_is_not_known_closely() -> None:
    assert standing(fact(since="2024/2028", seen="2025-03"), day("2025-04-01")) is YES


def test_what_happened_has_happened_from_then_on() -> None:
    visit = fact(on="2025-04")

    assert [standing(visit, day(asked)) for asked in ("2025-03", "2025-04-15", "2025-05")] == [NO, MAYBE, YES]


def test_a_total_stands_from_the_day_as_of_which_it_was_counted() -> None:
    total = Fact("total", "count", (), "current", fields={"as_of": day("2025")})

    assert [standing(total, day(asked)) for asked in ("2024", "2025-06", "2026")] == [NO, MAYBE, YES]


def test_a_fact_without_dates_may_stand_on_any_day() -> None:
    assert standing(fact(), day("2025")) is MAYBE


def test_without_a_day_every_fact_stands() -> None:
    assert standing(fact(since="2030"), None) is YES


def test_one_question_mark_makes_a_fact_unsure() -> None:
    assert is_unsure(fact(since="2025", until="2026?"))
    assert is_unsure(fact(since="2025?", until="2026"))
    assert is_unsure(fact(on="2025?"))
    assert is_unsure(fact(since="2025", seen="2026?"))
    assert is_unsure(Fact("total", "count", (), "occurred", fields={"as_of": day("2025?")}))
    assert not is_unsure(fact())
    assert not is_unsure(fact(since="2025", until="ongoing"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"until": "2019"}, {"since": "2020"}, True),
        ({"until": "2020"}, {"since": "2020"}, False),
        ({"until": "2019"}, {}, False),
        ({}, {"since": "2020"}, False),
    ],
)
def test_two_states_are_of_two_times_where_one_had_ended_before(
    one: dict[str, str], other: dict[str, str], *, apart: bool
) -> None:
    assert of_two_times(fact(**one), fact(**other)) is apart
    assert of_two_times(fact(**other), fact(**one)) is apart


FIRST, SECOND = Absence(day("1966"), day("2009")), Absence(day("2015"))


@pytest.mark.parametrize(
    ("away", "asked", "truth"),
    [
        ((SECOND,), None, NO),
        ((FIRST,), None, YES),
        ((FIRST, SECOND), None, NO),
        ((FIRST, SECOND._replace(until=day("2020"))), None, YES),
        ((FIRST, SECOND), "1950", YES),
        ((FIRST, SECOND), "1980", NO),
        ((FIRST, SECOND), "2012", YES),
        ((FIRST, SECOND), "2016", NO),
        ((FIRST, SECOND), "2015", MAYBE),
    ],
)
def test_who_left_stands_in_a_fact_but_while_it_was_away(
    away: tuple[Absence, ...], asked: str | None, truth: Truth
) -> None:
    league = fact(since="1950")._replace(
        ends=(End("members", "france", away=away), End("members", "kenya")),
        closed=Derivation("who leaves is bound no more", ("out",)),
    )

    assert staying(league, day(asked) if asked else None) == {"france": truth}
