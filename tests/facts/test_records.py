"""The records that a dataset is made of."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest

from relgraph.facts.records import Actor, Citation, Derivation, End, Fact
from relgraph.reading.place import Place

HERE, THERE = Place("a.yaml", 1, 1), Place("b.yaml", 9, 3)


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


def test_records_can_be_copied_and_sent() -> None:
    fact = Fact("f", "visit", (End("host", "kenya"),), "occurred", evidence=(Citation("x", 1, place=HERE),))

    assert deepcopy(fact) == pickle.loads(pickle.dumps(fact)) == fact  # noqa: S301 - our own


def test_a_fact_with_a_derivation_is_derived() -> None:
    fact = Fact("f", "visit", (), "occurred")

    assert not fact.derived
    assert fact._replace(derivation=Derivation("a rule", ("g",))).derived
