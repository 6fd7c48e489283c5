"""When two facts are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.facts.likeness import about_the_same, derived_as_one, stated_as_one
from relgraph.facts.records import End, Fact, When
from relgraph.reading.dates import parse_date
from relgraph.reading.place import Place
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from relgraph.vocabulary.model import Vocabulary

VOCABULARY = shipped_vocabulary()
ENDS = (End("of", "vietnam"), End("with", "kenya"))
FACT = Fact("f", "partnership", ENDS, "in-force", tier="sp", place=Place("graph/talks.yaml", 3))
TURNED = FACT._replace(id="g", ends=(End("of", "kenya"), End("with", "vietnam")))
SEEN = When(seen=parse_date("2025"))


@pytest.mark.parametrize("like", [derived_as_one, stated_as_one])
def test_a_symmetric_tie_is_alike_from_either_end_and_no_other(like: Callable[[Fact, Vocabulary], Hashable]) -> None:
    backed = FACT._replace(kind="support")

    assert like(FACT, VOCABULARY) == like(TURNED, VOCABULARY)
    assert like(backed, VOCABULARY) != like(TURNED._replace(kind="support"), VOCABULARY)


def test_what_is_derived_is_one_whatever_its_status_its_dates_and_its_source() -> None:
    other = FACT._replace(status="signed", when=SEEN, per=("ruto",), place=Place("graph/more.yaml", 1))

    assert derived_as_one(FACT, VOCABULARY) == derived_as_one(other, VOCABULARY)
    assert derived_as_one(FACT, VOCABULARY) != derived_as_one(FACT._replace(tier="csp"), VOCABULARY)
    assert derived_as_one(FACT, VOCABULARY) != derived_as_one(FACT._replace(when=When(on=SEEN.seen)), VOCABULARY)


@pytest.mark.parametrize(
    "said",
    [
        {"status": "signed"},
        {"when": SEEN},
        {"per": ("ruto",)},
        {"stance": "against"},
        {"place": Place("graph/more.yaml", 3)},
        {"ends": (*ENDS, End("host", "egypt"))},
    ],
)
def test_what_is_stated_is_one_only_if_it_says_all_the_same(said: dict[str, Any]) -> None:
    assert stated_as_one(FACT, VOCABULARY) == stated_as_one(
        FACT._replace(place=Place("graph/talks.yaml", 9)), VOCABULARY
    )
    assert stated_as_one(FACT, VOCABULARY) != stated_as_one(FACT._replace(**said), VOCABULARY)


def test_fields_of_its_own_count_where_there_is_no_tier() -> None:
    trade, aid = {"what": "trade"}, {"what": "aid"}
    bare = FACT._replace(tier=None)

    assert stated_as_one(FACT._replace(fields=trade), VOCABULARY) == stated_as_one(
        FACT._replace(fields=aid), VOCABULARY
    )
    assert stated_as_one(bare._replace(fields=trade), VOCABULARY) != stated_as_one(
        bare._replace(fields=aid), VOCABULARY
    )


def test_two_facts_are_about_the_same_whatever_they_say() -> None:
    moved = FACT._replace(tier="csp", status="ended", when=SEEN, place=Place("elsewhere/talks.yaml", 7))

    assert about_the_same(FACT) == about_the_same(moved)
    assert about_the_same(FACT) != about_the_same(TURNED)
    assert about_the_same(FACT) != about_the_same(FACT._replace(place=Place("graph/more.yaml", 3)))
