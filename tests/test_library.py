"""relgraph as a library: the examples run, the public names are there, answers show themselves."""

from __future__ import annotations

import doctest
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import relgraph
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder
    from tests.world import World

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, egypt], tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
"""


def modules_with_examples() -> list[str]:
    names = [module.name for module in walk_packages(relgraph.__path__, "relgraph.")]
    return [name for name in ("relgraph", *names) if name != "relgraph.__main__" and ">>> " in source_of(name)]


def source_of(module: str) -> str:
    spec = find_spec(module)
    assert spec is not None
    return Path(str(spec.origin)).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", modules_with_examples())
def test_the_examples_of_the_package_run(
    name: str, dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dataset({}))
    assert relgraph("init").exit_code == 0
    found = doctest.testmod(import_module(name))

    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("name", relgraph.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(relgraph, name).__doc__


def test_a_notebook_is_offered_every_public_name() -> None:
    assert set(relgraph.__all__) <= set(dir(relgraph))


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'paths'"):
        relgraph.paths  # noqa: B018 - asking is the test


def test_a_path_prints_as_the_command_tells_it_and_shows_as_a_table(world: World) -> None:
    answer = relgraph.path(world(FACTS), "Kenya", "Egypt")

    told = "Kenya to Egypt: 2 steps, over Việt Nam; the weakest is Comprehensive Strategic Partnership"
    assert str(answer).startswith(f"{told}\n")
    assert answer._repr_html_().startswith(f"<table><caption>{told}</caption>")
    assert answer._repr_html_().count("<tr>") == 3
    assert "dataset" not in repr(answer)


def test_no_path_shows_its_reason(world: World) -> None:
    answer = relgraph.path(world(FACTS), "Kenya", "Brazil")

    assert "no path between Kenya and Brazil" in str(answer)
    assert "Brazil has no tie in this view" in answer._repr_html_()
    with pytest.raises(MisuseError, match="no path between Kenya and Brazil: Brazil has no tie in this view"):
        _ = answer.best


def test_a_ranking_prints_and_shows_as_a_table(world: World) -> None:
    ranking = relgraph.rank(world(FACTS), "degree", isolates=False)

    assert str(ranking).splitlines()[0].startswith("degree: ")
    assert "1     Việt Nam  2      vietnam" in str(ranking).splitlines()
    assert "<td>Việt Nam</td><td>2</td>" in ranking._repr_html_()


def test_a_name_that_is_markup_is_text_in_a_notebook(world: World) -> None:
    markup = "countries: {bad: {name: '<img src=x onerror=alert(1)>'}}"
    dataset = world("partnerships: [{of: vietnam, with: bad, tier: csp}]", {"graph/actors/bad.yaml": markup})

    shown = relgraph.path(dataset, "vietnam", "bad")._repr_html_()
    assert "<img" not in shown
    assert "&lt;img" in shown
