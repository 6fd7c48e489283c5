"""Ties that a machine read: whether their files are those that were imported, and what is taken of them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.facts.folder import ties_among
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from relgraph.checks.context import Context
    from relgraph.checks.rule import Finding, Findings
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.machine_read.mapping import TiesMapping
    from relgraph.reading.held import File

MOST_REASONS = 3


class _Found(NamedTuple):
    """What is wrong with the files of ties, and what is worth a note."""

    wrong: list[Finding]
    notes: list[Finding]


def ties_there(context: Context) -> Findings:
    """Mappings of ties that are wrong, and files that cannot be read by them."""
    yield from context.once(_found).wrong


def ties_told(context: Context) -> Findings:
    """What each file of ties is, and how many of its ties are taken; or that it cannot be looked at here."""
    yield from context.once(_found).notes


def _found(context: Context) -> _Found:
    found = _Found([], [])
    for dataset in [part.dataset for part in context.dataset.sets] or [context.dataset]:
        for file in ties_among(dataset.files).values():
            _look_at(dataset, file, found)
    return found


def _look_at(dataset: Dataset, file: File, found: _Found) -> None:
    from relgraph.facts.machine_read.parsing import read_ties_mapping  # noqa: PLC0415 - few datasets have ties

    mapping, problems = read_ties_mapping(file, str(file), dataset.vocabulary)
    found.wrong.extend((one.place, one.message) for one in problems if one.is_error)
    if mapping is None:
        return
    card = dataset.library.cards.get(mapping.id)
    if card is None or card.table is None:
        found.wrong.append((mapping.place, f"{mapping.id} has no card; relgraph import {mapping.id} makes it"))
    elif mapping.id not in dataset.library.tables:
        found.notes.append((mapping.place, f"machine-read ties in {card.file}, which is not at hand: not looked at"))
    elif find_spec("pyarrow") is None:
        told = f"machine-read ties in {card.file}: not looked at, for pyarrow is not installed"
        found.notes.append((mapping.place, f"{told}: pip install 'relgraph[bulk]'"))
    else:
        _read(dataset, mapping, found)


def _read(dataset: Dataset, mapping: TiesMapping, found: _Found) -> None:
    """Note what a file of ties is, or what is wrong with it."""
    from relgraph.facts.machine_read.dataset import taken_up  # noqa: PLC0415 - as above
    from relgraph.facts.machine_read.ties_file import read_ties  # noqa: PLC0415 - as above

    try:
        taken = read_ties(dataset.library.tables[mapping.id], mapping)
        read = taken_up(dataset, [(mapping, taken)]).machine_read[mapping.id]
    except InputError as error:
        found.wrong.append((mapping.place, str(error)))
        return
    reasons = ((reason.partition(" (")[0], rows) for reason, rows in read.left_out[:MOST_REASONS])
    why = "; ".join(f"{reason}: {rows:,}" for reason, rows in reasons)
    more = len(read.left_out) - MOST_REASONS
    rest = f"; and {counted(more, 'more reason')}" if more > 0 else ""
    left = f"; left out {why}{rest}" if why else ""
    kinds = ", ".join(kind.id for kind in mapping.kinds)
    of_rows = counted(read.rows, "tie", grouped=True)
    told = f"machine-read, query {read.query[:12]}: {read.ties:,} of {of_rows} by {read.period} taken as {kinds}{left}"
    found.notes.append((mapping.place, told))
