"""Who imports whom, as a picture in Mermaid and as a table in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from relgraph.export.formats import FORMATS
from tools.documents.layers import contracts, imports, rooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.documents.layers import Room

INTO = {
    "vocabulary": "graph/vocabulary.yaml",
    "sources": "seeds/: cards and texts",
    "facts": "graph/: facts and actors",
}
"""The files that a layer reads."""

OUT_OF = {
    "analysis": "answers in Python",
    "export": ", ".join(f"relgraph.{one.ending}" for one in FORMATS),
    "cli": "answers, problems, exit status",
}
"""What leaves the program at a layer."""


def picture() -> Iterator[str]:
    """The flow from files to answers: an arrow from each folder to those that import it.

    An arrow that other arrows say already is left out, and so are modules beside the folders, which all may import.
    Nodes are called `graph_` and the like, since `graph` means something to Mermaid.
    """
    folders = {room.path: room for room in rooms() if room.is_folder and room.path == room.layer}
    used = imports()
    ways = nx.DiGraph((one, layer) for layer in folders for one in used[layer] if one in folders)
    order = list(folders)
    arrows = sorted(nx.transitive_reduction(ways).edges, key=lambda ends: (order.index(ends[0]), order.index(ends[1])))
    yield from ("```mermaid", "flowchart LR")
    yield from (f'    {one}_["<b>{one}</b><br>{_briefly(room)}"]' for one, room in folders.items())
    yield from (f'    into_{one}[("{file}")] --> {one}_' for one, file in INTO.items())
    yield from (f"    {one}_ --> {other}_" for one, other in arrows)
    yield from (f'    {one}_ --> out_of_{one}(["{file}"])' for one, file in OUT_OF.items())
    yield "```"


def _briefly(room: Room) -> str:
    """What is in a room, without what stands behind a colon."""
    return room.says.partition(":")[0].rstrip(".")


def table() -> Iterator[str]:
    """Every room, the lowest first, with what is in it and what its layer imports."""
    used = imports()
    yield from ("| room | what is in it | imports |", "| --- | --- | --- |")
    for room in rooms():
        name = f"{room.path}/" if room.is_folder else f"{room.path}.py"
        told = (", ".join(used[room.layer]) or "nothing") if room.path == room.layer else ""
        yield f"| `{name}` | {room.says} | {told} |"


def rules() -> Iterator[str]:
    """The import contracts by name."""
    return (f"- {contract['name']}" for contract in contracts())
