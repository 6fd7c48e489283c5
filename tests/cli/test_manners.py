"""The manners of the command line: help, suggestions, standard input, settings of the environment, and messages."""

from __future__ import annotations

import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

from relgraph.cli.main import COMMANDS
from relgraph.export.formats import FORMATS
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, Process, WriteFolder

FACTS = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]"
LAY_OUT = {"export", "view"}
FORMS = [one.name for one in FORMATS]


def examples(told: str) -> list[str]:
    """The command lines below "Examples:" in a help."""
    return re.findall(r"^ +relgraph (.+)$", told.partition("Examples:\n")[2], re.MULTILINE)


def with_history(folder: Path) -> None:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "facts"]):
        subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)  # noqa: S607 - any git


@pytest.mark.parametrize(
    "command", [pytest.param(one, marks=[pytest.mark.slow] if one in LAY_OUT else []) for one in ("--help", *COMMANDS)]
)
def test_every_help_has_two_examples_that_run(command: str, checkout: Path, relgraph: Command) -> None:
    told = relgraph(command) if command == "--help" else relgraph(command, "--help")
    shown = examples(told.output)
    if command == "diff":
        with_history(checkout)

    assert len(shown) >= 2
    for line in shown:
        assert command in {"--help", line.split()[0]}
        result = relgraph(*shlex.split(line))
        assert result.exit_code in {0, 1}, result.output
        assert result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_as_a_command_is_that_of_the_option(command: str, relgraph: Command) -> None:
    result = relgraph("help", command)

    assert (result.exit_code, result.stdout) == (0, relgraph(command, "--help").stdout)


def test_help_alone_lists_the_commands(relgraph: Command) -> None:
    assert relgraph("help").stdout == relgraph("--help").stdout
    refused = relgraph("help", "paht")
    assert (refused.exit_code, refused.stderr) == (2, "relgraph: no command 'paht'; did you mean path?\n")


@pytest.mark.parametrize(
    ("args", "end"),
    [
        (["rank", "degre"], "'communities'; did you mean degree? (see relgraph rank --help)"),
        (
            ["export", "htm"],
            f"'htm' is not one of {', '.join(map(repr, FORMS))}; did you mean html? (see relgraph export --help)",
        ),
        (["facts", "--output", "jsn"], "'md'; did you mean json? (see relgraph facts --help)"),
        (["check", "--output", "sarfi"], "'github'; did you mean sarif? (see relgraph check --help)"),
        (["path", "a", "b", "--by", "shorter"], "; did you mean shortest? (see relgraph path --help)"),
        (["path", "a", "b", "--view", "al"], "; did you mean all? (see relgraph path --help)"),
        (["diff", "a", "--measure", "pagerang"], "; did you mean pagerank? (see relgraph diff --help)"),
        (["export", "xyz"], f"'xyz' is not one of {', '.join(map(repr, FORMS))}. (see relgraph export --help)"),
        (["export"], f"Missing argument 'FORMAT'. Choose from {', '.join(FORMS)}. (see relgraph export --help)"),
        (["rank"], "cut-points, communities. (see relgraph rank --help)"),
        (["facts", "--output"], "Option '--output' requires an argument. (see relgraph facts --help)"),
        (["path", "kenya"], "Missing argument 'B'. (see relgraph path --help)"),
        (["path", "a", "b", "-k", "9" * 20], "is not in the range 1<=x<=10000. (see relgraph path --help)"),
    ],
)
def test_misuse_is_one_line_with_what_was_meant(args: list[str], end: str, relgraph_process: Process) -> None:
    done = relgraph_process(*args)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{end}\n")
    assert done.stderr.count("\n") == 1
    assert "\\u00" not in done.stderr


@pytest.mark.parametrize(
    ("option", "meant"), [("--grpah", "--graph"), ("--as-off", "--as-of"), ("--outpu", "--output")]
)
def test_an_option_is_suggested_too(option: str, meant: str, relgraph_process: Process) -> None:
    done = relgraph_process("facts", option, "x")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert re.search(f"id you mean.*{meant}", done.stderr)


@pytest.mark.parametrize("word", ["a\nb\x1b[31m", "\u202etxet", "\t"])
@pytest.mark.parametrize("args", [["rank"], ["export"], ["facts", "--output"], ["facts", "--as-of"], ["help"], []])
def test_no_control_code_of_a_word_is_printed(args: list[str], word: str, relgraph_process: Process) -> None:
    done = relgraph_process(*args, word)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.removesuffix("\n").isprintable()


