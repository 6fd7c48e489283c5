"""Importing pyvis without IPython, which it asks for one class that shows a page in a notebook; it takes 0.3 s."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

IPYTHON, DISPLAY = "IPython", "IPython.display"


@contextmanager
def without_ipython() -> Iterator[None]:
    """Let what is imported meanwhile find an IPython that is loaded when it is used, unless there is one already."""
    if IPYTHON in sys.modules:
        yield
        return
    standing = {IPYTHON: ModuleType(IPYTHON), DISPLAY: ModuleType(DISPLAY)}
    vars(standing[DISPLAY])["IFrame"] = _frame
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name in standing:
            sys.modules.pop(name, None)


def _frame(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - those of IPython's IFrame
    from IPython.display import IFrame  # noqa: PLC0415 - only notebooks show one

    return IFrame(*args, **kwargs)
