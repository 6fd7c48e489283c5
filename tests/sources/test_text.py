"""A source text and its paragraphs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relgraph.errors import InputError
from relgraph.reading.held import HeldFile
from relgraph.sources import text
from relgraph.sources.text import decode, paragraphs, read, sha256


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    assert paragraphs("A heading\n\n  First.  \r\n\t\r\nSecond\rThird\n\n") == (
        "A heading",
        "First.",
        "Second",
        "Third",
    )
    assert paragraphs(" \n\n") == ()


def test_a_line_separator_inside_a_line_makes_no_paragraph() -> None:
    assert paragraphs("one\x0bline\u2028still") == ("one\x0bline\u2028still",)


def test_the_hash_is_that_of_the_bytes() -> None:
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_text_that_is_not_utf8_is_told_with_its_line() -> None:
    assert decode(b"\xef\xbb\xbfKenya", "x.txt") == "Kenya"
    with pytest.raises(InputError, match=r"^x.txt:2: byte 0xe9 is not UTF-8; save the file as UTF-8$"):
        decode(b"\xef\xbb\xbfone\nC\xf4te".replace(b"\xf4", b"\xe9"), "x.txt")


def test_a_text_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"none\.txt: cannot be read: No such file or directory"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="cannot be read: Is a directory"):
        read(tmp_path)
    with pytest.raises(InputError, match="/dev/null: cannot be read: not a regular file"):
        read(Path(os.devnull))
    monkeypatch.setattr(text, "MAX_BYTES", 3)
    (tmp_path / "x.txt").write_text("Kenya")
    with pytest.raises(InputError, match="too large for a source text; at most 3 bytes"):
        read(tmp_path / "x.txt")


def test_a_text_that_is_held_is_not_too_large_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "MAX_BYTES", 5)

    assert read(HeldFile("x.txt", b"Kenya")) == b"Kenya"
    with pytest.raises(InputError, match=r"^x\.txt: too large for a source text; at most 5 bytes$"):
        read(HeldFile("x.txt", b"Kenyan"))
