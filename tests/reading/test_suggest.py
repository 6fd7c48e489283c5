"""Did you mean."""

from __future__ import annotations

from relgraph.reading.suggest import did_you_mean, nearest

TIERS = ("relations", "cp", "sp", "csp")


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("relation", TIERS) == "; did you mean relations?"


def test_nothing_is_suggested_when_nothing_comes_near() -> None:
    assert did_you_mean("friendship", TIERS) == ""
    assert did_you_mean("", TIERS) == ""
    assert did_you_mean("sp", []) == ""


def test_the_best_comes_first() -> None:
    assert nearest("vietnm", ["namibia", "viet-nam", "vietnam"], most=2) == ["vietnam", "viet-nam"]


def test_a_word_of_a_million_letters_is_not_compared() -> None:
    assert nearest("x" * 1_000_000, ["x" * 999_999]) == []
