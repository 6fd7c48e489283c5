"""Reading the tables of a dataset: each mapping with its decisions and its card, and what the table makes by them.

A table need not be at hand once it was imported: what it makes is kept, under the digests of all that this depends on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.facts.compiled.packing import Packer, Unpacker
from relgraph.facts.folder import TABLES, TIES, VOCABULARY
from relgraph.facts.imported.facts import actors_of, facts_of
from relgraph.facts.imported.known import known_of
from relgraph.reading.collector import paused_collector
from relgraph.reading.files import bytes_of
from relgraph.reading.place import Problem
from relgraph.reading.plurals import counted
from relgraph.store.kept import DamagedStoreError
from relgraph.store.shelf import digest
from relgraph.tables.decisions import DECISIONS, with_those_beside
from relgraph.tables.examined import examined
from relgraph.tables.lookup import Lookup
from relgraph.tables.make import codes_of, made_of
from relgraph.tables.parsing import RULE, read_mapping
from relgraph.tables.report import LeftOut, Report, Unmatched
from relgraph.tables.schemes import Life, Listed, Schemes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from relgraph.facts.load import Declared, Found
    from relgraph.facts.records import Actor, Fact
    from relgraph.reading.held import File
    from relgraph.sources.coverage import Coverage
    from relgraph.sources.library import Library
    from relgraph.store.kept import Kept, Sections
    from relgraph.store.shelf import Shelf
    from relgraph.tables.mapping import TableMapping
    from relgraph.vocabulary.model import Vocabulary

TOGETHER = 500
"""Facts that are kept under one name."""


class Imported(NamedTuple):
    """What one table makes: facts and actors, or whom codes mean; and what came of its rows."""

    facts: list[Fact]
    actors: list[Actor]
    codes: dict[str, list[Listed]]
    report: Report


class InLists(NamedTuple):
    """What lists have of an actor: pairs of scheme and code, and of each scheme the first and the last year."""

    codes: list[tuple[str, str]]
    years: list[tuple[str, int, int]]


class Tables(NamedTuple):
    """What all tables of a dataset make; `lists` by the ids of actors, `coverages` what they leave nothing out of."""

    facts: list[Fact]
    actors: list[Actor]
    problems: list[Problem]
    lists: dict[str, InLists]
    coverages: list[Coverage]


class Mappings(NamedTuple):
    """The mappings of a dataset by the ids of their sources, those that list codes first."""

    by_id: dict[str, TableMapping]
    problems: list[Problem]


def mappings_of(files: Mapping[str, File], vocabulary: Vocabulary) -> Mappings:
    """Read every mapping among the files of a dataset, each with the decisions beside it."""
    found: list[TableMapping] = []
    problems: list[Problem] = []
    for name, file in sorted(files.items()):
        if name.startswith(f"{TABLES}/") and not name.endswith((DECISIONS, TIES)):
            mapping, wrong = read_mapping(file, str(file), vocabulary)
            problems += wrong
            beside = files.get(f"{name.removesuffix('.yaml')}{DECISIONS}")
            if mapping is not None:
                mapping, wrong = with_decisions(mapping, beside)
                problems += wrong
                found.append(mapping)
    ordered = sorted(found, key=lambda one: (one.codes is None, one.id))
    return Mappings({one.id: one for one in ordered}, problems)


def with_decisions(mapping: TableMapping, beside: File | None) -> tuple[TableMapping, list[Problem]]:
    """A mapping with the decisions of the file beside it, which go before its own."""
    if beside is None:
        return mapping, []
    decisions, problems = with_those_beside(mapping.decisions, beside)
    return mapping._replace(decisions=decisions), problems


class Importer:
    """Makes facts of the tables of one dataset, in the order in which they are asked for: lists of codes first."""

    def __init__(self, files: Mapping[str, File], vocabulary: Vocabulary, actors: Mapping[str, Actor]) -> None:
        self._files = files
        self.vocabulary = vocabulary
        self.known = known_of(actors)
        self.lists: dict[str, dict[str, list[Listed]]] = {}
        self._told: list[str] = []
        self._keys: dict[str, str] = {}

    def schemes(self, mapping: TableMapping) -> Schemes:
        """Whom codes and names mean for a mapping."""
        return Schemes(self.known, self.lists, mapping.decisions)

    def make(self, mapping: TableMapping, path: Path) -> Imported:
        """Read a table that was `examined`. Raises InputError for one that cannot be read by its mapping."""
        schemes = self.schemes(mapping)
        self.refuse_unknown(mapping)
        if mapping.codes is not None:
            found = codes_of(mapping, mapping.codes, path, schemes)
            return Imported([], [], dict(found.codes), found.report)
        with paused_collector():
            made = made_of(mapping, path, schemes)
            facts, left_out = facts_of(mapping, made.facts, self.vocabulary)
        report = made.report._replace(made=len(facts), left_out=(*made.report.left_out, *left_out))
        return Imported(facts, list(actors_of(mapping, made.actors, facts)), {}, report)

    def refuse_unknown(self, mapping: TableMapping) -> None:
        """Raise InputError for a scheme of a mapping that nothing is known of."""
        names = self.schemes(mapping).names
        for value in mapping.looked_up:
            if value.scheme not in names:
                known = ", ".join(sorted(names))
                told = (
                    f"no codes of the scheme {value.scheme} are known; import a list of them first. There are {known}"
                )
                raise InputError(f"{value.place}: {told}")

    def add(self, mapping: TableMapping, imported: Imported, sha256: str) -> None:
        """Take in what a list of codes tells, for the tables after it."""
        if mapping.codes is not None:
            self._keys[mapping.codes.scheme] = self.key(mapping, sha256)
            self.lists.setdefault(mapping.codes.scheme, {}).update(imported.codes)

    def key(self, mapping: TableMapping, sha256: str) -> str:
        """The digest of all that a table makes depends on: itself, its mapping and lists, actors, vocabulary."""
        from relgraph.store.program import program  # noqa: PLC0415 - few datasets have tables

        if not self._told:
            self._told = [*program(), *self._digests(lambda name: name.startswith("actors/") or "/" not in name)]
        own = self._digests(lambda name: name.startswith(f"{TABLES}/{mapping.id}."))
        lists = [self._keys[scheme] for scheme in sorted(mapping.schemes & self._keys.keys())]
        told = (*self._told, *own, *lists, str(mapping.place), sha256)
        return digest("\0".join(told).encode(errors="surrogateescape"))

    def _digests(self, wanted: Callable[[str], bool]) -> list[str]:
        """The digest of each file that is wanted: facts that curators wrote change nothing of what tables make."""
        files = {name: file for name, file in self._files.items() if wanted(name)}
        kept = {name: file for name, file in files.items() if "/" in name or name == VOCABULARY}
        return [f"{name} {digest(bytes_of(file))}" for name, file in sorted(kept.items())]


def importer_of(found: Found, declared: Declared, shelf: Shelf | None, but: str = "") -> Importer:
    """An importer that knows what all lists of codes tell that were imported, but one."""
    importer = Importer(found.files, declared.vocabulary, declared.actors)
    for other in mappings_of(found.files, declared.vocabulary).by_id.values():
        if other.codes is not None and other.id != but and other.id in found.library.cards:
            listed = imported_by(other, importer, found.library, shelf)
            importer.add(other, listed, found.library.cards[other.id].sha256 or "")
    return importer


def read_tables(
    files: Mapping[str, File],
    library: Library,
    vocabulary: Vocabulary,
    actors: Mapping[str, Actor],
    shelf: Shelf | None = None,
) -> Tables:
    """What the tables of a dataset make; `shelf` is where it is kept, if anywhere."""
    mappings, problems = mappings_of(files, vocabulary)
    importer = Importer(files, vocabulary, actors)
    facts: list[Fact] = []
    made: list[Actor] = []
    for mapping in mappings.values():
        try:
            imported = imported_by(mapping, importer, library, shelf)
        except InputError as error:
            problems.append(Problem(mapping.place, RULE, str(error)))
        else:
            importer.add(mapping, imported, library.cards[mapping.id].sha256 or "")
            facts += imported.facts
            made += imported.actors
            problems += notes_of(mapping, imported.report)
    coverages = [one.coverage for one in mappings.values() if one.coverage is not None]
    return Tables(facts, made, problems, _in_lists(importer.lists), coverages)


def _in_lists(lists: Mapping[str, Mapping[str, list[Listed]]]) -> dict[str, InLists]:
    """By the id of each actor what lists of codes have of it."""
    found: dict[str, InLists] = {}
    for scheme, listed in lists.items():
        for code, those in listed.items():
            for one, life in those:
                told = found.setdefault(one, InLists([], []))
                told.codes.append((scheme, code))
                told.years.append((scheme, *life))
    return found


def imported_by(mapping: TableMapping, importer: Importer, library: Library, shelf: Shelf | None) -> Imported:
    """What a table makes: as it was kept, else made anew. Raises InputError where neither can be had."""
    card = library.cards.get(mapping.id)
    if card is None or card.sha256 is None or card.table is None:
        raise InputError(f"{mapping.id} was not imported yet; relgraph import {mapping.id} makes its card")
    key = importer.key(mapping, card.sha256)
    kept = shelf.find(key) if shelf is not None else None
    if kept is not None:
        try:
            return unpacked(kept)
        except (DamagedStoreError, ValueError, TypeError, LookupError):
            pass
    path = library.tables.get(mapping.id)
    if path is None:
        whence = f", kept at {card.url}" if card.url else ""
        raise InputError(
            f"the table {card.file} is not at hand{whence}; put it into seeds/texts, or name its folder with --texts"
        )
    examined(path)
    imported = importer.make(mapping, path)
    if shelf is not None:
        shelf.keep(key, packed(imported))
    return imported


def lookup_of(
    mapping: TableMapping, files: Mapping[str, File], library: Library, vocabulary: Vocabulary
) -> Lookup | None:
    """A table of which single rows can be asked; None where it is not at hand. Raises InputError as `make` does."""
    path = library.tables.get(mapping.id)
    if path is None:
        return None
    from relgraph.facts.load import declared_in  # noqa: PLC0415 - it imports this module where there are tables

    importer = Importer(files, vocabulary, declared_in(files).actors)
    for other in mappings_of(files, vocabulary).by_id.values():
        if other.codes is not None and other.id in library.tables:
            importer.add(other, imported_by(other, importer, library, None), library.cards[other.id].sha256 or "")
    return Lookup(mapping, path, importer.schemes(mapping))


def notes_of(mapping: TableMapping, report: Report) -> Iterator[Problem]:
    """A note of the rows that were left out, and of the values that matched nobody."""
    if report.left_out:
        rows = sum(one.rows for one in report.left_out)
        why = "; ".join(f"{one.reason}: {one.rows}" for one in report.left_out[:3])
        told = f"{counted(rows, 'row')} of {report.rows:,} left out: {why}"
        yield Problem(mapping.place, "rows-left-out", told, "note")
    if report.unmatched:
        number = len(report.unmatched)
        told = f"{counted(number, 'value', grouped=True)} that {'match' if number > 1 else 'matches'} nobody"
        if report.more:
            told = f"{told}, and others in {counted(report.more, 'cell', grouped=True)}"
        yield Problem(mapping.place, "unmatched", f"{told}; relgraph import {mapping.id} lists them", "note")


def packed(imported: Imported) -> Sections:
    """What a table makes, as texts to be kept."""
    packer = Packer()
    rows = [packer.fact(fact) for fact in imported.facts]
    pieces = [rows[start : start + TOGETHER] for start in range(0, len(rows), TOGETHER)]
    report = imported.report
    parts = {
        "actors": list(map(packer.actor, imported.actors)),
        "codes": {code: [[one.actor, *one.life] for one in found] for code, found in imported.codes.items()},
        "report": [report.rows, report.made, report.left_out, report.unmatched, report.more],
        "files": list(packer.files),
    }
    encode = json.JSONEncoder(separators=(",", ":")).encode
    facts = ((number, encode(piece)) for number, piece in enumerate(pieces))
    return {"": ((name, encode(part)) for name, part in parts.items()), "facts": facts}


def unpacked(kept: Kept) -> Imported:
    """What was kept of a table. Raises DamagedStoreError, ValueError, TypeError or LookupError for what was not."""

    def part(name: str) -> str:
        found = kept.get("", name)
        if found is None:
            raise DamagedStoreError
        return found

    unpacker = Unpacker(json.loads(part("files")))
    rows, made, left_out, unmatched, more = json.loads(part("report"))
    report = Report(
        rows, made, tuple(LeftOut(*one) for one in left_out), tuple(Unmatched(*one) for one in unmatched), more
    )
    codes = {
        code: [Listed(actor, Life(first, last)) for actor, first, last in found]
        for code, found in json.loads(part("codes")).items()
    }
    facts = [unpacker.fact(row) for _, text in kept.all("facts") for row in json.loads(text)]
    return Imported(facts, list(map(unpacker.actor, json.loads(part("actors")))), codes, report)
