"""Dates as they are told: in 2025, on 2 September 2025, in February of an unstated year, since 2025 at the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.facts.records import When
    from relgraph.reading.dates import Date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
YEARLESS = "XXXX-"
OPEN = ".."
DAY = 2  # hyphens in the text of a day


def when_in_words(when: When) -> str:
    """All dates of a fact: when it happened, since and until when it held, when it was seen so."""
    told = (
        moment(when.on) if when.on else "",
        since(when.since) if when.since else "",
        until(when.until) if when.until else "",
        f"seen {moment(when.seen)}" if when.seen else "",
    )
    return ", ".join(one for one in told if one)


def moment(date: Date) -> str:
    """When something happened: in 2025, in May 2025, on 2 September 2025, by 2025, between 2026 and 2028."""
    return _perhaps(date, _moment(date.text.replace("?", "")))


def _moment(text: str) -> str:
    first, slash, last = text.partition("/")
    if not slash:
        return f"{'on' if text.count('-') == DAY and not text.startswith(YEARLESS) else 'in'} {_plain(text)}"
    if first == OPEN:
        return f"by {_plain(last)}"
    return f"in {_plain(first)} or later" if last == OPEN else f"between {_plain(first)} and {_plain(last)}"


def since(date: Date) -> str:
    """When something began: since 2025, since 2025 at the latest, since some time between 2025 and 2027."""
    return _perhaps(date, f"since {_turn(date.text)}")


def until(date: Date) -> str:
    """When something ended: until 2025; ongoing where the source says that it goes on."""
    return "ongoing" if date.ongoing else _perhaps(date, f"until {_turn(date.text)}")


def whole_date(date: Date) -> str:
    """A date by itself: 2025, May 2025, 2 September 2025, 2026 to 2028."""
    return _perhaps(date, _limit(date.text))


def _turn(text: str) -> str:
    """One day on which something began or ended, which may be any of a span."""
    first, slash, last = text.replace("?", "").partition("/")
    if slash and OPEN not in (first, last):
        return f"some time between {_plain(first)} and {_plain(last)}"
    return _limit(text)


def _limit(text: str) -> str:
    first, slash, last = text.replace("?", "").partition("/")
    if not slash:
        return _plain(first)
    if first == OPEN:
        return f"{_plain(last)} at the latest"
    return f"{_plain(first)} at the earliest" if last == OPEN else f"{_plain(first)} to {_plain(last)}"


def _plain(text: str) -> str:
    """A year, month or day in words."""
    if text.startswith(YEARLESS):
        month, _, day = text.removeprefix(YEARLESS).partition("-")
        return f"{f'{int(day)} ' if day else ''}{MONTHS[int(month) - 1]} of an unstated year"
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    return " ".join(one for one in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year) if one)


def _perhaps(date: Date, told: str) -> str:
    return f"{told} (unsure)" if date.unsure else told
