"""The files that events are in: one, all of a folder, or those of a pattern; of one form, and with the same columns."""

from __future__ import annotations

import glob
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError, MisuseError
from relgraph.reading.plurals import agreeing
from relgraph.store.shelf import digest
from relgraph.tables.delimited import Delimited
from relgraph.tables.examined import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa

    from relgraph.events.mapping import EventMapping

PARQUET = b"PAR1"
ZIP = b"PK\x03\x04"
REMOTE = "://"
"""What stands in the address of files that only a server can see."""


class Files(NamedTuple):
    """The paths of all files, in order, whether they are Parquet, and the names of the columns of delimited ones.

    `remote` is the address of files that only a server sees; then there are no paths.
    """

    paths: tuple[Path, ...]
    is_parquet: bool
    columns: tuple[str, ...] = ()
    remote: str = ""

    @property
    def digest(self) -> str:
        """What tells these files, as they are now, from others: their paths, sizes and times."""
        stats = ((path, path.stat()) for path in self.paths)
        told = [f"{path.resolve()} {found.st_size} {found.st_mtime_ns}" for path, found in stats]
        return digest("\n".join([*told, self.remote]).encode(errors="surrogateescape"))


def files_of(
    mapping: EventMapping, folders: Iterable[Path], asked: str | None = None, *, remote: bool = False
) -> Files:
    """The files of a mapping, from the first folder that has some; or those that are `asked` for.

    `remote` tells that a server counts, which may see files that this machine does not: they are Parquet.

    Raises MisuseError where there are none, InputError where they differ in form or columns, or lack one.
    """
    path = asked or mapping.path
    if REMOTE in path:
        if not remote:
            raise MisuseError(f"{path}: only a server may see that; name one with --engine spark://HOST:PORT")
        return Files((), is_parquet=True, remote=path)
    found = _found([Path(path)] if asked else [folder / path for folder in folders])
    if not found:
        raise MisuseError(f"{path}: no such file, and no file in such a folder; name them with --table")
    forms = {one: _is_parquet(one) for one in found}
    if len(set(forms.values())) > 1:
        odd = next(one for one in found if forms[one] != forms[found[0]])
        raise InputError(f"{odd}: is {_form(odd, forms)}, where {found[0]} is {_form(found[0], forms)}")
    if forms[found[0]]:
        _refuse_other_types(found, mapping)
        return Files(found, is_parquet=True)
    return Files(found, is_parquet=False, columns=_heads(found, mapping))


def _form(path: Path, forms: dict[Path, bool]) -> str:
    return "a Parquet file" if forms[path] else "delimited text"


def _found(places: Sequence[Path]) -> tuple[Path, ...]:
    """The files of the first place that has some, sorted, each once whatever links lead to it.

    Hidden ones, and those that Spark writes beside, are none.
    """
    for place in places:
        names = [place] if place.exists() else [Path(name) for name in glob.glob(str(place), recursive=True)]  # noqa: PTH207 - a pattern from the root, too
        found = sorted(file for name in names for file in ([name] if name.is_file() else _inside(name)))
        if found:
            return tuple({file.resolve(): file for file in reversed(found)}.values())[::-1]
    return ()


def _inside(folder: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one[0] not in "._"]
        yield from (Path(above, name) for name in names if name[0] not in "._")


def _is_parquet(path: Path) -> bool:
    with unpacked(path) as file:
        head = file.read(len(PARQUET))
    if head == ZIP:
        raise InputError(f"{path}: is a zip file; unpack it, or pack what is in it with gzip")
    return head == PARQUET


def _heads(paths: Sequence[Path], mapping: EventMapping) -> tuple[str, ...]:
    """The columns of delimited files. Raises InputError where the heads of two differ, or a column lacks."""
    heads = ((path, Delimited(path, mapping.form).columns) for path in paths if mapping.form.header)
    _, first = next(heads, (paths[0], mapping.form.columns))
    for path, columns in heads:
        if columns != first:
            raise InputError(f"{path}: row 1: {_difference(columns, first)}, other than {paths[0]}")
    _refuse_lacking(paths[0], first, mapping)
    _refuse_doubled(paths[0], first, mapping, str)
    return first


def _difference(columns: Sequence[str], first: Sequence[str]) -> str:
    lacking = [one for one in first if one not in columns]
    more = [one for one in columns if one not in first]
    told = (f"lacks {', '.join(lacking)}" if lacking else "", f"has {', '.join(more)}" if more else "")
    return " and ".join(filter(None, told)) or "has its columns in another order"


def _refuse_lacking(path: Path, columns: Sequence[str], mapping: EventMapping) -> None:
    lacking = [one for one in mapping.columns if one not in columns]
    if lacking:
        what = agreeing(len(lacking), "column", "columns")
        raise InputError(f"{path}: has no {what} {', '.join(lacking)}, which the mapping names")


def _refuse_doubled(path: Path, columns: Sequence[str], mapping: EventMapping, alike: Callable[[str], str]) -> None:
    """Raise InputError where a column that the mapping names is there more than once."""
    called = Counter(map(alike, columns))
    doubled = next((one for one in mapping.columns if called[alike(one)] > 1), None)
    if doubled is not None:
        raise InputError(f"{path}: has more than one column {doubled}, which the mapping names")


def _refuse_other_types(paths: Sequence[Path], mapping: EventMapping) -> None:
    """Raise InputError where a Parquet file lacks a column that the mapping names, or has it as another type."""
    types: dict[str, tuple[pa.DataType, Path]] = {}
    for path in paths:
        schema = _schema(path)
        _refuse_lacking(path, schema.names, mapping)
        _refuse_doubled(path, schema.names, mapping, str.casefold)  # engines do not tell capitals
        for column in mapping.columns:
            type_ = schema.field(column).type
            other, first = types.setdefault(column, (type_, path))
            if other != type_:
                raise InputError(f"{path}: column {column} is {type_}, where it is {other} in {first}")


def _schema(path: Path) -> pa.Schema:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_schema(path)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is damaged: {str(error).splitlines()[0]}") from None
