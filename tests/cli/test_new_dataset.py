"""What a new dataset starts from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.checks.check import check
from relgraph.cli.new_dataset import STARTER, new_dataset
from relgraph.facts.load import load

if TYPE_CHECKING:
    from tests.fixture_types import WriteFolder


def test_the_example_passes_every_rule(dataset: WriteFolder) -> None:
    loaded = load(dataset(new_dataset()) / "graph")
    report = check(loaded)

    assert report.errors == 0
    assert [problem.message for problem in report.problems] == [
        "states 4; 1 named, 0 derived, 0 corroborated, 3 unnamed"
    ]
    assert report.citations.text == 6
    assert {fact.kind for fact in loaded.facts} == {"count", "hold", "mission", "partnership", "visit"}


def test_the_example_stands_without_its_text(dataset: WriteFolder) -> None:
    folder = dataset(new_dataset())
    (folder / "seeds" / "texts" / "example.txt").unlink()

    assert check(load(folder / "graph")).citations.index == 6


def test_without_the_example_nothing_is_wrong_but_that_nothing_is_there(dataset: WriteFolder) -> None:
    files = new_dataset(example=False)
    report = check(load(dataset(files) / "graph"))

    assert set(files) == {"README.md", ".gitignore", "graph/README.md", "seeds/README.md"}
    assert [problem.message for problem in report.problems] == ["nothing was checked: no fact cites anything"]


def test_the_texts_are_kept_out_of_git() -> None:
    assert "/seeds/texts/" in new_dataset()[".gitignore"].splitlines()


def test_every_file_that_ships_is_used() -> None:
    shipped = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    used = {re.sub(r"^(seeds/texts/|\.(?=gitignore))", "", path) for path in new_dataset()}

    assert used == shipped | {"seeds/example.yaml"}  # the card is made from the text
