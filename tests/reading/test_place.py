"""Places and problems: one line each, place first."""

from __future__ import annotations

import pytest

from relgraph.reading.place import NOWHERE, Place, Problem, one_line


def test_a_problem_is_one_line_with_its_place_first() -> None:
    place = Place("graph/vns-2026.yaml", 7, 3)

    assert str(Problem(place, "evidence", "p 11 does not say it")) == "graph/vns-2026.yaml:7: p 11 does not say it"
    assert str(Problem(place, "counts", "5 unnamed", "note")) == "graph/vns-2026.yaml:7: note: 5 unnamed"


def test_a_problem_of_a_whole_file_names_no_line() -> None:
    assert str(Problem(Place("graph/x.yaml"), "yaml", "cannot be read")) == "graph/x.yaml: cannot be read"


def test_only_errors_fail() -> None:
    assert Problem(NOWHERE, "yaml", "wrong").is_error
    assert not Problem(NOWHERE, "counts", "look", "note").is_error


def test_problems_sort_by_file_line_and_rule() -> None:
    found = [Problem(Place("b", 1), "a", ""), Problem(Place("a", 10), "a", ""), Problem(Place("a", 9), "z", "")]

    assert [str(problem.place) for problem in sorted(found)] == ["a:9", "a:10", "b:1"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Việt Nam", "Việt Nam"),
        ("two\nlines", r"two\u000alines"),
        ("\x1b[31mred", r"\u001b[31mred"),
        ("a lone \ud800", r"a lone \ud800"),
        ("right to left \u202e", r"right to left \u202e"),
    ],
)
def test_what_cannot_be_printed_is_written_out(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_a_long_message_is_cut() -> None:
    problem = Problem(NOWHERE, "date", "x" * 1_000_000)

    assert len(problem.message) == 300
    assert problem.message.endswith("x…")
