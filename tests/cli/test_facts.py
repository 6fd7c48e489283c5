"""`relgraph facts`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp, Kenya]}}
      - {id: plan, of: vietnam, with: egypt, tier: cp, status: intended}
    memberships: [{id: gone, member: kenya, in: asean, withdrawn: {on: 2025, why: misread}}]
"""
PROMISED = {"id", "kind", "text", "holds", "ends", "status", "derived", "evidence"}


def as_json(ask: Ask, *args: str) -> dict[str, dict[str, Any]]:
    """The facts listed, by id."""
    return {fact["id"]: fact for fact in json.loads(ask(FACTS, "facts", *args, "--output", "json").stdout)}


@pytest.mark.usefixtures("believed")
def test_each_fact_is_told_with_its_evidence(ask: Ask) -> None:
    assert ask(FACTS, "facts", "--stated").stdout == (
        "Việt Nam has a Comprehensive Strategic Partnership with Kenya [since 2025]\n"
        '   talks p 1: "csp", "Kenya" (verified against the index)\n'
        "Withdrawn: Kenya is a member of ASEAN\n"
        "   withdrawn in 2025: misread\n"
        "Việt Nam intends a Comprehensive Partnership with Egypt\n"
        "3 facts, 0 of them derived\n"
    )


def test_derived_facts_say_by_which_rule(ask: Ask) -> None:
    lines = ask(FACTS, "facts").stdout.splitlines()

    assert "   by rule: a ranked partnership implies diplomatic relations, from csp" in lines
    assert lines[-1] == "4 facts, 1 of them derived"


def test_json_has_the_promised_keys(ask: Ask) -> None:
    found = as_json(ask)

    assert all(fact.keys() >= PROMISED for fact in found.values())
    assert found["csp"].keys() == PROMISED | {"tier", "since", "file", "line"}
    assert found["csp"]["line"] == 4
    assert found["csp"]["file"] == "graph/talks.yaml"
    derived = next(fact for fact in found.values() if fact["derived"])
    assert derived.keys() >= PROMISED | {"rule", "premises"}
    assert "line" not in derived


def test_with_a_day_each_fact_says_whether_it_holds(ask: Ask) -> None:
    assert as_json(ask, "--as-of", "2025-06", "--stated", "--kind", "partnership")["csp"]["holds"] == "maybe"
    assert as_json(ask, "--as-of", "2026")["csp"]["holds"] == "yes"
    assert "csp" not in as_json(ask, "--as-of", "2024")


HISTORY = """
    partnerships:
      - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1}}
      - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1}}
"""
LOWER = "Việt Nam has a Strategic Partnership with Kenya"


@pytest.mark.usefixtures("believed")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["facts", "--stated"], f"{LOWER} [since 2010; superseded]"),
        (["facts", "--stated", "--as-of", "2025-06-30"], f"{LOWER} [since 2010; maybe superseded]"),
        (["facts", "--stated", "--as-of", "2024"], f"{LOWER} [since 2010]"),
        (["show", "Kenya"], f"  {LOWER} [since 2010; superseded; talks p 1]"),
        (["between", "Kenya", "Vietnam"], f"  {LOWER} [since 2010; superseded; talks p 1]"),
        (["timeline"], f"2010        {LOWER} (from then on) [talks p 1; superseded]"),
    ],
)
def test_a_tier_that_a_later_one_replaced_is_marked_in_text(ask: Ask, args: list[str], told: str) -> None:
    assert told in ask(HISTORY, *args).stdout.splitlines()


