"""The package as its import contracts have it: the rooms from the lowest up, what is in each, what each imports."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import grimp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
PACKAGE = "relgraph"
SOURCE = ROOT / "src" / PACKAGE
ONE_WAY = "layers"


class Room(NamedTuple):
    """A folder of the package, or a module beside the folders: its path, without .py, and its docstring's first line.

    `layer` is the entry of the contract that it belongs to: its own name, or that of the folder it lies in.
    """

    path: str
    layer: str
    says: str
    is_folder: bool


def contracts() -> list[Mapping[str, object]]:
    """The import contracts of pyproject.toml, as they stand there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[Mapping[str, object]] = project["tool"]["importlinter"]["contracts"]
    return found


def layers() -> list[str]:
    """The layers of the contract, the lowest first: each may import those before it."""
    given = next(one["layers"] for one in contracts() if one["type"] == ONE_WAY)
    assert isinstance(given, list)  # noqa: S101 - what import-linter takes
    return list(reversed(given))


def rooms() -> Iterator[Room]:
    """Every layer, the lowest first, each followed by the folders in it that hold modules."""
    for layer in layers():
        folder = SOURCE / layer
        if not folder.is_dir():
            yield Room(layer, layer, _says(folder.with_suffix(".py")), is_folder=False)
            continue
        for package in sorted(folder.rglob("__init__.py")):
            path = package.parent.relative_to(SOURCE).as_posix()
            yield Room(path, layer, _says(package), is_folder=True)


def _says(module: Path) -> str:
    """The first line of a module's docstring."""
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    return (told or "").partition("\n")[0]


def imports() -> dict[str, list[str]]:
    """For each layer, the others that its modules import, the lowest first; imports for types alone count too."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    order = layers()
    found: dict[str, set[str]] = {layer: set() for layer in order}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            one, other = _layer(module), _layer(imported)
            if one in found and other in found and one != other:
                found[one].add(other)
    return {layer: sorted(used, key=order.index) for layer, used in found.items()}


def _layer(module: str) -> str:
    return module.removeprefix(f"{PACKAGE}.").partition(".")[0]
