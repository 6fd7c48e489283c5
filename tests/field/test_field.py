"""Five worlds of the field, asked by the command line: each answer was read line by line before it was set down.

A world is one file: a text, the actors, the facts, and the questions. Its answers stand beside it, as they are printed;
`make golden` writes them anew, to be read in the difference.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder
    from tests.golden import Golden

HERE = Path(__file__).parent
WORLDS = sorted(path.stem for path in HERE.glob("*.yaml"))


def written(dataset: WriteFolder, relgraph: Command, given: dict[str, object]) -> Path:
    """The world as a folder of files, with the card of its text."""
    folder = dataset(
        {
            "graph/actors/actors.yaml": str(given["actors"]),
            "graph/news.yaml": str(given["facts"]),
            "seeds/texts/news.txt": str(given["text"]),
        }
    )
    options = ("--id", "news", "--title", "News", "--published", "2023-04-01", "--seeds", folder / "seeds")
    assert relgraph("add-source", folder / "seeds/texts/news.txt", *options).exit_code == 0
    return folder


@pytest.mark.parametrize("world", WORLDS)
def test_a_world_is_told_as_it_was_read(dataset: WriteFolder, relgraph: Command, golden: Golden, world: str) -> None:
    given = yaml.safe_load((HERE / f"{world}.yaml").read_text(encoding="utf-8"))
    where = ("--graph", written(dataset, relgraph, given) / "graph")

    assert relgraph("check", *where).exit_code == 0, relgraph("check", *where).output
    told = [f"$ relgraph {asked}\n{relgraph(*shlex.split(asked), *where).output}" for asked in given["questions"]]
    golden(HERE / f"{world}.txt", "\n".join(told))
