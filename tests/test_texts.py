"""No sentence of an article stands anywhere in the repository."""

import re
import subprocess
from pathlib import Path

from tests.checkout import ROOT

RUN = 8
TITLES = (
    "the Memorandum of Understanding on Diplomatic and Political Consultations",
    "Partnering for Green Growth and Global Goals 2030",
    "Partnering for Green Growth and the Global Goals 2030",
)
"""Proper names of an instrument and of a body, which are no sentences of an article, however long."""


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
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


def test_a_run_of_eight_words_is_found() -> None:
    assert _runs("one two three four five six, seven — eight") == {"one two three four five six seven eight"}
    assert not _runs("one two three four five six seven")


def test_no_file_repeats_eight_words_of_an_article(texts: Path) -> None:
    articles: set[str] = set()
    for path in texts.glob("*.txt"):
        articles |= _runs(path.read_text(encoding="utf-8"))
    titles = {run for title in TITLES for run in _runs(title)}
    assert articles > titles
    articles -= titles
    found = {
        f"{path.relative_to(ROOT)}: {run}"
        for path in _files()
        for run in _runs(path.read_text(encoding="utf-8", errors="replace")) & articles
    }
    assert not found
