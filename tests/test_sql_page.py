"""The page on SQL: its questions, asked of the dataset that it shows, have the answers that stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.sql.query import sql
from relgraph.checks.check import check
from relgraph.facts.load import load
from tests.checkout import ROOT
from tests.markdown import files

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command, WriteFolder
    from tests.golden import Golden

PAGE = ROOT / "docs" / "sql.md"
TEXT = PAGE.read_text(encoding="utf-8")
ASKED = re.compile(r"(^```sql\n)(.*?)(\n```\n\n```text\n)(.*?)(\n```$)", re.DOTALL | re.MULTILINE)
"""A question and its answer."""


@pytest.fixture
def five(dataset: WriteFolder, relgraph: Command) -> Dataset:
    """The dataset of the page, with the cards of its sources."""
    folder = dataset(files(TEXT) | {"seeds/README.md": ""})
    for text in sorted((folder / "seeds" / "texts").iterdir()):
        options = (
            "--title",
            text.stem.title(),
            "--published",
            "2022",
            "--publisher",
            text.stem,
            "--seeds",
            folder / "seeds",
        )
        assert relgraph("add-source", text, *options).exit_code == 0
    return load(folder / "graph")


def test_the_dataset_of_the_page_is_borne_out_by_its_sources(five: Dataset) -> None:
    found = check(five)

    assert [str(problem) for problem in found.problems if problem.is_error] == []
    assert (found.citations.index, found.citations.cited) == (0, 0)
    assert found.citations.text > 20


def test_twenty_questions_have_the_answers_that_stand_there(five: Dataset, golden: Golden) -> None:
    headings = re.findall(r"^### \d+\. .*\?$", TEXT, re.MULTILINE)
    assert len(headings) == len(ASKED.findall(TEXT)) == 20
    golden(PAGE, ASKED.sub(lambda found: "".join([*found.group(1, 2, 3), str(sql(five, found[2])), found[5]]), TEXT))


def test_partners_in_sql_are_those_that_rank_counts(five: Dataset) -> None:
    asked = next(query for _, query, *_ in ASKED.findall(TEXT) if "AS partners" in query and "LEFT JOIN" in query)

    answered = {str(name): partners for name, partners in sql(five, asked).found_rows}
    ranked = {
        row.name: row.score for row in rank(five, "degree").ranking if row.id not in {"river-council", "coast-bank"}
    }
    assert answered == ranked
