"""What an answer for programs says of the question and of the facts that it rests on."""

from __future__ import annotations

import shutil
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

import relgraph
from relgraph.analysis.asked import asked, dataset_digest
from relgraph.analysis.between import between
from relgraph.analysis.dossier import dossier
from relgraph.analysis.listing import list_facts
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.errors import MisuseError
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, egypt], tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
      - {of: vietnam, with: brazil, tier: csp, evidence: {p: 1, in: later}}
"""


def test_the_view_the_version_and_the_sources_are_told(world: World) -> None:
    dataset = world(FACTS)
    view = View(as_of=parse_date("2025-06-30"), kinds=frozenset({"partnership"}), certain=True)
    facts = [fact for fact in dataset.facts if fact.when.since]

    assert asked(dataset, view, facts, by="strongest", via=[]) == {
        "by": "strongest",
        "as_of": "2025-06-30",
        "known": None,
        "kinds": ["partnership"],
        "certain": True,
        "version": relgraph.__version__,
        "dataset": dataset_digest(dataset),
        "sources": {"talks": dataset.library.cards["talks"].sha256},
    }


@pytest.mark.parametrize("flag", [one.name for one in fields(View) if one.type == "bool"])
def test_every_flag_of_a_view_is_told_where_it_is_set(world: World, flag: str) -> None:
    dataset = world(FACTS)
    flags: dict[str, Any] = {flag: True}

    assert asked(dataset, View(**flags)) == asked(dataset, View()) | flags


def test_a_source_without_a_card_has_no_digest(world: World) -> None:
    assert asked(world(FACTS), None)["sources"] == {"later": None, "talks": None}


def test_the_digest_is_of_what_the_files_say(world: World) -> None:
    dataset = world(FACTS)
    before = dataset_digest(dataset)

    (dataset.graph / "unrelated.txt").write_text("nothing", encoding="utf-8")
    assert dataset_digest(dataset) == before
    (dataset.graph / "talks.yaml").write_text("source: talks", encoding="utf-8")
    assert dataset_digest(dataset) not in {None, before}


def test_a_dataset_whose_files_are_gone_has_no_digest(world: World) -> None:
    dataset = world(FACTS)
    shutil.rmtree(dataset.graph)

    assert dataset_digest(dataset) is None
    assert "dataset" not in asked(dataset, None)


def test_two_questions_never_give_one_answer(world: World) -> None:
    dataset = world(FACTS)
    answers = [
        find_path(dataset, "kenya", "egypt"),
        find_path(dataset, "kenya", "egypt", Wanted(by="shortest")),
        find_path(dataset, "kenya", "egypt", Wanted(most=1)),
        find_path(dataset, "kenya", "egypt", view=View(stated=True)),
        between(dataset, "kenya", "egypt"),
        dossier(dataset, "kenya"),
        dossier(dataset, "kenya", View(certain=True)),
        rank(dataset, "degree"),
        rank(dataset, "degree", View(known=parse_date("2026"))),
    ]
    told = [str(answer.plain()["asked"]) for answer in answers]

    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    "wrong", [{"by": "longest"}, {"scope": "everything"}, {"most": -1}, {"most": "2"}, {"min_tier": 2}]
)
def test_what_is_no_kind_of_path_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(MisuseError, match=next(iter(wrong))):
        Wanted(**wrong)


def test_one_actor_may_be_named_by_itself_where_several_may(world: World) -> None:
    dataset, kenya = world(FACTS), "Kenya"
    alone, listed = (Wanted(via=one, avoid=one) for one in (kenya, [kenya]))  # type: ignore[arg-type]  # as people write

    assert alone == listed == Wanted(via=(kenya,), avoid=(kenya,))
    assert list_facts(dataset, about=kenya).facts == list_facts(dataset, about=(kenya,)).facts != ()


@pytest.mark.parametrize("name", [None, 42])
def test_who_is_no_text_is_nobody(world: World, name: Any) -> None:  # noqa: ANN401 - whatever is given for a name
    with pytest.raises(MisuseError, match=f"{name} is no text"):
        dossier(world(FACTS), name)


@pytest.mark.parametrize("years", [range(0), [1970, 1990], "1970/1990", 1970])
def test_what_is_no_range_of_years_is_refused(world: World, years: Any) -> None:  # noqa: ANN401 - as above
    with pytest.raises(MisuseError, match="is no range of years; give one such as"):
        relgraph.rank_years(world(FACTS), "degree", years)
