"""How much memory the machine has, as far as this process may have it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

UNKNOWN = 4 * 10**9
"""What is taken for it where the system does not tell."""
_GROUP = Path("/sys/fs/cgroup/memory.max")
"""Where Linux tells what a container may have."""


def memory_of_the_machine() -> int:
    """Bytes of memory of the machine, or of the container that it is."""
    found = [UNKNOWN]
    with suppress(AttributeError, ValueError, OSError):  # as on Windows
        found = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    with suppress(OSError, ValueError):
        found.append(int(_GROUP.read_text(encoding="ascii")))
    return min(found)
