"""Mappings of events that ship, by name: each says which table it is for, and where that comes from."""

from __future__ import annotations

from pathlib import Path

READY = Path(__file__).parent
