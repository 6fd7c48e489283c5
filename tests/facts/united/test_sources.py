"""The sources of several datasets: which are one, and what their cards say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.gaps import gaps
from relgraph.analysis.listing import list_facts
from relgraph.analysis.passages import read_source
from relgraph.checks.check import check
from relgraph.errors import MisuseError
from relgraph.facts.load import load
from relgraph.facts.witnesses import beside
from tests.several import CARD, Small, relations, several, tie, write

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset


def differing(dataset: Dataset) -> list[str]:
    return [problem.message for problem in dataset.problems if problem.rule == "source-differs"]


CARD_OF_ONE_TEXT = f"""
    id: {{source}}
    title: a title
    file: a.txt
    sha256: {"17" * 32}
    paragraphs:
      1: kenya northland pact vietnam
"""


def of_one_text(publisher: str, more: str = "") -> str:
    return f"{CARD_OF_ONE_TEXT}    publisher: {publisher}\n    {more}\n"


def test_a_search_is_between_those_whom_its_own_dataset_means(tmp_path: Path) -> None:
    northland = "countries: {northland: {name: Northland}}"
    looked = "    looked_for: {kinds: [visits], between: [northland, everyone], who: me, when: 2026}\n"
    dataset = several(
        tmp_path,
        a=Small(northland, relations(tie("northland", "kenya")), card=CARD + looked),
        b=Small(northland, relations(tie("northland", "kenya"))),
    )

    assert dataset.library.cards["news-a"].looked_for[0].between == ("northland@a", "everyone")


def test_one_source_of_two_is_one_where_its_card_says_the_same(tmp_path: Path) -> None:
    facts = relations(tie("kenya", "vietnam"))
    dataset = several(
        tmp_path,
        a=Small("", facts, "gazette"),
        b=Small("", facts + "memberships: [{member: kenya, in: northland}]", "gazette"),
    )

    assert list(dataset.library.cards) == ["gazette"]
    assert [fact.id for fact in dataset.stated] == [
        "gazette:diplomatic-relations:kenya:vietnam",
        "gazette:membership:kenya:northland",
    ]


def test_one_source_that_two_read_bears_a_fact_once(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("", relations(tie("kenya", "vietnam")), "gazette"),
        b=Small("", relations(tie("kenya", "vietnam").replace("pact", "kenya")), "gazette"),
    )

    (fact,) = dataset.stated
    assert [one.terms for one in fact.evidence] == [("pact",), ("kenya",)]
    assert beside(dataset, fact) == []


def test_one_text_under_two_names_is_one_source_and_bears_a_fact_once(tmp_path: Path) -> None:
    facts = relations(tie("kenya", "vietnam"))
    dataset = several(
        tmp_path,
        a=Small("", facts, "talks", card=of_one_text("The Gazette")),
        b=Small("", facts, "gazette", card=of_one_text("Gazette")),
        c=Small("", relations(tie("kenya", "egypt")), "gazette"),
    )
    (fact,) = (fact for fact in dataset.stated if "vietnam" in fact.pair)

    assert sorted(dataset.library.cards) == ["gazette@b", "gazette@c"]
    assert list(map(str, fact.evidence)) == ["gazette@b p 1"]
    assert beside(dataset, fact) == []
    assert read_source(dataset, "talks").card.id == "gazette@b"
    (told,) = differing(dataset)
    assert told.endswith("which says publisher The Gazette; here it is Gazette")


def test_two_readings_of_one_text_that_differ_are_set_side_by_side(tmp_path: Path) -> None:
    facts = "partnerships: [{of: kenya, with: vietnam, since: %s, tier: cp, evidence: {p: 1, terms: [pact]}}]"
    dataset = several(
        tmp_path,
        a=Small("", facts % 1973, "talks", card=of_one_text("G")),
        b=Small("", facts % 1975, "gazette", card=of_one_text("G")),
    )

    assert [beside(dataset, fact) for fact in dataset.stated] == [
        ["but since 1973 (gazette p 1, in a)"],
        ["but since 1975 (gazette p 1, in b)"],
    ]
    assert [one.what for one in gaps(dataset).conflicts] == ["since"]
    (told,) = (str(one) for one in check(dataset).problems if one.rule == "sources-differ")
    assert told.endswith("gazette.yaml:2: two readings of one source differ, of a here and of b there")


def test_of_a_dataset_that_has_two_sources_of_one_text_another_means_neither_by_that(tmp_path: Path) -> None:
    folders = write(tmp_path, a=Small("", "", "x", card=of_one_text("G")), b=Small("", "", "z", card=of_one_text("G")))
    second = (tmp_path / "a/seeds/x.yaml").read_text(encoding="utf-8").replace("id: x", "id: y")
    (tmp_path / "a/seeds/y.yaml").write_text(second, encoding="utf-8")

    assert sorted(load(folders).library.cards) == ["x", "y", "z"]


def test_what_was_looked_for_in_one_source_is_all_told_of_whom_each_means(tmp_path: Path) -> None:
    northland = "countries: {northland: {name: Northland}}"
    looked = "looked_for: {kinds: [%s], between: [northland, everyone], who: me, when: 2026}\n    "
    covers = "coverage: {kinds: [visits], actors: [northland]}"
    dataset = several(
        tmp_path,
        a=Small(northland, "", "gazette", card=of_one_text("G", looked % "visits")),
        b=Small(northland, "", "gazette", card=of_one_text("G", looked % "missions" + covers)),
    )
    card = dataset.library.cards["gazette"]

    assert [(one.kinds, one.between[0]) for one in card.looked_for] == [
        (("visits",), "northland@a"),
        (("missions",), "northland@b"),
    ]
    assert card.coverage is not None
    assert card.coverage.actors == ("northland@b",)


def test_another_coverage_of_one_source_is_told(tmp_path: Path) -> None:
    covers = "coverage: {kinds: [%s], actors: everyone}"
    dataset = several(
        tmp_path,
        a=Small("", "", "gazette", card=of_one_text("G", covers % "visits")),
        b=Small("", "", "gazette", card=of_one_text("G", covers % "missions")),
    )

    (told,) = differing(dataset)
    assert told.endswith("which says another coverage, and that counts")


def test_two_sources_of_one_id_are_told_apart(tmp_path: Path) -> None:
    other = "    id: {source}\n    title: another\n    paragraphs: {1: pact}\n"
    dataset = several(
        tmp_path,
        a=Small("", relations(tie("kenya", "vietnam")), "gazette"),
        b=Small("", relations(tie("kenya", "egypt")), "gazette", card=other),
    )

    assert sorted(dataset.library.cards) == ["gazette@a", "gazette@b"]
    assert {str(one) for fact in dataset.facts for one in fact.evidence} == {"gazette@a p 1", "gazette@b p 1"}
    with pytest.raises(MisuseError, match='"gazette" may mean gazette@a, gazette@b; say which by its id'):
        read_source(dataset, "gazette")


def test_a_source_is_asked_for_as_either_dataset_calls_it(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("", relations(tie("kenya", "vietnam")), "gazette"),
        b=Small("", relations(tie("kenya", "egypt")), "gazette"),
    )

    assert read_source(dataset, "gazette@b").card.id == "gazette"
    assert len(list_facts(dataset, source="gazette@a").facts) == 2
    with pytest.raises(MisuseError, match="there is no source gazette@c; did you mean gazette"):
        read_source(dataset, "gazette@c")


def test_one_folder_of_cards_may_serve_all_and_another_number_is_misuse(tmp_path: Path) -> None:
    a, b, c = write(tmp_path, a=Small("", "", "x"), b=Small("", "", "y"), c=Small())

    assert list(load([a, b], a.parent / "seeds").library.cards) == ["x"]
    with pytest.raises(MisuseError, match="3 of facts and 2 of cards"):
        load([a, b, c], [a.parent / "seeds", b.parent / "seeds"])
