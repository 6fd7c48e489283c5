"""On which line of a record something stands: looked up in its file, once a fault is to be told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.reading.place import Place
from relgraph.reading.tree import Map, Seq, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.records import Fact
    from relgraph.reading.held import File
    from relgraph.reading.tree import Tree


class Places:
    """The lines of fields within records. A file is read again only when a fault in it is told: most have none."""

    def __init__(self) -> None:
        self._records: dict[str, dict[tuple[int, int], Map]] = {}

    def of(self, fact: Fact, field: str, value: str | None = None) -> Place:
        """Where a field of a fact stands, or a value in its list; the fact's own place where that cannot be told."""
        place = fact.place
        if place.file not in self._records:
            self._records[place.file] = _records_of(place.file)
        record = self._records[place.file].get((place.line, place.column))
        if record is None or field not in record:
            return place
        line = _line_in(record[field], value) or record.line_of(field)
        return place if line == place.line else Place(place.file, line)

    def of_entry(self, vocabulary: File, part: str, entry: str) -> Place:
        """Where an entry of a dataset's vocabulary stands; the file where that cannot be told."""
        tree, _ = read_file(vocabulary, str(vocabulary))
        entries = tree.get(part) if tree else None
        return Place(str(vocabulary), entries.line_of(entry) if isinstance(entries, Map) else 1)


def _line_in(items: Tree, value: str | None) -> int | None:
    """The line of a value in a list."""
    if value is not None and isinstance(items, Seq):
        return next((line for item, line in zip(items, items.item_lines, strict=True) if item == value), None)
    return None


def _records_of(file: str) -> dict[tuple[int, int], Map]:
    """The records of a file by line and column; none where it can no longer be read."""
    tree, _ = read_file(Path(file), file)
    return {(record.line, record.column): record for record in _records(tree or Map(1, 1))}


def _records(tree: Map) -> Iterator[Map]:
    for section in tree.values():
        records = section.values() if isinstance(section, Map) else section if isinstance(section, Seq) else ()
        yield from (record for record in records if isinstance(record, Map))
