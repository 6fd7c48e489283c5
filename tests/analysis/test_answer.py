"""Every answer tells itself the same four ways: lines, rows, plain data, and a table in a notebook."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.analysis.answer import Answer, aligned, cell, html_table
from relgraph.analysis.between import between
from relgraph.analysis.compare import compare
from relgraph.analysis.diff import difference
from relgraph.analysis.dossier import dossier
from relgraph.analysis.gaps import gaps
from relgraph.analysis.listing import list_facts
from relgraph.analysis.lookup import lookup
from relgraph.analysis.matrix import matrix
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.measures.years import rank_years
from relgraph.analysis.passages import read_source
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.timeline import timeline
from relgraph.analysis.totals import totals

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, egypt], tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
    counts:
      - {of: vietnam, what: partners, says: 3, counts: partnership, tier: csp, evidence: {p: 1, terms: [2025]}}
"""

ASK: dict[str, Callable[[Dataset], Answer]] = {
    "actors": lambda dataset: lookup(dataset, "Korea"),
    "between": lambda dataset: between(dataset, "Kenya", "vietnam"),
    "compare": lambda dataset: compare(dataset, "Kenya", "Egypt"),
    "counts": totals,
    "diff": lambda dataset: difference(dataset, _without_the_first_fact(dataset)),
    "facts": list_facts,
    "gaps": gaps,
    "matrix": matrix,
    "path": lambda dataset: find_path(dataset, "Kenya", "Egypt"),
    "rank": lambda dataset: rank(dataset, "degree"),
    "read": lambda dataset: read_source(dataset, "talks"),
    "show": lambda dataset: dossier(dataset, "vietnam"),
    "timeline": timeline,
    "years": lambda dataset: rank_years(dataset, "degree", range(2024, 2026)),
}


def _without_the_first_fact(dataset: Dataset) -> Dataset:
    from dataclasses import replace  # noqa: PLC0415 - only here

    return replace(dataset, facts=dataset.facts[1:])


@pytest.fixture(params=ASK)
def answer(request: pytest.FixtureRequest, world: World) -> Answer:
    return ASK[request.param](world(FACTS))


def test_an_answer_has_lines_and_prints_as_they_read(answer: Answer) -> None:
    lines = list(answer.lines())

    assert lines
    assert all(isinstance(line, str) for line in lines)
    assert str(answer) == "\n".join(lines)
    assert answer.found


def test_its_rows_have_no_column_that_a_table_would_not_show(answer: Answer) -> None:
    rows = list(answer.rows())

    assert rows
    assert answer.columns
    assert {name for row in rows for name in row} >= set(answer.shown or answer.columns[:1])
    assert set(answer.shown) <= set(answer.columns)


def test_its_plain_data_is_json(answer: Answer) -> None:
    plain: Any = answer.plain()

    assert plain
    assert json.loads(json.dumps(plain)) == json.loads(json.dumps(plain, default=str))


def test_a_notebook_shows_it_as_a_table_of_its_rows(answer: Answer) -> None:
    shown = answer._repr_html_()

    assert shown.startswith("<table><caption>")
    assert shown.count("<tr>") == 1 + len(list(answer.rows()))


def test_it_does_not_change(answer: Answer) -> None:
    (first, *_) = fields(answer)  # type: ignore[arg-type] # every answer is a dataclass
    with pytest.raises(FrozenInstanceError):
        setattr(answer, first.name, None)


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    rows: list[dict[str, object]] = [{"name": "Việt Nam", "score": 2}, {"name": "Kenya"}]

    assert list(aligned(rows, ("name", "score"))) == ["name      score", "Việt Nam  2", "Kenya"]


def test_a_cell_is_empty_for_what_is_not_there() -> None:
    assert [cell(None), cell(["a", None, 1]), cell(0)] == ["", "a; ; 1", "0"]


def test_a_table_for_a_notebook_has_a_caption_a_head_and_a_row_for_each() -> None:
    rows: list[dict[str, object]] = [{"name": "Kenya", "rank": 1}, {"rank": 0, "more": "not asked for"}, {"name": None}]

    assert html_table("actors", ("rank", "name"), rows) == (
        "<table><caption>actors</caption>"
        "<thead><tr><th>rank</th><th>name</th></tr></thead>"
        "<tbody><tr><td>1</td><td>Kenya</td></tr><tr><td>0</td><td></td></tr><tr><td></td><td></td></tr></tbody></table>"
    )
    assert html_table("nothing", ("rank", "name"), ()) == (
        "<table><caption>nothing</caption><thead><tr></tr></thead><tbody></tbody></table>"
    )


def test_each_line_of_a_caption_stays_whole() -> None:
    assert html_table("one\ntwo", (), ()).startswith(
        '<table><caption><span style="white-space: nowrap">one</span><br>'
        '<span style="white-space: nowrap">two</span></caption>'
    )


def test_a_table_for_a_notebook_escapes_all_it_is_given() -> None:
    shown = html_table("<b>\n<i>", ("<a>",), [{"<a>": "<script>"}])

    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert shown.count("nowrap") == 2
