"""The tables of words are made from three packages, and from nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.reading.word_table import CALENDAR, LICENCE, NUMBERS, SPELLED, every, rows
from tools.languages import __main__ as tool

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder


def names(*given: str) -> dict[str, str]:
    return {str(number): name for number, name in enumerate(given, start=1)}


def calendar(inside: str, alone: str, short: str) -> dict[str, Any]:
    """A year of one month and a week of one day, in the shape of CLDR."""
    days = {"wide": {"mon": "Moonday"}}
    gregorian = {
        "months": {
            "format": {"wide": names(inside), "abbreviated": names(short)},
            "stand-alone": {"wide": names(alone), "abbreviated": names("M01")},
        },
        "days": {"format": days, "stand-alone": days},
    }
    return {"dates": {"calendars": {"gregorian": gregorian}}}


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIELDS: dict[str, Any] = {
    "dates": {
        "fields": {one: {} for one in ("month", "week", "day", *DAYS)}
        | {
            "year": {
                "displayName": "year",
                "relative-type--1": "last year",
                "relativeTime-type-future": {"relativeTimePattern-count-other": "in {0} years"},
                "relativeTime-type-past": {
                    "relativeTimePattern-count-one": "a year since",
                    "relativeTimePattern-count-two": "two years since ({0})",
                    "relativeTimePattern-count-other": "{0} years since",
                },
            }
        }
    }
}


def numbers(decimal: str, word: str) -> dict[str, Any]:
    formats = {"long": {"decimalFormat": {"10000000-count-other": f"00 {word}"}}, "short": {"decimalFormat": {}}}
    return {
        "numbers": {
            "symbols-numberSystem-latn": {"decimal": decimal, "group": "."},
            "decimalFormats-numberSystem-latn": formats,
        }
    }


SPELLING = {
    "%spellout-numbering": [["x.x", "←← point →→;"], ["0", "none;"], ["1", "one;"], ["2", "two;"], ["3", "=%%more=;"]],
    "%%more": [
        ["3", "three;"],
        ["10", "'ten[-→%spellout-numbering→];"],
        ["20", "←%spellout-numbering← ten[ →%spellout-numbering→];"],
        ["100", "hundred[ →%spellout-numbering→];"],
        ["200", "←%spellout-numbering← hundreds[ and →%spellout-numbering→];"],
    ],
    "%spellout-numbering-year": [["0", "never;"]],
}
"""Numbers of a language made up, by the rules that spell them out."""


def packages(locales: dict[str, tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, str]:
    """The files of the packages for some locales, each with its calendar and numbers."""
    spelling = json.dumps({"rbnf": {"rbnf": {"SpelloutRules": SPELLING}}})
    files = {"dates/LICENSE": "the licence\n", "spelled/rbnf/xx.json": spelling, "spelled/rbnf/en.json": spelling}
    for locale, (dates, figures) in locales.items():
        for name, data in (("ca-gregorian", dates), ("dateFields", FIELDS)):
            files[f"dates/main/{locale}/{name}.json"] = json.dumps({"main": {locale: data}})
        files[f"numbers/main/{locale}/numbers.json"] = json.dumps({"main": {locale: figures}})
    return files


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Where the tables are written to in place of the package."""
    places = {name: tmp_path / f"{name.lower()}.tsv" for name in ("CALENDAR", "NUMBERS", "SPELLED", "LICENCE")}
    for name, place in places.items():
        monkeypatch.setattr(tool, name, place)
    return places


def test_the_forms_of_all_regions_are_gathered(dataset: WriteFolder, written: dict[str, Path]) -> None:
    locales = {
        "xx": (calendar("januarya", "januar", "jan."), numbers(",", "million")),
        "xx-YY": (calendar("yanuarya", "yanuar", "1."), numbers(".", "millions")),
        "und": (calendar("nowhere", "nowhere", "no"), numbers("?", "none")),
    }
    folder = dataset(packages(locales))

    assert tool.main(*(str(folder / name) for name in ("dates", "numbers", "spelled"))) == 0
    assert every(written["CALENDAR"]) == {
        "xx": {
            "a1": ("jan",),
            "m1": ("januarya", "januar", "yanuarya", "yanuar"),
            "w1": ("Moonday",),
            "past-year": ("{0} years since",),
            "year-1": ("last year", "a year since"),
            "year-2": ("two years since",),
        }
    }
    assert every(written["NUMBERS"]) == {
        "xx": {"decimal": (",",), "e6": ("million", "millions"), "group": (".",)},
        "xx-YY": {"decimal": (".",)},
    }
    assert rows(written["NUMBERS"], "xx-YY") == {"decimal": (".",)}
    assert rows(written["NUMBERS"], "zz") == {}
    assert written["LICENCE"].read_text(encoding="utf-8") == "the licence\n"


def test_numbers_are_spelled_out_by_their_rules(dataset: WriteFolder, written: dict[str, Path]) -> None:
    folder = dataset(packages({"xx": (calendar("januarya", "januar", "jan."), numbers(",", "million"))}))

    assert tool.main(*(str(folder / name) for name in ("dates", "numbers", "spelled"))) == 0
    spelled = every(written["SPELLED"])
    assert "en" not in spelled  # which the reader of amounts knows by itself
    assert {number: forms for number, forms in spelled["xx"].items() if number in {"2", "12", "20", "21", "99"}} == {
        "2": ("two",),
        "12": ("ten-two",),
        "20": ("two ten",),
        "21": ("two ten one",),
        "99": ("three ten three",),  # it has no number above three
    }
    assert (spelled["xx"]["100"], spelled["xx"]["300"]) == (("hundred",), ("three hundreds", "three hundreds and"))
    assert "1" not in spelled["xx"]


def test_what_is_no_package_is_refused(dataset: WriteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder = dataset({"dates/LICENSE": "x", "numbers/other.txt": ""})

    assert tool.main() == tool.main(*(str(folder / name) for name in ("dates", "numbers", "spelled"))) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "tools.languages: name the three packages: python -m tools.languages DATES NUMBERS SPELLED"
    assert told[1].endswith("no such folder; unpack the npm package there")


def test_the_shipped_tables_say_whence_they_come() -> None:
    for path in (CALENDAR, NUMBERS, SPELLED):
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        assert any("Unicode CLDR" in line for line in head)
    assert "UNICODE LICENSE" in LICENCE.read_text(encoding="utf-8")
