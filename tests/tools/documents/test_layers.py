"""The rooms of the package, from its contract."""

from __future__ import annotations

from tools.documents.layers import ROOT, contracts, imports, layers, rooms


def test_the_layers_are_those_of_the_contract_lowest_first() -> None:
    order = layers()

    assert order[-1] == "cli"
    assert order.index("reading") < order.index("facts") < order.index("analysis")
    assert len(contracts()) > 1


def test_every_folder_with_modules_is_a_room_and_says_what_is_in_it() -> None:
    found = {room.path: room for room in rooms()}
    packages = {path.parent for path in (ROOT / "src" / "relgraph").rglob("__init__.py")}

    assert sum(room.is_folder for room in found.values()) == len(packages) - 1
    assert found["analysis/paths"].layer == "analysis"
    assert not found["errors"].is_folder
    assert all(room.says.endswith(".") for room in found.values())


def test_imports_are_those_that_the_modules_have() -> None:
    found = imports()

    assert found["errors"] == []
    assert found["sources"] == ["errors", "reading"]
    assert "facts" in found["graph"]
    assert "graph" not in found["facts"]
