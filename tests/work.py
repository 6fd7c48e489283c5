"""How much work something is, whatever else the machine does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def work_of(do: Callable[[], object]) -> int:
    """How many calls something takes: of functions of Python and of what is built in."""
    calls = 0

    def count(frame: object, event: str, what: object) -> None:
        nonlocal calls
        del frame, what
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return calls
