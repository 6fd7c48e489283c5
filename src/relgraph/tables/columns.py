"""Which columns a mapping names, where they stand in a table, and how their cells are taken out of a row."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.reading.suggest import did_you_mean
from relgraph.tables.delimited import DELIMITERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from relgraph.tables.delimited import Delimited
    from relgraph.tables.mapping import TableMapping


def places_of(mapping: TableMapping, file: Delimited) -> dict[str, int]:
    """The place of each column, from 0. Raises InputError for one that the mapping names and the table lacks."""
    unpivot = mapping.unpivot
    made = (unpivot.name, unpivot.value) if unpivot else ()
    if taken := [one for number, one in enumerate(made) if one in (*file.columns, *made[:number])]:
        raise InputError(
            f"{mapping.place}: unpivot makes a column {taken[0]}, which is there already; call it otherwise"
        )
    names = (*file.columns, *made)
    columns = {name: number for number, name in enumerate(names)}
    for name in _named(mapping):
        if name not in columns:
            near = _parted_otherwise(file) or did_you_mean(name, columns)
            raise InputError(f"{file.path}: row 1: has no column {name}, which the mapping names{near}")
    return columns


def _parted_otherwise(file: Delimited) -> str:
    """What to write in the mapping where a line of heads seems to be parted by another mark; else nothing."""
    named, mark = file.columns[0], file.form.delimiter
    found = next(
        (word for word, one in DELIMITERS.items() if len(file.columns) == 1 and one in named and one != mark), ""
    )
    return f'; cells seem to be parted otherwise: say table: {{delimiter: "{found}"}}' if found else ""


def numbers_of(mapping: TableMapping, file: Delimited) -> dict[str, int]:
    """The number of each column of a file that the mapping names, from 1, in the order of the file."""
    named = {*_named(mapping)}
    return {name: number for number, name in enumerate(file.columns, start=1) if name in named}


def _named(mapping: TableMapping) -> Iterator[str]:
    """Every column that a mapping names."""
    yield from mapping.key
    yield from used_by(mapping)
    yield from (*mapping.unpivot.columns, *mapping.unpivot.but) if mapping.unpivot else ()
    yield from (one.spells.by for one in mapping.templates if one.spells)


def used_by(mapping: TableMapping) -> Iterator[str]:
    """Every column whose cells make something, or tell which rows do; one may come twice."""
    for where in mapping.skip:
        yield from where.columns
    for template in mapping.templates:
        yield from template.used
    if mapping.codes is not None:
        codes = mapping.codes
        yield from filter(None, (codes.code, *codes.actor.columns, codes.since, codes.until))


def shown_by(mapping: TableMapping) -> Iterator[str]:
    """The columns whose cells may be told as they stand: of a total only its unit is."""
    of_totals = [one.total for template in mapping.templates for one in template.values.values() if one.total]
    yield from used_by(mapping._replace(templates=tuple(one.without_totals for one in mapping.templates)))
    yield from filter(None, (one.unit_column for one in of_totals))


def telling(mapping: TableMapping) -> set[str]:
    """The columns that tell which rows are passed over, and for which rows a template is."""
    wheres = (where for one in mapping.templates for where in one.wheres)
    return {column for where in (*mapping.skip, *wheres) for column in where.columns}


def cells_at(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """A function that takes the cells of some places out of a row."""
    if not places:
        return lambda _: ()
    if len(places) == 1:
        (only,) = places
        return lambda cells: (cells[only],)
    return itemgetter(*places)
