from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.between import between
from relgraph.analysis.listing import list_facts
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.silence import Silence, silence
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

COVERING = "coverage: {kinds: [missions], since: 1990, until: 2020, actors: [kenya, egypt, vietnam]}\n"


@pytest.fixture
def covered(world: World) -> Dataset:
    """A source that leaves out no mission of three, and says of Kenya that it has a partnership."""
    return world("partnerships: [{of: kenya, with: france, tier: sp}]", {"seeds/talks.yaml": dedent(CARD) + COVERING})


KINDS = ("mission", "partnership", "visit")


@pytest.mark.parametrize(
    ("pair", "day", "no", "not_known", "not_covered", "answer"),
    [
        (("kenya", "egypt"), None, ["mission"], ["partnership"], ["visit"], "not known"),
        (("kenya", "egypt"), "2000", ["mission"], ["partnership"], ["visit"], "not known"),
        (("kenya", "egypt"), "2021", [], ["partnership"], ["mission", "visit"], "not known"),
        (("kenya", "brazil"), None, [], ["partnership"], ["mission", "visit"], "not known"),
        (("egypt", "vietnam"), None, ["mission"], [], ["partnership", "visit"], "not known"),
        (("egypt", "brazil"), None, [], [], ["mission", "partnership", "visit"], "not covered"),
    ],
)
def test_nothing_found_is_no_or_not_known_or_not_covered(  # noqa: PLR0913, PLR0917 - a table of answers
    covered: Dataset,
    pair: tuple[str, str],
    day: str | None,
    no: list[str],
    not_known: list[str],
    not_covered: list[str],
    answer: str,
) -> None:
    found = silence(covered, pair, KINDS, parse_date(day) if day else None)
    assert [kind for kind, _ in found.no] == no
    assert (list(found.not_known), list(found.not_covered), found.answer) == (not_known, not_covered, answer)


def test_where_all_that_is_asked_is_covered_the_answer_is_no(covered: Dataset) -> None:
    asked = View(kinds=frozenset({"mission"}))
    told = between(covered, "Egypt", "Viet Nam", asked)

    assert told.plain()["silence"]["answer"] == "no"
    assert "no: missions (covered by talks, 1990 to 2020)" in list(told.lines())
    assert list(list_facts(covered, asked, ("Egypt", "Viet Nam")).lines())[1:] == [
        "no: missions (covered by talks, 1990 to 2020)"
    ]


def test_a_path_that_is_not_there_says_so_too(covered: Dataset) -> None:
    answer = find_path(covered, "Egypt", "Kenya", view=View(kinds=frozenset({"partnership", "mission"})))
    assert not answer.found
    assert answer.plain()["silence"] == {
        "answer": "not known",
        "no": [{"kind": "mission", "covered_by": ["talks, 1990 to 2020"]}],
        "not_known": ["partnership"],
        "not_covered": [],
    }


def test_what_is_found_is_not_silent(covered: Dataset) -> None:
    assert between(covered, "Kenya", "France").silence is None
    assert list_facts(covered, None, ("Kenya", "France")).silence is None


def test_whom_a_scheme_of_codes_has_is_covered(world: World) -> None:
    everyone = "coverage: {kinds: [mission], actors: {scheme: iso2}}\n"
    dataset = world("visits: [{visitor: kenya, host: egypt}]", {"seeds/talks.yaml": dedent(CARD) + everyone})

    assert silence(dataset, ("kenya", "egypt"), ("mission",)).answer == "no"
    assert silence(dataset, ("kenya", "asean"), ("mission",)).answer == "not covered"


@pytest.mark.parametrize(("many", "last"), [(6, "visits"), (7, "1 more kind"), (8, "2 more kinds")])
def test_of_many_kinds_the_first_are_named_and_the_others_counted(covered: Dataset, many: int, last: str) -> None:
    kinds = ("mission", "meeting", "alliance", "claim", "hold", "visit", "letter", "event")[:many]
    told = Silence((), kinds, ()).told(covered)

    assert told.startswith("not known: missions, ")
    assert told.endswith(f", {last}")
