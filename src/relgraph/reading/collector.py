"""The cycle collector, kept off where very many objects are made at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep the cycle collector off while many small objects are made, none of which it could free.

    What was made is then put with the old objects, or the first allocation afterwards would have all of it looked
    through. Together that halves the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else the program froze objects itself, and would find them thawed
                gc.freeze()
                gc.unfreeze()
            gc.enable()
