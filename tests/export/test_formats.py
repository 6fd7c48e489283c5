from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from relgraph.errors import MisuseError
from relgraph.export.content import Content
from relgraph.export.formats import FORMATS, Format, format_named
from tests.world import drawn

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


def test_names_and_endings_are_unique() -> None:
    assert len({one.name for one in FORMATS}) == len({one.ending for one in FORMATS}) == len(FORMATS)


def test_a_name_that_is_none_gets_a_suggestion() -> None:
    with pytest.raises(MisuseError, match="grahpml is not a format; did you mean graphml"):
        format_named("grahpml")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_writes_all_that_there_is(form: Format, small: Dataset) -> None:
    content = Content(small)
    files = [form.write(content), *form.beside(content).values()]
    data = b"".join(chunk if isinstance(chunk, bytes) else chunk.encode() for chunks in files for chunk in chunks)

    if form.name != "panel":  # which has countries alone
        assert all(node.encode() in data for node in content.graph)
    if form.network or form.name == "html":
        assert all(key.encode() in data for *_, key in content.graph.edges(keys=True))
    if form.name != "panel":
        assert all(fact.id.encode() in data for fact in small.all_facts)
    assert format_named(form.name) is form


HOSTILE = [
    "=1+1",
    "@SUM(1)",
    "a\x00b",
    "\ud800",
    "\ufffe",
    "</script><img src=x>",
    "]]>&amp;",
    "a\r\nb",
    "Robert'); --",
    "🇻🇳",
]


@pytest.fixture
def hostile() -> Dataset:
    """Countries of any names, each tied to the next."""
    network = drawn((a, b, "mid") for a, b in pairwise("abcdefghij"))
    names = dict(zip(network.actors, HOSTILE, strict=True))
    return replace(network, actors={one: actor._replace(name=names[one]) for one, actor in network.actors.items()})


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_whatever_a_name_holds_is_written_and_read(form: Format, hostile: Dataset) -> None:
    """Formulas, controls, halves of characters, markup and quotes."""
    for content in [Content(hostile), *([Content(hostile, projected=True)] if form.network else [])]:
        parts = [form.write(content), *form.beside(content).values()]
        for data in (b"".join(one if isinstance(one, bytes) else one.encode() for one in part) for part in parts):
            read_by(form.name, data)


def read_by(form: str, data: bytes) -> None:
    """Read a file as its readers do; fails where they would."""
    if form in {"graphml", "gexf"}:
        assert len(list(ET.fromstring(data).iter())) > len(HOSTILE)  # noqa: S314 - our own text
    elif form in {"csv", "panel"}:
        cells = [cell for row in csv.reader(io.StringIO(data.decode(), newline="")) for cell in row]
        assert not any(cell.startswith(("=", "@", "+")) or "\x00" in cell for cell in cells)
    elif form == "jsonl":
        names = {one["name"] for one in map(json.loads, data.decode().splitlines()) if one["record"] == "actor"}
        assert names == set(HOSTILE)
    elif form == "sqlite":
        with closing(sqlite3.connect(":memory:")) as made:
            made.deserialize(data)
            assert len(made.execute("SELECT name FROM actors").fetchall()) == len(HOSTILE)
    else:
        assert b"<img src=x>" not in data


def test_a_format_says_what_it_keeps_and_loses() -> None:
    assert all(one.purpose and one.keeps and one.loses for one in FORMATS)
    assert {one.name for one in FORMATS if one.network} >= {"graphml", "gexf"}
