"""The data of a page as records again: what script/data/unpack.mjs does, told in Python."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

from relgraph.webpage.data.packing import LETTERS, MIDDLE


def data_of(html: str) -> dict[str, Any]:
    """The data that stands in a page."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return unpacked(json.loads(found[1]))


def unpacked(data: dict[str, Any]) -> dict[str, Any]:
    values = data.pop("values")
    nodes, edges, facts = (records(data[name], values) for name in ("nodes", "edges", "facts"))
    if "map" in data:
        data["map"]["land"] = [numbers(text) for text in data["map"]["land"]]
    return {**data, "nodes": nodes, "edges": edges, "facts": {fact.pop("id"): fact for fact in facts}}


def numbers(text: str) -> list[int]:
    """Whole numbers that stand as letters, or in digits between blanks."""
    found: list[int] = []
    for place, part in enumerate(text.split(" ")):
        found += [int(part)] if place % 2 else [LETTERS.index(letter) - MIDDLE for letter in part]
    return found


def records(table: dict[str, Any], values: list[Any]) -> list[dict[str, Any]]:
    columns = {name: column(form, table["rows"], values) for name, form in table["columns"].items()}
    rows = ({name: cells[row] for name, cells in columns.items()} for row in range(table["rows"]))
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def column(form: Any, rows: int, values: list[Any]) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    if "columns" in form:
        return records(form, values)
    return list(form) if isinstance(form, list) else filled(form, rows, values)


def filled(form: dict[str, Any], rows: int, values: list[Any]) -> list[Any]:
    match form:
        case {"all": value}:
            return [value] * rows
        case {"flags": flags}:
            return [flag == "1" for flag in flags]
        case {"at": numbers}:
            return [None if number is None else values[number] for number in numbers]
        case {"only": places, "are": inner}:
            found = dict(zip(places, column(inner, len(places), values), strict=True))
            return [found.get(row) for row in range(rows)]
        case {"lengths": lengths, "items": inner}:
            counts = column(lengths, rows, values)
            items = iter(column(inner, sum(count or 0 for count in counts), values))
            return [None if count is None else list(islice(items, count)) for count in counts]
    raise AssertionError(form)
