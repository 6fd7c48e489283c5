"""Which mapping of ties is asked for, and whether its name is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.load import found_in
from relgraph.facts.machine_read.bring import bring_ties, ties_asked
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


TEXT, TABLE = "{id: made-up, title: a text}", "{id: made-up, title: ties, table: {key: [a], rows: 1, columns: {a: 1}}}"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"seeds/made-up.yaml": TEXT}, "made-up is a source already"),
        ({"graph/tables/made-up.yaml": "{}"}, "made-up is a source already"),
        ({"seeds/made-up.yaml": TABLE}, "gone.parquet is not at hand"),  # its own card, of an earlier import
        ({}, "gone.parquet is not at hand"),
    ],
)
def test_ties_are_called_otherwise_than_texts_and_tables(tmp_path: Path, files: dict[str, str], told: str) -> None:
    mapping = "what: made up\ntable: {path: gone.parquet}\nties: [{kind: talks, of: consult}]\n"
    usual = {"graph/tables/made-up.ties.yaml": mapping, "seeds/x.md": ""}
    graph = write_files(tmp_path, usual | files) / "graph"

    with pytest.raises(MisuseError, match=told):
        bring_ties(graph / "tables/made-up.ties.yaml", found_in(graph, None, None), [])
