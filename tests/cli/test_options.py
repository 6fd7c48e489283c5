"""Options that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from relgraph.cli.options import date, words
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ask
    from tests.fixture_types import Command, WriteFolder

FACTS = """
    partnerships:
      - {of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [kenya]}}
      - {of: vietnam, with: egypt, tier: sp, status: proposed}
"""


@pytest.mark.parametrize("text", ["2025", "2025-06", "2025-06-30", "2025?", "../2025", "2024/2025", "XXXX-02"])
def test_dates_are_written_as_in_facts(text: str) -> None:
    assert str(date(text)) == text


@pytest.mark.parametrize("text", ["", "June 2025", "2025-13", "unknown", "ongoing", "today"])
def test_what_is_no_date_is_misuse(text: str) -> None:
    with pytest.raises(click.BadParameter):
        date(text)


@pytest.mark.parametrize(("text", "found"), [("a", ("a",)), ("a,b", ("a", "b")), (" a b , c ,", ("a b", "c"))])
def test_several_words_are_separated_by_commas(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["", " ", ","])
def test_no_word_at_all_is_misuse(text: str) -> None:
    with pytest.raises(click.BadParameter):
        words(text)


@pytest.mark.parametrize(
    "args",
    [
        ["facts", "--kind", ""],
        ["facts", "--status", ","],
        ["facts", "--graph", ""],
        ["facts", "--seeds", ""],
        ["facts", "--texts", ""],
        ["path", "kenya", "vietnam", "--via", ""],
        ["path", "kenya", "vietnam", "--avoid", " "],
        ["diff", ""],
        ["diff", "graph", ""],
        ["export", "graphml", "-o", ""],
        ["view", "--no-open", "--output", ""],
        ["init", ""],
        ["add-source", ""],
        ["add-source", "talks.txt", "--seeds", ""],
    ],
)
def test_a_variable_that_was_not_set_is_misuse_and_writes_nothing(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    folder = dataset(world_files(FACTS, {"talks.txt": "Kenya\n"}))
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    result = relgraph(*args)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "is named" in result.stderr
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--as-of", "June 2025"], "relgraph: Invalid value for '--as-of': \"June 2025\" is not a date; write 2025-06"),
        (["--known", "ongoing"], "relgraph: Invalid value for '--known': a date is needed here, such as 2025"),
        (["--kind", "partnership,vist"], "relgraph: vist is not a kind of relation; did you mean visit?"),
        (["--status", "intende"], "relgraph: intende is not a status; did you mean intended?"),
        (
            ["--output", "xml"],
            "relgraph: Invalid value for '--output': 'xml' is not one of 'text', 'json', 'csv', 'md'.",
        ),
        (["--graph", "nowhere"], "relgraph: nowhere: no such folder of facts"),
        (["--seeds", "nowhere"], "relgraph: nowhere: no such folder of source cards"),
        (["--texts", "nowhere"], "relgraph: nowhere: no such folder (--texts)"),
    ],
)
def test_misuse_is_one_line_and_status_2(relgraph: Command, args: list[str], message: str) -> None:
    result = relgraph("path", "kenya", "vietnam", *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["facts"], ["show", "kenya"], ["path", "kenya", "vietnam"], ["rank", "degree"]])
@pytest.mark.parametrize(
    "args",
    [
        ["--as-of", "1900"],
        ["--known", "1900"],
        ["--kind", "visit"],
        ["--certain", "--as-of", "2025-06-30"],
        ["--stated", "--known", "1900"],
    ],
)
def test_a_view_in_which_nothing_holds_is_answered(ask: Ask, command: list[str], args: list[str]) -> None:
    result = ask(FACTS, *command, *args, "--stated")

    assert result.exit_code == (1 if command[0] == "path" else 0)
    assert result.stderr == ""
    assert result.stdout


@pytest.mark.parametrize("args", [["--as-of", "1900"], ["--known", "1900"], ["--certain", "--as-of", "2025-06-30"]])
@pytest.mark.parametrize("command", ["counts", "gaps"])
def test_totals_and_gaps_of_a_view_in_which_nothing_holds(ask: Ask, command: str, args: list[str]) -> None:
    result = ask(FACTS, command, *args, "--stated")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout
    assert ask(FACTS, command, "--kind", "visit").exit_code == 2  # they choose kinds and statuses themselves


@pytest.mark.parametrize(
    "command",
    [
        ["facts"],
        ["show", "kenya"],
        ["path", "kenya", "vietnam"],
        ["rank", "degree"],
        ["counts"],
        ["gaps"],
        ["timeline"],
    ],
)
def test_an_empty_dataset_is_answered(ask: Ask, command: list[str]) -> None:
    result = ask("", *command)

    assert result.exit_code == (1 if command[0] == "path" else 0)
    assert result.stderr == ""


def test_a_folder_without_any_file_knows_nobody(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset({"graph/README.md": "", "seeds/README.md": ""})
    result = relgraph("path", "kenya", "vietnam", "--graph", folder / "graph")

    assert (result.exit_code, result.stderr) == (
        2,
        "relgraph: Kenya (kenya) takes no part in this dataset\n",
    )


def test_texts_are_looked_for_where_they_are_said_to_be(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(world_files(FACTS, {"elsewhere/talks.txt": "Kenya, Vietnam: csp 2025\n"}))
    args = ("path", "kenya", "vietnam", "--graph", folder / "graph")

    assert "(verified against the index)" in relgraph(*args).stdout
    assert "(verified against the text)" in relgraph(*args, "--texts", folder / "elsewhere").stdout


def test_cards_may_lie_elsewhere(dataset: WriteFolder, relgraph: Command) -> None:
    files = world_files(FACTS)
    files["cards/talks.yaml"] = files.pop("seeds/talks.yaml")
    folder = dataset(files)
    result = relgraph("path", "kenya", "vietnam", "--graph", folder / "graph", "--seeds", folder / "cards")

    assert "(verified against the index)" in result.stdout


def test_a_folder_that_a_variable_names_and_that_is_not_there_is_told_with_the_variable(
    relgraph: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELGRAPH_GRAPH", str(tmp_path / "none"))

    asked = relgraph("facts")
    assert (asked.exit_code, asked.stderr) == (2, f"relgraph: {tmp_path / 'none'}: no such folder (RELGRAPH_GRAPH)\n")


def test_the_folder_above_the_facts_is_told_where_they_are(relgraph: Command, dataset: WriteFolder) -> None:
    folder = dataset(world_files(FACTS))

    asked = relgraph("facts", "--graph", folder)
    assert asked.exit_code == 2
    assert asked.stderr.endswith(f"did you mean --graph {folder / 'graph'}?\n")


def test_one_kind_is_told_for_programs_too(ask: Ask) -> None:
    told = ask(FACTS, "schema", "measures", "--output", "json")

    assert told.exit_code == 0
    assert '"label": "measure"' in told.stdout
