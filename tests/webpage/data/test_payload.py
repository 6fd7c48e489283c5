from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.gaps import gaps
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.reading.dates import day_asked
from relgraph.webpage.data.lead import lead, part_told
from relgraph.webpage.data.payload import payload
from tests.webpage.sample_dataset import FOLDER

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.webpage.data.payload_types import EdgeRecord, Payload
    from tests.fixture_types import WriteFolder


@pytest.fixture(scope="module")
def made(sample: Dataset) -> Payload:
    return payload(sample, build_graph(sample))


def between(made: Payload, one: str, other: str) -> list[EdgeRecord]:
    return [edge for edge in made["edges"] if {edge["from"], edge["to"]} == {one, other}]


def test_a_ranked_tie_has_its_ladder_and_its_rung(made: Payload) -> None:
    ranked = [edge for edge in between(made, "vietnam", "new-zealand") if edge["relation"] == "partnership"]

    assert [(edge["ladder"], edge["tier"], edge["rung"], edge["symmetric"]) for edge in ranked] == [
        ("vietnam", "csp", 4, True)
    ]


def test_a_page_of_some_of_the_facts_has_no_communities(sample: Dataset, made: Payload) -> None:
    part = payload(sample, build_graph(sample, View(kinds=frozenset({"agreement"}))))

    assert any("community" in node for node in made["nodes"])
    assert not any("community" in node for node in part["nodes"])


def test_regions_have_the_countries_that_are_drawn(made: Payload) -> None:
    members = {name: set(some) for name, some in made["regions"].items()}

    assert {"vietnam", "thailand"} <= members["South-eastern Asia"]
    assert all(len(some) > 1 and some <= {node["id"] for node in made["nodes"]} for some in members.values())


def test_the_heading_counts_the_facts_of_the_page(sample: Dataset, made: Payload) -> None:
    view = View(kinds=frozenset({"agreement"}), as_of=day_asked("2026-01"), certain=True)

    assert lead(made) == "10 facts from 1 source; 6 more follow from them."
    assert lead(payload(sample, build_graph(sample, view), view)) == (
        "1 fact from 1 source. Only a part: as of January 2026, of the kinds agreements, what is certain."
    )


def test_a_page_of_a_part_says_which(sample: Dataset) -> None:
    parts = {
        View(): "",
        View(
            known=day_asked("2025-06"), stated=True
        ): "from sources published by June 2025, without what follows by rules",
        View(statuses=frozenset({"intended", "signed"})): "what holds or is intended or signed",
    }

    assert {view: part_told(sample, view) for view in parts} == parts


def test_a_ladder_is_told_with_its_owners_and_the_rungs_that_stand_equal(dataset: WriteFolder) -> None:
    vocabulary = """
        ladders:
          coast:
            label: the coast's ladder
            owner: [northland, southland]
            rungs: {known: relations, ally: alliance}
            beside: {cousin: cousins}
        compare:
          - {general: relations, coast: known}
    """
    actors = "countries: {northland: {name: Northland}, southland: {name: Southland}}"
    files = {"graph/vocabulary.yaml": vocabulary, "graph/actors/own.yaml": actors}
    facts = load(dataset(FOLDER | files) / "graph")
    made = payload(facts, build_graph(facts))

    coast = made["terms"]["ladders"]["coast"]
    levels = {rung["id"]: rung.pop("level") for rung in coast["rungs"]}
    assert coast == {
        "label": "the coast's ladder",
        "owners": ["northland", "southland"],
        "rungs": [{"id": "known", "label": "relations"}, {"id": "ally", "label": "alliance"}],
        "beside": [{"id": "cousin", "label": "cousins"}],
    }
    classes = made["paths"]["rungs"]
    assert levels["ally"] in classes[levels["known"]]["above"]
    assert classes[levels["ally"]]["full"] == "alliance, the coast's ladder"
    assert {"general": "relations", "coast": "known"} in made["paths"]["compare"]
    assert {"northland", "southland"} <= {node["id"] for node in made["nodes"]} | made["others"].keys()


def test_relations_that_a_closer_tie_implies_are_marked(made: Payload) -> None:
    implied = {edge["relation"]: edge["implied"] for edge in between(made, "vietnam", "new-zealand")}

    assert implied == {"partnership": False, "diplomatic-relations": True}


