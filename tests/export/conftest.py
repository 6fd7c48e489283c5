"""The small dataset, read once: nothing can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from tests.export.small_dataset import FILES

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The facts of `small.py`."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    facts = load(folder / "graph")
    assert not facts.problems
    return facts
