"""Whom codes mean is remembered, but not of a million that mean nobody."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from relgraph.tables import schemes as looked_up
from relgraph.tables.schemes import NOBODY_KNOWN, Life, Listed, Schemes

if TYPE_CHECKING:
    import pytest


def test_values_that_nobody_knows_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked_up, "MOST_REMEMBERED", 50)
    monkeypatch.setattr(looked_up, "_shipped", lambda *_: ())  # what that remembers has a bound of its own
    schemes = Schemes(NOBODY_KNOWN, {"made": {"1": [Listed("kenya", Life(1963, 2020))]}}, ())
    assert schemes.find("made", "1", 1990) == "kenya"
    tracemalloc.start()
    assert not any(schemes.find("made", f"X{number}", 1990) for number in range(5_000))
    assert not any(schemes.turns("made", f"X{number}") for number in range(5_000))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 100_000
    assert schemes.find("made", "1", 1990) == "kenya"
