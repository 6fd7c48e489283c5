"""Ids that are made of names, for capitals that ship and for whoever a table names."""

from __future__ import annotations

import re
from functools import lru_cache

from relgraph.sources.words import fold

_APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65_536)
def id_of(name: str) -> str:
    """The id that a name makes: lower-case letters and digits without marks, hyphens between, no article."""
    return _APART.sub("-", fold(name)).strip("-").removeprefix("the-")
