"""A command that is stopped or killed leaves what was there, or what is whole, and nothing beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.kills import killed
from tests.world import world_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fixture_types import Command, Process, WriteFolder

pytestmark = pytest.mark.process

FACTS = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]"
STOPS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
COMMAND = Path(sys.executable).with_name("relgraph")

WAITING = """
    import signal, sys, time
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in the foreground: a job in the background ignores it
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    from pathlib import Path
    from relgraph.cli.main import main

    step = Path.{step}
    def wait(*args):
        if ".relgraph-" in str(args[0]):
            print("about to", flush=True)
            time.sleep(60)
        return step(*args)
    Path.{step} = wait
    main({args!r}, prog_name="relgraph")
"""
"""Runs a command as its entry point does, and halts it where what it wrote is about to be set in its place."""


@contextmanager
def halted(step: str, *args: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """A command that has written all and set nothing in its place yet."""
    script = dedent(WAITING.format(step=step, args=[*args]))
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "about to\n"
        yield running


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.fixture
def folder(dataset: WriteFolder) -> Path:
    folder = dataset(world_files(FACTS, {"out.graphml": "old"}))
    (folder / "seeds/texts").mkdir()
    (folder / "new.txt").write_text("Kenya and Vietnam.\n", encoding="utf-8")
    return folder


EXPORT = ("replace", "export", "graphml", "-o", "out.graphml")
ADD_SOURCE = ("replace", "add-source", "new.txt")
INIT = ("rename", "init", "deep/mine")


@pytest.mark.parametrize("command", [EXPORT, ADD_SOURCE, INIT], ids=lambda command: command[1])
@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)
def test_who_is_asked_to_stop_leaves_nothing(folder: Path, command: tuple[str, ...], stop: signal.Signals) -> None:
    before = names(folder)
    with halted(*command, cwd=folder) as running:
        assert len(names(folder)) > len(before)  # it is being written
        running.send_signal(stop)
        told, errors = running.communicate(timeout=60)

    assert (running.returncode, told, errors) == (-stop, "", "")
    assert names(folder) == before
    assert (folder / "out.graphml").read_text(encoding="utf-8") == "old"


BEFORE_THE_COMMAND = """
    import os, signal, time
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
"""
"""In place of the first package that the command imports: somebody presses Ctrl-C at that moment."""


def test_ctrl_c_while_the_command_is_still_being_imported_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text(dedent(BEFORE_THE_COMMAND), encoding="utf-8")
    script = dedent(f"""
        import os, signal
        signal.signal(signal.SIGINT, signal.default_int_handler)  # as above
        os.execv({str(COMMAND)!r}, ["relgraph", "--version"])
    """)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.slow
@pytest.mark.parametrize("command", [EXPORT, ADD_SOURCE, INIT], ids=lambda command: command[1])
def test_what_a_killed_one_left_is_swept_by_the_next(
    folder: Path, command: tuple[str, ...], relgraph_process: Process
) -> None:
    before = names(folder)
    with halted(*command, cwd=folder) as running:
        running.kill()
    assert len(names(folder)) > len(before)
    assert (folder / "out.graphml").read_text(encoding="utf-8") == "old"

    time.sleep(0.3)  # what was made just now might still be somebody's
    done = relgraph_process(*command[1:], cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert not [name for name in names(folder) if ".relgraph-" in name]


@pytest.mark.slow
def test_what_is_still_being_written_is_not_swept(folder: Path, relgraph_process: Process) -> None:
    with halted(*EXPORT, cwd=folder) as running:
        time.sleep(0.3)
        (beside,) = folder.glob(".relgraph-*")
        done = relgraph_process("export", "graphml", "-o", "other.graphml", cwd=folder)
        assert done.returncode == 0
        assert beside.exists()
        running.kill()


def test_only_our_own_leavings_are_swept(folder: Path, relgraph_process: Process) -> None:
    (folder / ".relgraph-mine.tmp").touch()
    (folder / f".relgraph-{'0' * 16}.tmp").symlink_to(folder / "new.txt")
    before = names(folder)
    time.sleep(0.3)
    relgraph_process("export", "graphml", "-o", "out.graphml", cwd=folder)

    assert names(folder) == before


def test_who_hangs_up_on_a_command_that_does_not_hear_it_stops_nothing(folder: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'trap "" HUP; "{COMMAND}" facts & sleep 0.2; kill -HUP $!; wait $!'],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    assert "Kenya" in done.stdout


@pytest.mark.slow
def test_killed_at_any_moment_a_file_is_the_old_one_or_the_new(folder: Path) -> None:
    assert killed(folder, 5) == (5, 5, ())


def test_the_tables_of_an_export_are_of_one_run(folder: Path) -> None:
    """The third of them cannot be put in its place: the first two are those that were there before."""
    for name in ("out.csv", "out-nodes.csv", "out-facts.csv"):
        (folder / name).write_text("old", encoding="utf-8")
    script = dedent("""
        from pathlib import Path
        from relgraph.cli.main import main

        replace, done = Path.replace, []
        def race(path, target):
            done.append(target)
            if len(done) == 3:
                raise PermissionError(13, "Permission denied")
            return replace(path, target)
        Path.replace = race
        main(["export", "csv", "-o", "out.csv", "--with-errors"], prog_name="relgraph")
    """)
    before = names(folder)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "permission denied" in done.stderr
    assert names(folder) == before
    assert {path.read_text(encoding="utf-8") for path in folder.glob("out*.csv")} == {"old"}


@pytest.mark.parametrize("taken", ["seeds", "graph"])
def test_init_leaves_nothing_where_it_cannot_be_whole(tmp_path: Path, taken: str, relgraph_process: Process) -> None:
    """What is made while it runs is not written over, and takes the rest of it back."""
    script = dedent(f"""
        import os
        from pathlib import Path
        from relgraph.cli.main import main

        rename = Path.rename
        def race(old, new):
            if Path(new).name == {taken!r}:
                raise PermissionError(13, "Permission denied")
            return rename(old, new)
        Path.rename = race
        main(["init"], prog_name="relgraph")
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "relgraph: cannot write .: the folder . cannot be written to\n"
    assert names(tmp_path) == set()
    assert relgraph_process("init", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("command", [("facts",), ("facts", "--output", "json"), ("check",), ("--help",), ("schema",)])
def test_a_reader_who_goes_away_hears_nothing(folder: Path, command: tuple[str, ...]) -> None:
    with subprocess.Popen([COMMAND, *command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""

    assert running.returncode == -signal.SIGPIPE


@pytest.mark.parametrize("command", ["facts", "check", "--help", "--version", "path --help", "help path", "schema"])
def test_a_closed_standard_output_is_one_line(folder: Path, command: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{COMMAND}" {command} >&-'], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )

    assert (done.returncode, done.stderr) == (1, "relgraph: cannot write to standard output: it is closed\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", [("facts",), ("check",), ("--help",), ("export", "graphml", "-o", "-")])
def test_a_full_disk_is_one_line(folder: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [COMMAND, *command], cwd=folder, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )

    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert done.stderr.endswith("standard output: no space left on device\n")


@pytest.mark.parametrize(
    "target", ["graph/talks.yaml", "graph/actors/all.yaml", "seeds/talks.yaml", "seeds/texts/a.txt"]
)
@pytest.mark.parametrize("command", [("export", "graphml"), ("view", "--no-open")])
def test_a_file_of_the_dataset_is_not_written_over(
    folder: Path, target: str, command: tuple[str, ...], relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "seeds/texts/a.txt").write_text("mine\n", encoding="utf-8")
    (folder / "link").symlink_to(target)
    before = (folder / target).read_bytes()

    for name in (target, "link"):
        done = relgraph(*command, "-o", name)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == f"relgraph: {name} is a file of the dataset; --force writes over it all the same\n"
    assert (folder / target).read_bytes() == before


def test_force_writes_over_it(folder: Path, relgraph_process: Process) -> None:
    done = relgraph_process("export", "graphml", "-o", "graph/talks.yaml", "--force", cwd=folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "graph/talks.yaml").read_text(encoding="utf-8").startswith("<?xml")


def test_what_lies_beside_the_facts_is_made_anew(
    folder: Path, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "graph")
    for _ in range(2):
        done = relgraph("export", "graphml", "--graph", ".", "--seeds", "../seeds", "-o", "x.xml")
        assert done.exit_code == 0
