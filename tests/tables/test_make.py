"""Bounds of what a table makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from tests.tables.small_mappings import EACH

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


def test_more_facts_than_can_be_held_are_refused(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.tables.make.MOST_FACTS", 2)
    rows = "".join(f"{number},Ada,Kenya,1990,,0,0\n" for number in range(3))
    with pytest.raises(InputError, match="row 4: makes more than 2 facts"):
        make(EACH, f"no,who,where,day,end,state,official\n{rows}")
