"""The vocabularies of several datasets: ladders by their owners, and the places of what clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from tests.several import Small, several
from tests.world import FRIENDSHIP

if TYPE_CHECKING:
    from pathlib import Path

VIETNAM = """
    ladders:
      {ladder}:
        label: the ladder of Vietnam
        owner: {owner}
        rungs: {{relations: relations, cp: Comprehensive Partnership, sp: Strategic Partnership}}
    compare:
      - {{general: relations, {ladder}: relations}}
"""


def partnership(of: str, with_: str, tier: str) -> str:
    return f"partnerships: [{{of: {of}, with: {with_}, tier: {tier}, evidence: {{p: 1, terms: [pact]}}}}]\n"


def test_the_ladder_of_one_actor_is_one_whatever_it_and_its_owner_are_called(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(
            "countries: {viet-nam: {name: Việt Nam, iso: VN}}",
            partnership("viet-nam", "kenya", "sp"),
            vocabulary=VIETNAM.format(ladder="viet-nam", owner="viet-nam"),
        ),
        b=Small(
            "", partnership("vietnam", "egypt", "cp"), vocabulary=VIETNAM.format(ladder="vietnam", owner="vietnam")
        ),
    )

    assert dataset.problems == ()
    assert dataset.vocabulary.ladders["viet-nam"].owners == ("vietnam",)
    assert "vietnam" not in dataset.vocabulary.ladders
    found = find_path(dataset, "kenya", "egypt", Wanted())
    assert found.best is not None
    assert (found.best.rung, [step.target for step in found.best.steps]) == ("cp", ["vietnam", "egypt"])


def test_ladders_of_one_id_and_two_owners_are_two(tmp_path: Path) -> None:
    ladder = "ladders: {{own: {{label: a ladder, owner: {owner}, rungs: {{low: low, high: high}}}}}}"
    dataset = several(
        tmp_path,
        a=Small("", partnership("kenya", "egypt", "high"), vocabulary=ladder.format(owner="kenya")),
        b=Small("", partnership("vietnam", "egypt", "low"), vocabulary=ladder.format(owner="vietnam")),
    )

    assert dataset.problems == ()
    assert {one: dataset.vocabulary.ladders[one].owners for one in ("own@a", "own@b")} == {
        "own@a": ("kenya",),
        "own@b": ("vietnam",),
    }


def test_a_kind_that_means_two_things_is_an_error_with_both_places(tmp_path: Path) -> None:
    facts = "friendships: [{of: kenya, with: vietnam, evidence: {p: 1, terms: [pact]}}]"
    dataset = several(
        tmp_path,
        a=Small("", facts, vocabulary=FRIENDSHIP),
        b=Small("", facts, vocabulary=FRIENDSHIP.replace("symmetric: true", "symmetric: false")),
    )

    (problem,) = dataset.problems
    assert problem.is_error
    assert str(problem) == (
        f"{tmp_path}/b/graph/vocabulary.yaml:3: friendship: it means something else than at"
        f" {tmp_path}/a/graph/vocabulary.yaml:3 (symmetric): call one of them otherwise"
    )
    assert dataset.facts == ()


def test_two_kinds_of_one_section_are_an_error_with_both_places(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(vocabulary=FRIENDSHIP),
        b=Small(vocabulary=FRIENDSHIP.replace("friendship:", "amity:", 1)),
    )

    (problem,) = dataset.problems
    assert problem.is_error
    assert "the section friendships belongs to friendship, once the datasets are taken together" in str(problem)
