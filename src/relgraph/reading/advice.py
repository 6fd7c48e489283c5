"""What to write in place of a text that is no date: the very date that was meant, or none at all.

A text is understood as a whole or not at all: what would drop a word, or a day, is no advice.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

from relgraph.reading.calendar_words import named_month
from relgraph.reading.edtf import MARKS, NoSuchDay, span

FORMS = "write 2025, 2025-02 or 2025-02-14, with ? if unsure, or unknown"
_LONGEST = 80
DECEMBER, DIGITS = 12, 4


def years_meant(text: str) -> str:
    """For what is no month, 2025-27, the years that it most likely stands for: a clause to end a sentence with."""
    found = re.fullmatch(r"(\d{4})-(\d\d)", text, re.ASCII)
    pair = _pair(*found.groups()) if found else None
    return f"; write {pair[0]}/{pair[1]} for the years from one to the other" if pair else ""


def advice(text: str) -> str:
    """A sentence: that this is no date, why, and what to write."""
    plain = _plain(text)
    for pattern, reason in _REFUSED:
        if found := pattern.search(plain):
            day = found.groupdict().get("day")
            return f'"{text}" {reason}{f"; write {day}" if day and _is_date(day) else ""}'
    choices = [one for one in _read(plain) if _is_date(one)] if len(plain) <= _LONGEST else []
    if not choices:
        is_none = len(plain) <= _LONGEST and any(_written(plain))
        return f'"{text}" is not {"a day of the calendar" if is_none else f"a date; {FORMS}"}'
    if choices == ["unknown"]:
        return f'"{text}" is not a date; write unknown'
    unsure = "" if any(mark in choices[0] for mark in MARKS) else ", with ? if unsure"
    return f'"{text}" is not a date; write {" or ".join(choices)}{unsure}'


_REFUSED = (
    (re.compile(r"^(?P<day>\d{4}-\d\d-\d\d)[t ]\d\d(?::?\d\d.*)?$"), "has a time of day, which is not kept"),
    (re.compile(r"\dt\d\d:?\d\d"), "has a time of day, which is not kept"),
    (re.compile(r"^y?-\d|/y?-\d"), "lies before the year 1, and years are those from 0001 to 9999"),
    (
        re.compile(r"^y\d|/y\d|^\d{5,7}$|\de\d|\ds\d"),
        "is a year of another form; years are of four digits, 0001 to 9999",
    ),
    (re.compile(r"^\{.*\}$"), "stands for all of several dates; write a fact for each, or [a, b] for one of them"),
)


def _plain(text: str) -> str:
    """In small letters, with plain digits, dashes and single blanks; without "day" and "year" beside a date."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    told = " ".join(re.sub("[\u2010-\u2015\u2212]", "-", digits).strip(" .,;\"'").split())
    return re.sub(r"^ngày (?=\d)|(?<=\d) (?:г|года?|р|року?)$", "", told)  # noqa: RUF001 - of Cyrillic


def _is_date(text: str) -> bool:
    """Whether what would be advised can be read."""
    from relgraph.reading.dates import NotADate, parse_date  # noqa: PLC0415 - which asks here for advice

    try:
        parse_date(text)
    except NotADate:
        return False
    return True


def _read(text: str) -> list[str]:
    """What a text may mean as a whole, most often one date; more where day and month can be either."""
    if text in _UNKNOWN:
        return ["unknown"]
    text, mark = _mark(text)
    found = _either(text) or _interval(text)
    return [one + mark for one in found] if not mark or not any("/" in one or "[" in one for one in found) else []


_UNKNOWN = frozenset(
    {"?", "??", "-", "xxxx", "n.d", "n. d", "nd", "s.d", "undated", "no date", "not known", "none", "tbd"}
)
_ABOUT = re.compile(
    r"^(?:~ ?|(?:about|around|circa|ca\.?|c\.|approximately|approx\.?|roughly) ?(?=\d|[a-z]))|(?: ?~|(?<=\d)ish)$"
)
_UNSURE = re.compile(
    r"^(?:\? ?|(?:maybe|perhaps|probably|possibly|presumably|likely)\b ?)|(?: ?\(?\?\)?| ?\((?:unsure|uncertain)\))$"
)


def _mark(text: str) -> tuple[str, str]:
    """A text without words and signs for about and unsure, and the mark that stands for them."""
    bare = re.sub(r"(?<=[\dx])[~%?](?=-)|(?<=-)[~%?]|^[~%?]", "", text)  # marks inside, of level 2
    inside = "%" if "%" in text and bare != text else ""
    sure = _UNSURE.sub("", bare)
    exact = _ABOUT.sub("", sure)
    unsure = sure != bare or (bare != text and "?" in text)
    about = exact != sure or (bare != text and "~" in text)
    if exact.endswith("%"):
        exact, inside = exact[:-1], "%"
    return exact.strip(), inside or {(True, True): "%", (True, False): "?", (False, True): "~"}.get((unsure, about), "")


