"""Draws docs/architecture.md's picture of the layers, from the contract that the imports keep.

`python -m tools.architecture` writes it anew.
"""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "relgraph"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- made by python -m tools.architecture -->", "<!-- end -->"


def layers() -> list[str]:
    """The layers from the lowest up, as pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (found,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return list(reversed(found))


def uses(layer: str) -> set[str]:
    """The layers that the modules of one import, whenever they do."""
    return {other for path in _modules(layer) for other in _imported(path)} - {layer}


def _modules(layer: str) -> list[Path]:
    folder = PACKAGE / layer
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def _imported(path: Path) -> Iterator[str]:
    """The layers that a module names in its imports, those for types among them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("relgraph."):
            yield node.module.split(".")[1]


def picture() -> str:
    """The layers as a Mermaid graph: an arrow for each that uses another, but where one between uses it too."""
    found = layers()
    used = {layer: uses(layer) & set(found) for layer in found}
    lines = ["```mermaid", "flowchart BT"]
    for layer in found:
        nearest = {one for one in used[layer] if not any(one in used[other] for other in used[layer])}
        lines += [f"    {layer} --> {one}" for one in found if one in nearest]
    lines += ["```", "", "| room | about | uses |", "| --- | --- | --- |"]
    for layer in found:
        lines.append(
            f"| `{layer}` | {_about(layer)} | {', '.join(one for one in found if one in used[layer]) or '–'} |"
        )
    return "\n".join(lines)


def _about(layer: str) -> str:
    """The first line of a layer's docstring."""
    folder = PACKAGE / layer
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.splitlines()[0].rstrip(".")


def drawn(page: str) -> str:
    """The page with its picture made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{picture()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
