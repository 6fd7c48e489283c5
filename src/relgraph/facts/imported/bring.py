"""Bringing a table into a dataset: a mapping of its own or one that ships, the file, the card, and what came of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError, MisuseError
from relgraph.facts.folder import TABLES
from relgraph.facts.imported.load import importer_of, with_decisions
from relgraph.facts.load import declared_in
from relgraph.facts.parsing.actors import ID
from relgraph.reading.files import YAML, leads_out
from relgraph.reading.held import HeldFile
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.add import table_card
from relgraph.sources.card import TableCard
from relgraph.sources.library import TEXTS
from relgraph.sources.text import decode, read
from relgraph.tables.columns import numbers_of
from relgraph.tables.decisions import DECISIONS
from relgraph.tables.delimited import Delimited
from relgraph.tables.examined import examined
from relgraph.tables.parsing import read_mapping
from relgraph.tables.ready import READY, ready_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.imported.load import Imported
    from relgraph.facts.load import Declared, Found
    from relgraph.facts.machine_read.mapping import TiesMapping
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.store.shelf import Shelf
    from relgraph.tables.mapping import TableMapping
    from relgraph.tables.schemes import Schemes


class Brought(NamedTuple):
    """What an import makes: the files to be written, what the table makes, under which key it is to be kept."""

    mapping: TableMapping
    path: Path
    files: Mapping[Path, str]
    imported: Imported
    key: str
    schemes: Schemes


class NotBroughtError(InputError):
    """A mapping, or what it needs, is wrong: `problems` tell what."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("the table was not imported: see the problems above")
        self.problems = tuple(problems)


def bring(
    asked: str, found: Found, folders: Iterable[Path], table: Path | None = None, shelf: Shelf | None = None
) -> Brought:
    """Import a table by a mapping: a file, or the name of one that the dataset has or that ships.

    The file of the table is `table`, or one of the name in the mapping that lies in one of the folders or beside the
    mapping; what lists of codes make may lie on a `shelf`. Raises MisuseError for a mapping or a table that is not
    there, NotBroughtError for a mapping that is wrong, InputError for a table that cannot be read by it.
    """
    source = _source(asked, found.folder)
    text = found.library.cards.get(source.stem)
    if text is not None and text.table is None:
        raise MisuseError(f"{source.stem} is a source already, and no table; call the mapping otherwise")
    name = f"{TABLES}/{source.stem}{YAML}"
    files: dict[str, File] = dict(found.files)
    given = files.get(name)
    if given != source:
        given = HeldFile(str(source) if source == Path(asked) else source.name, read(source))
        files[name] = HeldFile(str(found.folder / name), read(source))
    declared = declared_in(files)
    as_given = _right(given, name, files, declared)  # what is wrong is told where it stands
    mapping = _right(files[name], name, files, declared)
    importer = importer_of(found._replace(files=files), declared, shelf, but=mapping.id)
    importer.refuse_unknown(as_given)
    path = table or at_hand(mapping, folders, (found.seeds / TEXTS, source.parent))
    sha256 = examined(path).sha256
    imported = importer.make(mapping, path)
    card = found.seeds / f"{mapping.id}{YAML}"
    about = {"id": mapping.id, "title": mapping.what, **mapping.card}
    old = decode(read(card), str(card)) if card.exists() else ""
    numbers = numbers_of(mapping, Delimited(path, mapping.form))
    made = table_card(old, about, TableCard(mapping.key, imported.report.rows, numbers), path, sha256)
    written = {card: made, found.folder / name: decode(read(source), str(source))}
    return Brought(mapping, path, written, imported, importer.key(mapping, sha256), importer.schemes(mapping))


def _right(file: File, name: str, files: Mapping[str, File], declared: Declared) -> TableMapping:
    """The mapping of a file, with the decisions beside its name. Raises NotBroughtError for one that is wrong."""
    mapping, wrong = read_mapping(file, str(file), declared.vocabulary)
    if mapping is not None:
        mapping, more = with_decisions(mapping, files.get(name.removesuffix(YAML) + DECISIONS))
        wrong += more
    if mapping is None or any(one.is_error for one in (*declared.problems, *wrong)):
        raise NotBroughtError((*declared.problems, *wrong))
    return mapping


def _source(asked: str, graph: Path) -> Path:
    """The file of the mapping that is asked for."""
    own, shipped = graph / TABLES / f"{asked}{YAML}", READY / f"{asked}{YAML}"
    given = Path(asked)
    if given.suffix == YAML and given.is_file():
        refuse_no_id(given.stem)
        return given
    for path in (own, shipped):
        if ID.fullmatch(asked) and path.is_file():
            return path
    near = did_you_mean(asked, ready_names())
    raise MisuseError(f"{asked}: no such mapping, neither a file nor one that ships{near} (relgraph import --list)")


def refuse_no_id(name: str) -> None:
    """Raise MisuseError for a name of a mapping that can be no id of its source."""
    if not ID.fullmatch(name):
        raise MisuseError(f"{name!r} is not an id; name the mapping in lower-case letters, digits and hyphens")


def at_hand(mapping: TableMapping | TiesMapping, folders: Iterable[Path], own: tuple[Path, ...]) -> Path:
    """The file that a mapping is of, from the first folder that has it, of those named and its `own`.

    Raises MisuseError where none has, and for a file that is not in its folder: a mapping may be a stranger's, and so
    may links in its own folders; in a folder that somebody named, links are theirs.
    """
    for folder in dict.fromkeys((*folders, *own)):
        path = folder / mapping.path
        if path.is_file():
            written = Path(os.path.normpath(path)).is_relative_to(os.path.normpath(folder))
            if not written or (folder in own and leads_out(path, folder)):
                raise MisuseError(f"{mapping.path} leads out of the folder {folder}; name the file with --table")
            return path
    whence = f"; it is kept at {mapping.card['url']}" if "url" in mapping.card else ""
    raise MisuseError(f"{mapping.path} is not at hand: name it with --table, or put it into seeds/texts{whence}")
