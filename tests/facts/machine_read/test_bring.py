"""Which mapping of ties is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from relgraph.facts.machine_read.bring import ties_asked
from tests.world import write_files


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("made-up", "tables/made-up.ties.yaml"),
        ("both", None),  # the table of that name is meant
        ("nothing", None),
        ("../tables/made-up", None),
    ],
)
def test_ties_are_asked_for_by_the_name_of_their_mapping(tmp_path: Path, asked: str, found: str | None) -> None:
    names = ("made-up.ties.yaml", "both.ties.yaml", "both.yaml")
    graph = write_files(tmp_path, {f"graph/tables/{name}": "" for name in names}) / "graph"

    assert ties_asked(asked, graph) == (graph / found if found else None)


def test_a_file_of_such_a_mapping_is_asked_for_wherever_it_lies(tmp_path: Path) -> None:
    assert ties_asked("elsewhere/x.ties.yaml", tmp_path) == Path("elsewhere/x.ties.yaml")
    assert ties_asked("elsewhere/x.yaml", tmp_path) is None
