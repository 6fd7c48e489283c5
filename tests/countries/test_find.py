"""Whom a name, however it is written, or a code means; held against lists of others."""

from __future__ import annotations

import csv
import gettext
from typing import TYPE_CHECKING

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.countries import elsewhere
from relgraph.countries import find as finding
from relgraph.countries.elsewhere import in_any_language
from relgraph.countries.find import LONGEST, find
from relgraph.countries.spoken import LANGUAGES, names_in
from relgraph.countries.table import by_code, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

ENOUGH, MOST = 0.95, 0.75
"""Shares of a list that must be found, in the languages of the United Nations and in others."""
MALDIVES_FOR_MOLDOVA = "المالديف"
"""Debian's iso-codes have the Arabic name of the Maldives for Moldova."""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey", "turkiye"),
        ("Ivory Coast", "cote-d-ivoire"),
        ("Cote dIvoire", "cote-d-ivoire"),
        ("Burma", "myanmar"),
        ("Britain", "united-kingdom"),
        ("Holland", "netherlands"),
        ("Viet Nam", "vietnam"),
        ("Việt Nam", "vietnam"),
        ("the Gambia", "gambia"),
        ("USSR", "soviet-union"),
        ("U.S.A.", "united-states"),
        ("Korea, Republic of", "south-korea"),
        ("Korea, Dem. People's Rep.", "north-korea"),
        ("Congo (Kinshasa)", "democratic-republic-of-the-congo"),
        ("Republic of China", "taiwan"),
        ("People's Republic of China", "china"),
        ("Kingdom of Swaziland", "eswatini"),
        ("Micronesia, Fed. Sts.", "micronesia"),
        ("N. Korea", "north-korea"),
        ("Bolivia (Plurinational State of)", "bolivia"),
        ("Kenyan", "kenya"),
        ("German", "germany"),
        ("German Empire", "german-empire"),
        ("Kenia", "kenya"),
        ("Кения", "kenya"),
        ("肯尼亚", "kenya"),
        ("Mỹ", "united-states"),
        ("Corée, République de", "south-korea"),
        ("ke", "kenya"),
        ("KEN", "kenya"),
        ("404", "kenya"),
        ("gec:KE", "kenya"),
        ("gec:AU", "austria"),
        ("wikidata:Q114", "kenya"),
        ("iso3166-3:SUHH", "soviet-union"),
        ("Sudan del Sud", "south-sudan"),
        ("Γουινέα-Μπισσάου", "guinea-bissau"),
        ("Γουινέα Μπισάου", "guinea-bissau"),
        ("Jižní Korea", "south-korea"),
        ("Þýskaland", "germany"),
        ("গ্রীস", "greece"),
        ("საფრანგეთი", "france"),
        ("Republiek Benin", "benin"),
        ("Islas Maldivas", "maldives"),
        ("جُزُر المالديف", "maldives"),
        ("コンゴ民主共和国", "democratic-republic-of-the-congo"),
        ("乍得共和国", "chad"),
        ("République de Chine", "taiwan"),
        ("Côte d\u2019Ivoire", "cote-d-ivoire"),
        ("Cote d`Ivoire", "cote-d-ivoire"),
        ("كـيـنـيـا", "kenya"),
        ("TÜRKİYE", "turkiye"),
        ("Ken\u200bya", "kenya"),
        ("\u200fكينيا\u200e", "kenya"),
    ],
)
def test_a_country_is_found_as_people_write_it(text: str, found: str) -> None:
    assert find(text) == (found,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Congo", ("democratic-republic-of-the-congo", "republic-of-the-congo")),
        ("Korea", ("north-korea", "south-korea")),
        ("Yugoslavia", ("yugoslavia-fr", "yugoslavia-kingdom", "yugoslavia-sfr")),
        ("Dominican", ("dominica", "dominican-republic")),
    ],
)
def test_what_several_are_called_means_all_of_them(text: str, found: tuple[str, ...]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "Northland",
        "Northern Ireland",
        "Ireland, Northern",
        "New Mexico",
        "republic",
        "My",
        "XX",
        "ＫＥ",
        "gec:",
        "Île-de-France",
        "Republika Srpska",
        "Estado de México",
        "Stato Islamico",
        "Marshall",
        "Christmas",
        "Republik",
        "Кеnуа",  # in letters of Cyrillic
        "\u202eayneK",
        "4\u06604",
        ":KE",
    ],
)
def test_nobody_is_found_by_what_is_no_name(text: str) -> None:
    assert find(text) == ()


