"""Addresses by which a file of another program leads back to the page: each edge to its fact, each node to itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from relgraph.errors import MisuseError
from relgraph.reading.characters import visible

if TYPE_CHECKING:
    import networkx as nx

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # one letter is a drive: C:\page.html
_SAFE = re.compile(r"(?:https?|file):", re.IGNORECASE)


def page_address(text: str) -> str:
    """The address of a page, without a place in it: http, https, file, or relative to wherever the file is opened.

    Raises MisuseError for what is none, and for one that a reader must not be sent to.
    """
    page = text.strip()
    if not page or "#" in page or re.search(r"\s", page) or visible(page) != page:
        raise MisuseError(
            f"{visible(text)!r} is not the address of a page; write one such as https://example.org/page.html"
        )
    if _SCHEME.match(page) and not _SAFE.match(page):
        raise MisuseError(f"{page}: a page is at an address of http, https or file, or at a relative one")
    return page


def linked(graph: nx.MultiDiGraph[str], page: str) -> nx.MultiDiGraph[str]:
    """The same graph with a `url` at each node and edge, which opens a page of it there.

    The page is one that `export html` has made of the same facts: `page` is its address (see `page_address`).
    """
    found = graph.copy()
    for node, about in found.nodes(data=True):
        about["url"] = f"{page}#node={_quoted(node)}"
    for _, _, key, about in found.edges(keys=True, data=True):
        about["url"] = f"{page}#fact={_quoted(str(about.get('fact', key)))}"
    return found


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")
