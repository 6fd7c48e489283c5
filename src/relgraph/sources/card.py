"""The card of a source: what it is, and the word index that stands in for its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.decoding import MAX_LINE
from relgraph.reading.fields import Fields
from relgraph.reading.place import NOWHERE, Place
from relgraph.reading.tree import Map, read_file
from relgraph.sources.coverage import read_coverage, read_searches
from relgraph.sources.tags import wrong_language
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.reading.dates import Date
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.sources.coverage import Coverage, Search

LONGEST_FILE_NAME = 255  # in bytes; file systems refuse longer ones

ABOUT = ("title", "author", "publisher", "language", "published", "covers", "url", "archived", "retrieved")
"""What a card says of its source, besides its id: whoever makes the card may give each of them."""
FIELDS = ("id", *ABOUT, "licence", "table", "coverage", "looked_for", "file", "sha256", "no_facts", "paragraphs")

NO_FACTS: Mapping[int, str] = {}  # shared; like all of a record, never to be changed
_ADDRESS = r"(?i)https?://[^\s\"'<>\\^`{|}\x00-\x20]+"


class Covers(NamedTuple):
    """The period that a source speaks of, and the paragraph that says so; None where the card does not name one."""

    period: Date
    paragraph: int | None = None


class TableCard(NamedTuple):
    """What a card tells of a table: the columns that are the key of its rows, and how many rows there are.

    `columns` are the numbers, from 1, of those columns that its mapping names.
    """

    key: tuple[str, ...]
    rows: int
    columns: Mapping[str, int]

    def cell(self, row: int, column: str) -> str:
        """The address of a cell within the table, as RFC 7111 has it: #cell=7,2; empty where it is not known."""
        return f"#cell={row},{self.columns[column]}" if row and column in self.columns else ""


class Card(NamedTuple):
    """What is known of a source.

    `index` holds, for each paragraph from 1, its sorted distinct normalised words, separated by blanks;
    `no_facts` why a paragraph yields none; `published` is None when unknown. `url` is where its publisher keeps it,
    `archived` where an archive does (http and https alone), `retrieved` when it was taken from there. What its text
    says of no other time is of the period that it `covers`. The card of a `table` has no index and holds no row of it.
    `coverage` is what its publisher, or the curator, says that it leaves nothing out of, `looked_for` what was searched
    for in it and is not there.
    """

    id: str
    title: str
    publisher: str | None = None
    language: str | None = None
    published: Date | None = None
    covers: Covers | None = None
    author: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: Date | None = None
    file: str | None = None
    sha256: str | None = None
    no_facts: Mapping[int, str] = NO_FACTS
    index: tuple[str, ...] = ()  # type: ignore[assignment]  # nobody asks a card for the method of tuples
    licence: str | None = None
    table: TableCard | None = None
    coverage: Coverage | None = None
    looked_for: tuple[Search, ...] = ()
    place: Place = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Card) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def whence(self) -> tuple[str, ...]:
        """Who wrote it, where it is kept and when it was taken from there, in words; what is not known is left out."""
        told = (
            f"by {self.author}" if self.author else "",
            self.url or "",
            f"archived: {self.archived}" if self.archived else "",
            f"retrieved {self.retrieved}" if self.retrieved else "",
            f"licence: {self.licence}" if self.licence else "",
        )
        return tuple(one for one in told if one)


def index_line(paragraph: str) -> str:
    """The index entry of a paragraph: its distinct normalised words, sorted, separated by blanks.

    Where a script sets no blanks between words, they are its overlapping pairs of characters.
    """
    found = words(paragraph)
    if not all(map(str.isascii, found)):
        from relgraph.sources.scripts import indexed  # noqa: PLC0415 - few texts have such scripts

        found = indexed(found)
    return " ".join(sorted(set(found)))