@pytest.mark.parametrize("command", [["facts"], ["show", "Kenya"], ["between", "Kenya", "Vietnam"], ["timeline"]])
def test_a_tier_that_a_later_one_replaced_is_marked_in_tables_and_json(ask: Ask, command: list[str]) -> None:
    rows = csv.DictReader(ask(HISTORY, *command, "--stated", "--output", "csv").stdout.splitlines())
    assert {row["id"]: row["superseded"] for row in rows} == {"lower": "yes", "upper": "no"}
    header, _, *lines = ask(HISTORY, *command, "--stated", "--output", "md").stdout.splitlines()
    column = header.split(" | ").index("superseded")
    assert sorted(line.split(" | ")[column] for line in lines) == ["no", "yes"]
    found = ask(HISTORY, *command, "--stated", "--output", "json").stdout
    assert found.count('"superseded": "yes"') == 1
    assert found.count('"superseded"') == 1


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["Kenyan"], {"csp", "gone"}),
        (["kenya", "vietnam"], {"csp"}),
        (["--status", "intended"], {"plan"}),
        (["--status", "all"], {"csp", "gone", "plan"}),
        (["--kind", "membership,visit"], {"gone"}),
        (["--source", "talks"], {"csp"}),
        (["--known", "2025-06-14"], set()),
        (["--known", "2025-06-15"], {"csp"}),
        (["France"], set()),
    ],
)
def test_a_listing_is_narrowed(ask: Ask, args: list[str], found: set[str]) -> None:
    assert as_json(ask, *args, "--stated").keys() == found


def test_csv_and_md_have_a_row_for_each_fact(ask: Ask) -> None:
    rows = list(csv.DictReader(ask(FACTS, "facts", "--stated", "--output", "csv").stdout.splitlines()))

    assert [row["id"] for row in rows] == ["csp", "gone", "plan"]
    assert rows[2]["status"] == "intended"
    assert rows[2]["says"] == "Việt Nam intends a Comprehensive Partnership with Egypt"
    assert len(ask(FACTS, "facts", "--stated", "--output", "md").stdout.splitlines()) == 5


def test_a_name_cannot_break_a_table(ask: Ask) -> None:
    names = {"graph/actors/more.yaml": 'countries: {odd: {name: "a | b, \\"c\\""}}'}
    facts = "partnerships: [{id: odd-one, of: odd, with: kenya}]"
    row = next(csv.DictReader(ask(facts, "facts", "--output", "csv", files=names).stdout.splitlines()))

    assert row["says"] == 'a | b, "c" has a partnership with Kenya'
    assert "a \\| b" in ask(facts, "facts", "--output", "md", files=names).stdout


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"),
        ("[Kenya](javascript:alert(1))", "\\[Kenya\\](javascript:alert(1))"),
        ("**Kenya** `x`", "\\*\\*Kenya\\*\\* \\`x\\`"),
        ("a \\\\| b", "a \\\\\\| b"),
    ],
)
def test_a_name_is_no_markup_in_markdown(ask: Ask, name: str, shown: str) -> None:
    names = {"graph/actors/more.yaml": f'countries: {{odd: {{name: "{name}"}}}}'}
    told = ask("partnerships: [{of: odd, with: kenya}]", "facts", "--output", "md", files=names).stdout

    assert f"{shown} has a partnership" in told


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["Keyna"], 'relgraph: no actor is called "Keyna"; did you mean kenya (Kenya)?\n'),
        (["--source", "talk"], "relgraph: there is no source talk; did you mean talks?\n"),
        (["--status", "planned"], "relgraph: planned is not a status"),
        (["--kind", "partnershps"], "relgraph: partnershps is not a kind of relation; did you mean partnership?\n"),
        (["--kind", "embassy"], "relgraph: embassy is not a kind of relation; it is a narrower kind of mission\n"),
    ],
)
def test_misuse_is_one_line_and_status_2(ask: Ask, args: list[str], message: str) -> None:
    result = ask(FACTS, "facts", *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_an_empty_dataset_has_no_facts(ask: Ask) -> None:
    assert ask("", "facts").stdout == "0 facts, 0 of them derived\n"
    assert json.loads(ask("", "facts", "--output", "json").stdout) == []


def test_every_curated_fact_keeps_the_promise(relgraph: Command) -> None:
    facts = json.loads(relgraph("facts", "--output", "json").stdout)
    citations = [citation for fact in facts for citation in fact["evidence"]]

    assert len(facts) > 100
    assert all(fact.keys() >= PROMISED for fact in facts)
    assert all(end.keys() == {"role", "id", "name", "type"} for fact in facts for end in fact["ends"])
    assert all(c.keys() == {"source", "file", "paragraph", "terms", "carries", "verified"} for c in citations)
    assert len({fact["id"] for fact in facts}) == len(facts)
    assert all(("rule" in fact) == fact["derived"] == ("premises" in fact) for fact in facts)
