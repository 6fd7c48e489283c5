"""The fixture `article`: a small text with the facts read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from tests.checks.articles import Article, article_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset as Loaded
    from tests.fixture_types import WriteFolder


@pytest.fixture
def article(dataset: WriteFolder) -> Article:
    def make(
        text: str,
        facts: str = "",
        *,
        card: str = "published: 2026-01-12",
        files: Mapping[str, str] | None = None,
        by_index: bool = False,
    ) -> Loaded:
        written = article_files(text, facts, card)
        if by_index:
            del written["seeds/texts/talks.txt"]
        return load(dataset(written | dict(files or {})) / "graph")

    return make
