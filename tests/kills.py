"""Commands killed at moments drawn by chance, while they write: `python -m tests.kills 300` prints what came of it.

`make test` has a few of them, in tests/cli/test_killed.py.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.world import world_files, write_files

COMMAND = Path(sys.executable).with_name("relgraph")
EXPORT = ("export", "graphml", "--with-errors", "-o", "out.graphml")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
OLD = "old"
SEED = 10
EARLIEST = 0.3
"""Of the time that the command takes: before, it has not begun to write."""
LOCKED_BY_THEN = 0.3  # seconds; what was made just now might still be somebody's


class Kills(NamedTuple):
    """How many commands were killed, how many of them left a whole file and nothing else, and what was found."""

    tried: int
    clean: int
    findings: tuple[str, ...]


def killed(folder: Path, times: int, seed: int = SEED) -> Kills:
    """Kill an export in a folder of a dataset so many times; the file must be the old one or the new, to the byte."""
    start = time.monotonic()
    _run(folder)
    usual = time.monotonic() - start
    file = folder / EXPORT[-1]
    whole = file.read_text(encoding="utf-8")
    moments = random.Random(seed)  # noqa: S311 - the same moments at each run, as far as the machine keeps time
    findings = []
    for number in range(times):
        file.write_text(OLD, encoding="utf-8")
        how = moments.choice(SIGNALS)
        with subprocess.Popen([COMMAND, *EXPORT], cwd=folder, stdout=subprocess.DEVNULL) as running:
            time.sleep(usual * moments.uniform(EARLIEST, 1))
            running.send_signal(how)
        if file.read_text(encoding="utf-8") not in {OLD, whole}:
            findings.append(f"{number}: half a file after {how.name}")
        if _left(folder):
            findings += [] if how is signal.SIGKILL else [f"{number}: something is left behind after {how.name}"]
            time.sleep(LOCKED_BY_THEN)
            _run(folder)
            findings += [f"{number}: what was left is not swept"] if _left(folder) else []
    return Kills(times, times - len(findings), tuple(findings))


def _left(folder: Path) -> list[Path]:
    return list(folder.glob(".relgraph-*"))


def _run(folder: Path) -> None:
    subprocess.run([COMMAND, *EXPORT], cwd=folder, stdout=subprocess.DEVNULL, check=True)


def main(times: int) -> int:
    """Kill so many, print the totals and what was found; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        facts = "partnerships: [{of: vietnam, with: [kenya, egypt, france], tier: csp}]"
        found = killed(write_files(Path(name), world_files(facts)), times)
    for line in found.findings:
        print(line)
    print(f"{found.tried} killed, {found.clean} clean, {len(found.findings)} findings")
    return 1 if found.findings else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
