from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.countries.spoken import BESIDE, LANGUAGES, SPELLED_OUT, spoken_in
from relgraph.countries.table import TABLES
from relgraph.reading.shipped_tables import HEAD, rows
from tests.checkout import ROOT
from tools.countries.__main__ import tables
from tools.countries.inflection import RULES

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2_000_000
"""Bytes that the tables may take when they are installed."""


def test_the_tables_are_what_the_tool_makes(data: Path) -> None:
    for path, text in tables(data, ROOT / "node_modules" / "cldr-localenames-full").items():
        assert path.read_text(encoding="utf-8") == text, path.name


def test_every_language_has_its_table_and_those_with_rules_are_known_to_be_spelled_out() -> None:
    assert {path.stem for path in (TABLES / "names").glob("*.txt")} == {*LANGUAGES, "UNICODE-LICENSE"} - {"en"}
    assert RULES.keys() == SPELLED_OUT


def test_each_table_says_whence_it_comes_and_under_which_licence() -> None:
    for path in (*TABLES.glob("*.tsv"), *(TABLES / "names").glob("*.txt")):
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(HEAD)]
        assert path.name == "UNICODE-LICENSE.txt" or any("Licence:" in line for line in head), path.name


def test_the_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in TABLES.rglob("*.*")) < MOST


def test_a_name_beside_those_of_countries_holds_one_and_is_none() -> None:
    known = {one.text for one in spoken_in("en") if one.ids}
    for name in rows(BESIDE):
        words = re.split(r"[\s-]", name)
        held = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
        assert name not in known, name
        assert any(part in known for part in held if part != name), name
