"""What changed between two states of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.diff import Difference, difference
from relgraph.facts.dataset import load
from tests.world import world_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import WriteFolder

OLD = """
    partnerships:
      - {of: vietnam, with: kenya, tier: sp, since: 2015}
      - {of: vietnam, with: egypt, tier: cp, since: 2015}
    counts: [{id: total, of: vietnam, counts: partnership, tier: csp, what: partners, says: 2}]
"""


@pytest.fixture
def changed(dataset: WriteFolder, tmp_path: Path) -> Callable[[str], tuple[Dataset, Dataset]]:
    """Two datasets: the facts above, and others."""

    def make(new: str) -> tuple[Dataset, Dataset]:
        for name, facts in (("old", OLD), ("new", new)):
            dataset({f"{name}/{file}": text for file, text in world_files(facts).items()})
        return load(tmp_path / "old/graph"), load(tmp_path / "new/graph")

    return make


def test_nothing_changed(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    assert not difference(*changed(OLD)).any


def test_a_fact_added_and_a_fact_withdrawn(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    new = OLD.replace("with: egypt, tier: cp", "with: brazil, tier: cp")
    found = difference(*changed(new))

    assert [fact.ends[1].id for fact in found.added] == ["brazil"]
    assert [fact.ends[1].id for fact in found.withdrawn] == ["egypt"]


def test_a_fact_marked_as_withdrawn_is_withdrawn(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    new = OLD.replace("tier: cp, since: 2015", "tier: cp, since: 2015, withdrawn: {on: 2026, why: misread}")
    found = difference(*changed(new))

    assert [fact.ends[1].id for fact in found.withdrawn] == ["egypt"]


def test_a_raised_tier_is_a_change_and_a_move(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    found = difference(*changed(OLD.replace("tier: sp", "tier: csp")))

    assert [(one.new.ends[1].id, one.fields) for one in found.changed] == [("kenya", ("tier",))]
    assert [(one.pair, one.old, one.new, one.raised) for one in found.moves] == [
        (("kenya", "vietnam"), "sp", "csp", True)
    ]
    assert not found.added
    assert not found.withdrawn


def test_a_lowered_tier(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    (move,) = difference(*changed(OLD.replace("tier: sp", "tier: cp"))).moves

    assert (move.old, move.new, move.raised) == ("sp", "cp", False)


def questions(found: Difference) -> dict[str, tuple[str, str]]:
    return {one.question: (one.old, one.new) for one in found.answers}


def test_answers_that_differ_are_told(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    new = OLD.replace("tier: sp", "tier: csp") + "    diplomatic_relations: [{of: kenya, with: france}]\n"
    answers = questions(difference(*changed(new), [("Kenya", "Egypt"), ("Kenya", "France")]))

    assert answers["count total"][1].startswith("states 2; 1 named")
    assert answers["degree of kenya"] == ("rank 2 (1)", "rank 1 (2)")
    assert answers["path Kenya – France"] == ("no path", "relations: Kenya – France")
    assert "path Kenya – Egypt" not in answers


def test_an_unknown_actor_is_an_answer_too(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    assert not questions(difference(*changed(OLD), [("Kenya", "Atlantis")]))
