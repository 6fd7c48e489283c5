"""Many like records as a table of columns: a large page stays small. script/data/unpack.mjs makes them records again.

A table is `{"rows": how many, "columns": {name: column}}`. A column takes one of these forms:

- `[value, ...]`: the values as they are;
- `{"all": value}`: the same in every row;
- `{"flags": "0110..."}`: true or false;
- `{"at": [number, ...]}`: each by its number among the `values` that the whole page shares, the most frequent first;
- `{"only": [row, ...], "are": column}`: nothing but in these rows;
- `{"lengths": column, "items": column}`: lists, the items of all of them in one column;
- a table: the same where the items are records.

null stands for what a record lacks. The outlines of the map are a letter for each small number: see `lettered`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, compress, count, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LETTERS = "".join(sorted(set(map(chr, range(0x21, 0x7F))) - set("\"&<>\\'")))
"""Those that JSON and HTML leave as they are."""
MIDDLE = len(LETTERS) // 2

Record: TypeAlias = dict[str, Any]
Column: TypeAlias = list[Any]

_NOTHING = type(None)
_NO_NUMBERS = np.empty(0, np.int64)


def packed(data: Mapping[str, Any]) -> Record:
    """The same data with its nodes, edges and facts as tables; a fact has its id in the column `id`."""
    packer = _Packer()
    tables = {name: packer.table(data[name]) for name in ("nodes", "edges")}
    facts = packer.table([*data["facts"].values()], id=[*data["facts"]])
    outlines = {"map": {**data["map"], "land": list(map(lettered, data["map"]["land"]))}} if "map" in data else {}
    return {**data, **tables, **outlines, "facts": facts, "values": packer.share()}


def lettered(numbers: Iterable[int]) -> str:
    """Whole numbers as one text: a letter of LETTERS for each from -MIDDLE on, any other in digits between blanks."""
    return "".join(
        LETTERS[number + MIDDLE] if 0 <= number + MIDDLE < len(LETTERS) else f" {number} " for number in numbers
    )


class _Packer:
    """Takes records apart into columns. Columns of text wait until it is known which texts come more than once."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Record, str, Column]] = []

    def table(self, records: Sequence[Record], **more: Column) -> Record:
        """Records as columns, `more` before them, named in the order of their first use."""
        shapes = dict.fromkeys(map(tuple, records))
        columns: Record = dict.fromkeys([*more, *chain.from_iterable(shapes)])
        if len(shapes) == 1 and not more:  # all have the same: record by record is soonest
            found = [*map(list, zip(*(record.values() for record in records), strict=True))]
        else:
            found = [more.get(name) or _values(records, name) for name in columns]
        for name, column in zip(columns, found, strict=True):
            self._column(columns, name, column)
        return {"rows": len(records), "columns": columns}

    def share(self) -> Column:
        """Settle the form of the columns that wait; returns the values that they share."""
        number: defaultdict[Any, int] = defaultdict(count().__next__)  # of each value, as they come
        columns = [np.fromiter(map(number.__getitem__, column), np.int64, len(column)) for *_, column in self._waiting]
        times = np.bincount(np.concatenate([_NO_NUMBERS, *columns]), minlength=len(number))
        shared = [2 * np.count_nonzero(times[column] > 1) >= len(column) for column in columns]
        used = np.unique(np.concatenate([_NO_NUMBERS, *compress(columns, shared)]))
        values = _most_frequent_first([*number], used.tolist(), times.tolist())
        place = np.full(len(number), None)
        place[[number[value] for value in values]] = range(len(values))
        for (holder, key, _), column in compress(zip(self._waiting, columns, strict=True), shared):
            holder[key] = {"at": place[column].tolist()}
        return values

    def _column(self, holder: Record, key: str, column: Column) -> None:
        """Set a column into its holder in the form that suits what it holds."""
        kinds = set(map(type, column))
        given = [value for value in column if value is not None] if _NOTHING in kinds else column
        holder[key] = column
        if 2 * len(given) < len(column):
            holder[key] = {"only": [row for row, value in enumerate(column) if value is not None]}
            self._column(holder[key], "are", given)
        elif column and kinds <= {list, _NOTHING}:
            holder[key] = self._lists(column)
        elif len(kinds) == 1 and dict not in kinds and column.count(column[0]) == len(column):
            holder[key] = {"all": column[0]}
        elif kinds == {bool}:
            holder[key] = {"flags": "".join("01"[value] for value in column)}
        elif str in kinds and kinds <= {str, int, _NOTHING}:
            self._waiting.append((holder, key, column))

    def _lists(self, column: Column) -> Record:
        form: Record = {}
        given = [one for one in column if one is not None]
        whole = len(given) == len(column)
        self._column(
            form, "lengths", [*map(len, given)] if whole else [None if one is None else len(one) for one in column]
        )
        items = [*chain.from_iterable(given)]
        if set(map(type, items)) == {dict}:
            form["items"] = self.table(items)
        else:
            self._column(form, "items", items)
        return form


def _most_frequent_first(values: Column, used: Iterable[int], times: Sequence[int]) -> Column:
    """Those of some values whose numbers are used, None apart; as frequent ones in the order of their texts."""
    frequent = sorted(used, key=lambda one: isinstance(values[one], str))
    frequent.sort(key=lambda one: str(values[one]))
    frequent.sort(key=times.__getitem__, reverse=True)
    return [values[one] for one in frequent if values[one] is not None]


def _values(records: Sequence[Record], name: str) -> Column:
    """What each record has of a name, None where it lacks it: as a rule all have it, and are asked at once."""
    try:
        return [*map(itemgetter(name), records)]
    except KeyError:
        return [*map(dict.get, records, repeat(name))]
