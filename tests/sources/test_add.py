"""Making a card from a text, and making it anew."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import InputError, MisuseError
from relgraph.reading.characters import unprintable
from relgraph.reading.tree import read_bytes
from relgraph.sources import add
from relgraph.sources.add import new_card, renewed_card, source_id, table_card
from relgraph.sources.card import TableCard, read_card
from relgraph.sources.text import sha256

if TYPE_CHECKING:
    from relgraph.sources.card import Card

ABOUT = {"id": "x", "title": "t", "publisher": "unknown", "language": "en", "published": "unknown"}


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "001 story.txt"
    path.write_text("A heading\n\nKenya’s 4th visit: VNĐ615.\n***\n", encoding="utf-8")
    return path


def reread(yaml: str, folder: Path) -> Card:
    path = folder / "x.yaml"
    path.write_text(yaml, encoding="utf-8")
    card, problems = read_card(path, "x.yaml")
    assert problems == []
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("name", "made"),
    [("000_d9a66.txt", "000-d9a66"), ("Việt Nam (2025).txt", "viet-nam-2025"), ("新闻.txt", "source")],
)
def test_an_id_is_made_from_the_name_of_the_file(name: str, made: str) -> None:
    assert source_id(Path(name)) == made


def test_a_new_card_holds_what_is_known_and_the_index(text: Path, tmp_path: Path) -> None:
    yaml = new_card(text, {**ABOUT, "title": "Kenya: a visit", "published": "2026-01-12"})

    assert yaml == dedent(f"""\
        id: x
        title: "Kenya: a visit"
        publisher: unknown
        language: en
        published: 2026-01-12
        file: 001 story.txt
        sha256: {sha256(text.read_bytes())}
        # The word index: for each paragraph (non-blank line) its distinct normalised words, sorted.
        paragraphs:
          1: a heading
          2: 4th 615 kenya visit vnd
          3: ""
    """)
    card = reread(yaml, tmp_path)
    assert (card.file, card.index) == ("001 story.txt", ("a heading", "4th 615 kenya visit vnd", ""))


@given(st.text(st.characters(exclude_categories=()), min_size=1), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_card_that_is_made_reads_back(tmp_path_factory: pytest.TempPathFactory, title: str, body: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_text(f"Kenya {body}", encoding="utf-8", newline="")
    try:
        made = new_card(path, {**ABOUT, "title": title})
    except (InputError, MisuseError) as error:
        assert unprintable(title) or "\0" in body or "is HTML" in str(error)  # noqa: PT017 - what it may not be raised for
        return
    found, problems = read_bytes(made.encode(), "x.yaml")

    assert found is not None
    assert found["title"] == title
    assert problems == []


def test_a_paragraph_fills_a_line_of_its_card_and_no_more(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    longest = len("  2: 4th 615 kenya visit vnd")
    monkeypatch.setattr(add, "MAX_LINE", longest)
    assert "  2: 4th 615 kenya visit vnd\n" in new_card(text, ABOUT)

    monkeypatch.setattr(add, "MAX_LINE", longest - 1)
    with pytest.raises(InputError, match="paragraph 2 has more words than a card can hold"):
        new_card(text, ABOUT)


def test_an_empty_text_makes_no_card(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n \n", encoding="utf-8")
    with pytest.raises(InputError, match=r"empty\.txt: holds no text"):
        new_card(empty, ABOUT)
    with pytest.raises(InputError, match=r"none\.txt: cannot be read"):
        new_card(tmp_path / "none.txt", ABOUT)


OLD = """\
# Who read it, and when.
id: x
title: "file: a story"   # no_facts: are below
file: old.txt
sha256: abc

# Checked twice.
no_facts:
  # the first line
  1: heading
# The word index: for each paragraph (non-blank line) its distinct normalised words, sorted.
paragraphs:
  1: gone
  2: gone too
language: en   # stands after the index
"""


def test_a_renewed_card_keeps_all_that_a_person_wrote(text: Path, tmp_path: Path) -> None:
    renewed = renewed_card(OLD, text)

    assert renewed == (
        OLD.replace("old.txt", "001 story.txt")
        .replace("abc", sha256(text.read_bytes()))
        .replace("  1: gone\n  2: gone too\n", '  1: a heading\n  2: 4th 615 kenya visit vnd\n  3: ""\n')
    )
    card = reread(renewed, tmp_path)
    assert (card.no_facts, card.language, len(card.index)) == ({1: "heading"}, "en", 3)


def test_what_a_card_lacks_is_added(text: Path, tmp_path: Path) -> None:
    card = reread(renewed_card("id: x\ntitle: t", text), tmp_path)

    assert (card.title, card.file, len(card.index)) == ("t", "001 story.txt", 3)


def test_a_card_renewed_from_the_same_text_is_the_same(text: Path) -> None:
    card = new_card(text, ABOUT)

    assert renewed_card(card, text) == card


def test_the_card_of_a_table_numbers_its_columns_but_for_names_that_it_cannot_hold(tmp_path: Path) -> None:
    columns = {"sender": 1, 'a: "b", {c}': 2, "null": 3, "": 4, "bell\x07": 5}
    about = {"id": "x", "title": "A list"}
    card = reread(table_card("", about, TableCard(("sender",), 9, columns), Path("list.csv"), "0" * 64), tmp_path)

    assert card.table is not None
    assert card.table.columns == {"sender": 1, 'a: "b", {c}': 2, "null": 3}
    cells = [card.table.cell(*at) for at in ((7, "null"), (7, "seat"), (0, "sender"))]
    assert cells == ["#cell=7,3", "", ""]  # a column without a number; a row that only its key is known of
