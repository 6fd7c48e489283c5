"""Exports of ten thousand facts, beside networkx's GraphML; a database and a page of them, beside reading."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from relgraph.analysis.sql.database import database
from relgraph.export.content import Content
from relgraph.export.formats import format_named
from relgraph.export.gexf import gexf
from relgraph.export.graphml import graphml
from relgraph.facts.load import load
from relgraph.graph.lines import lines_of
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from relgraph.webpage.data.drawing import drawing
from tests.benchmarks.measure import process_seconds, ratio, report
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RELGRAPH = str(Path(sys.executable).with_name("relgraph"))
AS_NETWORKX, AS_READING, PAGE_AS_READING = 1.0, 8.0, 14.0
RECORDS = {"sqlite": 1.7, "jsonl": 1.8, "csv": 2.8}
"""What follows from the facts, what holds and what is refused are worked out each time; a graph has that already."""
AS_ANEW, AT_MOST = 0.2, 1.0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("world") / "world", actors=400, facts=10_000).parent


@pytest.mark.parametrize("form", [graphml, gexf])
def test_networks_are_written_as_soon_as_by_networkx_without_the_layout(world: Path, form: Callable[..., Any]) -> None:
    facts = load(world)
    graph = build_graph(facts)
    ours = lambda: "".join(form(facts, graph, placed=False))  # noqa: E731 - timed as it is
    found = ratio(ours, lambda: nx.write_graphml(graph, io.BytesIO()), rounds=3)

    named = f"{form.__name__} of {graph.number_of_edges():,} edges, --no-layout"
    report(Row(named, "networkx.write_graphml", found, AS_NETWORKX))


@pytest.mark.parametrize("form", RECORDS)
def test_records_are_written_beside_a_graph_by_networkx(world: Path, form: str) -> None:
    facts, written = load(world), format_named(form)
    graph = build_graph(facts)

    def ours() -> None:
        content = Content(replace(facts))  # of which nothing is known yet
        for chunks in (written.write(content), *written.beside(content).values()):
            assert sum(map(len, chunks))

    found = ratio(ours, lambda: nx.write_graphml(graph, io.BytesIO()), rounds=3)

    named = f"{form} of {len(facts.all_facts):,} facts, read before"
    report(Row(named, "networkx.write_graphml of as many edges", found, RECORDS[form]))


@pytest.mark.parametrize("form", [*RECORDS, "graphml"])
def test_what_was_exported_before_is_taken(world: Path, tmp_path: Path, form: str) -> None:
    env: Mapping[str, str] = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "RELGRAPH_NO_CACHE": ""}
    command = [RELGRAPH, "export", form, "-o", str(tmp_path / "it"), "--graph", str(world)]
    first = process_seconds(command, env, rounds=1)
    anew, kept = process_seconds([*command, "--no-cache"], env, rounds=1), process_seconds(command, env)

    print(f"\nthe first time, which keeps it: {first:.2f} s, {first / anew:.2f} of what it takes without")
    report(Row(f"export {form}, 10,000 facts, kept", "with --no-cache", kept / anew, AS_ANEW, kept, AT_MOST))


def test_a_database_takes_but_some_times_as_long_as_reading(world: Path) -> None:
    facts = load(world)
    assert len(facts.all_facts) > 10_000
    found = ratio(lambda: database(facts).close(), lambda: load(world), rounds=3)

    report(Row("a database of ten thousand facts and as many derived", "reading them", found, AS_READING))


def test_a_page_takes_but_some_times_as_long_as_reading(world: Path) -> None:
    def page() -> str:
        facts = load(world)
        return page_html(facts, drawing(facts, lines_of(facts)))

    assert page().count("fact") > 0  # first, so that what is imported or packed but once is not timed
    found = ratio(page, lambda: load(world), rounds=3)

    report(Row("a page of ten thousand facts and as many derived", "reading them", found, PAGE_AS_READING))
