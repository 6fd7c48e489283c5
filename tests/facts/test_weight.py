"""What a citation carries of its fact, and which are there but for a date or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.weight import carried, weighed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.world import World

CARD = """
    id: talks
    title: talks
    file: talks.txt
    language: {language}
    paragraphs:
      1: the egypt in 2025 kenya year
      2: a and cairo egypt in kenya may partners signed strategic vietnam visit visited
      3: they had been and signed 1999 partners met
      4: 14 egypt partners
      5: kenyatta kenya hanoi arrived
"""


def files(language: str = "en") -> Mapping[str, str]:
    return {"seeds/talks.yaml": CARD.replace("{language}", language)}


def carries(world: World, citation: str, fact: str = "partnerships: [{of: kenya, with: egypt, tier: sp") -> list[str]:
    dataset = world(f"{fact}, evidence: {{{citation}}}}}]", files())
    (one,) = (fact for fact in dataset.facts if fact.evidence)
    return list(carried(dataset, one, one.evidence[0]))


@pytest.mark.parametrize(
    ("citation", "found"),
    [
        ("p: 1, terms: [in 2025]", ["date"]),
        ("p: 2, terms: [in May]", ["date"]),
        ("p: 1, terms: [partners in 2025]", ["words", "date"]),  # a word of the kind
        ("p: 2, terms: [Kenya]", ["name"]),
        ("p: 2, terms: [Kenya and Egypt]", ["ends"]),
        ("p: 2, terms: [Kenya, Egyptian]", ["ends"]),
        ("p: 2, terms: [Kenya signed]", ["words", "name"]),
        ("p: 2, terms: [Kenya in a, in May]", ["date", "name"]),  # short words beside a name say nothing
        ("p: 5, terms: [Kenya in Hanoi]", ["name"]),  # nor does the name of somebody else
        ("p: 2, terms: [visit]", ["words"]),  # the paragraph names somebody
        ("p: 3, terms: [they had been]", []),  # this one names nobody,
        ("p: 3, terms: [partners]", ["words"]),  # but a word of the kind counts wherever it is
        ("p: 9, terms: [they had been]", ["words"]),  # of a paragraph that cannot be read nothing is known
        ("p: 2", []),
    ],
)
def test_a_citation_carries_what_its_terms_say(world: World, citation: str, found: list[str]) -> None:
    assert carries(world, citation) == found


def test_figures_and_members_of_a_total_are_carried(world: World) -> None:
    total = "counts: [{of: egypt, what: partners, says: 14, named: [vietnam], parts: [{what: near, says: 6}]"

    assert carries(world, "p: 4, terms: [14]", total) == ["figures"]
    assert carries(world, "p: 4, terms: ['6']", total) == ["figures"]
    assert carries(world, "p: 2, terms: [Vietnam]", total) == ["members"]
    assert carries(world, "p: 4, terms: [Egypt, 14 partners]", total) == ["ends", "figures", "words"]


def test_those_come_first_that_carry_more_than_a_date_or_a_name(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - of: kenya
            with: egypt
            tier: sp
            since: 2025
            evidence:
              - {p: 1, terms: ["2025"]}
              - {p: 2, terms: [Kenya, strategic]}
              - {p: 5, terms: [Kenya]}
              - {p: 2, terms: [Egypt, signed]}
              - {p: 1}
        """,
        files(),
    )
    found = weighed(dataset, dataset.facts[0])

    assert [(one.citation.paragraph, one.minor) for one in found] == [
        *((2, False), (2, False)),
        *((1, True), (5, True), (1, True)),
    ]
    assert [one.purpose for one in found if one.minor] == ["the date", "a name", "context"]


def test_where_none_carries_more_none_is_minor(world: World) -> None:
    dataset = world(
        "partnerships: [{of: kenya, with: egypt, evidence: [{p: 1, terms: [2025]}, {p: 2, terms: [Kenya]}]}]", files()
    )

    assert [one.minor for one in weighed(dataset, dataset.facts[0])] == [False, False]


def test_in_a_script_with_no_small_letters_short_words_count(world: World) -> None:
    dataset = world(
        """
        partnerships: [{of: kenya, with: chad, evidence: {p: 1, terms: [肯尼亚 与 会谈]}}]
        """,
        {
            "seeds/talks.yaml": "{id: talks, title: talks, language: zh, paragraphs: {1: 与 会谈 尼亚 肯尼}}",
            "graph/actors/more.yaml": "countries: {chad: {name: Chad, aliases: [肯尼亚]}}",
        },
    )

    assert "words" in carried(dataset, dataset.facts[0], dataset.facts[0].evidence[0])