def test_nothing_is_found_by_a_name_that_is_too_long() -> None:
    assert find("Kenya " * LONGEST) == ()


def test_every_country_is_found_by_its_names_and_codes() -> None:
    for one in table().values():
        for text in (one.name, *one.official, *(f"{scheme}:{code}" for scheme, code in one.codes.items())):
            assert one.id in find(text), text


def score(names: Iterable[tuple[str, str]]) -> tuple[float, list[str]]:
    """The share of names that are found, and those for which another was."""
    told = [(name, wanted, find(name)) for name, wanted in names]
    wrong = [name for name, wanted, found in told if len(found) == 1 and found != (wanted,)]
    return sum(found == (wanted,) for _, wanted, found in told) / len(told), wrong


def pycountry_names(language: str | None = None) -> Iterator[tuple[str, str]]:
    """Names of ISO 3166-1 and usual ones, in English or as Debian's iso-codes translate them."""
    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language]).gettext if language else str
    for country in pycountry.countries:
        for field in ("name", "common_name") if language else ("name", "official_name", "common_name"):
            name = getattr(country, field, None)
            if name and (language is None or translated(name) != name):
                yield translated(name), by_code("iso2")[country.alpha_2]


def test_names_of_iso_are_found_and_none_wrongly() -> None:
    share, wrong = score(pycountry_names())
    assert share > ENOUGH
    assert wrong == []


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh_CN"])
def test_names_in_the_languages_of_the_united_nations_are_found_and_none_wrongly(language: str) -> None:
    share, wrong = score(pycountry_names(language))
    print(f"{language}: {share:.0%} found")  # noqa: T201 - the figure is what is wanted to know
    assert share > ENOUGH
    assert [name for name in wrong if name != MALDIVES_FOR_MOLDOVA] == []


@pytest.mark.parametrize("language", ["cs", "da", "is", "ka", "lt", "hr", "sl", "nl", "uk", "ja", "ko", "he"])
def test_names_in_other_languages_are_mostly_found(language: str) -> None:
    share, _ = score(pycountry_names(language))
    print(f"{language}: {share:.0%} found")  # noqa: T201 - as above
    assert share > MOST


def test_names_of_the_factbook_are_found_and_none_wrongly(data: Path) -> None:
    with (data / "factbook_io_participation_2026.csv").open(encoding="utf-8", newline="") as lines:
        rows = {(row["country"], row["gec"]) for row in csv.DictReader(lines)}
    share, wrong = score((name, by_code("gec")[code]) for name, code in rows if code in by_code("gec"))
    assert share > ENOUGH
    assert wrong == []


def test_names_of_visitors_homes_are_found(data: Path) -> None:
    with (data / "us_visits_by_foreign_leaders.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["from_country"] for row in csv.DictReader(lines)}
    assert sum(len(find(name)) == 1 for name in names) / len(names) > ENOUGH


EVERY_NAME = sorted(
    {name for language in LANGUAGES for _, name in names_in(language)}
    | {name for one in table().values() for name in (*one.spoken, *one.local, *one.capitals, *one.codes.values())}
)
BESIDE = (
    "Republic of",
    "Islands",
    "Isla",
    "(Republic)",
    "\uacf5\ud654\uad6d",
    "\u5171\u548c\u56fd",
    "U.S.",
    "&",
    "'s",
    "Ltd",
    "17",
)


@given(
    st.lists(st.sampled_from(EVERY_NAME) | st.sampled_from(BESIDE), max_size=3),
    st.sampled_from(("", " ", ", ", " - ", " (")),
)
def test_names_with_words_that_nobody_bears_are_passed_over_and_no_others(words: list[str], between: str) -> None:
    text = between.join(words)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(finding, "_is_heard", lambda _: True)
        patched.setattr(elsewhere, "_is_heard", lambda _, **__: True)
        at_length = find(text), in_any_language(text)
    assert (find(text), in_any_language(text)) == at_length


def test_a_name_of_words_that_nobody_bears_is_not_looked_for_at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find("Kenya") == ("kenya",)
    monkeypatch.setattr(finding, "_called", lambda _: pytest.fail("looked for"))
    monkeypatch.setattr(elsewhere, "_loose", lambda _: pytest.fail("looked for"))
    assert [find(f"Babodu {number}") for number in range(20)] == [()] * 20
