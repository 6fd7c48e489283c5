"""Who is in one of several datasets alone, and whom of the others it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.unjoined import unjoined
from tests.several import Small, several

if TYPE_CHECKING:
    from pathlib import Path


def test_by_name_may_be_meant_who_is_of_another_dataset_and_of_its_kind(tmp_path: Path) -> None:
    dataset = several(
        tmp_path,
        a=Small("bodies: {league: {name: The League}, union: {name: The League}}"),
        b=Small("bodies: {pact: {name: The League}}\npeople: {crank: {name: The League}}"),
    )

    assert {one.id: [other.id for other in one.candidates] for one in unjoined(dataset).alone} == {
        "league": ["pact"],
        "union": ["pact"],
        "pact": ["league", "union"],
        "crank": [],
    }
