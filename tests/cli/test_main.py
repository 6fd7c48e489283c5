"""The command as a whole: its subcommands, and how it ends in failure."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from relgraph import __version__
from relgraph.cli.main import COMMANDS, main
from tests.world import world_files

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command, Process, WriteFolder

HEAVY = {"networkx", "numpy", "scipy", "pycountry", "pyvis", "jinja2", "igraph"}


def test_help_lists_every_command(relgraph: Command) -> None:
    told = relgraph("--help").output

    assert all(f"\n  {command} " in told for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(relgraph: Command, command: str) -> None:
    result = relgraph(command, "--help")

    assert result.exit_code == 0
    assert result.output.startswith("Usage: main ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command: str) -> None:
    made = main.get_command(click.Context(main), command)

    assert made is not None
    assert [one.name for one in made.params if isinstance(one, click.Option) and not one.help] == []


def test_what_may_be_left_out_stands_in_brackets(relgraph: Command) -> None:
    assert "diff [OPTIONS] OLD [NEW]\n" in relgraph("diff", "--help").output


def test_the_version_is_told(relgraph: Command) -> None:
    assert relgraph("--version").output == f"relgraph, version {__version__}\n"


@pytest.mark.usefixtures("collector_given_back")
def test_the_package_runs_as_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["relgraph", "--version"])
    monkeypatch.delitem(sys.modules, "relgraph.__main__", raising=False)  # other tests import it
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("relgraph", run_name="__main__")

    assert ended.value.code in {0, None}
    assert capsys.readouterr().out == f"relgraph, version {__version__}\n"


def test_without_a_command_there_is_help_and_status_2(relgraph: Command) -> None:
    result = relgraph()

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", relgraph("--help").output)


def test_a_shell_completes_commands(relgraph_process: Process) -> None:
    asked = {"_RELGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": "relgraph ", "COMP_CWORD": "1"}
    result = relgraph_process(env=asked)

    assert (result.stdout.split(), result.stderr) == ([f"plain,{command}" for command in COMMANDS], "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["paht"], "relgraph: no command 'paht'; did you mean path? (see main --help)\n"),
        (["path", "kenya"], "relgraph: Missing argument 'B'. (see main path --help)\n"),
        (["rank", "degree", "--graph", "nowhere"], "relgraph: nowhere: no such folder of facts\n"),
        (["show", "kenya", "--texts", "nowhere"], "relgraph: nowhere: no such folder (--texts)\n"),
        (["show", "kenya", "--seeds", "nowhere"], "relgraph: nowhere: no such folder of source cards\n"),
    ],
)
def test_misuse_is_one_line_and_status_2(relgraph: Command, args: list[str], message: str) -> None:
    result = relgraph(*args)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_an_unknown_option_is_named(relgraph: Command) -> None:
    result = relgraph("--foo")

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("relgraph: No such option")  # what follows is worded by click, in each version anew
    assert "--foo" in result.stderr


def test_a_name_that_would_break_the_line_is_written_out(ask: Ask) -> None:
    result = ask("", "show", "a\nb\x1b[31m")

    assert (result.exit_code, result.stderr) == (2, 'relgraph: no actor is called "a\\u000ab\\u001b[31m"\n')


def test_files_that_cannot_be_read_in_full_are_status_1(ask: Ask) -> None:
    result = ask("partnerships: [{of: kenya, wiht: egypt}]\nvisits: {}\n", "show", "kenya")
    lines = result.stderr.splitlines()

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "wiht is not a field of partnerships; did you mean with?" in lines[0]
    assert lines[-1].startswith("relgraph: the facts cannot be read in full")


def test_a_terminal_without_a_letter_is_shown_its_number(dataset: WriteFolder, relgraph_process: Process) -> None:
    folder = dataset(world_files("partnerships: [{of: vietnam, with: kenya, tier: csp}]"))
    result = relgraph_process("path", "kenya", "vietnam", cwd=folder, env={"PYTHONIOENCODING": "latin-1"})

    assert (result.returncode, result.stderr) == (0, "")
    assert "Vi\\u1ec7t Nam" in result.stdout


def modules_after(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after some code, down to their first dot."""
    told = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, encoding="utf-8", check=True)
    return {name.partition(".")[0] for name in json.loads(run.stderr.splitlines()[-1])}


def test_importing_the_package_loads_no_library() -> None:
    assert not modules_after("import relgraph") & (HEAVY | {"click", "yaml"})


def test_a_path_is_answered_without_any_heavy_library(dataset: WriteFolder) -> None:
    folder = dataset(world_files("partnerships: [{of: vietnam, with: [kenya, egypt], tier: csp}]"))
    code = f"""
from click.testing import CliRunner
from relgraph.cli.main import main
result = CliRunner().invoke(main, ["path", "kenya", "egypt", "--graph", {str(folder / "graph")!r}])
assert "2 steps, over Việt Nam" in result.output, result.output
assert "relgraph.sources.scripts" not in sys.modules, "no text is in a script of its own"
assert not any(name.startswith(("relgraph.tables", "relgraph.facts.imported")) for name in sys.modules), "no table"
"""

    assert not modules_after(code) & HEAVY
