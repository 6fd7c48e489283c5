"""Loading and checking 50,000 facts, beside yaml.load with CSafeLoader on the same file."""

from pathlib import Path

import pytest
import yaml

from relgraph.checks.check import check
from relgraph.facts.dataset import load
from tests.benchmarks.measure import ratio, report
from tests.benchmarks.worlds import write_world

LOADING, CHECKING = 0.2, 0.6


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("world"), actors=1_100, facts=50_000)


def _yaml(file: Path) -> None:
    with file.open("rb") as stream:
        yaml.load(stream, Loader=yaml.CSafeLoader)


def test_loading(world: Path) -> None:
    found = ratio(lambda: load(world.parent), lambda: _yaml(world), rounds=3)
    report("loading 50,000 facts, to CSafeLoader on the same file", found, LOADING)


def test_loading_and_checking(world: Path) -> None:
    dataset = load(world.parent)
    assert len(dataset.facts) == 50_000
    assert check(dataset).errors == 0
    found = ratio(lambda: check(load(world.parent)), lambda: _yaml(world), rounds=3)
    report("loading and checking 50,000 facts, to CSafeLoader on the same file", found, CHECKING)
