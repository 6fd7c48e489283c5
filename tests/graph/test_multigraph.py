"""Facts as a networkx.MultiDiGraph."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import EVERYTHING, View
from relgraph.reading.dates import parse_date
from tests.world import ACTORS, world_files

if TYPE_CHECKING:
    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import WriteFolder
    from tests.world import World

FACTS = """
    partnerships:
      - {id: uk-csp, of: vietnam, with: united-kingdom, tier: csp, since: 2025-10, per: cuong, evidence: {p: 1}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, since: ../2025}
      - {id: plan, of: vietnam, with: kenya, tier: cp, status: intended}
    missions:
      embassy: {name: the Embassy, kind: embassy, sender: vietnam, host: egypt, covers: [kenya], seen: 2025}
    holds: [{id: office, holder: cuong, office: president-of-vietnam}]
    tariffs: [{id: tariff, imposed_by: france, upon: kenya, rate: 20 %}]
    counts: [{id: total, of: vietnam, counts: partnership, what: partners, says: 14}]
    indicators: [{id: growth, of: vietnam, what: growth, value: 8 %}]
"""


def edges(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[str, str, dict[str, object]]]:
    """Every edge by its key."""
    return {key: (source, target, about) for source, target, key, about in graph.edges(keys=True, data=True)}


def test_a_tie_tells_everybody_at_an_end_of_its_record(world: World) -> None:
    dataset = world("envoys: [{id: posting, envoy: cuong, of: vietnam, to: kenya, title: ambassador}]")
    source, target, about = edges(build_graph(dataset))["posting"]

    assert (source, target) == ("cuong", "vietnam")
    assert about["ends"] == "envoy: cuong; of: vietnam; to: kenya"


@pytest.mark.usefixtures("believed")
def test_a_tie_is_one_edge_with_typed_attributes(world: World) -> None:
    source, target, about = edges(build_graph(world(FACTS)))["uk-csp"]

    assert (source, target) == ("vietnam", "united-kingdom")
    assert about == {
        "relation": "partnership",
        "label": "According to Lương Cường, Việt Nam has a Comprehensive Strategic Partnership with United Kingdom",
        "ends": "of: vietnam; with: united-kingdom",
        "fact": "uk-csp",
        "tier": "csp",
        "rung": 4,
        "strength": 5.0,
        "distance": 0.2,
        "status": "in-force",
        "effect": "current",
        "origin": "stated",
        "certainty": "yes",
        "per": "cuong",
        "sources": "talks p 1",
        "since": "2025-10",
        "symmetric": True,
    }


@pytest.mark.usefixtures("believed")
def test_a_fact_that_is_a_node_has_an_edge_for_each_of_its_ends(world: World) -> None:
    graph = build_graph(world(FACTS))
    found = {(source, about["role"]) for source, target, about in edges(graph).values() if target == "embassy"}

    assert found == {("vietnam", "sender"), ("egypt", "host"), ("kenya", "covers")}
    assert graph.nodes["embassy"] == {
        "label": "the Embassy",
        "kind": "mission",
        "type": "embassy",
        "says": "Việt Nam keeps an embassy in Egypt, accredited to Kenya",
        "fact": "embassy",
        "status": "in-force",
        "effect": "current",
        "origin": "stated",
        "certainty": "yes",
        "seen": "2025",
    }


@pytest.mark.usefixtures("believed")
def test_an_actor_is_a_node_and_figures_are_attributes_of_it(world: World) -> None:
    graph = build_graph(world(FACTS))

    assert graph.nodes["vietnam"] == {
        "label": "Việt Nam",
        "kind": "country",
        "iso": "VN",
        "figures": "growth: 8 %; 14 partners",
    }
    assert edges(graph)["tariff"][2]["figures"] == "rate: 20 %"


def test_what_two_sources_say_is_one_edge_that_tells_how_many_publishers_bear_it(world: World) -> None:
    tie = "diplomatic_relations:\n  - {of: kenya, with: egypt, evidence: {p: 1, terms: [csp]}}\n"
    other = tie + "  - {of: kenya, with: brazil, since: 1973, evidence: {p: 1, terms: [csp]}}\n"
    mine = tie + "  - {of: brazil, with: kenya, since: 1972, evidence: {p: 1, terms: [csp]}}\n"
    files = {f"seeds/{name}.yaml": f"{{id: {name}, title: x, publisher: {name}}}" for name in ("talks", "gazette")}
    found = edges(build_graph(world(mine, files | {"graph/gazette.yaml": f"source: gazette\n{other}"})))

    assert [key for key in found if key.endswith("kenya:egypt")] == ["gazette:diplomatic-relations:kenya:egypt"]
    about = found["gazette:diplomatic-relations:kenya:egypt"][2]
    assert (about["publishers"], about["sources"]) == ("2", "gazette p 1; talks p 1")
    assert "but" not in about
    assert found["gazette:diplomatic-relations:kenya:brazil:1973"][2]["but"] == "since 1972 (talks p 1)"
    assert found["gazette:diplomatic-relations:kenya:brazil:1973"][2]["publishers"] == "1"


def test_whoever_is_declared_is_a_node_tied_or_not(world: World) -> None:
    dataset = world(FACTS)
    graph, tied = build_graph(dataset), build_graph(dataset, isolates=False)

    assert dataset.actors.keys() <= set(graph)
    assert graph.nodes["brazil"] == {"label": "Brazil", "kind": "country", "iso": "BR"}
    assert graph.degree("brazil") == 0
    assert set(graph) - set(tied) >= {"asean", "brazil", "chamber-nairobi", "hanoi", "malaysia", "ruto"}
    assert set(tied.edges) < set(graph.edges)


def test_derived_facts_carry_their_rule(world: World) -> None:
    about = edges(build_graph(world(FACTS)))["powers:france"][2]

    assert about["origin"] == "derived"
    assert about["rule"] == "what is said of the two powers holds for each of its members"


def test_what_is_planned_says_so_in_every_label(world: World) -> None:
    planned = world(FACTS + "    events: {fair: {name: the Fair, host: kenya, status: proposed}}\n")
    found = edges(build_graph(planned))

    assert found["plan"][2]["effect"] == "planned"
    assert found["plan"][2]["label"] == "Việt Nam intends a Comprehensive Partnership with Kenya"
    assert found["fair:host:kenya"][2]["label"] == "the Fair (proposed): host Kenya"


def test_who_belongs_to_whom_is_a_reference(world: World) -> None:
    found = edges(build_graph(world(FACTS), isolates=False))

    assert found["belongs-to:president-of-vietnam:vietnam"][2]["origin"] == "reference"
    assert "belongs-to:hanoi:vietnam" not in found  # Hà Nội is in no fact


def test_whoever_is_in_the_graph_brings_along_what_it_belongs_to(world: World) -> None:
    offices = {"graph/actors/more.yaml": "offices: {desk: {name: the desk, of: chamber-hanoi}}"}
    graph = build_graph(world("holds: [{holder: cuong, office: desk}]", offices), isolates=False)

    assert set(graph) == {"cuong", "desk", "chamber-hanoi", "vietnam"}
    assert graph.nodes["vietnam"]["label"] == "Việt Nam"
    assert edges(graph)["belongs-to:chamber-hanoi:vietnam"] == (
        "chamber-hanoi",
        "vietnam",
        {
            "label": "Chamber of Hà Nội belongs to Việt Nam",
            "relation": "belongs-to",
            "status": "in-force",
            "effect": "current",
            "origin": "reference",
            "symmetric": False,
            "rung": 0,
            "strength": 1.0,
            "distance": 1.0,
        },
    )


def test_a_circle_of_parts_comes_to_an_end(world: World) -> None:
    bodies = {"graph/actors/more.yaml": "bodies: {one: {name: One, of: other}, other: {name: Other, of: one}}"}
    graph = build_graph(world("memberships: [{member: kenya, in: one}]", bodies), isolates=False)

    assert set(edges(graph)) == {"talks:membership:kenya:one", "belongs-to:one:other", "belongs-to:other:one"}


def test_who_is_unknown_is_neither_a_node_nor_an_end(world: World) -> None:
    facts = """
        partnerships: [{of: vietnam, with: atlantis, tier: sp}, {of: atlantis, with: kenya}]
        events: {fair: {host: [kenya, atlantis]}}
        holds: [{holder: cuong, office: lost}]
    """
    graph = build_graph(
        world(facts, {"graph/actors/more.yaml": "offices: {lost: {name: x, of: atlantis}}"}), isolates=False
    )

    assert set(graph) == {"vietnam", "kenya", "fair", "cuong", "lost"}
    assert set(edges(graph)) == {"fair:host:kenya", "talks:hold:cuong:lost"}
    assert edges(graph)["fair:host:kenya"][2]["label"] == "event (Kenya): host Kenya"  # it has no name
    assert graph.nodes["fair"]["label"] == "event (Kenya)"


def test_what_a_fact_says_is_no_reference_too(world: World) -> None:
    dataset = world("affiliations: [{id: said, part: chamber-hanoi, of: vietnam}]")

    assert list(edges(build_graph(dataset, isolates=False))) == ["said"]


def test_a_view_limits_the_graph(world: World) -> None:
    graph = build_graph(world(FACTS), View(kinds=frozenset({"partnership"}), stated=True), isolates=False)

    assert set(edges(graph)) == {"uk-csp", "powers"}
    assert set(graph) == {"vietnam", "united-kingdom", "two-powers"}


def test_a_tier_that_the_owners_ladder_lacks_has_its_general_height(world: World) -> None:
    ladders = {"graph/vocabulary.yaml": "ladders: {kenya: {owner: kenya, rungs: {friend: friend}}}"}
    graph = build_graph(world("diplomatic_relations: [{id: relations, of: kenya, with: egypt}]", ladders))

    assert edges(graph)["relations"][2]["rung"] == 1


@pytest.mark.parametrize(("asked", "mark"), [(None, "yes"), ("2025-06-30", "maybe"), ("2024", None)])
def test_a_tier_that_a_later_one_replaced_is_marked(world: World, asked: str | None, mark: str | None) -> None:
    dataset = world("""
        partnerships:
          - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2025}
    """)
    graph = build_graph(dataset, View(as_of=parse_date(asked) if asked else None, superseded=True))

    assert edges(graph)["lower"][2].get("superseded") == mark
    assert edges(build_graph(dataset))["lower"][2]["superseded"] == "yes"  # an export holds what was replaced


@pytest.mark.parametrize(("asked", "label"), [(None, "Pact (ended): "), ("1914", "Pact: ")])
def test_an_edge_of_a_day_is_called_as_it_was_then(world: World, asked: str | None, label: str) -> None:
    dataset = world("alliances: {pact: {name: Pact, members: [kenya, egypt], since: 1900, until: 1920, status: ended}}")
    graph = build_graph(dataset, View(as_of=parse_date(asked)) if asked else EVERYTHING)

    assert {about["label"].partition("members")[0] for *_, about in graph.edges("pact", data=True)} | {
        about["label"].partition("members")[0] for *_, about in graph.in_edges("pact", data=True)
    } == {label}


def test_all_attributes_are_of_plain_types_and_told(world: World) -> None:
    graph = build_graph(world(FACTS))
    values = [value for _, about in graph.nodes(data=True) for value in about.values()]
    values += [value for *_, about in graph.edges(data=True) for value in about.values()]

    assert {type(value) for value in values} <= {str, int, float, bool}
    assert "" not in values


def test_keys_are_unique_over_the_whole_graph(world: World) -> None:
    keys = [key for *_, key in build_graph(world(FACTS)).edges(keys=True)]

    assert len(keys) == len(set(keys))


def test_building_alters_neither_dataset_nor_an_earlier_graph(world: World) -> None:
    dataset = world(FACTS)
    facts, first = deepcopy(dataset.facts), build_graph(dataset)
    other = build_graph(dataset)
    other.nodes["vietnam"]["label"] = "changed"
    other.remove_node("embassy")

    assert dataset.facts == facts
    assert first.nodes["vietnam"]["label"] == "Việt Nam"
    assert "embassy" in build_graph(dataset)


def graph_bytes(graph: nx.MultiDiGraph[str]) -> bytes:
    """Everything about a graph, its order included."""
    return repr((list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)))).encode()


def test_the_same_facts_give_the_same_bytes_from_whatever_files(dataset: WriteFolder) -> None:
    lines = [
        "- {of: vietnam, with: united-kingdom, tier: csp}",
        "- {tier: sp, with: [kenya, egypt], of: vietnam}",
        "- {of: vietnam, with: {every: two-powers}, tier: csp}",
    ]
    missions = "missions:\n  embassy: {host: egypt, sender: vietnam}\n"
    forward = "partnerships:\n" + "".join(f"  {line}\n" for line in lines) + missions
    backward = missions + "partnerships:\n" + "".join(f"  {line}\n" for line in reversed(lines))
    one = dataset(world_files(forward)) / "graph"
    first = graph_bytes(build_graph(load(one)))
    split = ACTORS.index("    bodies:")
    actors = {"graph/actors/all.yaml": ACTORS[split:], "graph/actors/zz.yaml": ACTORS[:split]}
    second = graph_bytes(build_graph(load(dataset(world_files(backward, actors)) / "graph")))

    assert first == second


@pytest.mark.parametrize("view", [View(), View(stated=True), View(certain=True)])
def test_the_curated_facts_make_a_graph_in_which_every_edge_joins_nodes_with_names(
    curated: Dataset, view: View
) -> None:
    graph = build_graph(curated, view)

    assert len(graph) > 50
    assert all(about["label"] for _, about in graph.nodes(data=True))
    assert all(about["label"] and about["relation"] for *_, about in graph.edges(data=True))


@pytest.mark.parametrize(
    ("when", "day", "effect"),
    [
        ("until: 2015", None, "ended"),
        ("until: 2030", None, "current"),
        ("until: 2015, stance: against", None, "current"),
        ("since: 2010, until: 2015", "2012", "current"),
    ],
)
def test_what_had_an_end_has_ended_whatever_its_status(world: World, when: str, day: str | None, effect: str) -> None:
    dataset = world(f"partnerships: [{{id: tie, of: kenya, with: vietnam, tier: sp, evidence: {{p: 1}}, {when}}}]")
    view = replace(EVERYTHING, unsound=True, as_of=parse_date(day) if day else None)

    assert edges(build_graph(dataset, view))["tie"][2]["effect"] == effect
