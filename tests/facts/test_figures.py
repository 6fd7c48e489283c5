"""Figures as the sources give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.figures import NotAFigure, ordinal_suffix, parse_figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("14", 14, None, None),
        ("7.09 %", 7.09, "%", None),
        ("7.09%", 7.09, "%", None),
        ("615 billion VND", 615e9, "VND", None),
        ("900 thousand US dollars", 900e3, "US dollars", None),
        ("1,000,000", 1e6, None, None),
        ("more than 20 %", 20, "%", "more than"),
        ("At least 3 Million", 3e6, None, "at least"),
        ("about 14", 14, None, "about"),
        ("less than 14", 14, None, "less than"),
        ("up to 14", 14, None, "up to"),
        ("Nearly 14", 14, None, "nearly"),
        ("2 trillion", 2e12, None, None),
        ("-2.5 points", -2.5, "points", None),
        ("4", 4, None, None),
    ],
)
def test_a_figure_has_value_unit_and_bound(text: str, value: float, unit: str | None, bound: str | None) -> None:
    figure = parse_figure(text)

    assert (figure.value, figure.unit, figure.bound) == (value, unit, bound)
    assert str(figure) == text


@pytest.mark.parametrize(
    ("text", "value", "digits", "scale", "codes"),
    [
        ("€1.2 billion", 1.2e9, "1.2", "billion", {"EUR"}),
        ("US$ 200m", 200e6, "200", "million", {"USD"}),
        ("200 million US dollars", 200e6, "200", "million", {"USD"}),
        ("USD 200 million", 200e6, "200", "million", {"USD"}),
        ("3 bn KES", 3e9, "3", "billion", {"KES"}),
        ("1,2 Mrd. EUR", 1.2e9, "1.2", "billion", {"EUR"}),
        ("1,2 Mrd.", 1.2e9, "1.2", "billion", set()),
        ("€1,2 Mrd.", 1.2e9, "1.2", "billion", {"EUR"}),
        ("sixty-four", 64, "64", None, set()),
        ("about two hundred and fifty", 250, "250", None, set()),
        ("1,00,000", 1e5, "100000", None, set()),
        ("1,5 %", 1.5, "1.5", None, set()),
        ("١٩٦٣", 1963, "1963", None, set()),
        ("20 km", 20, "20", None, set()),
    ],
)
def test_a_figure_may_be_copied_as_texts_write_it(
    text: str, value: float, digits: str, scale: str | None, codes: set[str]
) -> None:
    figure = parse_figure(text)

    assert (figure.value, figure.digits, figure.scale, set(figure.currency)) == (value, digits, scale, codes)


def test_a_dollar_may_be_that_of_many() -> None:
    assert {"USD", "AUD"} < parse_figure("200 million dollars").currency
    assert parse_figure("200 million dollars a year").currency == parse_figure("$200 million").currency


def test_a_figure_is_what_was_written() -> None:
    assert parse_figure("14") == parse_figure("14")
    assert parse_figure("1000") != parse_figure("1,000")


@pytest.mark.parametrize(
    "text", ["", "fortteen", "over 14", "% 7", "1.2.3", "1,2,3", "4th", "7 8", "x" * 99, "9" * 5000, "1." + "0" * 99]
)
def test_what_is_no_figure_is_told_with_advice(text: str) -> None:
    with pytest.raises(NotAFigure, match=r"is not a figure; write 14, 7\.09 %, 615 billion VND or more than 400"):
        parse_figure(text)


@given(st.text())
def test_any_text_is_a_figure_or_is_told_not_to_be(text: str) -> None:
    try:
        figure = parse_figure(text)
    except NotAFigure:
        return
    assert str(figure) == text
    assert figure.spellings(ordinal=True)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("615 billion VND", (("615", "billion"), ("615000000000",))),
        ("2.5 million", (("2.5", "million"), ("2500000",))),
        ("7.09 %", (("7.09",),)),
        ("1,000", (("1000",),)),
    ],
)
def test_a_paragraph_may_name_a_figure_in_words_or_digits(text: str, spellings: tuple[tuple[str, ...], ...]) -> None:
    assert parse_figure(text).spellings() == spellings


def test_an_ordinal_may_be_named_as_such() -> None:
    assert parse_figure("4").spellings() == (("4",),)
    assert parse_figure("4").spellings(ordinal=True) == (("4th",),)


def test_ordinals_by_hand() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 122)

    assert " ".join(map(ordinal_suffix, numbers)) == "st nd rd th th th th st st th nd"
