"""Two ways measured side by side in one run: what is compared is their ratio, never a time or a size."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import statistics
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.table import ROWS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from multiprocessing.connection import Connection

    from tests.benchmarks.table import Row


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that a piece of work takes, with a clean heap before it."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 5) -> float:
    """The median over some rounds of our time divided by theirs, the two in turn."""
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def growth(work: Callable[[], object]) -> float:
    """The megabytes that a process grows by at most while it does a piece of work, those of C libraries too.

    The work, which can be pickled, is done in a fresh process: nothing that came before is counted, nor does it leave
    room that is used again. What it returns is kept till the end.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_grow, args=(work, sending))
    process.start()
    grown: float = receiving.recv()
    process.join()
    return grown


def _grow(work: Callable[[], object], sending: Connection) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the high water falls to what is held now
    before = _megabytes("VmRSS")
    kept = work()
    sending.send(_megabytes("VmHWM") - before)
    del kept


def _megabytes(what: str) -> float:
    """What Linux says of the memory of this process: held now (VmRSS), or at most since it was reset (VmHWM)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition(f"{what}:")[2].split()[0]) / 1024


def process_ratio(
    ours: Sequence[str], theirs: Sequence[str], env: Mapping[str, str], rounds: int = 15
) -> tuple[float, float, float]:
    """The same for whole processes; the median times of both, and the ratio of the pairs."""
    pairs = [(_process(ours, env), _process(theirs, env)) for _ in range(rounds + 1)][1:]
    middle = statistics.median
    return middle(a for a, _ in pairs), middle(b for _, b in pairs), middle(a / b for a, b in pairs)


def process_seconds(command: Sequence[str | Path], env: Mapping[str, str], rounds: int = 3) -> float:
    """Seconds of processor time that a command takes as a process of its own, the median of some rounds."""
    return statistics.median(_process(command, {**os.environ, **env}) for _ in range(rounds))


def _process(command: Sequence[str | Path], env: Mapping[str, str]) -> float:
    """Seconds of processor time that a process takes: a clock would tell what else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(row: Row) -> None:
    """Tell a row of the table at once, and keep it for the end; a benchmark tells, it does not fail."""
    ROWS.append(row)
    print("\n" + " | ".join(row.cells("")).strip(" |"))
