from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.export.content import Content
from relgraph.export.formats import FORMATS, Format, format_named

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


def test_a_format_says_what_it_keeps_and_loses() -> None:
    assert all(one.purpose and one.keeps and one.loses for one in FORMATS)
    assert {one.name for one in FORMATS if one.network} >= {"graphml", "gexf"}
