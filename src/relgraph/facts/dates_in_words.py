"""Dates as they are told: in 2025, on 2 September 2025, in February of an unstated year, since 2025 at the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.figures import ordinal_suffix
from relgraph.reading.dates import sides
from relgraph.reading.edtf import PARTS, SEASONS

if TYPE_CHECKING:
    from relgraph.facts.records import When
    from relgraph.reading.dates import Date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
YEARLESS = "XXXX"
OPEN = ".."
LEFT_OPEN = "XX"
DAY = 2  # hyphens in the text of a day
ABOUT = "~%"
UNSURE = "?%"
NOT_KNOWN = "a date not known"


def when_in_words(when: When, *, planned: bool = False, at_least: bool = False) -> str:
    """All dates of a fact: when it happened, since and until when it held, when it was seen so.

    What is `planned` is to hold from a day; what held `at_least` so long may have held longer.
    """
    told = (
        moment(when.on) if when.on else "",
        since(when.since, "from" if planned else "since") if when.since else "",
        until(when.until, at_least=at_least) if when.until else "",
        f"seen {moment(when.seen)}" if when.seen else "",
    )
    return ", ".join(one for one in told if one)


def moment(date: Date) -> str:
    """When something happened: in 2025, in May 2025, on 2 September 2025, by 2025, between 2026 and 2028."""
    return _perhaps(date, _moment(date.text))


def _moment(text: str) -> str:
    if text.startswith("["):
        return (
            f"by {_plain(sides(text)[0])}" if text.startswith(f"[{OPEN}") and "," not in text else f"in {_one_of(text)}"
        )
    first, slash, last = text.partition("/")
    if not slash:
        return f"{'on' if _is_day(text) else 'in'} {_plain(text)}"
    if first == last == OPEN:
        return "at whatever time"
    if first == OPEN:
        return f"by {_plain(last)}"
    return f"in {_plain(first)} or later" if last == OPEN else f"between {_plain(first)} and {_plain(last)}"


def _is_day(text: str) -> bool:
    """Whether a date is a day, told with "on"."""
    return text.count("-") == DAY


def since(date: Date, word: str = "since") -> str:
    """When something began: since 2025, since 2025 at the latest, since some time between 2025 and 2027."""
    return _perhaps(date, f"{word} {_turn(date.text)}")


def until(date: Date, *, at_least: bool = False) -> str:
    """When something ended: until 2025, at least until 2025; ongoing where the source says that it goes on."""
    least = "at least " if at_least else ""
    return "ongoing" if date.ongoing else _perhaps(date, f"{least}until {_turn(date.text)}")


def whole_date(date: Date) -> str:
    """A date by itself: 2025, May 2025, 2 September 2025, 2026 to 2028."""
    return _perhaps(date, _limit(date.text))


def _turn(text: str) -> str:
    """One day on which something began or ended, which may be any of a span."""
    first, slash, last = text.partition("/")
    if slash and OPEN not in (first, last):
        return f"some time between {_plain(first)} and {_plain(last)}"
    return _limit(text)


def _limit(text: str) -> str:
    if text.startswith("["):
        return (
            f"{_plain(sides(text)[0])} at the latest"
            if text.startswith(f"[{OPEN}") and "," not in text
            else _one_of(text)
        )
    first, slash, last = text.partition("/")
    if not slash:
        return _plain(first)
    if first == last == OPEN:
        return "whatever time"
    if first == OPEN:
        return f"{_plain(last)} at the latest"
    return f"{_plain(first)} at the earliest" if last == OPEN else f"{_plain(first)} to {_plain(last)}"


def _one_of(text: str) -> str:
    """One of several dates: 1667, 1668 or from 1670 to 1672."""
    told = [_run(item.strip()) for item in text.strip("[]").split(",")]
    return " or ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else told[0]


def _run(item: str) -> str:
    start, dots, end = item.partition(OPEN)
    if not dots:
        return _plain(item)
    if not start:
        return f"{_plain(end)} or earlier"
    return f"{_plain(start)} or later" if not end else f"any time from {_plain(start)} to {_plain(end)}"


def _plain(text: str) -> str:
    """A year, month, day, season, quarter, half-year or decade in words; nothing written is a date not known."""
    if not text:
        return NOT_KNOWN
    about = "about " if text[-1] in ABOUT else ""
    return about + _named(*text.rstrip("?~%").split("-"))


def _named(year: str, month: str = "", day: str = "") -> str:
    told = "an unstated year" if year == YEARLESS else _years(year)
    if month == LEFT_OPEN:
        return f"{'some day' if day else 'some month'} of {told}"
    number = int(month) if month else 0
    if number in SEASONS:
        return f"{SEASONS[number]} {told}"
    if number in PARTS:
        return f"the {PARTS[number]} of {told}"
    if not number:
        return told
    name = f"{MONTHS[number - 1]} {'of ' if year == YEARLESS else ''}{told}"
    return f"some day of {name}" if day == LEFT_OPEN else f"{int(day)} {name}" if day else name


def _years(year: str) -> str:
    """A year, the decade of 201X, the century of 20XX."""
    if year.endswith(LEFT_OPEN):
        number = int(year[:2]) + 1
        return f"the {number}{ordinal_suffix(number)} century"
    return f"the {year.replace('X', '0')}s" if "X" in year else year


def _perhaps(date: Date, told: str) -> str:
    return f"{told} (unsure)" if any(mark in date.text for mark in UNSURE) else told
