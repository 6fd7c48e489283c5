from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.export.clean import Column, Ids, Value, clean_id, columns, is_missing, written
from relgraph.reading.characters import clean_text

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Lương Cường", "Lương Cường"),
        (unicodedata.normalize("NFD", "Hà Nội"), "Hà Nội"),
        ("bell\x07, tab\t, line\n", "bell\\u0007, tab , line\\u000a"),
        ("\x00\x0b\ufffe\ud800", "\\u0000\\u000b\\ufffe\\ud800"),
        ("eye\u202e\u0301", "eye\\u202é"),
        ("🇻🇳 </script>", "🇻🇳 </script>"),
    ],
)
def test_text_is_composed_and_what_forges_is_written_out(text: str, clean: str) -> None:
    assert clean_text(text) == clean


@given(ANY_TEXT)
def test_clean_text_is_composed_encodable_and_stays_as_it_is(text: str) -> None:
    clean = clean_text(text)

    assert unicodedata.is_normalized("NFC", clean)
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean


@pytest.mark.parametrize(("text", "clean"), [(" kenya ", "kenya"), ("", "_"), (" \t", "_"), ("a b", "a b")])
def test_an_id_is_never_empty_and_has_no_blanks_at_its_ends(text: str, clean: str) -> None:
    assert clean_id(text) == clean


def test_ids_that_cleaning_makes_alike_are_told_apart() -> None:
    ids = Ids()

    assert [ids.give(wanted) for wanted in ("a", "a\t", " a ", "b", "a#2")] == ["a", "a#2", "a#3", "b", "a#2#2"]


@pytest.mark.parametrize("value", [None, "", " \n", "\x0b", float("nan"), float("inf")])
def test_missing(value: Value | None) -> None:
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, 0.0, False, "no", "None"])
def test_not_missing(value: Value) -> None:
    assert not is_missing(value)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([True, False], "boolean"),
        ([1, 2], "long"),
        ([1, 0.5], "double"),
        ([1.0, float("nan")], "double"),
        (["x", ""], "string"),
        ([1, "x"], "string"),
        (["x", 1], "string"),
        ([True, 1], "string"),
        ([True, ""], "string"),
    ],
)
def test_a_column_has_one_type(values: list[Value], kind: str) -> None:
    assert columns({"a": value} for value in values) == (Column("a", kind),)


def test_truth_values_with_gaps_are_text() -> None:
    assert columns([{"label": "x", "a": True}, {"label": "y"}]) == (Column("label", "string"), Column("a", "string"))


def test_columns_stand_in_order_of_name_behind_the_label_and_empty_ones_are_left_out() -> None:
    rows: list[dict[str, Value]] = [{"z": 1, "empty": ""}, {"label": "x", "b": 2}]

    assert [column.name for column in columns(rows)] == ["label", "b", "z"]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, "boolean", "true"),
        (False, "string", "false"),
        (3, "long", "3"),
        (3, "double", "3.0"),
        (0.1, "double", "0.1"),
        (0.5, "string", "0.5"),
        ("a\x00b", "string", "a\\u0000b"),
    ],
)
def test_values_are_written_as_their_column_wants(value: Value, kind: str, text: str) -> None:
    assert written(value, Column("a", kind)) == text
