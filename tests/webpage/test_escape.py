from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.webpage.escape import json_in_html, whole


def lists_and_objects(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner) | st.dictionaries(st.text(), inner)


@given(st.recursive(st.text() | st.integers(), lists_and_objects, max_leaves=20))
def test_json_reads_back_and_holds_nothing_that_html_would_read(data: object) -> None:
    text = json_in_html(data)

    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_lacks_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        json_in_html({"x": number})


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert whole("a\ud800b👩🏽") == "a\ufffdb👩🏽"
