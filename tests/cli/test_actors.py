"""`relgraph actors NAME`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder

EMPTY = {"graph/README.md": "", "seeds/README.md": ""}


def test_a_country_that_ships_is_found_in_any_dataset(dataset: WriteFolder, relgraph: Command) -> None:
    result = relgraph("actors", "kenia", "--graph", dataset(EMPTY) / "graph", "--output", "json")
    (found,) = json.loads(result.stdout)["found"]

    assert result.exit_code == 0
    assert (found["id"], found["name"], found["kind"], found["declared"]) == ("kenya", "Kenya", "country", False)
    assert found["codes"] == {"iso2": "KE", "iso3": "KEN", "m49": "404", "gec": "KE", "wikidata": "Q114"}


def test_nobody_of_that_name_is_status_1(dataset: WriteFolder, relgraph: Command) -> None:
    result = relgraph("actors", "Keyna", "--graph", dataset(EMPTY) / "graph")

    assert (result.exit_code, result.stdout) == (1, 'nobody is called "Keyna"; did you mean kenya (Kenya)?\n')


def test_several_are_no_failure(dataset: WriteFolder, relgraph: Command) -> None:
    result = relgraph("actors", "Congo", "--graph", dataset(EMPTY) / "graph", "--output", "csv")

    assert result.exit_code == 0
    assert [line.partition(",")[0] for line in result.stdout.splitlines()] == [
        "id",
        "democratic-republic-of-the-congo",
        "republic-of-the-congo",
    ]


def test_a_mistake_in_the_facts_hinders_nobody_from_being_found(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(EMPTY | {"graph/talks.yaml": "source: talks\nvisits:\n  - {visitor: a: b}\n"})
    result = relgraph("actors", "kenia", "--graph", folder / "graph")

    assert (result.exit_code, result.stdout.partition(" (")[0]) == (0, "Kenya")
    assert result.stderr == (
        "relgraph: the facts cannot be read in full, so somebody may be missing here; relgraph check tells where\n"
    )
    assert "cannot be read in full: see" in relgraph("actors", "--unjoined", "--graph", folder / "graph").stderr
