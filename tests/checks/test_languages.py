"""Whom sentences in many languages name: every true mention is found, every false one caught."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.checkout import ROOT
from tests.corpora import declined
from tests.corpora.reading import LANGUAGES, corpus, looked_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden import Golden

DOCUMENT = ROOT / "docs" / "languages.md"
PART = re.compile(r"(<!-- made by the tests: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


class Row(NamedTuple):
    """What was found in the sentences of a language, by text and by word index."""

    language: str
    sentences: int
    mentions: int
    found: int
    planted: int
    taken: int
    by_index: int
    left_open: int
    taken_by_index: int


@cache
def row(language: str) -> Row:
    made = corpus(language)
    by_text, by_index = list(looked_for(made)), list(looked_for(made, by_index=True))
    true, false = [one for one in by_text if one.is_named], [one for one in by_text if not one.is_named]
    return Row(
        language,
        len(made.sentences),
        len(true),
        sum(one.found is True for one in true),
        len(false),
        sum(one.found is not False for one in false),
        sum(one.found is not False for one in by_index if one.is_named),
        sum(one.found is None for one in by_index if not one.is_named),
        sum(one.found is True for one in by_index if not one.is_named),
    )


def table() -> Iterator[str]:
    yield "| language | sentences | found | false, taken | found by index | false, left open | false, taken by index |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for one in map(row, LANGUAGES):
        text = f"{one.found} of {one.mentions} | {one.taken} of {one.planted}"
        index = f"{one.by_index} of {one.mentions} | {one.left_open} | {one.taken_by_index}"
        yield f"| `{one.language}` | {one.sentences} | {text} | {index} |"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mention_in_a_text_is_found_and_every_false_one_caught(language: str) -> None:
    wrong = [one for one in looked_for(corpus(language)) if one.found is not one.is_named]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_index_loses_no_mention(language: str) -> None:
    lost = [one for one in looked_for(corpus(language), by_index=True) if one.is_named and one.found is False]

    assert lost == []


@pytest.mark.slow
def test_an_index_takes_few_for_certain_who_are_not_named() -> None:
    """It knows neither the order of words nor capitals: most of what was planted is left open or caught."""
    rows = list(map(row, LANGUAGES))

    assert sum(one.taken_by_index for one in rows) <= 0.02 * sum(one.planted for one in rows)


def test_there_are_enough_languages_and_sentences() -> None:
    assert len(LANGUAGES) >= 15
    assert all(len(corpus(language).sentences) >= 10 for language in LANGUAGES)


class Declined(NamedTuple):
    """How many forms of names in a language are met, and how many other words are taken for one."""

    language: str
    forms: int
    met: int
    others: int
    taken: int


@cache
def declined_row(language: str) -> Declined:
    made, meeting = declined.cases(language), declined.Meeting(language)
    forms = [(one, form) for one, every in made.names.items() for form in every]
    met = sum(meeting.meets(form, one) for one, form in forms)
    taken = sum(map(meeting.meets_any, made.others))
    return Declined(language, len(forms), met, len(made.others), taken)


def declined_table() -> Iterator[str]:
    yield "| language | forms of 20 names met | other words taken |"
    yield "| --- | --- | --- |"
    for one in map(declined_row, declined.LANGUAGES):
        share = f"{one.met / one.forms:.0%}"
        yield f"| `{one.language}` | {one.met} of {one.forms} ({share}) | {one.taken} of {one.others} |"


@pytest.mark.slow
def test_countries_are_met_in_all_their_cases_and_in_no_other_word() -> None:
    rows = list(map(declined_row, declined.LANGUAGES))

    assert all(len(declined.cases(one.language).names) == 20 for one in rows)
    assert [one for one in rows if one.met < 0.9 * one.forms] == []
    assert sum(one.taken for one in rows) <= 0.01 * sum(one.others for one in rows)


def lines(rows: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in rows)


def test_the_tables_in_the_documents_are_as_it_is_found_today(golden: Golden) -> None:
    made = {"mentions": lines(table()), "cases": lines(declined_table())}
    print(*made.values())  # noqa: T201 - meant to be read

    def part(found: re.Match[str]) -> str:
        return f"{found[1]}\n{made[found[2]]}\n{found[3]}"

    golden(DOCUMENT, PART.sub(part, DOCUMENT.read_text(encoding="utf-8")))
