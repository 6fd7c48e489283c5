"""Colours and sizes of a drawing in other programs: the very colours of the page, by day.

Their home is the page's style sheet: colours of kinds of node (`--kind-...`), of rungs from the lowest to the
highest (`--rung-...`) and of other relations (`--tie-...`).
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files

SHEET = "style/light.css"
ENDED = 0.4  # share of its own colour that is left to what is over; the rest is the ground's
LEAST, MOST, GROWTH = 14.0, 60.0, 4.0  # sizes of nodes; neighbours lie some 120 apart

_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")


@cache
def colours() -> dict[str, str]:
    """Every colour of the page by its name, as #rrggbb."""
    return dict(_COLOUR.findall((files("relgraph.webpage") / SHEET).read_text("utf-8")))


def node_colour(kind: str) -> str:
    """The colour of a kind of actor, or of a kind of fact that is a node."""
    return colours().get(f"kind-{kind}") or colours()["kind-other"]


@cache
def edge_colour(relation: str, height: float | None, *, ended: bool = False) -> str:
    """The colour of an edge: by its `height` on a ladder from 0 to 1, off the ladders (None) by its relation."""
    own = _ramp(height) if height is not None else colours().get(f"tie-{relation}") or colours()["tie"]
    return mixed(own, colours()["ground"], 1 - ENDED) if ended else own


def _ramp(height: float) -> str:
    """The colour between the two rungs that a height lies between."""
    stops = [colour for name, colour in sorted(colours().items()) if name.startswith("rung-")]
    place = height * (len(stops) - 1)
    below = min(int(place), len(stops) - 2)
    return mixed(stops[below], stops[below + 1], place - below)


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours of the form #rrggbb; `share` is the other's, 0 to 1."""
    channels = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{math.floor(mine + (its - mine) * share + 0.5):02x}" for mine, its in channels)


def node_size(edges: int) -> float:
    """The size of a node with so many edges: its area grows with them, up to a bound."""
    return round(min(MOST, LEAST + GROWTH * math.sqrt(edges)), 1)
