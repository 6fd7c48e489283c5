"""Wrong entries are set aside, and so is what cannot do without them; the rest stays in force, and is judged by it."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.load import load
from relgraph.vocabulary.aside import in_force
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.kinds import Effect, Status
from relgraph.vocabulary.load import shipped_vocabulary
from tests.vocabulary.entries import PACT, read
from tests.world import FRIENDSHIP, world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder

BLOCS = """\
actors:
  bloc: {section: blocs, label: bloc}
  port: {section: ports, label: port, part_of: [country]}
statuses:
  frozen: {label: frozen, effect: ended}
ladders:
  kenya: {owner: kenya, rungs: {low: low, high: high}}
  vietnam: {owner: vietnam, rungs: {cp: cp, sp: sp, csp: csp}}
relations:
  embargo:
    section: embargoes
    label: embargo
    form: tie
    time: state
    statuses: [in-force, frozen]
    status: in-force
    ends: {of: {types: [country]}, with: {types: [bloc]}}
    reads: {forward: "{of} shuns {with}", back: "{with} is shunned by {of}"}
  lifting:
    section: liftings
    label: lifting
    form: tie
    time: moment
    statuses: [occurred]
    status: occurred
    ends: {of: {types: [country]}, with: {types: [bloc]}}
    reads: {forward: "{of} forgives {with}", back: "{with} is forgiven by {of}"}
    implies: [{kind: embargo, from: of, to: with, rule: r}]
compare:
  - {kenya: low, vietnam: sp}
"""
ALL = {"bloc", "port", "frozen", "kenya", "embargo", "lifting"}


@pytest.mark.parametrize(
    ("old", "new", "problem", "gone"),
    [
        ("label: bloc", "label: bloc, colour: red", "2: colour is not a field", {"bloc", "embargo", "lifting"}),
        ("label: port", "lable: port", "3: lable is not a field", {"port"}),
        ("[country]}\nst", "[contry]}\nst", "3: port: contry is not a kind of actor", {"port"}),
        ("effect: ended", "effect: cold", "5: cold is not an effect", {"frozen", "embargo", "lifting"}),
        ("high: high}", "high: high}, beside: {low: low}", "7: kenya: low is a rung", {"kenya"}),
        ("label: embargo", "label: [embargo]", "12: label must be text", {"embargo", "lifting"}),
        ("{of} shuns", "{off} shuns", "10: embargo: {off} means nothing", {"embargo", "lifting"}),
        ("{of} forgives", "{off} forgives", "19: lifting: {off} means nothing", {"lifting"}),
        ("low, vietnam: sp", "low, vietnam: sop", "30: compare: sop is not a rung of vietnam", set()),
    ],
)
def test_only_what_is_wrong_and_what_needs_it_falls_out(
    tmp_path: Path, old: str, new: str, problem: str, gone: set[str]
) -> None:
    assert old in BLOCS
    vocabulary, problems = read(tmp_path, BLOCS.replace(old, new))

    assert any(line.startswith(f"v.yaml:{problem}") for line in problems)
    assert {line.split(":")[1] for line in problems} == {problem.partition(":")[0]}
    parts = (vocabulary.actors, vocabulary.statuses, vocabulary.ladders, vocabulary.relations)
    assert ALL - {entry for part in parts for entry in part} == gone
    assert incoherences(vocabulary) == []
    assert shipped_vocabulary().relations.items() <= vocabulary.relations.items()
    assert gone <= vocabulary.aside


def test_nothing_is_set_aside_of_a_vocabulary_that_is_right(tmp_path: Path) -> None:
    vocabulary, problems = read(tmp_path, BLOCS)

    assert (problems, vocabulary.aside) == ([], frozenset())
    assert vocabulary.compare[-1] == {"kenya": "low", "vietnam": "sp"}


def test_a_wrong_comparison_leaves_the_others(tmp_path: Path) -> None:
    more = "  - {kenya: [high]}\n  - {kenya: hihg, vietnam: csp}\n  - {kenya: high, vietnam: csp}\n"
    vocabulary, problems = read(tmp_path, BLOCS + more)

    assert [line.split(";")[0] for line in problems] == [
        "v.yaml:31: kenya must be text, not a list",
        "v.yaml:32: compare: hihg is not a rung of kenya",
    ]
    assert vocabulary.compare[-2:] == ({"kenya": "low", "vietnam": "sp"}, {"kenya": "high", "vietnam": "csp"})


def test_comparisons_that_contradict_each_other_all_go(tmp_path: Path) -> None:
    vocabulary, problems = read(tmp_path, BLOCS + "  - {kenya: high, vietnam: cp}\n")

    assert problems
    assert all("taken together, the comparisons put" in line for line in problems)
    assert vocabulary.compare == shipped_vocabulary().compare
    assert "kenya" in vocabulary.ladders


def test_a_kind_of_relation_cannot_be_called_like_a_kind_of_actor(tmp_path: Path) -> None:
    vocabulary, problems = read(tmp_path, PACT.replace("pact:", "city:"))

    assert problems == ["v.yaml:2: city: it is a kind of actor too"]
    assert vocabulary._replace(aside=frozenset()) == shipped_vocabulary()


def test_what_cannot_be_made_to_fit_leaves_the_base() -> None:
    base = shipped_vocabulary()
    extended = base._replace(statuses={**base.statuses, "new": Status("new", "new", Effect.ENDED)})

    assert in_force(extended, base, ()) == extended
    assert in_force(extended, base, {("statuses", "new")}) == base
    assert in_force(extended, base, {("statuses", "in-force")}) == base  # what is of the base is never taken out


FACTS = """
    friendships:
      - {of: kenya, with: egypt, evidence: {p: 2, terms: [powers]}}
    partnerships:
      - {of: kenya, with: egypt, tier: high, evidence: {p: 1, terms: [Kenya]}}
    memberships:
      - {member: kenya, in: east, evidence: {p: 1, terms: [Kenya]}}
    counts:
      - {of: kenya, counts: friendship, what: friends, says: 2, evidence: {p: 2, terms: ["2"]}}
"""


def test_facts_of_what_is_set_aside_are_not_judged_by_what_is_left(dataset: WriteFolder) -> None:
    wrong = dedent(FRIENDSHIP).replace("form: tie", "form: tye") + dedent("""
        actors:
          bloc: {section: blocs}
        ladders:
          kenya: {owner: kenya, rungs: {low: low, high: high}, label: [x]}
    """)
    blocs = "blocs:\n  east: {name: the East}\n"
    folder = dataset(world_files(FACTS, {"graph/vocabulary.yaml": wrong, "graph/actors/b.yaml": blocs}))
    report = check(load(folder / "graph"))
    told = [(problem.severity, problem.message) for problem in report.problems if problem.rule != "mention"]

    assert [message.split(";")[0] for severity, message in told if severity == "error"] == [
        "tye is not a form",
        "label is missing",
        "label must be text, not a list",
    ]
    assert [message.split(":")[0] for severity, message in told if severity == "note"] == [
        "blocs is not read",
        "friendships is not read",
    ]
