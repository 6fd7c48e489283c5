"""Two ways timed side by side in one run: what is compared is their ratio, never a time."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that a piece of work takes, with a clean heap before it."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 5) -> float:
    """The median over some rounds of our time divided by theirs, the two in turn."""
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def process_ratio(
    ours: Sequence[str], theirs: Sequence[str], env: Mapping[str, str], rounds: int = 15
) -> tuple[float, float, float]:
    """The same for whole processes, by the clock; the median times of both, and the ratio of the pairs."""
    pairs = [(_process(ours, env), _process(theirs, env)) for _ in range(rounds + 1)][1:]
    middle = statistics.median
    return middle(a for a, _ in pairs), middle(b for _, b in pairs), middle(a / b for a, b in pairs)


def _process(command: Sequence[str], env: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=env)
    return time.perf_counter() - start


def report(what: str, found: float, limit: float) -> None:
    """Print a ratio beside what is promised; a benchmark tells, it does not fail."""
    verdict = "kept" if found <= limit else "NOT KEPT"
    print(f"\n{what}: {found:.2f} (at most {limit} is promised: {verdict})")
