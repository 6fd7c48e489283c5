"""`relgraph rank MEASURE`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.measures.catalogue import MEASURES

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command

FACTS = "partnerships: [{of: vietnam, with: [kenya, egypt], tier: csp}, {of: kenya, with: brazil, tier: relations}]"


def test_a_ranking_says_what_it_is_taken_on(ask: Ask) -> None:
    lines = ask(FACTS, "rank", "degree").stdout.splitlines()

    assert lines[0].startswith("degree: number of actors that a node is tied to")
    assert "on 4 actors and 3 tied pairs (diplomatic-relations, partnership)" in lines
    assert lines[-4].split() == ["1", "Kenya", "2", "kenya"]


def test_json_has_the_promised_keys(ask: Ask) -> None:
    found = json.loads(ask(FACTS, "rank", "degree", "--output", "json").stdout)

    assert found.keys() >= {"measure", "definition", "normalisation", "direction", "reference", "graph", "ranking"}
    assert found["measure"] == "degree"
    assert found["graph"].keys() >= {"nodes", "edges", "kinds"}
    assert (found["graph"]["nodes"], found["graph"]["edges"]) == (4, 3)
    assert found["ranking"][0] == {"rank": 1, "id": "kenya", "name": "Kenya", "score": 2.0}


@pytest.mark.parametrize("measure", [measure.name for measure in MEASURES])
@pytest.mark.parametrize("facts", [FACTS, ""])
def test_every_measure_gives_json_even_of_nothing(ask: Ask, measure: str, facts: str) -> None:
    result = ask(facts, "rank", measure, "--output", "json")

    assert result.exit_code == 0
    assert isinstance(json.loads(result.stdout)["ranking"], list)
    assert "NaN" not in result.stdout


def test_csv_and_md_have_a_row_for_each_actor(ask: Ask) -> None:
    rows = list(csv.DictReader(ask(FACTS, "rank", "strength", "--output", "csv").stdout.splitlines()))
    table = ask(FACTS, "rank", "strength", "--output", "md").stdout.splitlines()

    assert rows[0] == {"rank": "1", "name": "Việt Nam", "score": "10.0", "id": "vietnam"}
    assert len(rows) == 4
    assert table[0] == "| rank | name | score | id |"
    assert table[2] == "| 1 | Việt Nam | 10.0 | vietnam |"


def test_the_top_few_come_with_those_equal_to_the_last(ask: Ask) -> None:
    found = json.loads(ask(FACTS, "rank", "degree", "--top", "1", "--output", "json").stdout)

    assert [row["id"] for row in found["ranking"]] == ["kenya", "vietnam"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["fame"], "'fame' is not one of 'degree', 'strength'"),
        (["degree", "--top", "0"], "relgraph: Invalid value for '--top': 0 is not in the range x>=1."),
        (["degree", "--kind", "visity"], "relgraph: visity is not a kind of relation; did you mean visit?"),
    ],
)
def test_misuse_is_one_line_and_status_2(ask: Ask, args: list[str], message: str) -> None:
    result = ask(FACTS, "rank", *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_curated_facts_are_ranked_from_the_most_to_the_least(relgraph: Command) -> None:
    found = json.loads(relgraph("rank", "betweenness", "--output", "json").stdout)
    scores = [row["score"] for row in found["ranking"]]

    assert len({row["id"] for row in found["ranking"]}) == found["graph"]["nodes"] > 20
    assert scores == sorted(scores, reverse=True)
    assert 1 >= scores[0] > scores[-1] >= 0