def read_card(path: File, shown: str) -> tuple[Card | None, list[Problem]]:
    """Read seeds/<id>.yaml; the card is None where it cannot be used."""
    tree, problems = read_file(path, shown, MAX_LINE)
    if tree is None:
        return None, problems
    fields = Fields(tree, shown, problems, "card")
    fields.only(FIELDS, mending=True)
    source = fields.required("id")
    if source and source != path.stem:
        fields.problem(f"the id {source} and the name of the file differ", "id")
    card = Card(
        id=path.stem,
        title=fields.required("title"),
        publisher=_known(fields.text("publisher")),
        language=_language(fields),
        published=fields.date("published"),
        covers=_covers(fields),
        author=_known(fields.text("author")),
        url=_address(fields, "url"),
        archived=_address(fields, "archived"),
        retrieved=fields.date("retrieved"),
        file=_file_name(fields),
        sha256=_digest(fields),
        no_facts=_no_facts(fields),
        index=_index(fields),
        licence=_known(fields.text("licence")),
        table=_table(fields),
        coverage=read_coverage(fields),
        looked_for=read_searches(fields),
        place=fields.place,
    )
    return card, problems


def _covers(fields: Fields) -> Covers | None:
    """A period, or {period: 2025, p: 1} with the paragraph that says so."""
    if not isinstance(fields.tree.get("covers"), Map):
        period = fields.date("covers")
        return Covers(period) if period is not None else None
    inner = fields.within(fields.map("covers"))
    inner.only(("period", "p"))
    period, paragraph = inner.date("period"), inner.number("p")
    if period is None:
        fields.problem("covers wants {period: date, p: paragraph}", "covers")
        return None
    return Covers(period, paragraph)


def _table(fields: Fields) -> TableCard | None:
    """{key: [column, ...], rows: 120, columns: {column: 1}}, which only the card of a table has."""
    if "table" not in fields.tree:
        return None
    inner = fields.within(fields.map("table"))
    inner.only(("key", "rows", "columns"))
    columns = inner.within(inner.map("columns"))
    numbers = {name: number for name in columns.tree if (number := columns.number(name))}
    return TableCard(inner.texts("key"), inner.number("rows") or 0, numbers)


def _known(text: str | None) -> str | None:
    return None if text == "unknown" else text


def is_address(text: str) -> bool:
    """Whether a text is an address that a reader may be sent to: http or https, and nothing that breaks out of it."""
    return re.fullmatch(_ADDRESS, text) is not None


def _language(fields: Fields) -> str | None:
    tag = fields.text("language")
    wrong = wrong_language(tag) if tag else None
    if wrong:
        fields.problem(f"language: {wrong}", "language")
    return None if wrong else tag


def _address(fields: Fields, key: str) -> str | None:
    text = fields.text(key)
    if text and not is_address(text):
        fields.problem(f"{key} must be an address that begins with http:// or https://", key)
        return None
    return text


def _file_name(fields: Fields) -> str | None:
    """The name of the text's file: a bare name, never a path out of the folder."""
    name = fields.text("file")
    if name and (re.search(r"[/\\\n]", name) or name in {".", ".."} or len(name.encode()) > LONGEST_FILE_NAME):
        fields.problem("file must be a bare file name, with no folder in it", "file")
        return None
    return name


def _digest(fields: Fields) -> str | None:
    digest = fields.text("sha256")
    if digest and not re.fullmatch(r"[0-9a-f]{64}", digest):
        fields.problem("sha256 must be 64 hexadecimal digits in lower case", "sha256")
        return None
    return digest


def _no_facts(fields: Fields) -> dict[int, str]:
    entries = fields.within(fields.map("no_facts"))
    numbers = _numbers(entries, "no_facts")
    return {number: reason for key, number in numbers.items() if (reason := entries.required(key))}


def _index(fields: Fields) -> tuple[str, ...]:
    """The words of each paragraph; a paragraph may have none (three asterisks)."""
    entries = fields.within(fields.map("paragraphs"))
    numbers = _numbers(entries, "paragraphs")
    if list(numbers.values()) != list(range(1, len(numbers) + 1)):
        fields.problem("paragraphs must be numbered 1, 2, 3 ... without a gap", "paragraphs")
        return ()
    return tuple(entries.long_text(key) or "" for key in numbers)


def _numbers(entries: Fields, what: str) -> dict[str, int]:
    """The keys that are numbers of paragraphs; any other is noted."""
    numbers = {}
    for key in entries.tree:
        if _NUMBER.fullmatch(key):
            numbers[key] = int(key)
        else:
            entries.problem(f'{what} wants the number of a paragraph, not "{key}"', key)
    return numbers


_NUMBER = re.compile("[1-9][0-9]{0,8}")
