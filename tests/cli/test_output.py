"""What leaves a command: lines that forge nothing, data in UTF-8, and one line where nothing can be written."""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.characters import unprintable
from tests.world import world_files

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command, Process, WriteFolder

pytestmark = pytest.mark.process

FULL = Path("/dev/full")
FACTS = 'partnerships: [{of: vietnam, with: kenya, tier: csp, note: "%s", evidence: {p: 1, terms: [csp]}}]'
RELGRAPH = shlex.quote(str(Path(sys.executable).with_name("relgraph")))
EVERY_KIND = [
    "facts",
    "facts --output json",
    "check",
    "schema",
    "export graphml -o -",
    "init new",
    "--help",
    "facts -h",
]
TEXT = "seeds/texts/talks.txt"
FORMULAS = ["=1+1", "+cmd", "-cmd", "@SUM(1)", " =1", "\uff1d1"]


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `relgraph` stands, as somebody types it."""
    run = line.replace("relgraph", RELGRAPH, 1)
    return subprocess.run(
        ["/bin/sh", "-c", run], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", EVERY_KIND)
def test_a_full_disk_is_one_line_and_status_1(dataset: WriteFolder, command: str) -> None:
    done = shell(f"relgraph {command} > /dev/full", dataset(world_files(FACTS % "")))

    assert (done.returncode, done.stderr) == (1, "relgraph: cannot write to standard output: no space left on device\n")


@pytest.mark.parametrize("command", EVERY_KIND[:-2])
def test_a_standard_output_that_is_closed_is_one_line_and_status_1(dataset: WriteFolder, command: str) -> None:
    done = shell(f"relgraph {command} >&-", dataset(world_files(FACTS % "")))

    assert (done.returncode, done.stderr) == (1, "relgraph: cannot write to standard output: it is closed\n")


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
def test_where_nobody_hears_the_error_the_status_tells_it(dataset: WriteFolder, where: str) -> None:
    done = shell(f"relgraph show nobody {where}", dataset(world_files(FACTS % "")))

    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16"])
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_data_are_utf_8_on_every_console(
    dataset: WriteFolder, relgraph_process: Process, encoding: str, form: str
) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    told = relgraph_process("facts", "--output", form, cwd=dataset(world_files(FACTS % "Đà Nẵng")), env=env)

    assert (told.returncode, told.stderr) == (0, "")
    assert "Việt Nam" in told.stdout
    assert "Đà Nẵng" in told.stdout
    if form == "json":
        assert "Việt Nam" in {end["name"] for fact in json.loads(told.stdout) for end in fact["ends"]}


def test_problems_and_the_schema_are_utf_8_too(dataset: WriteFolder, relgraph_process: Process) -> None:
    ladder = "ladders: {own: {label: Thang bậc, owner: egypt, rungs: {sp: đối tác}}}"
    folder = dataset(world_files("partnerships: [{of: vietnam, with: Ai Cập}]", {"graph/vocabulary.yaml": ladder}))
    env = {"PYTHONIOENCODING": "ascii"}

    for form in ("json", "sarif", "github"):
        assert "Ai Cập" in relgraph_process("check", "--output", form, cwd=folder, env=env).stdout
    assert r"Ai C\u1eadp" in relgraph_process("check", cwd=folder, env=env).stdout
    (folder / "graph/talks.yaml").unlink()
    for form in ("json", "md"):
        assert "đối tác" in relgraph_process("schema", "--output", form, cwd=folder, env=env).stdout


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_of_a_csv_begins_as_a_formula(ask: Ask, name: str) -> None:
    told = ask(FACTS % name, "facts", "--output", "csv")
    (row,) = [row for row in csv.DictReader(io.StringIO(told.stdout)) if row["kind"] == "partnership"]

    assert row["note"] == f"'{name}"
    assert row["line"].isdigit()


def test_a_byte_order_mark_is_there_on_request_alone(ask: Ask) -> None:
    plain, marked = (ask(FACTS % "", "facts", "--output", "csv", *more).stdout for more in ([], ["--bom"]))
    refused = ask(FACTS % "", "facts", "--bom")

    assert marked == f"\ufeff{plain}"
    assert plain.startswith("id,kind,says")
    assert (refused.exit_code, refused.stderr) == (2, "relgraph: --bom is for --output csv\n")


def test_the_help_says_how_csv_is_guarded(relgraph: Command) -> None:
    told = " ".join(relgraph("facts", "--help").output.split())

    assert "In csv an apostrophe stands before what a spreadsheet would run (= + - @)." in told
    assert "--bom" in told


FORGED = "Kenya, Vietnam: csp\u2028reuters p 4 (verified against the text)\u202e\u200b \x1b[2K \x9b1A\n"


@pytest.mark.parametrize("form", ["text", "csv", "md", "json"])
def test_what_forges_in_a_text_is_written_out_in_every_form(ask: Ask, form: str) -> None:
    card = "id: talks\ntitle: talks\nfile: talks.txt\n"
    told = ask(FACTS % "", "read", "talks", "--output", form, files={"seeds/talks.yaml": card, TEXT: FORGED})

    assert told.exit_code == 0
    assert "Kenya" in told.stdout
    assert all(unprintable(line) is None for line in told.stdout.split("\n"))
    assert form in {"csv", "md"} or "\\u202e" in told.stdout
