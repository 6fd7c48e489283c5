"""Did you mean."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.reading.suggest import FEW, called, did_you_mean, nearest, one_of_these, plainly_meant

if TYPE_CHECKING:
    from collections.abc import Callable

TIERS = ("relations", "cp", "sp", "csp")


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("relation", TIERS) == "; did you mean relations?"


def test_nothing_is_suggested_when_nothing_comes_near() -> None:
    assert did_you_mean("friendship", TIERS) == ""
    assert did_you_mean("", TIERS) == ""
    assert did_you_mean("sp", []) == ""


def test_a_word_of_two_letters_is_near_to_none_of_many() -> None:
    assert did_you_mean("in", ["kind", "since"]) == ""
    assert did_you_mean("sp", ["csp", "special"]) == "; did you mean csp?"


def test_the_best_comes_first() -> None:
    assert nearest("vietnm", ["namibia", "viet-nam", "vietnam"], most=2) == ["vietnam", "viet-nam"]


def test_a_word_that_has_what_was_written_as_a_part_goes_before_one_that_looks_like_it() -> None:
    sections = ["diplomatic_relations", "resolutions", "visits", "visit_places"]
    assert did_you_mean("relations", sections) == "; did you mean diplomatic_relations?"
    assert did_you_mean("resolution", sections) == "; did you mean resolutions?"
    assert did_you_mean("visit", sections) == "; did you mean visits?"
    assert did_you_mean("of", ["of_which"]) == ""


def test_a_word_of_a_million_letters_is_not_compared() -> None:
    assert nearest("x" * 1_000_000, ["x" * 999_999]) == []


NAMES = [
    f"{one}-{other}" for one in ("kenya", "vietnam", "malaysia", "nairobi", "land", "peru") for other in range(2000)
]


@pytest.mark.parametrize("word", ["kenia-17", "vietnma-1999", "malasia-3", "niarobi-777", "lnad-12", "perru-1000"])
def test_among_very_many_words_few_are_compared_and_the_nearest_is_found(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    close: Callable[..., Any] = difflib.get_close_matches

    def counting(word: str, words: list[str], **more: float) -> list[str]:
        compared.append(len(words))
        found: list[str] = close(word, words, **more)
        return found

    (best,) = close(word, NAMES, n=1)
    monkeypatch.setattr(difflib, "get_close_matches", counting)
    assert nearest(word, NAMES, most=1) == [best]
    assert compared == [FEW]


def test_of_words_that_share_no_letters_none_is_near() -> None:
    assert nearest("qqq", NAMES) == []


def test_what_is_plainly_meant_is_a_letter_or_two_away() -> None:
    assert plainly_meant("evidnce", ["evidence", "ends"]) == "evidence"
    assert plainly_meant("Evidence", ["evidence"]) == "evidence"
    assert plainly_meant("evident", ["events"]) is None
    assert plainly_meant("x", []) is None


def test_an_id_is_found_by_its_label() -> None:
    labels = {"cp": "Comprehensive Partnership", "sp": "Strategic Partnership", "low": "low"}
    assert called("strategic partnership", labels) == "; did you mean sp (Strategic Partnership)?"
    assert called("Strategc Partnership", labels) == "; did you mean sp (Strategic Partnership)?"
    assert called("loww", labels) == "; did you mean low?"
    assert called("alliance", labels) == ""


def test_where_nothing_is_near_it_is_told_what_there_is() -> None:
    assert one_of_these("friendship", TIERS) == "; there are relations, cp, sp, csp"
    assert one_of_these("zzz", [f"w{n}" for n in range(20)]).endswith("w14, w15 and more")
