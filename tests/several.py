"""Small datasets that are read as one: each by its name, its actors and facts in YAML, and one source of its own."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.load import load
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

CARD = """
    id: {source}
    title: {source}
    publisher: The publisher of {source}
    published: 2025-06-15
    paragraphs:
      1: kenya northland vietnam league pact
"""


class Small(NamedTuple):
    """A dataset in YAML: sections of actors, sections of facts that cite `source`, and other files."""

    actors: str = ""
    facts: str = ""
    source: str = ""
    vocabulary: str = ""
    card: str = CARD


def write(folder: Path, **sets: Small) -> list[Path]:
    """Write datasets, each into a folder of its name, and give their folders of facts."""
    for name, one in sets.items():
        source = one.source or f"news-{name}"
        files = {f"seeds/{source}.yaml": dedent(one.card).replace("{source}", source)}
        if one.actors:
            files["graph/actors/all.yaml"] = dedent(one.actors)
        if one.vocabulary:
            files["graph/vocabulary.yaml"] = dedent(one.vocabulary)
        files[f"graph/{source}.yaml"] = f"source: {source}\n{dedent(one.facts)}"
        write_files(folder / name, files)
    return [folder / name / "graph" for name in sets]


def several(folder: Path, **sets: Small) -> Dataset:
    """Datasets that are read as one; what is wrong is in its problems."""
    return load(write(folder, **sets))


def tie(of: str, with_: str, more: str = "") -> str:
    """A record of diplomatic relations in the flow of YAML."""
    return f"{{of: {of}, with: {with_}, evidence: {{p: 1, terms: [pact]}}{more}}}"


def relations(*ties: str) -> str:
    """The section of diplomatic relations."""
    return "diplomatic_relations:\n" + indent("\n".join(f"- {one}" for one in ties), "  ") + "\n"
