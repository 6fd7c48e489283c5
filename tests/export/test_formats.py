from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.export.formats import FORMATS, Format, format_named
from relgraph.graph.multigraph import build_graph

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


def test_names_and_endings_are_unique() -> None:
    assert len({one.name for one in FORMATS}) == len({one.ending for one in FORMATS}) == len(FORMATS)


def test_a_name_that_is_none_gets_a_suggestion() -> None:
    with pytest.raises(MisuseError, match="grahpml is not a format; did you mean graphml"):
        format_named("grahpml")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_writes_the_whole_graph(form: Format, small: Dataset) -> None:
    graph = build_graph(small)
    text = "".join(form.write(small, graph))

    assert all(node in text for node in graph)
    assert all(key in text for *_, key in graph.edges(keys=True))
    assert format_named(form.name) is form
