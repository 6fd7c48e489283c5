"""What few facts have, without which some rules cannot be broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.checks.context import Context
from relgraph.checks.traits import traits_of
from relgraph.facts.records import Citation, End, Fact, When, Withdrawal
from relgraph.reading.dates import parse_date
from tests.world import beside_vietnam

if TYPE_CHECKING:
    from tests.checks.articles import Article

CITED = Citation("talks", 1, ("term",))
ENDS = (End("of", "vietnam"), End("with", "kenya"))
PLAIN = Fact("plain", "partnership", ENDS, "in-force", evidence=(CITED,))
DAY = parse_date("2025")
assert DAY is not None


@pytest.mark.parametrize(
    ("said", "traits"),
    [
        ({}, {"untiered"}),
        ({"evidence": ()}, {"untiered", "uncited"}),
        ({"evidence": (CITED, CITED._replace(paragraph=9))}, {"untiered", "unread"}),
        ({"evidence": (CITED._replace(source="nowhere"),)}, {"untiered", "unread"}),
        ({"evidence": (CITED._replace(row="Q42"),)}, {"untiered", "unread"}),
        ({"evidence": (CITED, CITED._replace(terms=()))}, {"untiered", "termless"}),
        ({"evidence": (CITED._replace(despite=("not",)), CITED)}, {"untiered", "despite"}),
        ({"ends": ENDS[:1]}, {"untiered", "misplaced"}),
        ({"ends": (*ENDS, End("with", "vietnam"))}, {"untiered", "misplaced"}),
        ({"ends": (ENDS[0], End("with", "nobody"))}, {"untiered", "misplaced"}),
        ({"ends": (ENDS[0], End("with", "cuong"))}, {"untiered", "misplaced"}),
        ({"per": ("kenya",)}, {"untiered", "per"}),
        ({"fields": {"field": "trade"}}, {"untiered", "fields", "dated"}),
        ({"tier": "sp"}, {"tier"}),
        ({"tier": "friends"}, {"tier", "unowned"}),
        ({"tier": "sp", "ends": (ENDS[1]._replace(role="of"), End("with", "egypt"))}, {"tier", "unowned"}),
        ({"withdrawn": Withdrawal(DAY, "misread")}, {"untiered", "withdrawn"}),
        ({"when": When(until=DAY)}, {"untiered", "lasting", "dated"}),
        ({"when": When(seen=DAY)}, {"untiered", "lasting", "dated"}),
        ({"when": When(on=DAY)}, {"untiered", "dated"}),
        ({"when": When(since=DAY)}, {"untiered", "dated"}),
    ],
)
def test_a_fact_has_the_traits_that_few_have(article: Article, said: dict[str, Any], traits: set[str]) -> None:
    dataset = article("Vietnam and Kenya.", "", files=beside_vietnam())
    context = Context(dataset)
    found = traits_of(context.case(PLAIN._replace(**said)), context)

    assert {name for name, has in found._asdict().items() if has} == traits
