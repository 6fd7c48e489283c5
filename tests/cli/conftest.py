"""What tests of commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from tests.world import world_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result

    from tests.fixture_types import Command, WriteFolder


class Ask(Protocol):
    """Writes a small world with these facts, and runs a command on it: `ask(FACTS, "path", "kenya", "egypt")`."""

    def __call__(self, facts: str, *args: str | Path, files: Mapping[str, str] | None = None) -> Result: ...


@pytest.fixture
def ask(dataset: WriteFolder, relgraph: Command) -> Ask:
    """Ask a small world; see Ask."""

    def run(facts: str, *args: str | Path, files: Mapping[str, str] | None = None) -> Result:
        return relgraph(*args, "--graph", dataset(world_files(facts, files)) / "graph")

    return run
