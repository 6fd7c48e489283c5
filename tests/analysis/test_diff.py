"""What changed between two states of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.diff import Difference, difference
from relgraph.facts.load import load
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


def test_a_tier_that_comes_or_goes_is_a_move(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    new = OLD.replace("with: kenya, tier: sp", "with: brazil, tier: csp").replace("tier: cp", "tier: special")
    found = difference(*changed(new))

    assert [(one.pair, one.old, one.new, one.raised) for one in found.moves] == [
        (("brazil", "vietnam"), None, "csp", True),
        (("egypt", "vietnam"), "cp", None, False),
        (("kenya", "vietnam"), "sp", None, False),
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("with: egypt, tier: cp, since: 2015", "with: egypt, tier: cp, since: 2016", ["changed"]),
        ("says: 2", "says: 3", ["changed", "answers"]),
        ("    counts:", "    visits: [{visitor: kenya, host: egypt}]\n    counts:", ["added"]),
        ("what: partners, says: 2}", "what: partners, says: 2, withdrawn: {on: 2026, why: misread}}", ["withdrawn"]),
        ("tier: cp, since: 2015", "tier: special, since: 2015", ["changed", "moves"]),
    ],
)
def test_each_thing_that_changed_is_told_as_what_it_is(
    changed: Callable[[str], tuple[Dataset, Dataset]], old: str, new: str, what: list[str]
) -> None:
    assert OLD.count(old) == 1
    found = difference(*changed(OLD.replace(old, new)), measures=())

    assert [name for name in ("added", "withdrawn", "changed", "moves", "answers") if getattr(found, name)] == what
    assert found.any


def test_ranks_are_told_of_each_measure_that_is_asked_for(changed: Callable[[str], tuple[Dataset, Dataset]]) -> None:
    new = OLD.replace("      - {of: vietnam, with: egypt, tier: cp, since: 2015}\n", "")
    answers = questions(difference(*changed(new), measures=("degree", "core")))

    assert answers == {
        "degree of egypt": ("rank 2 (1)", "not ranked"),
        "degree of kenya": ("rank 2 (1)", "rank 1 (1)"),
        "degree of vietnam": ("rank 1 (2)", "rank 1 (1)"),
        "core of egypt": ("rank 1 (1)", "not ranked"),
    }


@pytest.mark.usefixtures("believed")
def test_all_that_changed_is_told_in_lines_rows_and_plain_data(
    changed: Callable[[str], tuple[Dataset, Dataset]],
) -> None:
    raised = OLD.replace("tier: sp", "tier: csp").replace("with: egypt", "with: brazil")
    old, new = changed(raised + "    diplomatic_relations: [{of: kenya, with: france, since: 1964}]\n")
    found = difference(old, new, [("Kenya", "Egypt")], measures=())
    tied = "Việt Nam has a %s Partnership with Kenya [since 2015]"
    totals = (
        "states 2; 0 named, 0 derived, 0 corroborated, 2 unnamed",
        "states 2; 1 named, 0 derived, 0 corroborated, 1",
    )

    assert str(found).splitlines() == [
        "+ Kenya has diplomatic relations with France [since 1964]",
        "+ Việt Nam has a Comprehensive Partnership with Brazil [since 2015]",
        "- Việt Nam has a Comprehensive Partnership with Egypt [since 2015]",
        f"~ {tied % 'Comprehensive Strategic'}: tier changed; it was: {tied % 'Strategic'}",
        "^ Brazil – Việt Nam: raised from none to cp",
        "^ Egypt – Việt Nam: lowered from cp to none",
        "^ France – Kenya: raised from none to relations",
        "^ Kenya – Việt Nam: raised from sp to csp",
        f"? count total: {totals[0]} -> {totals[1]} unnamed",
        "? path Kenya – Egypt: cp: Kenya – Việt Nam – Egypt -> no path",
        "2 added, 1 withdrawn, 1 changed; 4 tiers moved, 2 answers differ",
    ]
    assert [(row["change"], row.get("fields"), row.get("old"), row.get("line")) for row in found.rows()] == [
        ("added", None, None, 7),
        ("added", None, None, 5),
        ("withdrawn", None, None, 5),
        ("changed", ("tier",), tied % "Strategic", 4),
        ("raised", None, None, None),
        ("lowered", None, "cp", None),
        ("raised", None, None, None),
        ("raised", None, "sp", None),
        ("answer", None, totals[0], None),
        ("answer", None, "cp: Kenya – Việt Nam – Egypt", None),
    ]
    assert [row.get("new") for row in found.rows()][4:8] == ["cp", None, "relations", "csp"]
    assert {name for row in found.rows() for name in row} == set(found.columns)
    plain = found.plain()
    asked = plain.pop("asked")
    assert asked.keys() == {"pairs", "measures", "old", "new"}
    assert (asked["pairs"], asked["measures"]) == ([["Kenya", "Egypt"]], [])
    assert {name: len(listed) for name, listed in plain.items()} == {
        "added": 2,
        "withdrawn": 1,
        "changed": 1,
        "tiers": 4,
        "answers": 2,
    }
    assert [one["line"] for one in (*plain["added"], *plain["withdrawn"])] == [7, 5, 5]
    assert (plain["withdrawn"][0]["file"], plain["added"][0]["file"]) == (
        "graph/talks.yaml",
        "graph/talks.yaml",
    )
    (change,) = plain["changed"]
    assert (change["fields"], change["old"]["tier"], change["new"]["tier"]) == (["tier"], "sp", "csp")
    assert plain["tiers"][1] == {"pair": ["egypt", "vietnam"], "old": "cp", "new": None, "raised": False}
    assert plain["answers"][1] == {
        "question": "path Kenya – Egypt",
        "old": "cp: Kenya – Việt Nam – Egypt",
        "new": "no path",
    }


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
