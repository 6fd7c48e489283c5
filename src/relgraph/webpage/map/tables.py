"""The two tables that the map is drawn from, made by tools/map from data in the public domain."""

from __future__ import annotations

from pathlib import Path

CAPITALS = Path(__file__).with_name("capitals.csv")
LAND = Path(__file__).with_name("land.txt")
