"""A right entry to spoil, and what is told of a vocabulary that a dataset brings along."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.vocabulary.model import Vocabulary

PACT = """\
relations:
  pact:
    section: pacts
    label: pact
    form: tie
    time: state
    statuses: [in-force]
    status: in-force
    ends: {of: {types: [country]}, with: {types: [country]}}
    reads: {forward: "{of} with {with}", back: "{with} with {of}"}
"""


def read(folder: Path, text: str) -> tuple[Vocabulary, list[str]]:
    """The vocabulary in force with these entries, written to v.yaml, and what is wrong with them."""
    path = folder / "v.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    vocabulary, problems = load_vocabulary(path, "v.yaml")
    return vocabulary, [str(problem) for problem in problems]


def told(folder: Path, text: str) -> list[str]:
    """What is wrong with a vocabulary that a dataset brings along."""
    return read(folder, text)[1]
