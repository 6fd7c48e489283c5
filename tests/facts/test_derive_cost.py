"""What many facts of one pair cost: four times as many take little more than four times the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.checks.refused import borne_out
from relgraph.facts.load import load
from tests.work import work_of
from tests.world import world_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fixture_types import WriteFolder

FEW, TIMES = 100, 4


def year(number: int) -> int:
    return 1000 + number


def beside_one_another(number: int) -> str:
    relations = (f"  - {{of: kenya, with: egypt, since: {year(n)}}}\n" for n in range(number))
    tiers = (f"  - {{of: kenya, with: egypt, tier: csp, since: {year(n)}}}\n" for n in range(number))
    return f"diplomatic_relations:\n{''.join(relations)}partnerships:\n{''.join(tiers)}"


def one_after_another(number: int) -> str:
    tiers = (
        f"  - {{of: kenya, with: egypt, tier: csp, since: {year(2 * n)}, until: {year(2 * n)}, status: ended}}\n"
        for n in range(number)
    )
    return f"partnerships:\n{''.join(tiers)}"


def going_on_from_one_another(number: int) -> str:
    tiers = (
        f"  - {{of: kenya, with: egypt, tier: csp, since: {year(n)}, until: {year(n + 1)}, status: ended}}\n"
        for n in range(number)
    )
    return f"partnerships:\n{''.join(tiers)}"


def broken_off_again_and_again(number: int) -> str:
    relations = (f"  - {{of: kenya, with: egypt, since: {year(2 * n)}}}\n" for n in range(number))
    steps = (f"  - {{by: kenya, with: egypt, kind: severance, on: {year(2 * n + 1)}}}\n" for n in range(number))
    return f"diplomatic_relations:\n{''.join(relations)}diplomatic_steps:\n{''.join(steps)}"


@pytest.mark.parametrize(
    "facts", [beside_one_another, one_after_another, going_on_from_one_another, broken_off_again_and_again]
)
def test_many_facts_of_one_pair_are_derived_from_in_proportion(
    dataset: WriteFolder, facts: Callable[[int], str]
) -> None:
    def derived(number: int) -> int:
        loaded = load(dataset(world_files(facts(number))) / "graph")
        assert loaded.problems == ()
        assert len(loaded.stated) >= number
        return work_of(lambda: (loaded.derived, loaded.corroborations))

    few = derived(FEW)
    assert derived(FEW * TIMES) < few * TIMES * 1.4


def test_what_many_sources_say_alike_is_borne_out_in_proportion(dataset: WriteFolder) -> None:
    def asked(number: int) -> int:
        files = {"graph/actors/all.yaml": "countries: {kenya: {name: Kenya}, egypt: {name: Egypt}}"}
        for n in range(number):
            fact = "{of: kenya, with: egypt, evidence: {p: 1, terms: [kenya]}}"
            files[f"graph/s{n}.yaml"] = f"source: s{n}\ndiplomatic_relations: [{fact}]"
            files[f"seeds/s{n}.yaml"] = f"id: s{n}\ntitle: a text\nparagraphs: {{1: egypt kenya}}"
        loaded = load(dataset(files) / "graph")
        (one,) = loaded.stated
        assert len(one.evidence) == number
        return work_of(lambda: [borne_out(loaded, one, citation) for citation in one.evidence])

    few = asked(FEW)
    assert asked(FEW * TIMES) < few * TIMES * 1.4
