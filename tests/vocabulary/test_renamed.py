"""Old words are told with what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.dataset import load
from tests.world import world_files

if TYPE_CHECKING:
    from tests.fixture_types import WriteFolder


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            "partner_countries: [{partner: kenya, in: united-nations}]",
            "partner_countries is not a section of facts; it is now standings, with kind: partner",
        ),
        (
            "statements: {picture: {about: kenya, kind: caption, says: a photograph}}",
            "caption is not a kind; it is now description, with by: the caption of a picture",
        ),
        ("decisions: [{decider: kenya, about: egypt, kind: venue}]", "venue is not a kind; it is now the field what"),
    ],
)
def test_an_old_word_is_told_with_the_new(dataset: WriteFolder, facts: str, told: str) -> None:
    (problem,) = load(dataset(world_files(facts)) / "graph").problems

    assert told in problem.message