_BEFORE = re.compile(
    r"^(?:before|prior to|earlier than|by|until|till|up to|to|no later than|not later than|at the latest|vor|bis|avant"
    r"|jusqu'en|antes de|hasta|até|prima del?|fino al?|до|<=?|≤)(?: the end of)?(?: |(?<=[<=≤]))(.+)$"
    r"|^(.+?),? (?:at the latest|or earlier|or before)$|^(.+?)(?:以前|之前|까지| ?이전)$"
)
_AFTER = re.compile(
    r"^from (.+?),? on(?:wards?)?$"
    r"|^(?:after|later than|since|from|as of|not before|no earlier than|starting|nach|seit|après|depuis|después de"
    r"|desde|após|dopo|после|>=?|≥)(?: the (?:start|beginning) of)?(?: |(?<=[>=≥]))(.+)$"
    r"|^(.+?),? (?:at the earliest|or later|or after|on|onwards?)$|^(.+?)(?:以降|以后|以後|之后|부터| ?이후)$"
)
_NOW = r"(?:present|today|now|ongoing|open|date)"
_TO_NOW = re.compile(rf"^(?:from |since )?(.+?)()(?: ?- ?| to | until | till |/)(?:the )?{_NOW}$")
_TO = re.compile(
    r"^(?:from|between) (.+?) (?:to|and|until|till|through|-) (.+)$|^(.+?)(?: to | through | until | and | - )(.+)$"
)
_DASHED = re.compile(r"^(.+?)[-/](.+)$")
_LIMITS = (
    (_TO_NOW, "{}/.."),
    (re.compile(r"^(?:unknown|unk)/(.+)()$"), "/{}"),
    (re.compile(r"^(.+)/(?:unknown|unk)()$"), "{}/"),
    (_BEFORE, "../{}"),
)
_OR = re.compile(r"^(?:either )?(.+?) or (.+)$")


def _interval(text: str) -> list[str]:
    """What a text with two dates, or a limit on one, may mean."""
    for pattern, write in _LIMITS:
        if found := pattern.match(text):
            return [write.format(one) for one in _either(_first(found))]
    for pattern in (_TO, _DASHED):
        if (found := pattern.match(text)) and (pair := _pair(*filter(None, found.groups()))):
            return [f"{pair[0]}/{pair[1]}"]
    if found := _AFTER.match(text):
        return [f"{one}/.." for one in _either(_first(found))]
    if found := _OR.match(text):
        pair = _pair(found.group(1), found.group(2))
        return [f"[{pair[0]}, {pair[1]}]"] if pair else []
    return []


def _first(found: re.Match[str]) -> str:
    """The part that a pattern has, in whichever of its forms."""
    return next(filter(None, found.groups()), "")


def _pair(start: str, end: str) -> tuple[str, str] | None:
    """Two dates, of which the first may lack the year, or month and year, that the second has."""
    if re.fullmatch(r"\d{4}", start) and re.fullmatch(r"\d\d", end):
        return (start, start[:2] + end) if end > start[2:] else None
    last = _either(end)
    if len(last) != 1:
        return None
    rest = re.sub(r"^\d{1,2}(?:st|nd|rd|th)? ", "", end)
    tries = (start, f"{start} {last[0][:DIGITS]}", f"{start} {rest}") if not re.search(r"\d{4}", start) else (start,)
    first = next((found for one in tries if len(found := _either(one)) == 1 and "XXXX" not in found[0]), None)
    return (first[0], last[0]) if first else None


def _either(text: str) -> list[str]:
    """One date, in the ways that it may be read."""
    return [one for one in dict.fromkeys(_written(text)) if _exists(one)]


def _written(text: str) -> list[str]:
    """What the first form that a text has would be written as, whether or not the calendar has such a day."""
    for pattern, write in _DATES:
        if found := pattern.fullmatch(text):
            return write(*found.groups())
    return []


def _exists(text: str) -> bool:
    with suppress(NoSuchDay):
        return span(text) is not None
    return False


def _day(year: str, month: str, day: str) -> list[str]:
    return [f"{year}-{int(month):02}-{int(day):02}"] if int(month) <= DECEMBER else []


def _named(month: str) -> int:
    """The number of a month; 0 if the word is none."""
    return named_month(month) or 0


def _day_of(year: str, month: str, day: str) -> list[str]:
    return [f"{year}-{_named(month):02}-{int(day):02}"] if _named(month) else []


def _month_of(year: str, month: str) -> list[str]:
    return [f"{year}-{_named(month):02}"] if _named(month) else []


