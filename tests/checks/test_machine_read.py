"""Ties that a machine read: check tells what is taken of their file, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

from relgraph.checks.check import check
from relgraph.facts.load import load
from relgraph.sources.text import sha256_of
from tests.checks.articles import breaches
from tests.facts.machine_read.small_ties import MAPPING, NAME, PATH, small, write_ties

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset


def anew(folder: Path) -> Dataset:
    return load(folder / "graph")


def test_check_tells_what_is_taken(tmp_path: Path) -> None:
    dataset = small(tmp_path)

    left = "left out a kind of event that the mapping does not name: 1; fewer than 2 events: 1"
    told = f"1: machine-read, query 0123456789ab: 4 of 6 ties by month taken as clashes, talks; {left}"
    assert breaches(dataset, "machine-read") == [told]
    assert check(dataset).facts == 1  # the ties are none of them


def test_a_file_that_is_elsewhere_and_no_pyarrow_are_no_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = small(tmp_path)
    monkeypatch.setattr("relgraph.checks.machine_read.find_spec", lambda _: None)
    (told,) = breaches(dataset, "machine-read")
    assert "not looked at, for pyarrow is not installed: pip install 'relgraph[bulk]'" in told
    (tmp_path / PATH).unlink()
    (told,) = breaches(anew(tmp_path), "machine-read")
    assert told == "1: machine-read ties in made-up.parquet, which is not at hand: not looked at"
    assert breaches(anew(tmp_path), "ties") == []


def test_a_file_that_was_changed_is_one_line(tmp_path: Path) -> None:
    small(tmp_path)
    write_ties(tmp_path / PATH, [])
    (told,) = [one for one in check(anew(tmp_path)).problems if one.is_error]
    assert told.rule == "text-hash"
    assert "made-up.parquet is not the table that was imported: its sha256 differs" in told.message


def test_what_is_wrong_with_ties_is_an_error(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / NAME).write_text(MAPPING.replace("clashes", "visit"), encoding="utf-8")
    (told,) = breaches(anew(tmp_path), "ties")
    assert "visit is a kind of curated facts" in told
    (tmp_path / NAME).write_text(MAPPING, encoding="utf-8")
    card = tmp_path / "seeds/made-up.yaml"
    text = card.read_text(encoding="utf-8")
    card.unlink()
    assert breaches(anew(tmp_path), "ties") == ["1: made-up has no card; relgraph import made-up makes it"]

    write_ties(tmp_path / PATH, period="week")
    digest = sha256_of(tmp_path / PATH)
    old = next(line for line in text.splitlines() if line.startswith("sha256"))
    card.write_text(text.replace(old, f"sha256: {digest}"), encoding="utf-8")
    (told,) = breaches(anew(tmp_path), "ties")
    assert "is no file of ties that relgraph aggregate wrote" in told
