"""What rows make by a mapping: answers known by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.facts.imported.facts import facts_of
from relgraph.reading.held import HeldFile
from relgraph.tables.make import codes_of, made_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from relgraph.facts.records import Fact
    from relgraph.tables.report import Report

    Make: TypeAlias = Callable[[str, str], tuple[list[Fact], Report]]

HEAD = "what: made up\ntable: {path: table.csv, key: [a, b, year]}\n"


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The facts that rows make by a mapping, and the report."""

    def made(mapping: str, rows: str) -> tuple[list[Fact], Report]:
        path = tmp_path / "table.csv"
        path.write_text(rows, encoding="utf-8")
        read, problems = read_mapping(HeldFile("made.yaml", mapping.encode()), "made.yaml", shipped_vocabulary())
        assert read is not None, problems
        found = made_of(read, path, Schemes(NOBODY_KNOWN, {}, read.decisions))
        return facts_of(read, found.facts, shipped_vocabulary()).facts, found.report

    return made


def told(facts: list[Fact]) -> list[tuple[str, ...]]:
    """The ends, the narrower kind and the dates of facts."""
    return [(*(end.id for end in fact.ends), fact.type or "", *(f"{w} {d}" for w, d in fact.when)) for fact in facts]


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


def rows(*groups: tuple[str, str, str, range]) -> str:
    lines = [f"{a},{b},{year},{level}" for a, b, level, years in groups for year in years]
    return "a,b,year,level\n" + "\n".join(sorted(lines, key=lambda line: line.split(",")[2])) + "\n"


def test_a_panel_becomes_spells_with_honest_ends(make: Make) -> None:
    table = rows(
        ("KEN", "EGY", "3", range(1990, 1995)),  # from the first year of the data: it may have begun before
        ("KEN", "EGY", "3", range(1998, 2001)),  # after a gap, to the last year: it may go on
        ("VNM", "EGY", "1", range(1992, 1994)),
        ("VNM", "EGY", "3", range(1994, 1996)),  # another level is another spell
    )
    facts, report = make(PANEL, table)

    assert sorted(told(facts)) == [
        ("kenya", "egypt", "ambassador", "since ../1990", "until 1994"),
        ("kenya", "egypt", "ambassador", "since 1998", "seen 2000"),
        ("vietnam", "egypt", "ambassador", "since 1994", "until 1995"),
        ("vietnam", "egypt", "charge-d-affaires", "since 1992", "until 1993"),
    ]
    assert {fact.status for fact in facts if fact.when.until} == {"ended"}
    assert {fact.status for fact in facts if fact.when.seen} == {"in-force"}
    assert (report.rows, report.made, report.left_out) == (12, 4, ())
    (spell,) = [fact for fact in facts if fact.when.seen]
    assert [one.address for one in spell.evidence] == ["#row=11", "#row=13"]


def test_years_that_lie_apart_leave_the_ends_between_them(make: Make) -> None:
    table = rows(("KEN", "EGY", "3", range(1960, 1971, 5)), ("VNM", "EGY", "3", range(1955, 1986, 10)))
    facts, _ = make(PANEL.replace("{by: year}", "{by: year, gap: data, last: 1990}"), table)

    assert min(told(facts)) == ("kenya", "egypt", "ambassador", "since 1956/1960", "until 1970/1974")
    assert len(facts) == 4  # 1955, 1965, 1975 and 1985, of which the data have a year without it in between


def test_pairs_without_direction_are_one_whichever_way_they_are_written(make: Make) -> None:
    mapping = HEAD + (
        "facts:\n  - section: diplomatic_relations\n    of: {column: a, scheme: iso3}\n"
        "    with: {column: b, scheme: iso3}\n    spells: {by: year}\n"
    )
    table = rows(("KEN", "EGY", "1", range(1990, 1993)), ("EGY", "KEN", "1", range(1993, 1996)))
    facts, _ = make(mapping, table)
    assert told(facts) == [("egypt", "kenya", "", "since ../1990", "seen 1995")]


def test_a_code_means_whoever_had_it_in_that_year(make: Make) -> None:
    decisions = (
        "decisions:\n  - {scheme: cow, value: '345', until: 1991, actor: yugoslavia-sfr}\n"
        "  - {scheme: cow, value: '345', from: 2006, actor: serbia}\n  - {scheme: cow, value: '651', actor: egypt}\n"
    )
    mapping = PANEL.replace("scheme: iso3", "scheme: cow") + decisions
    facts, report = make(mapping, rows(("345", "651", "3", range(1989, 2010))))

    assert sorted(told(facts)) == [
        ("serbia", "egypt", "ambassador", "since 2006", "seen 2009"),
        ("yugoslavia-sfr", "egypt", "ambassador", "since ../1989", "until 1991"),
    ]
    (wrong,) = report.unmatched
    assert (wrong.scheme, wrong.value, wrong.since) == ("cow", "345", 1992)
    assert [one.rows for one in report.left_out] == [14]


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


def test_values_of_a_row(make: Make) -> None:
    table = (
        "no,who,where,day,end,state,official\n1,Ada Made-Up,Yugoslavia,1970-05-01,1970-05-03,1,1\n"
        "2,Ada Made-Up,Yugoslavia,1930-05-01,,0,yes\n3,Ada Made-Up,Atlantis,1930-05-01,,0,0\n4,,Kenya,1990-13-01,,0,0\n"
    )
    facts, report = make(EACH, table)

    assert told(facts) == [
        ("ada-made-up", "yugoslavia-sfr", "state", "on 1970-05-01/1970-05-03"),
        ("ada-made-up", "yugoslavia-kingdom", "official", "on 1930-05-01"),
    ]
    assert facts[0].note == "Ada Made-Up in Yugoslavia"
    assert [(one.scheme, one.value, one.since) for one in report.unmatched] == [("name", "Atlantis", 1930)]
    assert sum(one.rows for one in report.left_out) == 2


