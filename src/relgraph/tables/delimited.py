"""Delimited files, read a row at a time: each row with its number, each fault one line with row and column.

Rows are numbered as RFC 7111 has them in addresses (#row=2): from 1, the line of heads among them.
"""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.errors import InputError
from relgraph.tables.examined import unpacked

if TYPE_CHECKING:
    from _csv import Reader as _Reader
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import Literal, TextIO

    Numbered: TypeAlias = tuple[int, list[str]]
    """The number of a row, and its cells."""

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "latin-1": "latin-1",
    "windows-1252": "cp1252",
}
"""The encodings that a mapping may name, and what Python calls them: UTF-8 may begin with a mark."""
DELIMITERS = {",": ",", ";": ";", "|": "|", "tab": "\t"}
MOST_COLUMNS = 5_000
LONGEST_CELL = 1024 * 1024
LONGEST_LINE = 2 * LONGEST_CELL
BROKEN = "a byte is not of the encoding; say in the mapping what it is, under table: encoding"
_WIDE = frozenset({"utf-16"})
"""Encodings of which a byte that is none cannot be passed over: it is not known where the next letter begins."""
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no cell that is used may hold: controls but for tabs and line ends, marks that turn the direction of a text."""
_FORMULA = re.compile(r"[=@]|[-+](?=[^\d.,\s])(?=.*[(!|])", re.DOTALL)
"""What a spreadsheet would run."""


class Form(NamedTuple):
    """How a file is written: `columns` name them where the file has no line of heads, or others than are wanted.

    Where nothing is `quoted`, quotation marks are letters like others.
    """

    encoding: str = "utf-8"
    delimiter: str = ","
    header: bool = True
    columns: tuple[str, ...] = ()
    quoted: bool = True


class Fault(NamedTuple):
    """Why lines of a file are no row, the first of them by its number from 1, and how many there are."""

    why: str
    line: int
    lines: int


class _Lines:
    """The lines of a text, of which no more than one is held; `wrong` tells why that is not to be used.

    One that was read already can be given `back`: it comes before the others.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.wrong = ""
        self.back = ""

    def unseen(self) -> Iterator[str]:
        """The lines, of which nobody looks whether they can be used; one that is too long is parted."""
        return iter(partial(self._text.readline, LONGEST_LINE), "")

    def _next(self) -> str:
        line, self.back = self.back, ""
        return line or self._text.readline(LONGEST_LINE)

    def __iter__(self) -> Iterator[str]:
        while line := self._next():
            if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
                self.wrong = f"a line is longer than {LONGEST_LINE:,} letters"
                yield "\n"
                while (line := self._text.readline(LONGEST_LINE)) and line[-1] not in "\r\n":
                    pass
                continue
            if not line.isascii() and _is_broken(line):
                self.wrong = BROKEN
            yield line


