from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.graph.multigraph import build_graph
from relgraph.webpage.data.packing import lettered, packed
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT
from tests.webpage.data.unpacking import numbers, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.node import Node

MODULE = ROOT / "src/relgraph/webpage/script/data/unpack.mjs"

words = st.sampled_from(["", "a", "b", "__proto__", "<&>", "\u2028", "một"])
plain = words | st.integers(-5, 5) | st.booleans() | st.floats(-9, 9, allow_nan=False)
lists = st.lists(words, max_size=3) | st.lists(st.lists(words | st.integers(0, 3), max_size=3), max_size=3)
inner = st.lists(st.dictionaries(st.sampled_from("pqr"), plain | lists, max_size=3), max_size=3)
values = plain | lists | inner | st.dictionaries(words, words, max_size=2)
records = st.lists(st.dictionaries(st.sampled_from("klmn"), values, max_size=4), max_size=6)
data = st.fixed_dictionaries(
    {
        "nodes": records,
        "edges": records,
        "facts": records.map(lambda rows: {f"f{n}": row for n, row in enumerate(rows)}),
    }
)


def test_each_column_takes_the_form_that_suits_it() -> None:
    nodes = [
        {"id": "a", "kind": "country", "x": 1.5, "home": [0.5, 1.0]},
        {"id": "b", "kind": "country", "x": 2.5, "home": [1.5, 2.0]},
        {"id": "c", "kind": "country", "x": 3.5, "home": [2.5, 3.0], "iso": "CC"},
    ]
    edges = [
        {"from": "a", "to": "b", "tie": True, "fact": "f", "says": "one"},
        {"from": "a", "to": "c", "tie": False, "fact": "f", "says": "two"},
    ]
    made = packed({"nodes": nodes, "edges": edges, "facts": {"f": {"ends": [{"id": "a"}, {"id": "b"}]}}, "title": "T"})

    assert made["title"] == "T"
    assert made["values"] == ["b", "a", "c"]
    assert made["nodes"] == {
        "rows": 3,
        "columns": {
            "id": {"at": [1, 0, 2]},
            "kind": {"all": "country"},
            "x": [1.5, 2.5, 3.5],
            "home": {"lengths": {"all": 2}, "items": [0.5, 1.0, 1.5, 2.0, 2.5, 3.0]},
            "iso": {"only": [2], "are": {"all": "CC"}},
        },
    }
    assert made["edges"]["columns"] == {
        "from": {"all": "a"},
        "to": {"at": [0, 2]},
        "tie": {"flags": "10"},
        "fact": {"all": "f"},
        "says": ["one", "two"],
    }
    assert made["facts"]["columns"] == {
        "id": {"all": "f"},
        "ends": {"lengths": {"all": 2}, "items": {"rows": 2, "columns": {"id": {"at": [1, 0]}}}},
    }


@pytest.mark.slow
@given(data)
def test_what_is_packed_is_all_there_again(given: dict[str, Any]) -> None:
    before = copy.deepcopy(given)

    assert unpacked(json.loads(json.dumps(packed(given)))) == before
    assert given == before


@pytest.fixture(params=["of the tests", pytest.param("of the repository", marks=pytest.mark.slow)], scope="module")
def made(request: pytest.FixtureRequest, sample: Dataset, curated: Dataset) -> dict[str, Any]:
    facts = sample if request.param == "of the tests" else curated
    return dict(payload(facts, build_graph(facts)))


def test_the_page_unpacks_it_to_the_same(made: dict[str, Any], node: Node) -> None:
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ unpacked }} from "{MODULE.as_uri()}";
        console.log(JSON.stringify(unpacked(JSON.parse(readFileSync(0, "utf8")))));
    """

    assert json.loads(node(script, stdin=json.dumps(packed(made)))) == json.loads(json.dumps(made))


def test_it_is_a_fraction_of_the_size(made: dict[str, Any]) -> None:
    before = {name: made[name] for name in ("nodes", "edges", "facts")}

    assert len(json.dumps(packed(before))) < 0.75 * len(json.dumps(before))


@given(st.lists(st.integers(-2_000, 2_000) | st.integers(-50, 50), max_size=30))
def test_numbers_that_stand_as_letters_are_read_back(some: list[int]) -> None:
    told = lettered(some)

    assert numbers(told) == some
    assert not set(told) & set("\"&<>\\'")


def test_the_script_reads_the_outlines_as_they_were(node: Node, tmp_path: Path) -> None:
    some = [[0, -44, 43, 44, -45, 1_957, 7], [-3, 3], []]
    script = tmp_path / "read.mjs"
    script.write_text(
        f'import {{ unpacked }} from "{MODULE.as_uri()}";\n'
        'import { readFileSync } from "node:fs";\n'
        'console.log(JSON.stringify(unpacked(JSON.parse(readFileSync(0, "utf8"))).map.land));\n'
    )
    made = packed({"nodes": [], "edges": [], "facts": {}, "map": {"unit": 0.5, "land": some}})

    assert json.loads(node(script, stdin=json.dumps(made))) == some
