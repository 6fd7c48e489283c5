"""The picture and the table of who imports whom, of a small package of three folders and a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.documents import architecture
from tools.documents.layers import Room, layers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOMS = (
    Room("errors", "errors", "What can go wrong.", is_folder=False),
    Room("low", "low", "What is below: words.", is_folder=True),
    Room("mid", "mid", "What is between.", is_folder=True),
    Room("mid/corner", "mid", "A corner of it.", is_folder=True),
    Room("high", "high", "What is above.", is_folder=True),
)
IMPORTS = {"errors": [], "low": ["errors"], "mid": ["errors", "low"], "high": ["low", "mid"]}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Callable[[], Iterable[object]]] = {"rooms": lambda: iter(ROOMS), "imports": lambda: IMPORTS}
    for name, value in given.items():
        monkeypatch.setattr(architecture, name, value)
    monkeypatch.setattr(architecture, "INTO", {"low": "a file"})
    monkeypatch.setattr(architecture, "OUT_OF", {"high": "an answer"})


def test_the_picture_runs_from_files_to_answers_and_draws_no_arrow_twice() -> None:
    assert list(architecture.picture()) == [
        "```mermaid",
        "flowchart LR",
        '    low_["<b>low</b><br>What is below"]',
        '    mid_["<b>mid</b><br>What is between"]',
        '    high_["<b>high</b><br>What is above"]',
        '    into_low[("a file")] --> low_',
        "    low_ --> mid_",
        "    mid_ --> high_",
        '    high_ --> out_of_high(["an answer"])',
        "```",
    ]


def test_the_table_has_every_room_with_what_its_layer_imports() -> None:
    assert list(architecture.table())[2:] == [
        "| `errors.py` | What can go wrong. | nothing |",
        "| `low/` | What is below: words. | errors |",
        "| `mid/` | What is between. | errors, low |",
        "| `mid/corner/` | A corner of it. |  |",
        "| `high/` | What is above. | low, mid |",
    ]


def test_files_go_into_layers_and_answers_come_out_of_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert architecture.INTO.keys() | architecture.OUT_OF.keys() <= set(layers())
