"""Every kind that ships can be looked up with a record that is as it should be."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.load import load
from relgraph.vocabulary.example import example
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from relgraph.vocabulary.example import Example
    from relgraph.vocabulary.kinds import RelationKind
    from tests.fixture_types import WriteFolder


def actors(made: Example) -> str:
    """The actors of an example, as a file of them."""
    sections = {kind.id: kind.section for kind in shipped_vocabulary().actors.values()}
    lines = []
    for kind, ones in groupby(sorted(made.actors, key=lambda one: one[1]), key=lambda one: one[1]):
        lines += [f"{sections[kind]}:", *(f"  {one}: {{name: {one.replace('-', ' ').title()}}}" for one, _ in ones)]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", shipped_vocabulary().relations.values(), ids=lambda kind: kind.id)
def test_the_example_of_a_kind_passes_the_check(dataset: WriteFolder, kind: RelationKind) -> None:
    made = example(kind, shipped_vocabulary())
    words = " ".join((*made.says, *(one.replace("-", " ") for one, _ in made.actors))).lower()
    index = " ".join(sorted(set(words.split())))
    folder = dataset(
        {
            "graph/actors/a.yaml": actors(made),
            "graph/s.yaml": f"source: s\n{made.text}",
            "seeds/s.yaml": f"id: s\ntitle: S\nparagraphs:\n  1: news\n  2: {index}\n",
        }
    )

    report = check(load(folder / "graph"))
    assert [str(problem) for problem in report.problems if problem.is_error] == []
    assert any(fact.kind == kind.id for fact in load(folder / "graph").facts)
