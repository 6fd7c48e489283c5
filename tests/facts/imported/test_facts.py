"""Facts of what rows make: typed by the vocabulary, said once, each with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.imported.facts import actors_of, facts_of
from relgraph.reading.held import HeldFile
from relgraph.tables.make import made_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.report import LeftOut
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.imported.facts import FactsMade
    from relgraph.facts.records import Actor

GIFTS = """\
what: gifts that were made up
table: {path: table.csv, key: [no]}
facts:
  - section: contributions
    giver: {column: giver, scheme: iso3}
    recipient: {column: taker, scheme: iso3}
    amount: {column: amount}
    on: {column: day}
"""
POSTS = """\
what: posts that were made up
table: {path: table.csv, key: [no]}
card: {published: 2000}
facts:
  - section: missions
    kind: embassy
    sender: {column: of, scheme: iso3}
    host: {column: to, scheme: iso3}
    seat: {column: town, make: city, part_of: host}
    until: {column: end}
"""


def facts(folder: Path, mapping: str, rows: str) -> tuple[FactsMade, list[Actor]]:
    """What rows make by a mapping, and the actors that they name."""
    (folder / "table.csv").write_text(rows, encoding="utf-8")
    read, problems = read_mapping(HeldFile("made.yaml", mapping.encode()), "made.yaml", shipped_vocabulary())
    assert read is not None, problems
    made = made_of(read, folder / "table.csv", Schemes(NOBODY_KNOWN, {}, read.decisions))
    found = facts_of(read, made.facts, shipped_vocabulary())
    return found, list(actors_of(read, made.actors, found.facts))


def test_rows_that_say_the_same_make_one_fact_and_others_of_its_id_are_told_apart_by_their_row(tmp_path: Path) -> None:
    rows = "1,FRA,KEN,5 USD,1990\n2,FRA,KEN,5 USD,1990\n3,FRA,KEN,7 USD,1990\n4,FRA,KEN,5 USD,1991\n"
    found, _ = facts(tmp_path, GIFTS, f"no,giver,taker,amount,day\n{rows}")

    assert [(one.id, str(one.fields["amount"])) for one in found.facts] == [
        ("made:contribution:france:kenya:1990", "5 USD"),
        ("made:contribution:france:kenya:1990:row=4", "7 USD"),
        ("made:contribution:france:kenya:1991", "5 USD"),
    ]
    assert found.left_out == [LeftOut("says the same as an earlier row", 1, 3)]


def test_what_a_field_cannot_hold_is_left_out_with_the_first_such_row(tmp_path: Path) -> None:
    rows = "1,FRA,KEN,much,1990\n2,FRA,KEN,a lot,1990\n3,FRA,FRA,5,1990\n4,FRA,EGY,5,1990\n"
    found, _ = facts(tmp_path, GIFTS, f"no,giver,taker,amount,day\n{rows}")

    assert [one.pair for one in found.facts] == [("france", "egypt")]
    assert [(one.reason.partition(";")[0], one.rows, one.first_row) for one in found.left_out] == [
        ('amount: "much" is not a figure', 2, 2),
        ("the same at giver and at recipient", 1, 4),
    ]
    assert found.left_out[0].reason.endswith("; and others like it")


def test_who_stands_in_no_fact_is_not_made_and_what_had_ended_is_over(tmp_path: Path) -> None:
    rows = "1,KEN,EGY,Luxor,\n2,KEN,EGY,Aswan,1999\n3,KEN,VNM,Hue,2000\n4,KEN,KEN,Nyeri,\n"
    found, actors = facts(tmp_path, POSTS, f"no,of,to,town,end\n{rows}")

    assert [(one.id, one.status) for one in found.facts] == [
        ("made-1", "in-force"),
        ("made-2", "ended"),
        ("made-3", "in-force"),
    ]
    assert [(one.name, one.part_of) for one in actors] == [("Luxor", "egypt"), ("Aswan", "egypt"), ("Hue", "vietnam")]
