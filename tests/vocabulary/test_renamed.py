"""Old words are told with what to write instead, and what is written so is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.facts.sentences import sentence
from tests.world import world_files

if TYPE_CHECKING:
    from tests.fixture_types import WriteFolder

EVENT = {
    "graph/fairs.yaml": "source: fairs\nevents: {fair: {name: small fair, article: the}}",
    "seeds/fairs.yaml": "id: fairs\ntitle: fairs\nparagraphs:\n  1: fair\n",
}


@pytest.mark.parametrize(
    ("old", "told", "new", "says"),
    [
        (
            "partner_countries: [{partner: kenya, in: united-nations}]",
            "partner_countries is not a section of facts; it is now standings, with kind: partner, and holder for",
            "standings: [{holder: kenya, in: united-nations, kind: partner}]",
            "Kenya is a partner country of United Nations, not a member",
        ),
        (
            "broadcasts: [{broadcaster: kenya, event: fair}]",
            "it is now participations, with kind: broadcaster, participant for broadcaster and in for event",
            "participations: [{participant: kenya, in: fair, kind: broadcaster}]",
            "Kenya broadcast the small fair",
        ),
        (
            "statements: {picture: {about: kenya, kind: caption, says: a photograph}}",
            "caption is not a kind; it is now description; under by stands whose words they are",
            "statements: {picture: {about: kenya, kind: description, by: the caption, says: a photograph}}",
            "It was said of Kenya: a photograph, as told by the caption (description)",
        ),
        (
            "decisions: [{decider: kenya, about: fair, kind: venue, chosen: nairobi}]",
            "venue is not a kind; it is now what: venue, without a kind",
            "decisions: [{decider: kenya, about: fair, what: venue, chosen: nairobi}]",
            "Kenya decided on the venue of the small fair: Nairobi",
        ),
        (
            "decisions: [{decider: kenya, about: fair, kind: name, outcome: Fair}]",
            "name is not a kind; it is now what: name, without a kind",
            "decisions: [{decider: kenya, about: fair, what: name, outcome: Fair}]",
            "Kenya decided on the name of the small fair: Fair",
        ),
    ],
)
def test_an_old_word_is_told_with_the_new(dataset: WriteFolder, old: str, told: str, new: str, says: str) -> None:
    (problem,) = load(dataset(world_files(old, EVENT)) / "graph").problems
    assert told in problem.message

    after = load(dataset(world_files(new, EVENT)) / "graph")
    assert after.problems == ()
    assert says in [sentence(after, fact) for fact in after.facts]
