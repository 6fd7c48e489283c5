"""The records that a dataset is made of."""

from __future__ import annotations

import dataclasses
import pickle
from copy import deepcopy

import pytest

from relgraph.facts.records import UNDATED, Absence, Actor, Citation, Derivation, End, Fact, When
from relgraph.reading.dates import Date, parse_date
from relgraph.reading.place import Place
from relgraph.vocabulary.kinds import DATES

HERE, THERE = Place("a.yaml", 1, 1), Place("b.yaml", 9, 3)


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def test_the_place_is_outside_equality() -> None:
    assert Actor("kenya", "country", "Kenya", place=HERE) == Actor("kenya", "country", "Kenya", place=THERE)
    assert Citation("x", 1, ("Kenya",), place=HERE) == Citation("x", 1, ("Kenya",), place=THERE)
    assert not Citation("x", 1, place=HERE) != Citation("x", 1, place=THERE)  # noqa: SIM202 - != is under test
    assert Fact("f", "visit", (), "occurred", place=HERE) == Fact("f", "visit", (), "occurred", place=THERE)
    assert not Fact("f", "visit", (), "occurred", place=HERE) != Fact("f", "visit", (), "occurred", place=THERE)  # noqa: SIM202 - as above
    assert len({Citation("x", 1, place=HERE), Citation("x", 1, place=THERE)}) == 1


def test_all_else_is_in_equality() -> None:
    fact = Fact("f", "visit", (End("host", "kenya"),), "occurred", fields={"topics": ("tea",)}, place=HERE)

    assert fact != fact._replace(status="intended")
    assert fact != fact._replace(fields={})
    assert fact != fact._replace(disputed=True)
    assert fact != tuple(fact)
    assert Citation("x", 1) != Citation("x", 2)
    assert Citation("x", 1) != ("x", 1, (), ())
    assert Citation("x", 1) != tuple(Citation("x", 1))


def test_records_do_not_change() -> None:
    fact = Fact("f", "visit", (), "occurred")
    with pytest.raises(AttributeError):
        fact.status = "intended"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Actor("kenya", "country", "Kenya").name = "Uganda"  # type: ignore[misc]


def test_who_stands_in_a_role_in_order() -> None:
    fact = Fact("f", "agreement", (End("parties", "b"), End("place", "hanoi"), End("parties", "a")), "signed")

    assert fact.at("parties") == ("b", "a")
    assert fact.at("place") == ("hanoi",)
    assert fact.at("under") == ()


def test_a_pair_is_the_first_two_ends() -> None:
    ends = (End("sender", "kenya"), End("host", "vietnam"), End("covers", "france"))

    assert Fact("f", "mission", ends, "in-force").pair == ("kenya", "vietnam")
    assert Fact("f", "count", ends[:1], "occurred").pair == ("kenya",)
    assert Fact("f", "mission", (), "in-force").pair == ()


def test_dates_come_with_their_words_in_order() -> None:
    when = When(seen=day("2026-01"), since=day("2025"), until=day("ongoing"))

    assert list(when) == [("since", day("2025")), ("until", day("ongoing")), ("seen", day("2026-01"))]
    assert when.first == day("2025")
    assert (list(UNDATED), UNDATED.first) == ([], None)


def test_every_word_for_a_date_has_its_date() -> None:
    assert tuple(field.name for field in dataclasses.fields(When)) == DATES
    assert [word for word, _ in When(*map(day, ("2025", "2026", "2027", "2028")))] == list(DATES)


def test_the_day_of_a_total_is_a_date_of_it_unless_it_has_another() -> None:
    total = Fact("f", "count", (), "occurred", fields={"as_of": day("2025")})

    assert (total.happened, total.dates) == (day("2025"), (day("2025"),))
    assert total._replace(when=When(on=day("2024"), seen=day("2026"))).dates == (day("2024"), day("2026"))
    assert Fact("f", "visit", (), "occurred").dates == ()


def test_records_can_be_copied_and_sent() -> None:
    fact = Fact("f", "visit", (End("host", "kenya"),), "occurred", evidence=(Citation("x", 1, place=HERE),))

    assert deepcopy(fact) == pickle.loads(pickle.dumps(fact)) == fact  # noqa: S301 - our own


def test_a_fact_with_a_derivation_is_derived() -> None:
    fact = Fact("f", "visit", (), "occurred")

    assert not fact.derived
    assert fact._replace(derivation=Derivation("a rule", ("g",))).derived


def test_a_citation_is_told_by_source_and_paragraph() -> None:
    assert str(Citation("gazette", 9, ("Kenya",), place=HERE)) == "gazette p 9"


def test_the_sources_of_a_fact_are_those_that_it_cites() -> None:
    cited = (Citation("gazette", 1), Citation("herald", 2), Citation("gazette", 3))

    assert Fact("f", "visit", (), "occurred", evidence=cited).sources == {"gazette", "herald"}
    assert Fact("f", "visit", (), "occurred").sources == frozenset()


def test_who_was_away_twice_left_for_good_the_second_time_unless_it_came_back() -> None:
    first, second = Absence(day("1966"), day("2009")), Absence(day("2015"))

    assert End("members", "france", away=(first, second)).until == day("2015")
    assert End("members", "france", away=(second._replace(since=day("1950"), until=day("1960")), first)).until is None
    assert End("members", "france", away=(second,)).until == day("2015")
    assert End("members", "france").until is None
