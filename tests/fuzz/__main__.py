"""Try many inputs: python -m tests.fuzz COUNT [SEED [FIRST]]. Whatever a command may not do is told with its number."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from tests.fuzz.trying import Totals, try_all

STEP = 1000


def run(count: int, seed: int, first: int) -> Totals:
    """Try inputs, and tell how it goes; those that found something are kept in a folder of their own."""
    kept = Path(tempfile.mkdtemp(prefix="relgraph-found-"))
    told, totals = 0, None
    for totals in try_all(count, seed, first, kept):
        for finding in totals.findings[told:]:
            click.echo(finding)
        told = len(totals.findings)
        if totals.tried % STEP == 0:
            click.echo(totals)
    if totals is None:
        raise SystemExit("nothing was tried")
    click.echo(f"seed {seed}: {totals}{f'; kept in {kept}' if told else ''}")
    if not told:
        kept.rmdir()
    return totals


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:4]]
    sys.exit(1 if run(*(numbers + [20_000, 1, 0][len(numbers) :])).findings else 0)