@pytest.mark.parametrize(
    ("date", "cell", "expected"),
    [
        ("{column: day}", "1995-03-02", "on 1995-03-02"),
        ("{column: day}", "19950302", "on 1995-03-02"),
        ("{column: day, precision: year}", "1995-03-02", "on 1995"),
        ("{column: day, order: dmy}", "02/03/1995", "on 1995-03-02"),
        ("{column: day, order: mdy}", "03/02/1995", "on 1995-03-02"),
        ('{column: day, rough: {"-01-01T00:00:00Z": year}}', "1995-01-01T00:00:00Z", "on 1995"),
        ("{column: day}", "1995-01-01T00:00:00Z", "on 1995-01-01"),
        ("{year: day}", "1995.0", "on 1995"),
        ("{column: day}", "1995?", "on 1995?"),
    ],
)
def test_dates_are_as_precise_as_they_are(make: Make, date: str, cell: str, expected: str) -> None:
    mapping = EACH.replace("{from: day, to: end}", date).replace(", at: day", "")
    facts, _ = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{cell},,0,0\n")
    assert told(facts) == [("ada", "kenya", "", expected)]


@pytest.mark.parametrize(
    ("cell", "advice"),
    [("31/12/2022", "; say order: dmy, or mdy, where the year stands last"), ("02/03/12", ""), ("spring", "")],
)
def test_a_date_that_is_none_is_left_out_with_what_may_help(make: Make, cell: str, advice: str) -> None:
    mapping = EACH.replace("{from: day, to: end}", "{column: day}").replace(", at: day", "")
    facts, report = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{cell},,0,0\n")

    assert facts == []
    assert [one.reason for one in report.left_out] == [f"column day has no date that can be read{advice}"]


def test_columns_become_rows(make: Make) -> None:
    mapping = (
        "what: made up\ntable: {path: table.csv, key: [state]}\n"
        "unpivot: {but: [state], name: body, value: standing, keep: ['1', '2']}\n"
        "facts:\n  - section: memberships\n    where: {standing: '1'}\n    member: {column: state, scheme: iso3}\n"
        "    in: {column: body, make: body}\n"
    )
    facts, report = make(mapping, "state,Red Body,Blue Body,Green Body\nKEN,1,0,2\nEGY,1,1,0\n")

    assert [[end.id for end in fact.ends] for fact in facts] == [
        ["kenya", "red-body"],
        ["egypt", "red-body"],
        ["egypt", "blue-body"],
    ]
    assert [(one.reason, one.rows) for one in report.left_out] == [("the mapping has no facts for such a row", 1)]


def test_a_list_of_codes_is_known_with_its_years(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("code,name,from,to\n260,West Germany,1955,1990\n816,Vietnam,1954,2016\n9,Atlantis,1,2\n", "utf-8")
    text = (
        "what: made up\ntable: {path: states.csv, key: [code]}\n"
        "codes: {scheme: made, code: code, actor: {column: name, scheme: name}, since: from, until: to, last: 2016}\n"
        "decisions:\n  - {scheme: made, value: '816', until: 1975, actor: north-vietnam}\n"
        "  - {scheme: made, value: '816', from: 1976, actor: vietnam}\n"
    )
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    assert mapping.codes is not None
    found = codes_of(mapping, mapping.codes, path, Schemes(NOBODY_KNOWN, {}, mapping.decisions))
    schemes = Schemes(NOBODY_KNOWN, {"made": found.codes}, ())

    asked = [("260", 1954), ("260", 1955), ("816", 1975), ("816", 1976), ("816", 2030), ("9", 1)]
    assert [schemes.find("made", code, year) for code, year in asked] == [
        "",
        "germany",
        "north-vietnam",
        "vietnam",
        "vietnam",
        "",
    ]
    assert [one.value for one in found.report.unmatched] == ["Atlantis"]


def test_a_million_unknown_codes_are_told_in_bounds(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.tables.report.MOST_UNMATCHED", 5)
    table = "no,who,where,day,end,state,official\n" + "".join(f"{n},Ada,Nowhere {n},1990,,0,0\n" for n in range(50))
    _, report = make(EACH, table)
    assert (len(report.unmatched), report.more, report.left_out[0].rows) == (5, 45, 50)


def test_a_column_that_is_not_there_is_named(make: Make) -> None:
    with pytest.raises(InputError, match="row 1: has no column level, which the mapping names; did you mean levels"):
        make(PANEL, "a,b,year,levels\n")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("section: visits", "section: visitings", "visitings is not a section of facts; did you mean visits?"),
        ("who, make: person", "who, make: persons", "persons is not a kind of actor; did you mean person?"),
        ("flags: {state: state,", "flags: {state: stately,", "stately is not a kind of visits; did you mean state?"),
        ("{from: day, to: end}", "{to: end}", "on must say the column of a date, or those of its year"),
        ("    host: {column: where, scheme: name, at: day}\n", "", "host is missing: say which column it is"),
        ("column: who,", "colum: who,", "colum is not a field here; did you mean column?"),
        ("{path: table.csv, key: [no]}", "{path: t.csv, encoding: ebcdic}", "ebcdic is not"),
    ],
)
def test_a_wrong_mapping_is_told_at_its_line(right: str, wrong: str, said: str) -> None:
    text = EACH.replace(right, wrong)
    assert text != EACH
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert any(said in one.message for one in problems), problems
