"""The rights of root, to whom nothing is closed, put off: here, and in a process that is started."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
RIGHTS = "-dac_override,-dac_read_search"  # by which root opens what is closed


@contextmanager
def common_user() -> Iterator[None]:
    """Put off the rights of root, to whom nothing is read-only."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def without_rights() -> list[str]:
    """What to put before a command so that root has no more rights to files than their owner; skips where it cannot."""
    if os.geteuid() != 0:
        return []
    if not (setpriv := shutil.which("setpriv")):
        pytest.skip("root opens every folder, and there is no setpriv to put that right off")
    return [setpriv, "--bounding-set", RIGHTS, "--inh-caps", "-all"]
