"""Panels of years become spells: answers known by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from tests.tables.small_mappings import HEAD, PANEL, told

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


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


UNKNOWN = PANEL.replace('unless: {level: "0"}', 'where: {level: ["1", "3"]}')


@pytest.mark.parametrize(
    ("levels", "dates"),
    [
        ("3 3 9 0 0", ("since ../1990", "until 1991/1992")),  # it ended before the year in which it was known not to be
        ("0 9 3 3 3", ("since 1991/1992", "seen 1994")),
        ("9 3 3 9 9", ("since ../1991", "seen 1992")),  # of what was before and after nothing is known
        ("3 9 9 3 3", ("since ../1990", "seen 1994")),
    ],
)
@pytest.mark.parametrize("gap", ["1", "data"])
def test_a_year_of_which_a_row_says_that_nothing_is_known_ends_no_spell(
    make: Make, levels: str, dates: tuple[str, ...], gap: str
) -> None:
    table = "".join(f"KEN,EGY,{year},{level}\n" for year, level in enumerate(levels.split(), start=1990))
    spells = f'{{by: year, gap: {gap}, unknown: {{level: "9"}}}}'
    facts, report = make(
        UNKNOWN.replace("{by: year}", spells), f"a,b,year,level\n{table}VNM,EGY,1990,0\nVNM,EGY,1994,0\n"
    )

    assert told(facts) == [("kenya", "egypt", "ambassador", *dates)]
    left = {one.reason: one.rows for one in report.left_out}
    assert left["says that nothing is known in that year"] == levels.count("9")


def test_where_the_years_of_the_data_end_nothing_is_over_whatever_later_year_is_named(make: Make) -> None:
    table = "a,b,year,level\nKEN,EGY,1980,3\nKEN,EGY,1985,3\nKEN,VNM,1980,3\nKEN,VNM,1985,0\n"
    facts, _ = make(PANEL.replace("{by: year}", "{by: year, gap: data, first: 1817, last: 2005}"), table)
    assert told(facts) == [
        ("kenya", "egypt", "ambassador", "since ../1980", "seen 1985"),
        ("kenya", "vietnam", "ambassador", "since ../1980", "until 1980/1984"),
    ]


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


def test_so_does_a_code_among_several_in_a_cell(make: Make) -> None:
    mapping = PANEL.replace("{column: b, scheme: iso3}", "{column: b, scheme: cow, split: '|'}") + (
        "decisions:\n  - {scheme: cow, value: '345', until: 1991, actor: yugoslavia-sfr}\n"
        "  - {scheme: cow, value: '345', from: 2006, actor: serbia}\n  - {scheme: cow, value: '651', actor: egypt}\n"
    )
    years = (range(1991, 1992), range(2006, 2007))
    facts, _ = make(mapping, rows(*(("KEN", "651|345", "3", each) for each in years)))

    assert sorted(told(facts)) == [
        ("kenya", "egypt", "serbia", "ambassador", "since 2006", "seen 2006"),
        ("kenya", "egypt", "yugoslavia-sfr", "ambassador", "since ../1991", "until 1991"),
    ]


def test_rows_of_a_panel_that_are_too_short_or_of_no_year_are_counted(make: Make) -> None:
    facts, report = make(PANEL, "a,b,year,level\nKEN,EGY,1990,3\nKEN,EGY\nKEN,EGY,once,3\n\n")
    assert len(facts) == 1
    assert report.rows == 3
    assert sorted(one.reason for one in report.left_out) == ["no year in year", "not 4 cells, as the line of heads has"]


def test_a_panel_of_too_many_rows_that_differ_in_more_than_the_year_ends_in_one_line(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relgraph.tables.panels.MOST_GROUPS", 5)
    five = "a,b,year,level\n" + "".join(f"KEN,{code},1980,3\n" for code in "ABCDE")
    assert make(PANEL, f"{five}KEN,A,1981,3\n")[1].rows == 6
    with pytest.raises(InputError, match=r"more than 5 rows differ in more than the year"):
        make(PANEL, f"{five}KEN,F,1980,3\n")


BESIDE = (
    PANEL.replace("facts:", 'skip: [{where: {level: "9"}, why: not known}]\nfacts:')
    + """\
  - section: visits
    unless: {guest: ""}
    visitor: {column: guest, make: person}
    host: {column: b, scheme: iso3}
    on: {column: year}
"""
)
GUESTS = """\
a,b,year,level,guest
KEN,EGY,1990,3,Ada
KEN,EGY,1991,3,
KEN,EGY,1992,3,Bo
KEN,EGY,1993,0,Ada
KEN,XXX,1993,0,Ada
XXX,EGY,1991,3,Cyd
XXX,EGY,1992,3,
KEN,EGY,,0,
KEN,EGY,1994,9,Ada
"""


def test_facts_of_single_rows_stand_beside_spells(make: Make) -> None:
    facts, report = make(BESIDE, GUESTS)
    assert told(facts) == [
        ("ada", "egypt", "", "on 1990"),
        ("bo", "egypt", "", "on 1992"),
        ("ada", "egypt", "", "on 1993"),
        ("cyd", "egypt", "", "on 1991"),
        ("kenya", "egypt", "ambassador", "since ../1990", "until 1992"),
    ]
    assert [[one.row for one in fact.evidence] for fact in facts[3:]] == [["XXX-EGY-1991"], ["#row=2", "#row=4"]]
    assert [(one.reason.partition(":")[0], one.rows, one.first_row) for one in report.left_out] == [
        ("nobody at the end host (column b)", 1, 6),
        ("nobody at the end of (column a)", 1, 8),  # and not row 7, which makes a visit
        ("not known", 1, 10),
        ("the mapping has no facts for such a row", 1, 9),
    ]
    assert (report.rows, {(one.value, one.rows) for one in report.unmatched}) == (9, {("XXX", 1), ("XXX", 2)})


def test_a_date_beside_a_spell_that_cannot_be_read_is_told(make: Make) -> None:
    mapping = BESIDE.replace("on: {column: year}", "on: {column: guest}")
    facts, report = make(mapping, "a,b,year,level,guest\nKEN,EGY,1990,3,Ada\nKEN,EGY,1991,3,\n")
    assert told(facts) == [("kenya", "egypt", "ambassador", "since ../1990", "seen 1991")]
    assert [(one.reason, one.rows) for one in report.left_out] == [("column guest has no date that can be read", 1)]


def test_spells_are_by_one_column(make: Make) -> None:
    other = BESIDE.replace("    on: {column: year}", "    spells: {by: b}")
    with pytest.raises(InputError, match="all spells of a mapping are by one column, not by b and year"):
        make(other, GUESTS)