_NTH = {"1st": 33, "2nd": 34, "3rd": 35, "4th": 36, "first": 33, "second": 34, "third": 35, "fourth": 36}
_HALF = {"1st": 40, "2nd": 41, "first": 40, "second": 41}
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN = {one: at for at, one in enumerate(_ROMANS.split(), start=1)}
_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_Y, _D, _M = r"(\d{4})", r"(\d{1,2})(?:st|nd|rd|th|er|º)?", r"([^\W\d_][^\d\s_.,;:/()\[\]-]+)\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_OF = r"(?:[.,]? (?:(?:of|de|del|di) )?|,|-|\.)"
_DATES = tuple(
    (re.compile(pattern), write)
    for pattern, write in (
        (rf"(?:the (?:year )?|year )?{_Y}", lambda y: [y]),
        (r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century", lambda n: [f"{int(n) - 1:02}XX"] if int(n) else []),
        (r"(\d{4}-\d\d(?:-\d\d)?)", lambda day: [day]),
        (rf"{_Y}[-/. ](\d{{1,2}})[-/. ](\d{{1,2}})", _day),
        (rf"{_Y}([01]\d)([0-3]\d)", _day),
        (rf"{_Y} ?[年년] ?(\d{{1,2}}) ?[月월] ?(\d{{1,2}}) ?[日일]", _day),
        (rf"{_Y} ?[年년] ?(\d{{1,2}}) ?[月월]", lambda y, m: [f"{y}-{int(m):02}"]),
        (rf"{_Y} ?[年년]", lambda y: [y]),
        (rf"{_D} tháng (\d{{1,2}})(?: năm|,)? {_Y}", lambda d, m, y: _day(y, m, d)),
        (rf"tháng (\d{{1,2}})(?: năm|,)? {_Y}", lambda m, y: [f"{y}-{int(m):02}"]),
        (rf"{_D}[ .-](x?[iv]*|xi{{0,2}}|ix)[ .-]{_Y}", lambda d, m, y: _day(y, str(_ROMAN.get(m, 13)), d)),
        (rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_Y}", lambda d, m, y: _day(y, m, d)),
        (rf"(\d{{1,2}})[/-](\d{{1,2}})[/-]{_Y}", lambda a, b, y: [*_day(y, b, a), *_day(y, a, b)]),
        (rf"{_Y}[-/.](\d{{1,2}})", lambda y, m: [f"{y}-{int(m):02}"] if int(m) <= DECEMBER else []),
        (rf"(\d{{1,2}})[-/.]{_Y}", lambda m, y: [f"{y}-{int(m):02}"] if int(m) <= DECEMBER else []),
        (rf"{_WEEKDAY}(?:the )?{_D}{_OF}{_M}{_OF}{_Y}", lambda d, m, y: _day_of(y, m, d)),
        (rf"{_WEEKDAY}{_M}{_OF}(?:the )?{_D}{_OF}{_Y}", lambda m, d, y: _day_of(y, m, d)),
        (rf"{_Y}{_OF}{_M}{_OF}{_D}", _day_of),
        (rf"(?:the )?{_D}{_OF}{_M}", lambda d, m: _day_of("XXXX", m, d)),
        (rf"{_M}{_OF}(?:the )?{_D}", lambda m, d: _day_of("XXXX", m, d)),
        (rf"(?:in )?{_M}{_OF}{_Y}", lambda m, y: _month_of(y, m) or ([f"{y}-{_SEASON[m]}"] if m in _SEASON else [])),
        (rf"{_Y}{_OF}{_M}", lambda y, m: _month_of(y, m) or ([f"{y}-{_SEASON[m]}"] if m in _SEASON else [])),
        (_M, lambda m: _month_of("XXXX", m)),
        (rf"(?:the )?(\S+) quarter{_OF}{_Y}", lambda n, y: [f"{y}-{_NTH[n]}"] if n in _NTH else []),
        (rf"(?:the )?(\S+) half{_OF}{_Y}", lambda n, y: [f"{y}-{_HALF[n]}"] if n in _HALF else []),
        (rf"h([12])[ -/]?{_Y}", lambda n, y: [f"{y}-{39 + int(n)}"]),
        (rf"{_Y}[ -/]?h([12])", lambda y, n: [f"{y}-{39 + int(n)}"]),
        (rf"q([1-4])[ -/]?{_Y}", lambda n, y: [f"{y}-{32 + int(n)}"]),
        (rf"{_Y}[ -/]?q([1-4])", lambda y, n: [f"{y}-{32 + int(n)}"]),
        (r"(?:the )?(\d{3})(?:0'?s|[xu])", lambda d: [f"{d}X"]),
        (rf"{_Y}-[xu]{{2}}(?:-[xu]{{2}})?", lambda y: [f"{y}-XX"]),
        (rf"{_Y}-(\d\d)-[xu]{{2}}", lambda y, m: [f"{y}-{m}-XX"]),
        (r"xxxx-(\d\d)(?:-xx)?", lambda m: [f"XXXX-{m}"]),
    )
)