def test_folders_can_be_set_in_the_environment(dataset: WriteFolder, tmp_path: Path, relgraph_process: Process) -> None:
    files = world_files(FACTS)
    files["cards/talks.yaml"] = files.pop("seeds/talks.yaml")
    folder = dataset(files)
    (tmp_path / "elsewhere").mkdir()
    settings = {"RELGRAPH_GRAPH": str(folder / "graph"), "RELGRAPH_SEEDS": str(folder / "cards")}

    done = relgraph_process("facts", cwd=tmp_path / "elsewhere", env=settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kenya" in done.stdout
    (tmp_path / "elsewhere/article.txt").write_text("A text.\n", encoding="utf-8")
    relgraph_process("add-source", "article.txt", cwd=tmp_path / "elsewhere", env=settings)
    assert (folder / "cards/article.yaml").exists()
    chosen = relgraph_process("facts", "--graph", "here", cwd=tmp_path / "elsewhere", env=settings)
    assert (chosen.returncode, chosen.stderr) == (2, "relgraph: here: no such folder of facts\n")


@pytest.mark.parametrize("name", ["RELGRAPH_GRAPH", "RELGRAPH_SEEDS", "RELGRAPH_TEXTS"])
def test_a_setting_that_names_no_folder_is_told_by_its_name(
    name: str, dataset: WriteFolder, relgraph_process: Process
) -> None:
    done = relgraph_process("facts", cwd=dataset(world_files(FACTS)), env={name: "nowhere"})

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"relgraph: nowhere: no such folder ({name})\n")


def test_a_text_may_come_from_standard_input(dataset: WriteFolder, relgraph_process: Process) -> None:
    folder = dataset(world_files(FACTS))
    done = relgraph_process("add-source", "-", "--id", "piped", cwd=folder, stdin="Kenya spoke.\n\nVietnam too.\n")

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "seeds/piped.yaml: 2 paragraphs\nnext: put the text into seeds/texts, where check and read look for it\n",
        "",
    )
    card = (folder / "seeds/piped.yaml").read_text(encoding="utf-8")
    assert "file: piped.txt\n" in card
    assert card.endswith("  1: kenya spoke\n  2: too vietnam\n")
    assert [path.name for path in (folder / "seeds").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("args", "stdin", "line"),
    [
        ([], "A text.\n", "relgraph: --id is needed for a text from standard input, which has no name\n"),
        (["--id", "piped"], "", "relgraph: piped.txt: holds no text\n"),
        (["--id", "Not an id"], "A text.\n", "relgraph: 'Not an id' is not an id; use lower-case letters, digits and"),
    ],
)
def test_what_cannot_be_made_of_standard_input(
    args: list[str], stdin: str, line: str, dataset: WriteFolder, relgraph_process: Process
) -> None:
    folder = dataset(world_files(FACTS))
    done = relgraph_process("add-source", "-", *args, cwd=folder, stdin=stdin)

    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert done.stderr.startswith(line)
    assert not (folder / "seeds/piped.yaml").exists()


def test_the_folder_that_is_missing_is_named(dataset: WriteFolder, relgraph_process: Process) -> None:
    folder = dataset(world_files(FACTS))
    (folder / "link").symlink_to(folder / "gone" / "file")

    def refused(*args: str) -> str:
        done = relgraph_process(*args, cwd=folder)
        assert (done.returncode in {1, 2}, done.stdout, done.stderr.count("\n")) == (True, "", 1)
        return done.stderr.removeprefix("relgraph: ").strip()

    gone = "the folder a/b does not exist"
    assert refused("export", "graphml", "-o", "a/b/c.graphml") == f"cannot write a/b/c.graphml: {gone}"
    told = refused("export", "graphml", "-o", "link")
    assert told == f"cannot write link: the folder {folder / 'gone'} does not exist"
    whole = "holds a dataset, and its facts are in"
    assert refused("check", "--graph", str(folder)).partition(whole)[0] == f"{folder} "
    (folder / "seeds").rename(folder / "cards")
    assert refused("check") == "seeds: no such folder of source cards"
    assert refused("facts", "--seeds", "none") == "none: no such folder of source cards"