def _is_broken(line: str) -> bool:
    """Whether there is a byte in it that could not be decoded."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return True
    return False


class Delimited:
    """A delimited file: its columns, and its rows as often as they are asked for."""

    def __init__(self, path: Path, form: Form) -> None:
        """Read the line of heads. Raises InputError where there is none, or a name stands in it twice."""
        self.path = path
        self.form = form
        first = next(self._records(), None)
        if first is None:
            raise InputError(f"{path}: is empty")
        self.columns = form.columns or tuple(cell.strip() for cell in first[1])
        if len(first[1]) > MOST_COLUMNS:
            raise InputError(f"{path}: row 1: has {len(first[1]):,} columns; at most {MOST_COLUMNS:,}")
        self._refuse_doubled()

    def rows(self) -> Iterator[Numbered]:
        """Every row but the line of heads; blank ones have no cell. Raises InputError at one that cannot be read."""
        records = self._records()
        if self.form.header:
            next(records)
        return records

    def sound_rows(self, note: Callable[[Fault], None]) -> Iterator[list[str]]:
        """Every row with a cell for each column, but the line of heads; what is no such row is noted, not raised."""
        with self._opened() as lines:
            reader = self._reader(lines)
            if self.form.header:
                next(reader)
            lines.wrong, before = "", reader.line_num
            for cells, wrong in _each(reader):
                why = wrong or lines.wrong or (_other_width(cells, len(self.columns)) if cells else "")
                if why:
                    note(Fault(why, before + 1, reader.line_num - before))
                elif cells:
                    yield cells
                lines.wrong, before = "", reader.line_num

    def _refuse_doubled(self) -> None:
        seen: dict[str, int] = {}
        for number, name in enumerate(self.columns, start=1):
            other = seen.setdefault(name, number)
            if name and other != number:
                told = f'row 1, column {number}: "{name}" is the name of column {other} too'
                raise InputError(f"{self.path}: {told}; name all columns in the mapping, under table: columns")

    def _records(self) -> Iterator[Numbered]:
        """Every record of the file; see `rows`."""
        with self._opened() as lines:
            reader = self._reader(lines)
            try:
                for number, cells in enumerate(reader, start=1):
                    if lines.wrong:
                        raise self._unread(lines.wrong, reader.line_num)
                    yield number, cells
            except csv.Error as error:
                raise self._unread(_explained(str(error)), reader.line_num) from None

    @contextmanager
    def by_lines(self) -> Iterator[ByLines]:
        """The file, open to be read line by line, behind the line of heads."""
        with self._opened() as lines:
            opened = ByLines(lines, self._reader(lines), self.form.delimiter, self._unread)
            if self.form.header:
                opened.record("", 1)
            yield opened

    def _unread(self, why: str, line: int) -> InputError:
        """What is to be raised at a line that cannot be read."""
        return InputError(f"{self.path}: {self._broken() if why == BROKEN else f'line {line}: {why}'}")

    @contextmanager
    def _opened(self) -> Iterator[_Lines]:
        """The lines of the file."""
        encoding = ENCODINGS[self.form.encoding]
        errors = "strict" if encoding in _WIDE else "surrogateescape"
        try:
            with unpacked(self.path) as file:
                self._refuse_other_encoding(file.read(2))
                file.seek(0)
                yield _Lines(io.TextIOWrapper(file, encoding, errors, newline=""))
        except UnicodeError:
            raise InputError(f"{self.path}: {self._broken()}") from None

    def _reader(self, lines: _Lines) -> _Reader:
        csv.field_size_limit(LONGEST_CELL)
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if self.form.quoted else csv.QUOTE_NONE
        return csv.reader(lines, delimiter=self.form.delimiter, quoting=quoting, strict=True)

    def _refuse_other_encoding(self, head: bytes) -> None:
        if head in _UTF_16_MARKS and self.form.encoding != "utf-16":
            raise InputError(f"{self.path}: is UTF-16; say so in the mapping, under table: encoding: utf-16")

    def _broken(self) -> str:
        """Where the first byte stands that is not of the encoding: the file is read once more to find it."""
        with unpacked(self.path) as file:
            text = io.TextIOWrapper(file, ENCODINGS[self.form.encoding], errors="replace", newline="")
            for number, cells in enumerate(csv.reader(text, delimiter=self.form.delimiter), start=1):
                for column, cell in enumerate(cells, start=1):
                    if "\ufffd" in cell:
                        wrong = f"row {number}, column {column}: a byte there is not {self.form.encoding.upper()}"
                        return f"{wrong}; say in the mapping what it is, under table: encoding: latin-1"
        return f"is not {self.form.encoding.upper()}"


class ByLines:
    """An open file whose lines are taken as they come, and become a record where that is asked for.

    `is_one_line` tells whether the last record was of one line.
    """

    def __init__(
        self, lines: _Lines, reader: _Reader, delimiter: str, unread: Callable[[str, int], InputError]
    ) -> None:
        """`unread` makes an error of why a line cannot be read, and its number."""
        self._delimiter = delimiter
        self.lines = lines.unseen()
        self._lines = lines
        self._reader = reader
        self._unread = unread
        self._asked = 0
        self.is_one_line = True

    def record(self, line: str, number: int) -> list[str]:
        """The cells of the record of a number that begins with a line, the last that was taken; none of a blank one.

        It takes the lines that are of it too. Each record before it that was not asked for had one line. Raises
        InputError for a record that cannot be read.
        """
        if line and '"' not in line and len(line) < LONGEST_CELL and line.isascii():  # no reader says otherwise
            self.is_one_line = True
            told = line.rstrip("\r\n")
            return told.split(self._delimiter) if told else []
        self._asked += 1
        passed = number - self._asked
        self._lines.back, before = line, self._reader.line_num
        try:
            cells = next(self._reader, [])
        except csv.Error as error:
            raise self._unread(_explained(str(error)), self._reader.line_num + passed) from None
        if self._lines.wrong:
            raise self._unread(self._lines.wrong, self._reader.line_num + passed)
        self.is_one_line = self._reader.line_num == before + 1
        return cells

    def others(self, number: int) -> Iterator[Numbered]:
        """Every record behind that of a number, the last that was asked for. Raises InputError as `record` does."""
        passed = number - self._asked
        try:
            for at, cells in enumerate(self._reader, start=number + 1):
                if self._lines.wrong:
                    raise self._unread(self._lines.wrong, self._reader.line_num + passed)
                yield at, cells
        except csv.Error as error:
            raise self._unread(_explained(str(error)), self._reader.line_num + passed) from None


def _each(reader: _Reader) -> Iterator[tuple[list[str], str]]:
    """Each record with nothing, or none with what is wrong with it: the reader goes on with the line after that."""
    while True:
        try:
            yield next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield [], _explained(str(error))


def _other_width(cells: Sequence[str], width: int) -> str:
    if len(cells) == width:
        return ""
    return f"{'fewer' if len(cells) < width else 'more'} cells than there are columns"


def _explained(message: str) -> str:
    if "field larger" in message:
        return f"a cell is longer than {LONGEST_CELL:,} letters, as where a quotation mark is never closed"
    if "end of data" in message:
        return "a quotation mark is never closed"
    if "expected after" in message:
        return "something stands behind a closing quotation mark; write a mark inside a cell twice"
    return message


def unfit(cells: Sequence[str]) -> str:
    """Why cells are not to be used: a control in one, or a formula; nothing where they may be."""
    for cell in cells:
        if not cell.isprintable() and _CONTROL.search(cell):
            return "a control character in a cell that is used"
        if cell[:1] in "=@+-" and cell and _FORMULA.match(cell):
            return "a formula in a cell that is used"
    return ""
