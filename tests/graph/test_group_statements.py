"""Statements about a group that may cover a tie which no fact states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.between import between
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.graph.group_statements import statements_of
from relgraph.graph.views import View

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

GROUPS = {
    "graph/actors/groups.yaml": "groups:\n"
    "  club: {name: the club, members: [egypt, inner], basis: test}\n"
    "  inner: {name: the inner club, members: [malaysia], basis: test}\n"
    "  all-states: {name: all member states}\n"
}


def said(world: World, facts: str) -> Dataset:
    return world(facts, GROUPS)


def relations(with_: str, more: str = "") -> str:
    return f"{{of: kenya, with: {with_}, evidence: {{p: 1, terms: [csp]}}{more}}}"


def told(world: World, *records: str, pair: str = "kenya egypt", wanted: Wanted | None = None) -> list[str]:
    """The facts that are pointed to where a path is asked for; `between` points to them too."""
    dataset = said(world, f"diplomatic_relations: [{', '.join(records)}]")
    one, other = pair.split()
    answer = find_path(dataset, one, other, wanted)
    assert all("may cover this: Kenya has" in (answer.reason or "") for _ in answer.may_cover)
    return [end.id for fact in answer.may_cover for end in fact.ends if end.id != "kenya"]


@pytest.mark.parametrize(
    ("group", "pair", "found"),
    [
        ("all-states", "kenya egypt", True),  # its members are not named: anybody may be one
        ("{every: all-states}", "kenya egypt", True),
        ("all-states", "egypt kenya", True),
        ("all-states", "egypt brazil", False),  # of neither is anything said
        ("club", "kenya egypt", True),
        ("club", "kenya malaysia", True),  # it is of a group in the group
        ("club", "kenya brazil", False),
    ],
)
def test_a_statement_about_a_group_is_pointed_to_where_it_may_cover_the_tie(
    world: World,
    group: str,
    pair: str,
    found: bool,  # noqa: FBT001 - as a table has it
) -> None:
    assert bool(told(world, relations(group), pair=pair)) == found


def test_it_may_cover_a_step_of_a_longer_way(world: World) -> None:
    tie = "{of: kenya, with: france, evidence: {p: 1, terms: [csp]}}"

    assert told(world, tie, relations("all-states"), pair="france egypt") == ["all-states"]


@pytest.mark.parametrize("more", [", status: ended", ", stance: against", ", disputed: yes"])
def test_what_does_not_hold_covers_nothing(world: World, more: str) -> None:
    assert told(world, relations("all-states", more)) == []


def test_what_lies_below_the_rung_asked_for_covers_nothing(world: World) -> None:
    assert told(world, relations("all-states"), wanted=Wanted(min_tier="csp")) == []
    assert told(world, relations("all-states"), wanted=Wanted(min_tier="relations")) == ["all-states"]


def test_where_there_is_a_path_nothing_is_pointed_to(world: World) -> None:
    assert told(world, relations("all-states"), relations("egypt")) == []


def test_what_is_told_of_each_member_is_no_statement_about_the_group(world: World) -> None:
    dataset = said(world, "diplomatic_relations: [{id: each, of: kenya, with: {every: club}}]")

    assert list(statements_of(dataset, dataset.by_id["each"])) == []
    assert find_path(dataset, "kenya", "malaysia").found


def test_an_answer_without_a_tie_tells_who_says_so(world: World) -> None:
    dataset = said(world, f"diplomatic_relations: [{relations('all-states')}]")
    pointer = (
        "a statement about all member states may cover this: Kenya has diplomatic relations with all member states"
    )
    cited = 'talks p 1: "csp" (refused by relgraph check)'  # it names neither
    path, tie = find_path(dataset, "kenya", "egypt"), between(dataset, "kenya", "egypt")

    assert str(path).splitlines()[:2] == [
        f"no path between Kenya and Egypt: Kenya and Egypt have no tie in this view; {pointer}",
        f"     {cited}",
    ]
    silent = "not known: diplomatic relations; not covered: all other kinds"
    assert str(tie).splitlines()[1:] == ["nothing in this view ties them", pointer, f"  {cited}", silent]
    assert [fact["id"] for fact in path.plain()["may_cover"]] == ["talks:diplomatic-relations:kenya:all-states"]
    assert path.plain()["may_cover"] == tie.plain()["may_cover"]


def test_a_view_that_leaves_the_statement_out_points_to_nothing(world: World) -> None:
    dataset = said(world, f"diplomatic_relations: [{relations('all-states')}]")
    view = View(kinds=frozenset({"partnership"}))

    assert find_path(dataset, "kenya", "egypt", view=view).may_cover == ()
    assert between(dataset, "kenya", "egypt", view).may_cover == ()
