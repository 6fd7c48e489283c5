"""What a stated total costs: to look at the facts of whom it is of, however many others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.totals import totals as totals_of
from relgraph.checks.check import check
from relgraph.facts import counted as subject
from relgraph.facts.derive import holds
from relgraph.facts.load import load
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Vocabulary
    from tests.fixture_types import Command, WriteFolder

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


def hub(dataset: WriteFolder, ties: int, totals: int, more: str = "") -> Path:
    """A country with so many partners, and so many totals of them."""
    named = [f"land-{n}" for n in range(ties + 1)]
    facts = f"partnerships: [{{of: land-0, with: [{', '.join(named[1:])}], tier: csp, since: 2020}}]\ncounts:\n"
    facts += "".join(
        f"  - {{of: land-0, counts: partnership, tier: csp, says: {ties + n}, what: partners{more.format(2030 + n)}}}\n"
        for n in range(totals)
    )
    actors = "countries:\n" + "".join(f"  {one}: {{name: {one}}}\n" for one in named)
    return dataset(world_files(facts, {"graph/actors/all.yaml": actors})) / "graph"


def test_of_totals_that_select_alike_the_facts_are_looked_at_once(
    dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    look_at = subject.Counted.look_at

    def looking_at(self: subject.Counted, number: int) -> None:
        seen.append(number)
        look_at(self, number)

    monkeypatch.setattr(subject.Counted, "look_at", looking_at)

    def looked_at_by(ties: int, totals: int) -> int:
        seen.clear()
        assert len(totals_of(load(hub(dataset, ties, totals)))) == totals
        return sum(seen)

    few = looked_at_by(40, 1)
    assert looked_at_by(40, 41) == few + 40  # the totals themselves, which stand at that end too
    assert looked_at_by(320, 1) <= 8 * few


def test_more_than_anybody_means_is_refused(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "MOST_LOOKED_AT", 200)
    graph = hub(dataset, 40, 10, ", as_of: {}")
    told = relgraph("check", "--graph", graph).stdout.splitlines()
    asked = relgraph("counts", "--graph", graph)

    assert sum("it is not set against its members: for all totals together more than" in line for line in told) > 3
    assert (asked.exit_code, asked.stdout, asked.stderr) == (
        *(1, ""),
        f"relgraph: {subject.TOO_MANY}; state fewer of them\n",
    )


def test_members_that_nobody_would_read_are_not_told(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relgraph.facts.reconcile.MOST_LOOKED_AT", 200)
    graph = hub(dataset, 40, 10)

    assert relgraph("check", "--graph", graph).stdout.count("not set against") == 0
    assert relgraph("counts", "--graph", graph).exit_code == 1
    assert relgraph("export", "html", "-o", "-", "--graph", graph, "--with-errors").exit_code == 1


def test_totals_cost_in_proportion_to_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (looked_at(tmp_path / str(owners), owners, monkeypatch) for owners in (20, 160))

    assert many == 8 * few
