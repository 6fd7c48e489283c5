"""Whatever a folder holds, a command answers with clear lines and the right status: no traceback, no half file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

FACTS = b"source: talks\npartnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]\n"
BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nsource: *c\n"

HOSTILE = {
    "a YAML bomb": (BOMB, "graph/talks.yaml:1: the anchor &a is refused; write the value out"),
    "a line of 100 MB": (b"source: " + b"x" * 100_000_000, "bytes is too large"),
    "a line of 2 MB": (b"source: " + b"x" * 2_000_000, "graph/talks.yaml:1: the line is longer"),
    "50,000 brackets": (b"source: talks\nx: " + b"[" * 50_000, "graph/talks.yaml:2: nested deeper than"),
    "bytes that are not UTF-8": (b"source: talks\nx: caf\xe9\n", "graph/talks.yaml:2: byte 0xe9 is not UTF-8"),
    "a key twice": (FACTS + b"source: talks\n", "graph/talks.yaml:3: source is given twice, on lines 1 and 3"),
    "a control character": (b"source: talks\nx: \x1b[31m\n", "graph/talks.yaml:2: "),
    "a NUL": (b"source: \x00\n", "graph/talks.yaml:1: "),
    "an escaped lone surrogate": (b'source: talks\nx: "\\ud800"\n', "graph/talks.yaml:2: "),
    "a tag that would run code": (b"source: !!python/object/apply:os.system [ls]\n", "graph/talks.yaml:1: the tag"),
    "a merge key": (b"source: talks\nx: {<<: {}}\n", "graph/talks.yaml:2: "),
    "a tab": (b"source:\n\tx: y\n", "graph/talks.yaml:2: a tab stands here"),
    "not YAML": (b"source: [\n", "graph/talks.yaml:2: "),
    "a list": (b"- source\n", "graph/talks.yaml:1: "),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_with_its_place(name: str, dataset: WriteFolder, relgraph: Command) -> None:
    data, message = HOSTILE[name]
    folder = dataset(world_files())
    (folder / "graph/talks.yaml").write_bytes(data)

    checked = relgraph("check", "--graph", folder / "graph")
    assert checked.exit_code == 1
    assert sum(message in line for line in checked.output.splitlines()) == 1
    assert max(map(len, checked.output.splitlines())) < 400
    asked = relgraph("path", "Kenya", "Vietnam", "--graph", folder / "graph")
    assert asked.exit_code == 1
    assert "cannot be read in full" in asked.stderr


def test_no_is_norway(dataset: WriteFolder, relgraph: Command) -> None:
    norway = "countries: {norway: {name: Norway, iso: NO}}"
    folder = dataset(world_files("partnerships: [{of: vietnam, with: norway}]", {"graph/actors/n.yaml": norway}))

    result = relgraph("path", "NO", "VN", "--graph", folder / "graph")
    assert result.exit_code == 0
    assert result.output.startswith("Norway to Việt Nam")


def test_a_card_whose_hash_is_wrong_verifies_nothing_against_that_text(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(world_files(FACTS.decode().partition("\n")[2]))
    card = folder / "seeds/talks.yaml"
    card.write_text(card.read_text(encoding="utf-8") + f"sha256: {'0' * 64}\n", encoding="utf-8")
    (folder / "seeds/texts").mkdir()
    (folder / "seeds/texts/talks.txt").write_text("Kenya Vietnam csp\n", encoding="utf-8")

    result = relgraph("check", "--graph", folder / "graph")
    assert result.exit_code == 1
    assert "talks.txt is not the text that the card was made from" in result.output
    assert "1 against the index" in result.output


@pytest.mark.parametrize("option", ["--graph", "--seeds", "--texts"])
def test_a_missing_folder_is_misuse(option: str, dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(world_files())
    result = relgraph("facts", "--graph", folder / "graph", option, folder / "nowhere")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "nowhere: no such folder" in result.stderr


def test_an_export_that_cannot_be_written_leaves_nothing(
    dataset: WriteFolder, relgraph: Command, tmp_path: Path
) -> None:
    folder = dataset(world_files(FACTS.decode().partition("\n")[2]))
    (tmp_path / "taken.graphml").mkdir()

    result = relgraph("export", "graphml", "-o", tmp_path / "taken.graphml", "--graph", folder / "graph")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert not list((tmp_path / "taken.graphml").iterdir())