def test_an_edge_of_a_mission_runs_as_the_mission_reads(made: Payload) -> None:
    ways = {edge["role"]: (edge["from"], edge["to"]) for edge in made["edges"] if edge["fact"] == "kenya-bangkok"}

    assert ways == {
        "sender": ("kenya", "kenya-bangkok"),
        "host": ("kenya-bangkok", "thailand"),
        "covers": ("kenya-bangkok", "vietnam"),
    }


def test_parties_to_an_agreement_are_tied_both_ways(made: Payload) -> None:
    assert {edge["symmetric"] for edge in made["edges"] if edge["fact"] == "memorandum"} == {True}


def test_only_what_paths_walk_is_a_tie(made: Payload) -> None:
    ties = {edge["relation"] for edge in made["edges"] if edge["tie"]}

    assert ties == {"partnership", "diplomatic-relations", "mission", "agreement"}
    assert all("home" in node for node in made["nodes"] if node["id"] in {"vietnam", "kenya", "memorandum"})
    assert not any("home" in node for node in made["nodes"] if node["kind"] in {"person", "meeting", "city"})


def test_a_fact_tells_who_says_so_and_how_that_was_checked(made: Payload) -> None:
    (stated,) = [
        fact for fact in made["facts"].values() if fact["kind"] == "partnership" and fact.get("since") == "2025"
    ]

    assert stated["says"] == "Việt Nam has a Comprehensive Strategic Partnership with New Zealand"
    assert stated["evidence"] == [
        {"source": "review", "paragraph": 1, "terms": ["New Zealand", "2025"], "verified": "index"}
    ]
    assert made["facts"]["kenya-bangkok"]["evidence"][0]["verified"] == "cited"


def test_a_derived_fact_tells_its_rule_and_its_premises(made: Payload) -> None:
    (derived,) = [fact for fact in made["facts"].values() if fact["origin"] == "derived" and fact.get("tier") == "csp"]
    stated = [one for one in derived["premises"] if one in made["facts"]]

    assert derived["says"] == "Việt Nam has a Comprehensive Strategic Partnership with France"
    assert derived["rule"]
    assert [made["facts"][one]["evidence"][0]["terms"] for one in stated] == [["the pair"]]
    assert set(derived["premises"]) - set(stated) == {"pair"}


def test_what_has_no_line_is_told_all_the_same(made: Payload) -> None:
    (vietnam,) = [node for node in made["nodes"] if node["id"] == "vietnam"]
    counts = [made["facts"][one] for one in vietnam["facts"] if made["facts"][one]["kind"] == "count"]
    belongings = [fact for fact in made["facts"].values() if fact["origin"] == "reference"]

    assert [count["count"]["says"] for count in counts] == ["14"]
    assert [fact["says"] for fact in belongings] == ["Hà Nội belongs to Việt Nam"]


def test_facts_without_a_date_are_those_that_the_command_tells(sample: Dataset, made: Payload) -> None:
    undated = {name for name, fact in made["facts"].items() if fact.get("undated")}

    assert undated == {one.fact.id for one in gaps(sample).undated}
    assert undated


def test_a_node_is_found_by_all_its_names(made: Payload) -> None:
    (vietnam,) = [node for node in made["nodes"] if node["id"] == "vietnam"]

    assert vietnam["label"] == "Việt Nam"
    assert {"Vietnam", "Vietnamese", "VN", "vietnam", "Socialist Republic of Viet Nam"} <= set(vietnam["names"])


def test_the_graph_given_stays_as_it_was_and_gives_the_same_again(sample: Dataset, made: Payload) -> None:
    graph = build_graph(sample)
    before = copy.deepcopy(graph)

    assert payload(sample, graph) == made
    assert list(graph.nodes(data=True)) == list(before.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(before.edges(keys=True, data=True))


def test_every_name_for_a_kind_that_occurs_is_there(made: Payload) -> None:
    terms = made["terms"]

    assert {node["kind"] for node in made["nodes"]} <= terms["actors"].keys() | terms["relations"].keys()
    assert {edge["relation"] for edge in made["edges"]} <= terms["relations"].keys()
    assert {fact["status"] for fact in made["facts"].values()} <= terms["statuses"].keys()
