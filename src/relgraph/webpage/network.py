"""pyvis's network, safe: one file, nothing fetched, nothing from the data ever run.

`Network` of pyvis puts labels and options unescaped into its page, loads parts of it from the net, and drops
parallel ties. Here nodes and edges are plain records, written as JSON into a template of our own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from relgraph.reading.characters import visible
from relgraph.reading.plurals import counted
from relgraph.version import VERSION
from relgraph.webpage.assets import load_assets
from relgraph.webpage.data.packing import packed
from relgraph.webpage.escape import json_in_html
from relgraph.webpage.without_ipython import without_ipython

with without_ipython():
    from pyvis.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENVIRONMENT = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)


class PageNetwork(Network):
    """A pyvis network that writes the page of relgraph.

    `lead` is the sentence under the heading, `extra` what the page's script reads beside `nodes` and
    `edges` (see `payload_types`).
    """

    def __init__(self, heading: str, lead: str = "", extra: Mapping[str, Any] | None = None) -> None:
        """Start without nodes and edges."""
        super().__init__(directed=True, heading=heading, cdn_resources="in_line")
        self.lead = lead
        self.extra = dict(extra or {})

    def add_node(self, n_id: str, label: str | None = None, **attributes: object) -> None:
        """Add a node, or replace that of the same id; attributes go into the page as JSON."""
        self._add({"id": n_id, "label": n_id if label is None else label, **attributes})

    def add_edge(self, source: str, to: str, **attributes: object) -> None:
        """Add an edge between nodes that are there; parallel ones stay apart. Raises KeyError for other nodes."""
        self._tie({"from": source, "to": to, **attributes})

    def add_records(self, nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> None:
        """Add nodes (`id`, `label` and attributes) and edges (`from`, `to` and attributes) as they are, uncopied."""
        for node in nodes:
            self._add(node)
        for edge in edges:
            self._tie(edge)

    def _add(self, node: Mapping[str, Any]) -> None:
        if node["id"] in self.node_map:
            self.nodes[self.node_ids.index(node["id"])] = node
        else:
            self.nodes.append(node)
            self.node_ids.append(node["id"])
        self.node_map[node["id"]] = node

    def _tie(self, edge: Mapping[str, Any]) -> None:
        for end in (edge["from"], edge["to"]):
            if end not in self.node_map:
                raise KeyError(end)
        self.edges.append(edge)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """Write the whole page as a string; it refers to no other file."""
        assets = load_assets()
        page: str = _ENVIRONMENT.from_string(assets.template).render(
            version=VERSION,
            heading=visible(self.heading),
            lead=visible(self.lead),
            private=bool(self.extra.get("private")),
            size=f"{counted(len(self.nodes), 'node')} and {counted(len(self.edges), 'tie')}",
            policy=Markup(assets.policy),  # noqa: S704 - hashes and key words of ours
            styles=assets.styles,
            library=assets.library,
            scripts=assets.scripts,
            data=json_in_html(packed({"nodes": self.nodes, "edges": self.edges, "facts": {}, **self.extra})),
        )
        return page

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """Write the page to a file, as UTF-8 whatever the machine's locale."""
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")
