"""Small articles for the tests of rules: a text of a few paragraphs, the facts read from it, and what check finds."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

from relgraph.checks.check import check
from relgraph.sources.card import index_line
from tests.world import world_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset


class Article(Protocol):
    """Writes a text (a line a paragraph) with its card and facts, and loads the folder.

    `card` adds lines to the card; `by_index` leaves the text out, so that only the word index is at hand.
    """

    def __call__(
        self,
        text: str,
        facts: str = "",
        *,
        card: str = "published: 2026-01-12",
        files: Mapping[str, str] | None = None,
        by_index: bool = False,
    ) -> Dataset: ...


def article_files(text: str, facts: str, card: str) -> dict[str, str]:
    lines = [line.strip() for line in dedent(text).strip().splitlines()]
    index = "".join(f"  {number}: {index_line(line)}\n" for number, line in enumerate(lines, start=1))
    head = f"id: talks\ntitle: talks\nfile: talks.txt\n{dedent(card).strip()}\nparagraphs:\n"
    return world_files(facts, {"seeds/talks.yaml": head + index, "seeds/texts/talks.txt": "\n".join(lines) + "\n"})


def breaches(dataset: Dataset, rule: str) -> list[str]:
    """What a rule finds: "line: message", in order."""
    problems = check(dataset).problems
    return [f"{problem.place.line}: {problem.message}" for problem in problems if problem.rule == rule]


def rules_broken(dataset: Dataset) -> list[str]:
    return [problem.rule for problem in check(dataset).problems]
