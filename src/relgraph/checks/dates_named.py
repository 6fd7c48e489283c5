"""That the cited paragraphs give the dates of a fact: by themselves, or resting on what a card says of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.date_parts import missing, sides_of, uncommon_years
from relgraph.checks.dates import published_of
from relgraph.reading.dates import Date, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.date_parts import Side
    from relgraph.checks.dates_resting import Dated
    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.checks.rule import Findings
    from relgraph.sources.other_calendars import OtherYear


def dates_named(case: Case, context: Context) -> Findings:
    """Year, month and day stand in the cited paragraphs, or rest on their card, unless a `?` marks a reckoning.

    What was `seen`, or counted `as_of` a date, may bear the day on which the source was published.
    """
    if not case.paragraphs:
        return
    for field, date, of_source in _dates(case):
        if of_source and _is_published(case, date, context):
            continue
        for side in sides_of(date.text):
            lacking = missing(side, case.paragraphs)
            if lacking and _resting(side, date, case, context) is None:
                from relgraph.checks.dates_resting import unresolved  # noqa: PLC0415 - the paragraphs give most dates

                elsewhere = _of_another_calendar(side, case)
                for part in lacking:
                    hint = elsewhere if part == lacking[0] else ""
                    if part == lacking[-1] and not elsewhere:
                        hint = unresolved(case, context)
                    yield case.fact.place, _not_given(field, date, part) + hint


def of_common_calendar(case: Case, context: Context) -> Findings:
    """A date is of the common calendar: none that only another has, as the cited paragraphs write it."""
    del context
    for field, date, _ in _dates(case):
        for year in uncommon_years(date.text):
            found = next((one for one in _other_years(case) if one[1].shown == str(year)), None)
            if found is not None:
                told = f"{date} ({field}) seems to be {found[1]}"
                yield case.fact.place, f"{told}, in which dates are written; a year reckoned so is marked with ?"


def dated_by(case: Case, context: Context) -> Iterator[Dated]:
    """Each date of a fact that no cited paragraph gives by itself, with what it rests on; once for both its sides."""
    yield from dict.fromkeys(_dated_by(case, context))


def _dated_by(case: Case, context: Context) -> Iterator[Dated]:
    for field, date, of_source in _dates(case) if case.paragraphs else ():
        if of_source and _is_published(case, date, context):
            continue
        for side in sides_of(date.text):
            found = _resting(side, date, case, context) if missing(side, case.paragraphs) else None
            if found is not None:
                yield found._replace(field=field)


def _not_given(field: str, date: Date, part: str) -> str:
    whole = "" if part == date.text else f" of {date}"
    return f"the cited paragraphs never give {part}{whole} ({field}); cite where it stands, or mark it with ?"


def _dates(case: Case) -> list[tuple[str, Date, bool]]:
    """Each date with its field, and whether the source's own date will do."""
    found = [(word, date, word == "seen") for word, date in case.fact.when]
    for field, value in case.fact.fields.items():
        if isinstance(value, Date):
            found.append((field, value, case.kind.fields[field] == "date"))
    return found


def _is_published(case: Case, date: Date, context: Context) -> bool:
    """Whether a date may be that on which a cited source was published."""
    return any(
        date.before(published) is not Truth.YES and published.before(date) is not Truth.YES
        for _, published in published_of(case.fact, context)
    )


def _resting(side: Side, date: Date, case: Case, context: Context) -> Dated | None:
    """What a side of a date rests on that the paragraphs do not give whole; None if on nothing."""
    from relgraph.checks.dates_resting import resting  # noqa: PLC0415 - as above

    return resting(side, date, case, context)


def _other_years(case: Case) -> Iterator[tuple[CitedParagraph, OtherYear]]:
    """The years of other calendars that the cited paragraphs may give."""
    for paragraph in case.paragraphs:
        for found in paragraph.other_years:
            yield paragraph, found


def _of_another_calendar(side: Side, case: Case) -> str:
    """That the cited paragraphs may give the year of a date in another calendar; nothing is converted."""
    for paragraph, found in _other_years(case) if side.size == 1 else ():
        if side.year is not None and found.first <= side.year <= found.last:
            return f"; {paragraph} has what seems to be {found}"
    return ""
