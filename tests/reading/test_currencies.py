"""Currencies by sign, code and name."""

from __future__ import annotations

import pytest

from relgraph.reading.currencies import currencies_of, currency_at_start


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("€", {"EUR"}),
        ("US$", {"USD"}),
        ("VNĐ", {"VND"}),
        ("KES", {"KES"}),
        ("US dollars", {"USD"}),
        ("US-Dollar", {"USD"}),
        ("Swiss francs", {"CHF"}),
        ("¥", {"JPY", "CNY"}),
        ("km", set()),
        ("ABC", set()),
    ],
)
def test_a_sign_code_or_name_is_that_of_its_currencies(text: str, codes: set[str]) -> None:
    assert currencies_of(text) == codes


def test_a_dollar_is_that_of_many_states() -> None:
    assert {"USD", "AUD", "SGD"} < currencies_of("$") == currencies_of("dollars")


def test_a_unit_may_begin_with_a_currency() -> None:
    assert currency_at_start("euros a year") == currency_at_start("d'euros") == {"EUR"}
    assert currency_at_start("points") == currency_at_start("% of euros") == frozenset()
