"""Whom codes mean is remembered, but not of a million that mean nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.tables import schemes as looked_up
from relgraph.tables.schemes import NOBODY_KNOWN, Life, Listed, Schemes

if TYPE_CHECKING:
    import pytest


def test_of_very_many_values_that_nobody_knows_the_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def shipped(scheme: str, value: str) -> tuple[Listed, ...]:
        del scheme
        asked.append(value)
        return ()

    monkeypatch.setattr(looked_up, "MOST_REMEMBERED", 50)
    monkeypatch.setattr(looked_up, "_shipped", shipped)
    schemes = Schemes(NOBODY_KNOWN, {"made": {"1": [Listed("kenya", Life(1963, 2020))]}}, ())
    for find in (lambda value: schemes.find("made", value, 1990), lambda value: schemes.turns("made", value)):
        asked.clear()
        assert not any(find(f"X{number}") for number in range(500))
        assert len(asked) == 500
        assert not find("X499")
        assert len(asked) == 500
        assert not any(find(f"X{number}") for number in range(450))
        assert len(asked) == 950
    assert schemes.find("made", "1", 1990) == "kenya"
