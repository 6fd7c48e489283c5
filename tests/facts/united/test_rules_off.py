"""A rule that one of several datasets switches off: nothing follows by it from the facts of that one alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.views import View
from relgraph.webpage.data.silence import silence_record
from tests.several import Small, several, write

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command

EMBASSY = "missions: {{{id}: {{sender: kenya, host: {host}, kind: embassy, since: 1980}}}}\n"
SEVERED = "diplomatic_steps: [{{id: {id}, by: {by}, with: kenya, kind: severance, on: 2016}}]\n"
RELATED = "diplomatic_relations: [{{id: {id}, of: kenya, with: {other}, since: 1970}}]\n"
CITED = "evidence: {p: 1, terms: [pact]}"
NO_HOST, NO_BREAK = "rules_off: [embassy-host]", "rules_off: [relations-severed]"


def related(dataset: Dataset) -> dict[str, str | None]:
    """With whom Kenya is said, or known by rule, to have relations; and until when, if they ended."""
    assert [problem for problem in dataset.problems if problem.is_error] == []
    found = [fact for fact in dataset.all_facts if fact.kind == "diplomatic-relations"]
    other = {fact.id: next(one for one in fact.pair if one != "kenya") for fact in found}
    return {other[fact.id]: str(fact.when.until) if fact.when.until else None for fact in found}


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_nothing_follows_by_it_from_the_facts_of_that_dataset_and_all_from_those_of_another(
    tmp_path: Path, order: str
) -> None:
    sets = {
        "a": Small("", EMBASSY.format(id="one", host="egypt"), vocabulary=NO_HOST),
        "b": Small("", EMBASSY.format(id="two", host="vietnam")),
    }

    assert related(several(tmp_path, **{name: sets[name] for name in order})) == {"vietnam": None}


def test_it_is_off_for_that_dataset_as_it_is_off_when_that_is_read_alone(tmp_path: Path) -> None:
    first, second = write(
        tmp_path,
        a=Small("", EMBASSY.format(id="one", host="egypt"), vocabulary=NO_HOST),
        b=Small("", EMBASSY.format(id="two", host="vietnam"), vocabulary=NO_HOST),
    )

    assert related(load(first)) == related(load([first, second])) == {}


def test_the_schema_of_several_says_for_whose_facts_a_rule_is_off(tmp_path: Path, relgraph: Command) -> None:
    folders = write(tmp_path, a=Small("", "", vocabulary=NO_HOST), b=Small("", ""), c=Small("", "", vocabulary=NO_HOST))
    every = [word for folder in folders for word in ("--graph", str(folder))]

    lines = relgraph("schema", "mission", *every).stdout.splitlines()
    (host,) = [line for line in lines if "`embassy-host`" in line]
    assert host.endswith("diplomatic relations; off for the facts of a and c")
    assert not any("off for" in line for line in lines if line != host)
    assert host in relgraph("schema", *every).stdout.splitlines()
    rules = json.loads(relgraph("schema", "mission", *every, "--output", "json").stdout)["implies"]
    assert {rule["id"]: rule.get("off_for") for rule in rules}["embassy-host"] == ["a", "c"]
    assert sum("off_for" in rule for rule in rules) == 1
    assert "off for" not in relgraph("schema", "mission", *every[:2]).stdout


@pytest.mark.parametrize("source", ["", "gazette"])
def test_what_both_state_follows_if_one_of_them_has_the_rule(tmp_path: Path, source: str) -> None:
    pacts = [f"{{of: kenya, with: {other}, tier: sp, {CITED}}}" for other in ("egypt", "vietnam")]
    dataset = several(
        tmp_path,
        a=Small("", f"partnerships: [{', '.join(pacts)}]", source, "rules_off: [ranked-partnership]"),
        b=Small("", f"partnerships: [{pacts[0]}]", source),
    )

    assert [fact.pair for fact in dataset.stated if fact.kind == "partnership"] == [
        *(("kenya", "egypt"), ("kenya", "vietnam"))
    ]
    assert related(dataset) == {"egypt": None}


def test_a_node_that_both_have_carries_what_one_of_them_lets_it_carry(tmp_path: Path) -> None:
    embassy = EMBASSY.format(id="one", host="egypt")

    assert related(several(tmp_path, a=Small("", embassy, vocabulary=NO_HOST), b=Small("", embassy))) == {"egypt": None}


def test_what_two_groups_give_a_member_follows_if_one_of_their_datasets_has_the_rule(tmp_path: Path) -> None:
    def group(name: str) -> tuple[str, str]:
        pact = f"partnerships: [{{of: kenya, with: {{every: {name}}}, tier: sp, {CITED}}}]\n"
        return f"groups: {{{name}: {{name: the {name}, members: [egypt]}}}}", pact

    dataset = several(
        tmp_path, a=Small(*group("first"), vocabulary="rules_off: [ranked-partnership]"), b=Small(*group("second"))
    )

    assert related(dataset) == {"egypt": None}


def test_what_an_event_ends_is_as_its_dataset_and_that_of_what_it_ends_both_have_it(tmp_path: Path) -> None:
    mine = RELATED.format(id="mine", other="egypt") + SEVERED.format(id="broken-here", by="vietnam")
    its = RELATED.format(id="its", other="vietnam") + SEVERED.format(id="broken-there", by="egypt")
    both = Small("", mine), Small("", its)

    assert related(several(tmp_path / "on", a=both[0], b=both[1])) == {"egypt": "2016", "vietnam": "2016"}
    off = both[0]._replace(vocabulary=NO_BREAK)
    assert related(several(tmp_path / "off", a=off, b=both[1])) == {"egypt": None, "vietnam": None}


def test_what_follows_from_one_dataset_ends_by_an_event_of_another_if_both_have_the_rule(tmp_path: Path) -> None:
    embassy = Small("", EMBASSY.format(id="one", host="egypt"))
    broken = Small("", SEVERED.format(id="broken", by="egypt"))

    assert related(several(tmp_path / "on", a=embassy, b=broken)) == {"egypt": "2016"}
    off = embassy._replace(vocabulary=NO_BREAK)
    assert related(several(tmp_path / "off", a=off, b=broken)) == {"egypt": None}


def test_the_page_knows_by_which_events_nothing_ends(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("", SEVERED.format(id="broken-here", by="vietnam"), vocabulary=NO_BREAK),
        b=Small("", SEVERED.format(id="broken-there", by="egypt")),
    )
    closes = silence_record(dataset, View())["closes"]["diplomatic-step"]

    assert [one["but"] for one in closes if one["kind"] == "diplomatic-relations"] == [["broken-here"]]
    assert [one for one in closes if "but" in one and one["kind"] != "diplomatic-relations"] == []
