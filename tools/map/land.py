"""The table of the land: its coast and the dots, as the steps that the page draws."""

from __future__ import annotations

import json
from textwrap import fill
from typing import TYPE_CHECKING

from relgraph.webpage.map.geography import CUT, SOUTH, WIDTH, projected
from relgraph.webpage.map.land import UNIT
from tools.map.capitals import capital_degrees
from tools.map.coast import DOT, GAP, LEAST, NEAR, ROUGH, SEEN, SMALLEST, coast, dots, outlines
from tools.map.topojson import polygons
from tools.source import headed

if TYPE_CHECKING:
    from tools.source import Source

INDENT = "  "
ABOUT = f"""\
The land of the page's map. A row is a closed outline, in steps of {UNIT:g} pixels: x and y of the first corner
from the middle of a map {WIDTH:g} pixels wide, then the way to each next one. An outline inside another is water.
Source: Natural Earth 4.1.0, land at 1 : 50 million (naturalearthdata.com), in the npm package world-atlas 2.0.2.
Licence: public domain; the npm package has the ISC licence.
Made by tools/map from
{{land}} and
{{capitals}}:
- in the Natural Earth projection, cut at longitude {CUT:g}; left out is what that would split, and what lies
  south of {SOUTH:g};
- simplified: a corner goes whose triangle with its neighbours is below the square of {ROUGH:g} pixels
  (Visvalingam and Whyatt 1993), and so does an island below {LEAST:g} square pixels;
- with a dot for each capital that has no land of {SEEN:g} square pixels within {NEAR:g} pixels: {DOT:g} pixels in
  radius, or less to keep {GAP:g} from the next dot, but never below {SMALLEST:g}:
{{dotted}}
"""


def land_table(land: Source, capitals: Source) -> str:
    """The text of the table. Raises KeyError, IndexError, TypeError or ValueError when a source is not as expected."""
    coasts = coast(polygons(json.loads(land.text), "land"))
    dotted = dots(coasts, {iso: projected(*degrees) for iso, degrees in capital_degrees(capitals).items()})
    about = ABOUT.format(
        land=land,
        capitals=capitals,
        dotted=fill(" ".join(dotted), 110, initial_indent=INDENT, subsequent_indent=INDENT),
    )
    return headed(about, (" ".join(map(str, steps)) for steps in outlines([*coasts, *dotted.values()])))
