from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from relgraph.store.kept import TABLE, DamagedStoreError, Kept, made

if TYPE_CHECKING:
    from relgraph.store.kept import Sections

TEXTS: Sections = {"numbers": [(2, "two"), (1, "one")], "names": [("b", "B"), ("a", "é\n")]}


def test_what_was_kept_is_found_by_section_and_name() -> None:
    kept = Kept(made(TEXTS))

    assert kept.get("numbers", 1) == "one"
    assert kept.get("names", "a") == "é\n"
    assert kept.get("numbers", 3) is None
    assert kept.get("names", 1) is None
    assert list(kept.all("names")) == [("a", "é\n"), ("b", "B")]
    assert list(kept.all("numbers")) == [(1, "one"), (2, "two")]


def strange(*statements: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    return connection.serialize()


FILLED = "INSERT INTO kept VALUES ('names', 'a', 'A')"
STRANGE = {
    "no database": b"SQLite format 2",
    "nothing": b"",
    "another table": strange("CREATE TABLE kept (section TEXT, name, data TEXT)"),
    "a view in its place": strange("CREATE VIEW kept AS SELECT 'names' section, 'a' name, hex(zeroblob(9)) data"),
    "a trigger": strange(TABLE, FILLED, "CREATE TRIGGER t AFTER INSERT ON kept BEGIN SELECT 1; END"),
    "another table beside it": strange(TABLE, FILLED, "CREATE TABLE more (x)"),
    "cut short": made({"names": [(str(number), "x" * 50) for number in range(500)]})[:4096],
}


@pytest.mark.parametrize("data", STRANGE.values(), ids=STRANGE)
def test_what_is_none_of_ours_is_not_read(data: bytes) -> None:
    with pytest.raises(DamagedStoreError):
        list(Kept(data).all("names"))


def test_a_text_that_is_none_is_damage() -> None:
    kept = Kept(strange(TABLE, "INSERT INTO kept VALUES ('names', 'a', x'00ff')"))

    with pytest.raises(DamagedStoreError):
        kept.get("names", "a")


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM kept", "ATTACH 'x' AS x", "PRAGMA query_only = OFF", "SELECT load_extension('x')", "SELECT hex(1)"],
)
def test_nothing_but_reading_is_allowed(statement: str) -> None:
    kept = Kept(made(TEXTS))

    with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited"):
        kept._connection.execute(statement)  # noqa: SLF001 - what a stranger's file might have run


def test_damage_within_is_told_when_it_is_come_upon() -> None:
    data = made({"names": [(str(number), "x" * 50) for number in range(500)]})
    kept = Kept(data[:4096] + b"\xff" * (len(data) - 4096))  # the first page, which tells of the table, is whole

    with pytest.raises(DamagedStoreError):
        kept.get("names", "499")
    with pytest.raises(DamagedStoreError):
        list(kept.all("names"))
