"""One fact held against the rules that its kind and traits can break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.context import Context
from relgraph.checks.fact_rules import check_fact, errors_of

if TYPE_CHECKING:
    from tests.checks.articles import Article

FACTS = """\
partnerships:
  - {id: bare, of: vietnam, with: egypt, tier: sp}
  - {id: wrong, of: vietnam, with: france, evidence: {p: 1, terms: [tea]}}
  - {id: right, of: vietnam, with: kenya, tier: sp, evidence: {p: 1, terms: [Strategic Partnership]}}
"""


def test_errors_are_told_with_notes_or_alone(article: Article) -> None:
    dataset = article("Vietnam and Kenya have a Strategic Partnership.", FACTS)
    context = Context(dataset)
    both = {one: {problem.rule for problem in check_fact(dataset.by_id[one], context)} for one in dataset.written}
    errors = {one: {problem.rule for problem in errors_of(dataset.by_id[one], context)} for one in dataset.written}

    assert errors == {"bare": {"evidence-missing"}, "wrong": {"mention", "term"}, "right": set()}
    assert both == errors | {"wrong": {"mention", "term", "tier-missing"}}
