from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.reading.characters import unprintable, visible
from relgraph.webpage.escape import json_in_html

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too
PLAIN = st.text().filter(lambda text: unprintable(text) is None)


def lists_and_objects(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner) | st.dictionaries(PLAIN, inner)


@given(st.recursive(PLAIN | st.integers(), lists_and_objects, max_leaves=20))
def test_json_reads_back_and_holds_nothing_that_html_would_read(data: object) -> None:
    text = json_in_html(data)

    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_lacks_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        json_in_html({"x": number})


@given(ANY_TEXT)
def test_no_text_that_a_browser_reads_forges(text: str) -> None:
    written = json_in_html({"names": [text], "facts": {text: 1}})

    assert json.loads(written) == {"names": [visible(text)], "facts": {visible(text): 1}}
    assert written.encode().decode() == written


def test_a_backslash_before_a_letter_is_no_control() -> None:
    assert json.loads(json_in_html([r"C:\new", "two\nlines\\n"])) == [r"C:\new", r"two\u000alines\n"]
