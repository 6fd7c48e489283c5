"""One vocabulary of several: what each adds counts for all, and what means two things clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.reading.held import HeldFile
from relgraph.vocabulary.load import load_vocabulary, shipped_vocabulary
from relgraph.vocabulary.uniting import Clash, united
from tests.world import FRIENDSHIP

if TYPE_CHECKING:
    from relgraph.vocabulary.model import Vocabulary
    from relgraph.vocabulary.uniting import United


def read(text: str) -> Vocabulary:
    vocabulary, problems = load_vocabulary(HeldFile("vocabulary.yaml", text.encode()), "vocabulary.yaml")
    assert problems == []
    return vocabulary


def together(*texts: str) -> United:
    return united(shipped_vocabulary(), [read(text) for text in texts])


LADDER = "ladders: {kenya: {label: %s, owner: kenya, rungs: {%s}}}"


def test_what_one_adds_counts_for_all() -> None:
    found = together(FRIENDSHIP, "relations: {visit: {kinds: [pilgrimage]}}", "")

    assert (found.clashes, found.misfits) == ([], [])
    assert "friendship" in found.vocabulary.relations
    assert "pilgrimage" in found.vocabulary.relations["visit"].kinds


def test_what_two_add_to_one_entry_is_there_in_any_order() -> None:
    one, other = (
        "relations: {visit: {kinds: [pilgrimage], fields: {train: text}}}",
        "relations: {visit: {kinds: [stopover], fields: {ship: text}}}",
    )

    for texts in ((one, other), (other, one)):
        visit = together(*texts).vocabulary.relations["visit"]
        assert {"pilgrimage", "stopover"} <= set(visit.kinds)
        assert (visit.fields["ship"], visit.fields["train"]) == ("text", "text")


def test_the_vocabulary_of_several_like_ones_is_that_one() -> None:
    assert together(FRIENDSHIP, FRIENDSHIP).vocabulary == read(FRIENDSHIP)


@pytest.mark.parametrize(
    ("texts", "off"),
    [
        (("rules_off: [embassy-seat]", ""), set()),
        (("", "rules_off: [embassy-seat]"), set()),
        (("rules_off: [embassy-seat]", "rules_off: [embassy-host, embassy-seat]"), {"embassy-seat"}),
        (("rules_off: [embassy-seat]", "rules_off: [embassy-seat]", ""), set()),
        (("kinds_off: [diplomatic-relations]", ""), set()),
    ],
)
def test_a_rule_is_in_force_while_one_does_not_switch_it_off(texts: tuple[str, ...], off: set[str]) -> None:
    found = together(*texts)
    rules = {rule.id for kind in found.vocabulary.relations.values() for rule in kind.rules}

    assert (found.clashes, found.misfits) == ([], [])
    assert {"embassy-seat", "embassy-host", "relations-severed"} - rules == off


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (FRIENDSHIP, FRIENDSHIP.replace("path: true", "path: false"), Clash("relations", "friendship", "path", at=1)),
        (
            "relations: {visit: {label: tour}}",
            "relations: {visit: {label: trip}}",
            Clash("relations", "visit", "label", at=1),
        ),
        (LADDER % ("x", "a: a, b: b"), LADDER % ("x", "b: b, a: a"), Clash("ladders", "kenya", "rungs", at=1)),
        (
            LADDER % ("x", "a: a, b: b"),
            (LADDER % ("x", "a: a, b: b")).replace("owner: kenya", "owner: kenya, counts: inclusive"),
            Clash("ladders", "kenya", "counts", at=1),
        ),
        (
            "relations: {visit: {fields: {ship: text}}}",
            "relations: {visit: {fields: {ship: date}}}",
            Clash("relations", "visit", "fields ship", at=1),
        ),
    ],
)
def test_what_means_two_things_clashes(one: str, other: str, clash: Clash) -> None:
    assert together(one, other).clashes == [clash]


def test_a_ladder_of_more_rungs_takes_in_one_of_fewer() -> None:
    found = together(LADDER % ("first", "a: a, c: c"), LADDER % ("second", "a: a, b: b, c: c"))

    assert (found.clashes, found.misfits) == ([], [])
    ladder = found.vocabulary.ladders["kenya"]
    assert (ladder.label, list(ladder.rungs)) == ("first", ["a", "b", "c"])


def test_what_fits_in_each_alone_and_not_together_is_told() -> None:
    other = FRIENDSHIP.replace("friendship:", "amity:", 1)
    found = together(FRIENDSHIP, other)

    assert [one.message for one in found.misfits] == ["the section friendships belongs to friendship"]


def test_ends_in_another_order_are_another_meaning() -> None:
    ends = "{of: {types: [country]}, with: {types: [country]}}"
    other = FRIENDSHIP.replace(ends, "{with: {types: [country]}, of: {types: [country]}}")

    (clash,) = together(FRIENDSHIP, other).clashes
    assert clash.entry == "friendship"


def test_comparisons_of_all_count() -> None:
    own = LADDER % ("x", "relations: r, b: b") + "\ncompare: [{general: relations, kenya: relations}]"
    other = own.replace("kenya", "egypt")
    compare = together(own, other).vocabulary.compare

    assert {"general": "relations", "kenya": "relations"} in compare
    assert {"general": "relations", "egypt": "relations"} in compare
