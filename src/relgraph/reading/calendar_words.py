"""Months, days of the week, and words such as yesterday or last year, in the language of a text.

Names are compared without marks: vowel signs and accents are taken off on both sides. A name that its language always
writes with a capital is none without it: May is a month, may is not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING

from relgraph.reading.word_table import CALENDAR, every, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

ENGLISH = "en"
SHORTEST = 3
LONGEST_ENDING = 4
_SAME = str.maketrans(
    {"\u0131": "i", "\u03c2": "\u03c3", "ß": "s"}
    | dict.fromkeys("\u2019\u2018\u02bc\u02bb", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_ALIASES = {
    "nb": "no",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "tl": "fil",
    "cmn": "zh",
    "sh": "sr",
    "mo": "ro",
    "arb": "ar",
}
AGO = "past-"
"""Before the name of a unit: the forms that count how many of it are over."""
NUMBER = "{0}"
"""What stands for a number in a form that counts: {0} years ago."""
NO_BLANKS = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})
_CLITICS = {"he": "[ובכלמהש]{0,2}", "ar": "[وفبل]{0,2}"}
_ENDINGS = frozenset(
    {
        *("az", "be", "bg", "bs", "cs", "el", "et", "eu", "fi", "hr", "hu", "hy", "ka", "kk"),
        *("ky", "lt", "lv", "mk", "mn", "pl", "ru", "sk", "sl", "sr", "tk", "tr", "uk", "uz"),
    }
)
"""Languages whose months take endings that the table does not have: "в декабре", "w grudniu", "decemberben"."""

_MORE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    ENGLISH: {
        "year+0": ("this year", "the current year"),
        "year-1": ("last year", "the previous year"),
        "year": ("the year", "same year", "that year", "year"),
    },
    "ru": {"m5": ("мае", "маем", "маю")},
    "uk": {"m5": ("травні",), "year+0": ("цього року",), "year-1": ("минулого року", "торік")},
    "be": {"m5": ("маі",)},
    "pl": {"m5": ("maju", "majem"), "m2": ("lutym",), "year+0": ("w tym roku", "tego roku")},
    "cs": {"m5": ("květnu",)},
    "de": {
        "year+0": ("dieses Jahr", "in diesem Jahr", "dieses Jahres"),
        "year-1": ("letztes Jahr", "im vergangenen Jahr"),
    },
    "fr": {"year+0": ("cette année",), "year-1": ("l'an dernier", "l'année dernière", "l'année passée")},
    "es": {"year+0": ("este año",), "year-1": ("el año pasado",)},
    "pt": {"year+0": ("este ano",), "year-1": ("o ano passado", "no ano passado")},
    "it": {"year+0": ("quest'anno",), "year-1": ("l'anno scorso", "lo scorso anno")},
    "as": {"m5": ("মে",)},
}
"""Forms that CLDR does not have. `year` is the year that a text speaks of, whichever that is."""


def bare(text: str) -> str:
    """A text without marks and signs that are not seen, its digits plain; capitals stay, and so does its order."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(_digit(c) for c in apart if unicodedata.category(c) not in _UNSEEN).translate(_SAME)


_UNSEEN = frozenset({"Mn", "Mc", "Me", "Cf"})


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def key(text: str) -> str:
    """A name as names are compared."""
    return bare(text).lower()


_SIGNED = 0xF700
"""In place of the number of a month whose name is one letter with its signs, which nothing tells apart when bare."""


