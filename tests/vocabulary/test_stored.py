"""The vocabulary as it is stored: all of what its YAML says, and nothing once that says otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.vocabulary import load as loading
from relgraph.vocabulary.extending import read_shipped
from relgraph.vocabulary.load import SHIPPED, STORED, TERMS
from relgraph.vocabulary.stored import checksum, read_stored, stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.golden import Golden

FILES = [TERMS / name for name in SHIPPED]


def test_what_is_stored_is_what_the_yaml_says(golden: Golden) -> None:
    vocabulary = read_shipped(TERMS)
    golden(TERMS / STORED, stored(vocabulary, checksum(FILES)))
    found = read_stored(TERMS / STORED, lambda: checksum(FILES))
    assert found == vocabulary
    assert found is not None
    assert list(found.relations) == list(vocabulary.relations)
    for name, kind in vocabulary.relations.items():
        assert [*found.relations[name].roles] == [*kind.roles]
        assert [*found.relations[name].fields] == [*kind.fields]


def test_an_entry_that_was_edited_is_read_from_its_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "relations").mkdir()
    for name in (*SHIPPED, STORED):
        (tmp_path / name).write_bytes((TERMS / name).read_bytes())
    people = (tmp_path / "actors.yaml").read_text(encoding="utf-8")
    (tmp_path / "actors.yaml").write_text(people.replace("label: person", "label: human being"), encoding="utf-8")
    monkeypatch.setattr(loading, "TERMS", tmp_path)
    loading.shipped_vocabulary.cache_clear()
    try:
        assert loading.shipped_vocabulary().actors["person"].label == "human being"
    finally:
        loading.shipped_vocabulary.cache_clear()


def test_line_ends_of_another_system_are_the_same_files(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.yaml", tmp_path / "b.yaml"
    ours.write_bytes(b"a: 1\nb: 2\n")
    theirs.write_bytes(b"a: 1\r\nb: 2\r\n")
    assert checksum([ours]) == checksum([theirs])
    assert checksum([ours, ours]) != checksum([ours])


@pytest.mark.parametrize("text", ["", "{", json.dumps({"made_from": 2})])
def test_what_is_damaged_or_made_from_something_else_counts_for_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "stored.json"
    file.write_text(text, encoding="utf-8")
    assert read_stored(file, lambda: 1) is None
    assert read_stored(tmp_path / "none.json", lambda: 1) is None
