"""What a stated total costs: to look at the facts of whom it is of, however many others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.check import check
from relgraph.facts import reconcile as subject
from relgraph.facts.dataset import load
from relgraph.facts.derive import holds
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Vocabulary

PARTNERS, HOLDERS = 5, 3


def world(folder: Path, owners: int) -> Path:
    """So many countries, each with partners and people in its office, and a total of its partners."""
    names = [f"land-{n}" for n in range(owners)]
    ties = [
        f"  - {{of: {one}, with: [{', '.join(names[(n + far) % owners] for far in range(1, PARTNERS + 1))}]}}\n"
        for n, one in enumerate(names)
    ]
    people = [f"p-{n}-{k}" for n in range(owners) for k in range(HOLDERS)]
    files = {
        "graph/actors/all.yaml": "countries:\n"
        + "".join(f"  {one}: {{name: {one}}}\n" for one in names)
        + "offices:\n"
        + "".join(f"  o-{n}: {{name: Office {n}, of: {one}}}\n" for n, one in enumerate(names))
        + "people:\n"
        + "".join(f"  {one}: {{name: {one}}}\n" for one in people),
        "graph/talks.yaml": "source: talks\npartnerships:\n"
        + "".join(ties)
        + "holds:\n"
        + "".join(f"  - {{holder: p-{n}-{k}, office: o-{n}}}\n" for n in range(owners) for k in range(HOLDERS))
        + "counts:\n"
        + "".join(f"  - {{of: {one}, counts: partnership, says: 20, what: partners}}\n" for one in names),
        "seeds/talks.yaml": "id: talks\ntitle: talks\nparagraphs:\n  1: x\n",
    }
    return write_files(folder, files) / "graph"


def looked_at(folder: Path, owners: int, monkeypatch: pytest.MonkeyPatch) -> int:
    dataset = load(world(folder, owners))
    assert dataset.problems == ()
    assert dataset.derived is not None
    seen = 0

    def counted(fact: Fact, vocabulary: Vocabulary) -> bool:
        nonlocal seen
        seen += 1
        return holds(fact, vocabulary)

    monkeypatch.setattr(subject, "holds", counted)
    monkeypatch.setattr("relgraph.facts.dataset.holds", counted)
    told = [problem for problem in check(dataset).problems if problem.rule == "count-unnamed"]
    assert len(told) == owners
    return seen


def test_totals_cost_in_proportion_to_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (looked_at(tmp_path / str(owners), owners, monkeypatch) for owners in (20, 160))

    assert many == 8 * few
