"""Made-up mappings of a panel and of a list of visits, and what facts say in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.records import Fact
    from relgraph.tables.report import Report

    Make: TypeAlias = Callable[[str, str], tuple[list[Fact], Report]]

HEAD = "what: made up\ntable: {path: table.csv, key: [a, b, year]}\n"
PANEL = (
    HEAD
    + """\
facts:
  - section: accreditations
    unless: {level: "0"}
    kind: {column: level, values: {"1": charge-d-affaires, "3": ambassador}}
    of: {column: a, scheme: iso3}
    to: {column: b, scheme: iso3}
    spells: {by: year}
"""
)


EACH = (
    HEAD
    + """\
table: {path: table.csv, key: [no]}
facts:
  - section: visits
    visitor: {column: who, make: person}
    host: {column: where, scheme: name, at: day}
    on: {from: day, to: end}
    kind: {flags: {state: state, official: official}}
    note: {template: "{who} in {where}"}
"""
).replace("table: {path: table.csv, key: [a, b, year]}\n", "", 1)


def told(facts: list[Fact]) -> list[tuple[str, ...]]:
    """The ends, the narrower kind and the dates of facts."""
    return [(*(end.id for end in fact.ends), fact.type or "", *(f"{w} {d}" for w, d in fact.when)) for fact in facts]
