"""How far a citation was verified."""

from __future__ import annotations

import pytest

from relgraph.facts.records import Citation
from relgraph.facts.verified import verified
from relgraph.sources.card import Card
from relgraph.sources.library import Library

BY_INDEX = Library({"news": Card("news", "news", index=("and kenya met vietnam", "2025 csp"))})
BY_TEXT = Library(BY_INDEX.cards, {"news": ("Kenya and Vietnam met.", "CSP 2025")})


@pytest.mark.parametrize(
    ("library", "paragraph", "terms", "state"),
    [
        (BY_TEXT, 1, ["Kenya and Vietnam"], "text"),
        (BY_TEXT, 1, ["Vietnam and Kenya"], "cited"),  # not in that order
        (BY_INDEX, 1, ["Vietnam and Kenya"], "index"),  # an index has no order
        (BY_INDEX, 1, ["Kenya", "Egypt"], "cited"),  # every term must stand there
        (BY_TEXT, 2, ["Kenya"], "cited"),
        (BY_TEXT, 3, ["Kenya"], "cited"),  # no such paragraph
        (BY_INDEX, 2, [], "index"),
        (Library({}), 1, ["Kenya"], "cited"),
    ],
)
def test_every_term_must_stand_in_the_paragraph(library: Library, paragraph: int, terms: list[str], state: str) -> None:
    assert verified(Citation("news", paragraph, tuple(terms)), library) == state
