"""No sentence of an article stands anywhere in the repository."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from relgraph.export.content import Content
from relgraph.export.formats import FORMATS
from tests.checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.export.formats import Format
    from relgraph.facts.dataset import Dataset

RUN = 8
NAMES = (
    "Memorandum of Understanding on Diplomatic and Political Consultations",
    "Partnering for Green Growth and Global Goals 2030",
    "Partnering for Green Growth and the Global Goals 2030",
    "United Nations Convention on Countering Cybercrime",
    "United Nations Human Rights Council",
    "Kenya National Chamber of Commerce & Industry",
    "Malaysia's National Chamber of Commerce & Industry",
)
"""Proper names of instruments and bodies, each of which counts as one word, however long."""


def _words(text: str) -> str:
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return f" {words} "


def _runs(text: str) -> set[str]:
    told = _words(text)
    for name in map(_words, NAMES):
        told = told.replace(name, f" {name.strip().replace(' ', '_')} ")
    words = told.split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _files() -> list[Path]:
    """Every file that git keeps, or would keep, and that holds text."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever git is there
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


@pytest.fixture(scope="module")
def sentences(texts: Path) -> set[str]:
    """Every run of eight words of the articles."""
    return {run for path in texts.glob("*.txt") for run in _runs(path.read_text(encoding="utf-8"))}


def test_a_run_of_eight_words_is_found() -> None:
    assert _runs("one two three four five six, seven — eight") == {"one two three four five six seven eight"}
    assert not _runs("one two three four five six seven")


def test_a_long_name_is_one_word() -> None:
    (run,) = _runs("Kenya joined the United Nations Human Rights Council for its next term")
    assert run == "kenya joined the united_nations_human_rights_council for its next term"


def test_no_file_repeats_eight_words_of_an_article(sentences: set[str]) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {run}"
        for path in _files()
        for run in _runs(path.read_text(encoding="utf-8", errors="replace")) & sentences
    }
    assert not found


@pytest.mark.parametrize("form", FORMATS, ids=[one.name for one in FORMATS])
def test_nothing_that_is_exported_repeats_eight_words_of_an_article(
    form: Format, curated: Dataset, sentences: set[str]
) -> None:
    content = Content(curated)
    chunks = [*form.write(content), *(chunk for beside in form.beside(content).values() for chunk in beside)]
    text = " ".join(chunk if isinstance(chunk, str) else chunk.decode("utf-8", "ignore") for chunk in chunks)
    assert not _runs(text) & sentences
