"""CSV that Gephi, networkx, igraph and spreadsheets read: edges, and beside them nodes and facts."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.analysis.listing import list_facts
from relgraph.export.content import Content
from relgraph.export.formats import format_named
from relgraph.export.rows import Rows
from relgraph.facts.load import load
from relgraph.facts.sentences import sentence
from tests.export.small_dataset import FILES

if TYPE_CHECKING:
    import pytest

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command, WriteFolder

FORM = format_named("csv")


def tables(content: Content) -> dict[str, list[dict[str, str]]]:
    """The rows of each file, edges under ""."""
    parts = {"": FORM.write(content), **FORM.beside(content)}
    read = {word: csv.DictReader(io.StringIO("".join(map(str, text)), newline="")) for word, text in parts.items()}
    return {word: list(rows) for word, rows in read.items()}


def test_nodes_and_edges_have_all_attributes_under_the_names_that_gephi_knows(small: Dataset) -> None:
    content = Content(small)
    rows, found = Rows(small, content.graph, drawn=False), tables(Content(small))

    nodes = {row["Id"]: row for row in found["nodes"]}
    assert {row.id for row in rows.nodes()} == set(nodes)
    assert nodes["luong-cuong"]["Label"] == "Lương Cường"
    edges = {row["Id"]: row for row in found[""]}
    for row in rows.edges():
        cells = edges[row.id]
        assert (cells["Source"], cells["Target"], cells["Type"], cells["Kind"]) == (
            row.source, row.target, "Directed", row.kind,
        )  # fmt: skip
        for name, value in row.values.items():
            told = cells[{"label": "Label", "weight": "Weight"}.get(name, name)]
            assert told == (str(value).lower() if isinstance(value, bool) else str(value))
    assert list(found[""][0])[:7] == ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"]
    assert not {"x", "y", "size", "color", "label", "weight"} & {*found[""][0], *found["nodes"][0]}


def test_facts_have_their_sentence(small: Dataset) -> None:
    rows = tables(Content(small))["facts"]

    assert [(row["id"], row["says"]) for row in rows] == [
        (held.fact.id, sentence(small, held.fact)) for held in list_facts(small)
    ]


def test_a_projection_has_each_pair_once_and_no_facts(small: Dataset) -> None:
    found = tables(Content(small, projected=True))

    assert found.keys() == {"", "nodes"}
    assert {row["Type"] for row in found[""]} == {"Undirected"}
    assert [(row["Source"], row["Target"]) for row in found[""]] == [("kenya", "vietnam"), ("new-zealand", "vietnam")]


def test_an_empty_dataset_has_heads(dataset: WriteFolder) -> None:
    folder = dataset({"graph/actors/a.yaml": "countries: {}", "seeds/README.md": ""})

    text = "".join(map(str, FORM.write(Content(load(folder / "graph"), isolates=False))))
    assert text == "Source,Target,Type,Kind,Id,Label,Weight\n"


def test_no_cell_is_run_and_an_id_is_the_same_wherever_it_stands(dataset: WriteFolder) -> None:
    name = "=HYPERLINK(1)"
    folder = dataset(
        {**FILES, "graph/actors/all.yaml": FILES["graph/actors/all.yaml"].replace("name: Kenya,", f"name: '{name}',")}
    )
    found = tables(Content(load(folder / "graph")))

    cells = [cell for rows in found.values() for row in rows for cell in row.values()]
    assert f"'{name}" in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert {row["Source"] for row in found[""]} <= {row["Id"] for row in found["nodes"]}


def test_the_command_writes_three_files_and_one_to_standard_output(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dataset(FILES))

    done = relgraph("export", "csv")
    assert done.stdout.splitlines() == [
        "exports/relgraph.csv: 7 nodes, 12 edges",
        "exports/relgraph-nodes.csv: beside it",
        "exports/relgraph-facts.csv: beside it",
    ]
    assert sorted(path.name for path in Path("exports").iterdir()) == [
        "relgraph-facts.csv", "relgraph-nodes.csv", "relgraph.csv",
    ]  # fmt: skip
    printed = relgraph("export", "csv", "-o", "-")
    assert printed.stdout_bytes == Path("exports/relgraph.csv").read_bytes()


def test_all_files_are_written_or_none(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(FILES)
    monkeypatch.chdir(folder)
    (folder / "net-facts.csv").mkdir()

    done = relgraph("export", "csv", "-o", "net.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "relgraph: cannot write net-facts.csv: there is a folder of that name\n"
    assert sorted(path.name for path in folder.glob("net*")) == ["net-facts.csv"]
