"""Two to five side by side: whom they share, and whom only one of them has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.analysis.compare import compare
from relgraph.errors import MisuseError
from relgraph.graph.views import View

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {id: near, of: vietnam, with: [france, egypt], tier: sp, evidence: {p: 1}}
      - {id: wish, of: vietnam, with: brazil, tier: cp, status: intended, evidence: {p: 1}}
    diplomatic_relations:
      - {id: kept, of: kenya, with: [france, brazil, vietnam], evidence: {p: 2}}
      - {id: third, of: russia, with: [france, egypt], evidence: {p: 2}}
"""


def test_partners_are_common_or_of_one_alone(world: World) -> None:
    found = compare(world(FACTS), "Kenya", "Vietnam")

    assert found.actors == ("kenya", "vietnam")
    assert found.common == ("france",)
    assert found.only == {"kenya": ("brazil",), "vietnam": ("egypt",)}
    assert [(pair.one, pair.other) for pair in found.among] == [("kenya", "vietnam")]


def test_a_plan_makes_no_partner_but_is_told(world: World) -> None:
    dataset = world(FACTS)
    found = compare(dataset, "vietnam", "russia", view=View(statuses=frozenset({"intended"})))
    planned = [one for one in found.partners if not one.of]

    assert [one.id for one in planned] == ["brazil"]
    assert planned[0].ties["vietnam"].told(dataset) == "Comprehensive Partnership [planned]"
    assert found.common == ("egypt", "france")


def test_of_three_some_partners_are_neither_common_nor_of_one_alone(world: World) -> None:
    found = compare(world(FACTS), "kenya", "vietnam", "russia")
    kenya, russia = (f"{one} diplomatic relations (talks p 2)" for one in ("Kenya", "Russia"))

    assert found.common == ("france",)
    assert found.only == {"kenya": ("brazil",), "vietnam": (), "russia": ()}
    assert list(found.lines()) == [
        "Kenya, Việt Nam, Russia: 1 common partner",
        "  Kenya and Việt Nam: diplomatic relations (talks p 2)",
        "common partners (1)",
        f"  France: {kenya}; Việt Nam Strategic Partnership (talks p 1); {russia}",
        "partners of some (1)",
        f"  Egypt: Việt Nam Strategic Partnership (talks p 1); {russia}",
        "partners of Kenya alone (1)",
        "  Brazil: Kenya diplomatic relations (talks p 2)",
    ]


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("kenya", "KE"), "2 to 5 different actors can be compared, not 1"),
        (("kenya", "vietnam", "france", "egypt", "brazil", "russia"), "not 6"),
        (("kenya", "hanoi"), "Hà Nội is no country or body, and no path goes through it"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(world: World, names: tuple[str, ...], why: str) -> None:
    with pytest.raises(MisuseError, match=why):
        compare(world(FACTS), *names)


def test_names_in_a_list_are_refused_with_what_to_write(world: World) -> None:
    names: list[Any] = [["kenya", "france"]]
    with pytest.raises(MisuseError, match="name each actor by itself, as in compare"):
        compare(world(FACTS), *names)
