"""Loading and checking 50,000 facts, beside yaml.load with CSafeLoader on the same file, the collector off for both."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
import yaml

from relgraph.checks.check import check
from relgraph.facts.load import load
from tests.benchmarks.measure import ratio, report, seconds
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOADING, CHECKING = 0.4, 0.8
TOTALS, WITH_TOTALS = 160, 1.3
PEER = "CSafeLoader, collector off"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("world"), actors=1_100, facts=50_000)


@pytest.fixture(autouse=True)
def _without_collector() -> Iterator[None]:
    """Ours pauses it; that theirs does not would flatter us."""
    gc.disable()
    yield
    gc.enable()


def _yaml(file: Path) -> None:
    with file.open("rb") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)


def test_loading(world: Path) -> None:
    found = ratio(lambda: load(world.parent), lambda: _yaml(world), rounds=3)
    report(Row("load 50,000 facts", PEER, found, LOADING))


def test_loading_and_checking(world: Path) -> None:
    dataset = load(world.parent)
    assert len(dataset.facts) == 50_000
    assert check(dataset).errors == 0
    found = ratio(lambda: check(load(world.parent)), lambda: _yaml(world), rounds=3)
    report(Row("load and check 50,000 facts", PEER, found, CHECKING))


def test_checking_with_totals(tmp_path_factory: pytest.TempPathFactory) -> None:
    """160 stated totals over 10,000 facts, beside the same facts without them."""
    plain = load(write_world(tmp_path_factory.mktemp("plain"), actors=400, facts=10_000).parent)
    file = write_world(tmp_path_factory.mktemp("totals"), actors=400, facts=10_000)
    total = "  - {of: c%d, counts: partnership, tier: csp, says: 1000, what: partners}\n"
    with file.open("a", encoding="utf-8") as facts:
        facts.write("counts:\n" + "".join(total % number for number in range(TOTALS)))
    stated = load(file.parent)
    assert len(stated.facts) == 10_000 + TOTALS
    for dataset in (plain, stated):
        assert dataset.by_id  # what follows is worked out before anything is timed
    found = ratio(lambda: check(stated), lambda: check(plain), rounds=3)
    taken = seconds(lambda: check(stated))
    report(Row(f"check {TOTALS} totals and 10,000 facts", "the facts alone", found, WITH_TOTALS, taken))
