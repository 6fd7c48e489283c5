"""Trying one input: what a command may do whatever it is given, and what it did besides."""

from __future__ import annotations

import gc
import re
import shutil
import signal
import tempfile
from collections import Counter
from contextlib import contextmanager
from inspect import signature
from os import chdir
from pathlib import Path
from random import Random
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, NamedTuple

from click.testing import CliRunner

from relgraph.cli.main import main
from tests.fuzz.samples import MADE, WRITES
from tests.fuzz.spoiling import spoilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.testing import Result

    from tests.fuzz.spoiling import Input

MOST_SECONDS = 10
"""Of work, not of waiting: a machine that is busy with other things fails nothing."""
LONGEST_LINE = 1500
LONGEST = 200

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Finding(NamedTuple):
    """What a command did that none may do: the number of its input, what is wrong, and the command line."""

    number: int
    what: str
    args: list[str]

    def __str__(self) -> str:
        return f"input {self.number}: {self.what}\n    relgraph {' '.join(map(ascii, self.args))[:300]}"


class Totals(NamedTuple):
    """How many inputs were tried, how they ended (exit status, or `findings`), and what was found."""

    tried: int
    ended: Counter[int]
    findings: list[Finding]

    def __str__(self) -> str:
        ended = ", ".join(f"{number:,} with status {status}" for status, number in sorted(self.ended.items()))
        clean = self.tried - len(self.findings)
        return f"tried {self.tried:,}, clean {clean:,}, findings {len(self.findings):,} (ended {ended})"


class TooLongError(BaseException):
    """A command worked longer than any may on so small an input; nothing in it catches this."""


def try_all(count: int, seed: int, first: int = 0, folder: Path | None = None) -> Iterator[Totals]:
    """Try inputs by their numbers; gives the totals so far after each. One that found something is kept in `folder`."""
    totals = Totals(0, Counter(), [])
    for number in range(first, first + count):
        made = spoilt(Random(f"{seed}:{number}"))  # noqa: S311 - chance, not secrets
        status, wrong = _tried(made, folder / str(number) if folder else None)
        totals.ended[status] += 1
        totals = totals._replace(tried=totals.tried + 1)
        if wrong:
            settings = [f"{name}={value}" for name, value in made.settings.items()]
            totals.findings.append(Finding(number, wrong, [*settings, *made.args]))
        yield totals


def _tried(made: Input, keep: Path | None) -> tuple[int, str]:
    """Write an input, run its command, and say what was wrong with that, if anything."""
    with tempfile.TemporaryDirectory(prefix="relgraph-fuzz-") as name:
        beside = Path(name)
        folder = beside / "dataset"
        for path, data in made.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        before = _contents(beside)
        result, seconds = _run(made, folder)
        after = _contents(beside)
        wrong = seconds or _wrong(result, made.args) or _changed(before, after, made.args) or _told(beside, after)
        if wrong and keep is not None:
            shutil.copytree(folder, keep)
        return (result.exit_code if result else -1), wrong


def _run(made: Input, folder: Path) -> tuple[Result | None, str]:
    """What a command answers in a folder, or that it took too long."""
    mixes = "mix_stderr" in signature(CliRunner).parameters  # click before 8.2 makes one stream of both, unless told
    told: dict[str, Any] = {"mix_stderr": False} if mixes else {}
    home = Path.cwd()
    chdir(folder)
    try:
        with _limited():
            return CliRunner(**told).invoke(
                main, made.args, color=True, env=made.settings
            ), ""  # as on a terminal: else click takes codes out
    except TooLongError:
        return None, f"worked for more than {MOST_SECONDS} seconds"
    finally:
        chdir(home)
        gc.enable()


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _wrong(result: Result | None, args: list[str]) -> str:
    """What no command may do: break down, end in a way of its own, or print what cannot be seen."""
    if result is None:
        return "no answer"
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return f"broke down: {ascii(result.exception)[:LONGEST]} {_where(result.exception)}"
    if result.exit_code not in {0, 1, 2}:
        return f"ended with status {result.exit_code}"
    if found := _UNSEEN.search(result.output) or _UNSEEN.search(result.stderr):
        return f"printed U+{ord(found.group()):04X}"
    return _wrong_lines(result, args)


def _where(error: BaseException) -> str:
    """Where in relgraph a command broke down."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(error.__traceback__)]
    ours = [name for name in frames if not name.startswith(("core.py", "testing.py", "decorators.py", "pathlib.py"))]
    return " > ".join(ours[-4:])


def _wrong_lines(result: Result, args: list[str]) -> str:
    """Problems stand on a line each, place first, and misuse on one."""
    said = result.stderr.splitlines()
    if result.exit_code == 2 and args and len(said) != 1:
        return f"told misuse in {len(said)} lines"
    if any(len(line) > LONGEST_LINE for line in said):
        return "told a problem in a line without end"
    if args == ["check"]:
        *problems, last = result.stdout.splitlines() or [""]
        strange = [line for line in problems if not _PROBLEM.match(line)]
        if strange or (last and not last.startswith("checked ")):
            return f"told a problem without its place: {ascii((strange or [last])[0])[:80]}"
    return ""


_PROBLEM = re.compile(r"(graph|seeds)[^:]*(:\d+)?: .|and [\d,]+ more of the rule ")


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


_WRITTEN = ("dataset/seeds/", "dataset/graph/tables/")


def _changed(before: dict[str, bytes], after: dict[str, bytes], args: list[str]) -> str:
    """A file that a command changed, made or removed without being asked for it."""
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    asked = {f"dataset/{MADE}", f"dataset/{MADE}.csv"}
    cards = {path for path in changed if path.startswith(_WRITTEN) and path.endswith(".yaml")}
    writes = not WRITES.isdisjoint(args)
    left = sorted(path for path in changed - asked - (cards if writes else set()) if not _is_csv(path, args))
    return f"changed {left[0]!a}" if left else ""


def _told(beside: Path, after: dict[str, bytes]) -> str:
    """A file that tells in which folder of the machine it was made."""
    telling = sorted(path for path, data in after.items() if beside.name.encode() in data)
    return f"told in {telling[0]!a} where it was made" if telling else ""


def _is_csv(path: str, args: list[str]) -> bool:
    """Whether a path is one of the two files that an export as CSV makes of the one that was named."""
    return "csv" in args and path.startswith(f"dataset/{MADE}")
