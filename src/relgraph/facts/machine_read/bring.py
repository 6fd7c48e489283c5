"""Bringing a file of ties into a dataset: its mapping, its card, and which ties are taken of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.folder import TABLES, TIES
from relgraph.facts.imported.bring import NotBroughtError, at_hand, refuse_no_id
from relgraph.facts.load import declared_in
from relgraph.facts.machine_read.dataset import taken_up
from relgraph.facts.machine_read.parsing import read_ties_mapping
from relgraph.facts.machine_read.ties_file import read_ties
from relgraph.facts.parsing.actors import ID
from relgraph.reading.files import YAML
from relgraph.sources.add import table_card
from relgraph.sources.card import TableCard
from relgraph.sources.library import TEXTS
from relgraph.sources.text import decode, read, sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.load import Found
    from relgraph.facts.machine_read.facts import MachineRead
    from relgraph.facts.machine_read.mapping import TiesMapping

KEY = ("a", "b", "kind", "since")
"""What tells a tie of a file from all others."""


class TiesBrought(NamedTuple):
    """What an import of ties makes: the files to be written, and what was found in the file of the ties."""

    mapping: TiesMapping
    path: Path
    files: Mapping[Path, str]
    read: MachineRead


def ties_asked(asked: str, graph: Path) -> Path | None:
    """The mapping of ties that is asked for, by its file or by the name that the dataset has it by; None for others."""
    given, own = Path(asked), graph / TABLES / f"{asked}{TIES}"
    if given.name.endswith(TIES):
        return given
    is_table = (graph / TABLES / f"{asked}{YAML}").is_file()
    return own if ID.fullmatch(asked) and own.is_file() and not is_table else None


def bring_ties(path: Path, found: Found, folders: Iterable[Path], table: Path | None = None) -> TiesBrought:
    """Import a file of ties by a mapping; nothing is written here.

    The file is `table`, or one of the name in the mapping that lies in one of the folders or beside the mapping. Raises
    MisuseError for a mapping or a file that is not there, NotBroughtError for a mapping that is wrong, InputError for a
    file that cannot be read by it.
    """
    if not path.is_file():
        raise MisuseError(f"{path}: no such mapping")
    name = path.name.removesuffix(TIES)
    refuse_no_id(name)
    _refuse_taken(name, found)
    declared = declared_in(found.files)
    mapping, problems = read_ties_mapping(path, str(path), declared.vocabulary)
    if mapping is None:
        raise NotBroughtError((*declared.problems, *problems))
    file = table or at_hand(mapping, folders, (found.seeds / TEXTS, path.parent))
    taken = read_ties(file, mapping)
    made = taken_up(found.read(), [(mapping, taken)]).machine_read[name]
    card = found.seeds / f"{name}{YAML}"
    about = {"id": name, "title": mapping.what, **mapping.card}
    old = decode(read(card), str(card)) if card.exists() else ""
    told = table_card(old, about, TableCard(KEY, taken.rows, {}), file, sha256_of(file))
    written = {card: told, found.folder / TABLES / f"{name}{TIES}": decode(read(path), str(path))}
    return TiesBrought(mapping, file, written, made)


def _refuse_taken(name: str, found: Found) -> None:
    """Raise MisuseError where a source of another sort has the name."""
    card = found.library.cards.get(name)
    if (card is not None and card.table is None) or f"{TABLES}/{name}{YAML}" in found.files:
        raise MisuseError(f"{name} is a source already, and no file of ties; call the mapping otherwise")
