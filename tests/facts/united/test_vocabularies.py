"""The vocabularies of several datasets: ladders by their owners, and the places of what clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.vocabulary.describe import dictionary
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


def own(label: str, rungs: str, owner: str = "owner: kenya", more: str = "") -> str:
    return f"ladders: {{own: {{label: {label}, {owner}, rungs: {{{rungs}}}{more}}}}}"


def test_the_words_of_the_first_count_for_a_ladder_whichever_has_more_rungs(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(vocabulary=own("the first", "low: first low, high: first high", more=", beside: {near: first near}")),
        b=Small(
            vocabulary=own("another", "low: low, mid: middle, high: high", more=", beside: {near: near, far: far}")
        ),
    )
    ladder = dataset.vocabulary.ladders["own"]

    assert ladder.label == "the first"
    assert list(ladder.rungs.items()) == [("low", "first low"), ("mid", "middle"), ("high", "first high")]
    assert ladder.beside == {"near": "first near", "far": "far"}


def test_several_ladders_of_one_kind_of_relation_stay_several(tmp_path: Path) -> None:
    ladder = "{{label: {0}, kind: alliance, rungs: {{consultation: c, {1}: d}}}}"
    dataset = several(
        tmp_path,
        a=Small(vocabulary=f"ladders: {{x: {ladder.format('x', 'defence')}, y: {ladder.format('y', 'neutrality')}}}"),
        b=Small(vocabulary=f"ladders: {{y: {ladder.format('y', 'neutrality')}, z: {ladder.format('z', 'entente')}}}"),
    )

    assert dataset.problems == ()
    assert {one: dataset.vocabulary.ladders[one].label for one in "xyz"} == {"x": "x", "y": "y", "z": "z"}


def test_a_ladder_that_is_called_otherwise_cites_what_it_did_each_paragraph_once(tmp_path: Path) -> None:
    cites = ", evidence: {in: gazette, p: 1, terms: [pact]}"
    dataset = several(
        tmp_path,
        a=Small(source="gazette", vocabulary=own("of Kenya", "low: low, high: high", more=cites)),
        b=Small(source="gazette", vocabulary=own("of Kenya", "low: low, high: high", more=cites)),
        c=Small(source="gazette", vocabulary=own("of Egypt", "low: low, high: high", "owner: egypt", cites)),
    )
    told = [line for line in dictionary(dataset.vocabulary) if "gazette" in line]

    assert told == [
        f"- **{name}**, of {whose}: `low` (low) < `high` (high) [gazette p 1]"
        for name, whose in (("own@a", "kenya"), ("own@c", "egypt"))
    ]


def test_a_ladder_that_means_two_things_is_told_at_each_that_differs_whatever_they_call_it(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(vocabulary=own("of Kenya", "low: low, high: high")),
        b=Small(vocabulary=own("of Kenya", "high: high, low: low").replace("own", "kenyan", 1)),
        c=Small(vocabulary=own("of Kenya", "high: high, low: low")),
    )

    assert [str(problem) for problem in dataset.problems] == [
        f"{tmp_path}/{name}/graph/vocabulary.yaml:1: kenyan: it means something else than at"
        f" {tmp_path}/a/graph/vocabulary.yaml:1 (rungs): call one of them otherwise"
        for name in ("b", "c")
    ]


def test_comparisons_that_make_a_circle_together_are_told_as_such(tmp_path: Path) -> None:
    ladder = own("of Kenya", "low: low, high: high")
    dataset = several(
        tmp_path,
        a=Small(vocabulary=f"{ladder}\ncompare: [{{general: cp, own: high}}]"),
        b=Small(vocabulary=f"{ladder}\ncompare: [{{general: sp, own: low}}]"),
    )

    assert {str(problem).split(": ")[1] for problem in dataset.problems} == {"compare"}


def test_a_kind_ladder_or_rule_is_in_force_while_one_does_not_switch_it_off(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(vocabulary="kinds_off: [visit]\nladders_off: [general]\nrules_off: [embassy-seat]"),
        b=Small(),
    )

    assert "visit" in dataset.vocabulary.relations
    assert "cp" in dataset.vocabulary.general.rungs
    assert "embassy-seat" in {rule.id for rule in dataset.vocabulary.relations["mission"].implies}


def test_what_two_word_differently_that_ships_is_to_be_said_alike(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small(vocabulary="relations: {visit: {label: tour}}"),
        b=Small(vocabulary="relations: {visit: {label: trip}}"),
    )

    (problem,) = dataset.problems
    assert str(problem) == (
        f"{tmp_path}/b/graph/vocabulary.yaml:1: visit: it means something else than at"
        f" {tmp_path}/a/graph/vocabulary.yaml:1 (label): say the same of what ships"
    )


def test_a_ladder_that_ships_and_that_one_turns_round_means_something_else_than_what_ships(tmp_path: Path) -> None:
    turned = "ladders: {general: {label: turned, rungs: {csp: best, sp: good, cp: fair, relations: least}}}"
    dataset = several(tmp_path, a=Small(), b=Small(vocabulary=turned))

    (problem,) = (one for one in dataset.problems if "general" in one.message)
    assert str(problem) == (
        f"{tmp_path}/b/graph/vocabulary.yaml:1: general: it means something else than what ships (rungs):"
        " say the same of what ships"
    )