@dataclass(frozen=True)
class Calendar:
    """What a language calls its months (m1 to m12), days of the week (w1 to w7), and days told from today.

    `forms` has what a form stands for; `capital` the forms that are none without a capital; `stems` the months whose
    beginnings are enough; `ago` each unit with a form that counts how many of it are over; `signed` the names of one
    letter with its signs, such as মে, each with what stands for it in a bare text.
    """

    language: str
    forms: Mapping[str, str]
    capital: frozenset[str] = frozenset()
    stems: Mapping[str, str] = field(default_factory=dict)
    ago: tuple[tuple[str, str], ...] = ()
    signed: Mapping[str, str] = field(default_factory=dict)

    def bare(self, text: str) -> str:
        """A text without marks, as `bare` makes it; a signed name that stands there as a word is kept by its sign."""
        for name, sign in self.signed.items() if not text.isascii() else ():
            text = re.sub(re.escape(name), partial(_sign_of, sign), text)
        return bare(text)

    def key(self, word: str) -> str:
        """A word as names are compared."""
        return self.bare(word).lower()

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each name in a bare text: where it begins and ends, and what it stands for."""
        low = text.lower()
        for match in self._pattern.finditer(low):
            form, stem = match.group("form"), match.group("stem")
            start = match.start("form" if form else "stem")
            what = self.forms[form] if form else self.stems[stem]
            if form in self.capital and not text[start].isupper():
                continue
            if self.language == ENGLISH and form in _OTHER_WORDS and not _beside_a_date(low, start, match.end()):
                continue
            yield start, match.end(), what

    def among(self, words: frozenset[str]) -> set[str]:
        """What is named by words in no order, whose capitals are lost: several words name it if each is there."""
        found = {what for form, what in self.forms.items() if words.issuperset(form.split())}
        if self.stems:
            found.update(what for stem, what in self.stems.items() if any(map(_begins(stem), words)))
        return found

    @property
    def knows_months(self) -> bool:
        """Whether it has the months of its language, so that they can be asked for."""
        return bool(self.forms)

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern(self.language)


def _sign_of(sign: str, found: re.Match[str]) -> str:
    """The sign of a name that goes on neither before nor behind, with a letter or a mark; else what was found."""
    text, start, end = found.string, *found.span()
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return found.group() if any(unicodedata.category(one)[0] in "LM" for one in beside) else sign


def _begins(stem: str) -> Callable[[str], bool]:
    return lambda word: word.startswith(stem) and len(word) <= len(stem) + LONGEST_ENDING


_OTHER_WORDS = frozenset({"may", "march", "mar"})
_BEFORE = (
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|of|by|since|until|till|from|between|to|and|or|during|before|after|last|this"
    r"|next|early|late|mid|through|each|every|ended|following))[\s,-]*$"
)
_AFTER = r"\.?[\s,]*(?:the )?'?\d"


def _beside_a_date(text: str, start: int, end: int) -> bool:
    """Whether a word that means something else too stands as a month does: by a figure, or after "in" and the like."""
    return bool(re.compile(_AFTER).match(text, end) or re.search(_BEFORE, text[max(0, start - 20) : start]))


@cache
def calendar_of(language: str | None) -> Calendar:
    """The calendar of a language tag; English where there is none, empty where the language is not known."""
    tag = (language or ENGLISH).lower().replace("_", "-").partition("-")[0]
    main = _ALIASES.get(tag, tag)
    forms: dict[str, str] = {}
    signed: dict[str, str] = {}
    small: set[str] = set()
    ago: list[tuple[str, str]] = []
    more: Mapping[str, tuple[str, ...]] = _MORE.get(main, {})
    for what, names in (*rows(CALENDAR, main).items(), *more.items()):
        if what.startswith(AGO):
            ago += ((what.removeprefix(AGO), key(name)) for name in names)
            continue
        kind = what.replace("a", "m") if re.fullmatch(r"a\d+", what) else what
        for name in names:
            if len(bare(name)) == 1:
                signed[name] = sign = chr(_SIGNED + int(kind[1:]))
                forms[sign] = kind
                continue
            forms.setdefault(key(name), kind)
            if not bare(name)[:1].isupper():
                small.add(key(name))
    capital = frozenset(forms.keys() - small - set(signed.values()))
    return Calendar(main, forms, capital, _stems(forms) if main in _ENDINGS else {}, tuple(ago), signed)


def _stems(forms: Mapping[str, str]) -> dict[str, str]:
    """The beginnings of the longer names of months, less the last letter, where they are those of one month."""
    found: dict[str, set[str]] = {}
    for form, what in forms.items():
        if re.fullmatch(r"m\d+", what) and len(form) > SHORTEST:
            found.setdefault(form[:-1], set()).add(what)
    return {stem: whats.pop() for stem, whats in found.items() if len(whats) == 1 and len(stem) >= SHORTEST}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Finds the names of a language: whole words, but where nothing parts words; the longest first."""
    calendar = calendar_of(language)
    exact, stems = _choice(calendar.forms), _choice(calendar.stems)
    if language in NO_BLANKS:
        return re.compile(f"(?P<form>{exact})(?P<stem>(?!))?")
    letter = r"[^\W\d_]"
    clitics = _CLITICS.get(language, "")
    return re.compile(
        rf"(?<!{letter}){clitics}(?:(?P<form>{exact})|(?P<stem>{stems}){letter}{{0,{LONGEST_ENDING}}})(?!{letter})"
    )


def _choice(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; for none of them, one that never fits."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


@cache
def named_month(word: str) -> int | None:
    """The month that a word names: in English, its first letters too; else in whatever language, if it is one month."""
    plain = key(word).rstrip(".")
    english = calendar_of(ENGLISH).forms
    found = {what for form, what in english.items() if what[0] == "m" and what[1:].isdigit() and form.startswith(plain)}
    if len(plain) < SHORTEST or len(found) != 1:
        found = {
            what.replace("a", "m")
            for table in every(CALENDAR).values()
            for what, names in table.items()
            if re.fullmatch(r"[am]\d+", what) and plain in map(key, names)
        }
    return int(found.pop()[1:]) if len(found) == 1 else None
