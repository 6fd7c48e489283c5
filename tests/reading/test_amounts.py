"""Amounts as texts have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.reading.amounts import amounts_in, power_of, style_of


def values(text: str, language: str | None = None) -> list[float]:
    return [amount.value for amount in amounts_in(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("64, sixty-four and sixty four", [64, 64, 64]),
        ("two hundred and fifty; five and six", [250, 5, 6]),
        ("a million, half of two hundred thousand", [1e6, 200e3]),
        ("Half a million; half a day, half a billion", [5e5, 5e8]),
        ("1,000 or 1000.5", [1000, 1000.5]),
        ("in 2025 200 of them", [2025, 200]),
        ("7.09%", [7.09]),
        ("3 crore, 2 lakh", [3e7, 2e5]),
        ("200m away", [200]),
        ("US$200m away", [200e6]),
        ("bone, alone, nothing", []),
        ("P4G, the 80th, COVID-19", [19]),
        ("VNĐ615 and USD20", [615, 20]),
    ],
)
def test_numbers_in_digits_and_words(text: str, found: list[float]) -> None:
    assert values(text) == found


def test_the_currency_beside_a_number_is_its_own() -> None:
    found = amounts_in("€5 billion, 6 billion Kenyan shillings and 7 of them")
    assert [(amount.value, set(amount.currency), amount.currency_as_written) for amount in found] == [
        (5e9, {"EUR"}, "€"),
        (6e9, {"KES"}, "Kenyan shillings"),
        (7, set(), ""),
    ]


def test_a_language_that_is_not_known_writes_numbers_as_english_does() -> None:
    assert values("1,234.5", "tlh") == [1234.5]
    assert style_of("tlh")[:2] == style_of("en")[:2]


@given(st.integers(0, 10**9), st.sampled_from(["en", "de", "fr", "hi", "pl"]))
def test_a_number_reads_back_as_it_is_grouped(number: int, language: str) -> None:
    group = style_of(language).groups[0]
    assert values(f"{number:,}".replace(",", group), language) == [number]


@given(st.text(max_size=40))
def test_any_text_has_amounts_or_none(text: str) -> None:
    assert all(amount.value >= 0 for amount in amounts_in(text, "de"))


@pytest.mark.parametrize(
    ("unit", "power", "rest"),
    [
        *(("Mrd. EUR", 9, "EUR"), ("bn", 9, None), ("mln", 6, None), ("tn", 12, None), ("trn USD", 12, "USD")),
        *(("lakh", 5, None), ("crores", 7, None), ("млн", 6, None)),
        ("km", None, "km"),
        ("m", None, "m"),
        ("%", None, "%"),
    ],
)
def test_a_unit_may_begin_with_what_multiplies(unit: str, power: int | None, rest: str | None) -> None:
    assert power_of(unit) == (power, rest)
