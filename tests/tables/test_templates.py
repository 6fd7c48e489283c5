"""What a cell means is found out once, and told each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tables.small_mappings import EACH, PANEL, told

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


HEADS = "no,who,where,day,end,state,official\n"


def test_a_cell_that_matches_nobody_is_counted_in_each_row(make: Make) -> None:
    rows = "1,Ada,Atlantis,1990,,0,0\n2,Ada,Kenya,1991,,0,0\n3,Ada,Atlantis,1992,,0,0\n"
    _, report = make(EACH, HEADS + rows)
    assert [(one.value, one.rows, one.first_row, one.since, one.until) for one in report.unmatched] == [
        ("Atlantis", 2, 2, 1990, 1992)
    ]


def test_one_cell_is_asked_anew_in_another_year(make: Make) -> None:
    rows = "1,Ada,Yugoslavia,1930,,0,0\n2,Ada,Yugoslavia,1970,,0,0\n3,Ada,Yugoslavia,1931,,0,0\n"
    facts, _ = make(EACH, HEADS + rows)
    hosts = [host for _, host, *_ in told(facts)]
    assert hosts == ["yugoslavia-kingdom", "yugoslavia-sfr", "yugoslavia-kingdom"]


def test_a_code_of_a_panel_means_another_from_its_turn_on_in_every_pair(make: Make) -> None:
    decisions = "decisions:\n  - {scheme: cow, value: '9', until: 1991, actor: egypt}\n"
    decisions += "  - {scheme: cow, value: '9', from: 1992, actor: vietnam}\n"
    decisions += "  - {scheme: cow, value: '1', actor: kenya}\n  - {scheme: cow, value: '2', actor: india}\n"
    mapping = PANEL.replace("scheme: iso3", "scheme: cow") + decisions
    rows = "".join(f"{one},9,{year},3\n" for year in range(1990, 1994) for one in (1, 2))
    facts, _ = make(mapping, f"a,b,year,level\n{rows}")
    assert sorted(told(facts)) == [
        (one, other, "ambassador", *dates)
        for one in ("india", "kenya")
        for other, *dates in (("egypt", "since ../1990", "until 1991"), ("vietnam", "since 1992", "seen 1993"))
    ]
