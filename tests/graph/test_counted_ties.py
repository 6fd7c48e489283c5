"""Facts as links that are counted, in the direction that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.figures import parse_figure
from relgraph.graph.counted_ties import unit_of
from relgraph.graph.projection import links_of, projection
from relgraph.graph.views import View
from relgraph.graph.weighing import Weighing

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

VISITS = """
visits:
  - {visitor: kenya, host: egypt, on: 2020-01-01}
  - {visitor: kenya, host: egypt, on: 2021-01-01}
  - {visitor: egypt, host: kenya, on: 2021-06}
  - {visitor: kenya, host: vietnam, on: 2022}
  - {visitor: ruto, host: vietnam, on: 2023}
  - {visitor: brazil, host: kenya, on: 2024, status: intended}
"""
GIFTS = """
contributions:
  - {giver: france, recipient: kenya, amount: 5 million USD, on: 2020}
  - {giver: france, recipient: kenya, amount: 2 million USD, on: 2021}
  - {giver: france, recipient: egypt, amount: 3 million EUR, on: 2021}
  - {giver: brazil, recipient: kenya, on: 2021}
"""


def links(dataset: Dataset, kind: str, **asked: str) -> dict[tuple[str, str], float]:
    """The weight of each link."""
    found = links_of(dataset, View(kinds=frozenset({kind})), Weighing(**asked))  # type: ignore[arg-type] # texts alone
    return {pair: link.weight for pair, link in found.make(found.pieces).items()}


def test_every_fact_counts_in_its_own_direction(world: World) -> None:
    dataset = world(VISITS)

    assert links(dataset, "visit", direction="in", weight="count") == {
        ("egypt", "kenya"): 1,
        ("kenya", "egypt"): 2,
        ("kenya", "vietnam"): 1,
    }
    assert links(dataset, "visit", weight="count") == {("egypt", "kenya"): 3, ("kenya", "vietnam"): 1}


def test_a_tie_without_direction_leads_both_ways(world: World) -> None:
    dataset = world("""
        partnerships: [{of: vietnam, with: kenya, tier: csp}]
        agreements: {treaty: {parties: [kenya, vietnam]}}
    """)
    both = {("kenya", "vietnam"): 5, ("vietnam", "kenya"): 5}

    assert links(dataset, "partnership", direction="out") == both
    assert links(dataset, "agreement", direction="out", weight="count") == dict.fromkeys(both, 1)


def test_what_is_between_others_is_left_out_and_told(world: World) -> None:
    found = links_of(world(VISITS), View(kinds=frozenset({"visit"})), Weighing(weight="count"))

    assert found.left_out == (("between others than two countries or bodies", 1),)


def test_a_sum_of_figures_in_one_unit(world: World) -> None:
    dataset = world(GIFTS)

    assert links(dataset, "contribution", direction="out", weight="amount:USD") == {("france", "kenya"): 7_000_000}
    found = links_of(dataset, View(kinds=frozenset({"contribution"})), Weighing(weight="amount:USD"))
    assert found.left_out == (("with no amount above 0", 1), ("with amount in another unit", 1))
    assert found.weight == "amount: the sum of what the facts give, in USD"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"weight": "amount"}, r"several units has no sum: ask for one of amount:USD \(2\), amount:EUR \(1\)"),
        ({"weight": "amount:VND"}, "no amount is in VND; there is (USD, EUR|EUR, USD)"),
        ({"weight": ""}, "nothing is not a figure of contribution; there is amount"),
        ({"weight": "amuont"}, "amuont is not a figure of contribution; did you mean amount.*; there is amount"),
        ({"direction": "up"}, "up is not a direction; there are none, in, out, both"),
        ({"network": "shared", "direction": "in"}, "what two share has no direction"),
        ({"network": "agreement", "weight": "count"}, "what two agree in has no direction"),
        ({"network": "shares"}, "shares is not a network; did you mean shared"),
        ({"joint": 3}, "joint votes, 1 or more, is for the network agreement"),
    ],
)
def test_what_cannot_be_asked_is_said(world: World, asked: dict[str, str], message: str) -> None:
    with pytest.raises(MisuseError, match=message):
        links(world(GIFTS), "contribution", **asked)


def test_a_graph_of_networkx_keeps_the_direction_and_what_may_not_hold(world: World) -> None:
    dataset = world("""
        visits: [{visitor: kenya, host: egypt, on: 2020}, {visitor: egypt, host: kenya, on: "2021?"}]
    """)
    asked = Weighing(direction="both", weight="count")
    graph = projection(dataset, View(kinds=frozenset({"visit"}), as_of="2022"), isolates=False, weighing=asked)  # type: ignore[arg-type] # a day as text

    assert graph.is_directed()
    about = {"ties": 1, "strength": 1.0, "distance": 1.0, "label": "visit", "relation": "visit"}
    assert dict(graph.edges) == {
        ("egypt", "kenya"): about | {"certainty": "maybe"},
        ("kenya", "egypt"): about | {"certainty": "yes"},
    }


@pytest.mark.parametrize(
    ("written", "unit"),
    [("5 million USD", "USD"), ("€5", "EUR"), ("5 kroner", "kroner"), ("7 %", "%"), ("5 tonnes", "tonnes"), ("5", "")],
)
def test_a_unit_is_the_currency_that_it_can_only_be_or_as_it_is_written(written: str, unit: str) -> None:
    assert unit_of(parse_figure(written)) == unit
