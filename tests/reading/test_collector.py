"""The cycle collector is paused while an answer is worked out, and given back as it was."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

import relgraph
from relgraph.errors import MisuseError
from tests.world import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset

pytestmark = pytest.mark.usefixtures("collector_given_back")

WORLD = drawn([("a", "b", "low"), ("b", "c", "low")])
ANSWERS: dict[str, Callable[[Dataset], object]] = {
    "path": lambda dataset: relgraph.path(dataset, "a", "c"),
    "rank": lambda dataset: relgraph.rank(dataset, "degree"),
    "between": lambda dataset: relgraph.between(dataset, "a", "b"),
    "dossier": lambda dataset: relgraph.dossier(dataset, "a"),
    "gaps": relgraph.gaps,
    "list_facts": relgraph.list_facts,
    "timeline": lambda dataset: relgraph.timeline(dataset, "a"),
    "totals": relgraph.totals,
    "build_graph": relgraph.build_graph,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_collector_is_paused_for_an_answer_and_given_back(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.enable()
    paused: list[bool] = []
    monkeypatch.setattr(gc, "disable", lambda: paused.append(True))
    ANSWERS[name](WORLD)

    assert paused
    assert gc.isenabled()


def test_it_is_given_back_after_misuse_too_and_stays_off_where_it_was() -> None:
    gc.enable()
    with pytest.raises(MisuseError):
        relgraph.path(WORLD, "a", "nobody")
    assert gc.isenabled()

    gc.disable()
    relgraph.path(WORLD, "a", "c")
    assert not gc.isenabled()
