"""Rows as CSV (RFC 4180, UTF-8) that spreadsheets read and do not run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""What tells Excel that a file is UTF-8; other programs take it for a part of the first name."""

_FORMULA = re.compile("\\s*[=+\\-@\t\r\uff0b\uff0d\uff1d\uff20]")  # what a spreadsheet would run, wide letters too


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows of text under their columns, a line each; every cell is guarded, and every name of a column."""
    return csv_lines([columns]) + csv_lines(rows)


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows of text without their columns, a line each; every cell is guarded."""
    import csv  # noqa: PLC0415 - only those who ask for it
    import io  # noqa: PLC0415 - as above

    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(
        [
            cell if cell[:1].isalnum() or not cell else guarded(cell) for cell in row
        ]  # no formula begins as most cells do
        for row in rows
    )
    return buffer.getvalue()


def guarded(cell: str) -> str:
    """A cell, with an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection).

    A number is none, and stays as it is.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
