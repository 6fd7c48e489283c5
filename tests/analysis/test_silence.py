from __future__ import annotations

from dataclasses import replace
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.between import between
from relgraph.analysis.dossier import dossier
from relgraph.analysis.gaps import gaps
from relgraph.analysis.listing import list_facts
from relgraph.analysis.matrix import matrix
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


def test_what_was_taken_back_says_nothing(world: World) -> None:
    taken = "partnerships: [{of: kenya, with: france, tier: sp, withdrawn: {on: 2026, why: a slip}}]"

    assert silence(world(taken), ("kenya", "egypt"), ["partnership"]).answer == "not covered"


def on(day: str | None, known: str | None = None) -> View:
    """A view as of a day, of what was known by another."""
    return View(as_of=parse_date(day) if day else None, known=parse_date(known) if known else None)


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
    found = silence(covered, pair, KINDS, on(day))
    assert [one.kind for one in found.no] == no
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
        "no": [{"kind": "mission", "covered_by": ["talks, 1990 to 2020"], "said_by": []}],
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


def test_all_that_ties_one_to_anybody_may_be_covered(world: World) -> None:
    all_of_kenya = "coverage: {kinds: [partnerships], actors: [kenya, everyone]}\n"
    dataset = world(
        "partnerships: [{of: kenya, with: france, tier: sp}]", {"seeds/talks.yaml": dedent(CARD) + all_of_kenya}
    )
    pairs = (("kenya", "egypt"), ("egypt", "kenya"), ("egypt", "france"), ("egypt", "vietnam"))

    assert [silence(dataset, pair, ("partnership",)).answer for pair in pairs] == [
        "no",
        "no",
        "not known",
        "not covered",
    ]


@pytest.mark.parametrize(("many", "last"), [(6, "visits"), (7, "1 more kind"), (8, "2 more kinds")])
def test_of_many_kinds_the_first_are_named_and_the_others_counted(covered: Dataset, many: int, last: str) -> None:
    kinds = ("mission", "meeting", "alliance", "claim", "hold", "visit", "letter", "event")[:many]
    told = Silence((), kinds, ()).told(covered)

    assert told.startswith("not known: missions, ")
    assert told.endswith(f", {last}")


BROKEN_OFF = """
    diplomatic_steps:
      - {by: kenya, with: egypt, kind: severance, on: 1979, evidence: {p: 1, terms: [broke off]}}
      - {by: kenya, with: egypt, kind: resumption, on: 1982, evidence: {p: 1, terms: [resumed]}}
"""
SEVERED = "talks:diplomatic-step:kenya:egypt:severance:1979"
UNDATED = """
    recognitions:
      - {id: i, recogniser: kenya, recognised: russia, stance: against, evidence: {p: 1, terms: [Russia]}}
"""
RELATIONS = View(kinds=frozenset({"diplomatic-relations"}))


LOOKED = """
looked_for:
  - {kinds: [missions], between: [kenya, france], who: an editor, when: 2026-03-01, where: part 2, until: 2024}
  - {kinds: [visit], between: [brazil, everyone], who: another, when: 2026-04}
"""


@pytest.mark.parametrize(
    ("pair", "kind", "day", "answer"),
    [
        (("kenya", "france"), "mission", None, "not known"),
        (("kenya", "france"), "mission", "2024", "not known"),
        (("kenya", "france"), "mission", "2025", "not covered"),
        (("kenya", "egypt"), "mission", None, "not covered"),
        (("brazil", "egypt"), "visit", None, "not known"),
        (("kenya", "egypt"), "visit", None, "not covered"),
        (("kenya", "france"), "letter", None, "not covered"),
    ],
)
def test_what_somebody_looked_for_and_did_not_find_is_not_known(
    world: World, pair: tuple[str, str], kind: str, day: str | None, answer: str
) -> None:
    dataset = world("", {"seeds/talks.yaml": dedent(CARD) + LOOKED})

    assert silence(dataset, pair, (kind,), on(day)).answer == answer


def test_who_looked_where_and_when_is_told(world: World) -> None:
    dataset = world("", {"seeds/talks.yaml": dedent(CARD) + LOOKED})
    asked = View(kinds=frozenset({"mission"}))
    told = "not known: missions (an editor looked in talks, part 2, on 2026-03-01, and found none)"

    assert told in list(between(dataset, "Kenya", "France", asked).lines())
    assert told in list(find_path(dataset, "Kenya", "France", view=asked).lines())
    assert told in list(list_facts(dataset, asked, ("Kenya", "France")).lines())
    assert between(dataset, "Kenya", "France", asked).plain()["silence"]["looked_for"] == [
        {"kind": "mission", "source": "talks", "who": "an editor", "when": "2026-03-01", "where": "part 2"}
    ]
    missing = gaps(dataset)
    assert "searches that found nothing (2)" in list(missing.lines())
    assert "  visit between brazil, everyone: another looked in talks on 2026-04" in list(missing.lines())
    assert [one["kind"] for one in missing.plain()["looked_for"]] == ["mission", "visit"]
    assert [row["id"] for row in missing.rows() if row["gap"] == "looked for"] == ["mission", "visit"]


def test_a_dossier_and_a_matrix_say_what_is_not_there_and_who_covers_it(covered: Dataset) -> None:
    told = str(dossier(covered, "Egypt", View(kinds=frozenset({"mission", "partnership"}))))
    found = matrix(covered, View(kinds=frozenset({"mission", "partnership"})))

    assert told.splitlines()[-1] == "no: missions (covered by talks, 1990 to 2020); not covered: partnerships"
    assert str(found).splitlines()[-1] == (
        "coverage: mission by talks, 1990 to 2020; no source says what it covers of partnership"
    )
    assert found.plain()["coverage"] == {"mission": ["talks, 1990 to 2020"], "partnership": []}
    blank = found.silence("egypt", "kenya")
    assert blank is not None
    assert [one.kind for one in blank.no] == ["mission"]
    assert found.silence("kenya", "france") is None


def test_a_dossier_is_told_of_the_offices_of_a_country_too(world: World) -> None:
    """Egypt has no office here, and a source says that it leaves no holder of one out; of Kenya one is known."""
    actors = """
        offices: {head-of-kenya: {name: head of Kenya, of: kenya}}
        people: {ada: {name: Ada}}
    """
    covers = "coverage: {kinds: [holds], since: 1990, until: 2020, actors: [egypt]}\n"
    files = {"seeds/talks.yaml": dedent(CARD) + covers, "graph/actors/more.yaml": dedent(actors)}
    dataset = world("holds: [{holder: ada, office: head-of-kenya, since: 2000}]", files)
    told = [
        str(dossier(dataset, name, View(kinds=frozenset({"hold"})))).splitlines()[-1] for name in ("Egypt", "France")
    ]

    assert told == ["no: offices held (covered by talks, 1990 to 2020)", "not covered: offices held"]
    assert silence(dataset, ("kenya", "france"), ("hold",)).answer == "not known"


@pytest.mark.parametrize(
    ("day", "answer"), [("1990", "no"), ("2020", "no"), ("1989", "not covered"), ("2020-12-31", "no")]
)
def test_the_first_and_the_last_year_are_covered_too(covered: Dataset, day: str, answer: str) -> None:
    assert silence(covered, ("kenya", "egypt"), ("mission",), on(day)).answer == answer


def test_relations_that_were_broken_off_are_not_there_until_they_are_resumed(world: World) -> None:
    dataset = world(BROKEN_OFF)
    asked = replace(RELATIONS, as_of=parse_date("1980"))
    answers = (between(dataset, "Egypt", "Kenya", asked), find_path(dataset, "Kenya", "Egypt", view=asked))

    for answer in answers:
        said_by = {"kind": "diplomatic-relations", "covered_by": [], "said_by": [SEVERED]}
        assert answer.plain()["silence"] == {"answer": "no", "no": [said_by], "not_known": [], "not_covered": []}
        told = next(line for line in answer.lines() if line.startswith("no: "))
        assert told.startswith("no: diplomatic relations (Kenya broke off diplomatic relations with Egypt")
        assert told.endswith("; in 1979; talks p 1)")


@pytest.mark.parametrize("day", ["1978", "1979", "1982"])
def test_on_a_day_before_or_perhaps_before_they_were_broken_off_or_resumed_they_are_not_known(
    world: World, day: str
) -> None:
    dataset = world(BROKEN_OFF)
    assert silence(dataset, ("kenya", "egypt"), ("diplomatic-relations",), on(day)).answer == "not known"


LEAGUE = """
    alliances: {league: {name: the League, members: [kenya, egypt, france], since: 1950}}
    treaty_actions:
      - {participant: france, treaty: league, kind: withdrawal, on: 1966-03-07}
      - {participant: france, treaty: league, kind: accession, on: 2009-04-03}
"""


def test_who_left_an_alliance_is_no_ally_until_it_is_back(world: World) -> None:
    dataset = world(LEAGUE)
    asked = View(kinds=frozenset({"alliance"}), as_of=parse_date("1980"))
    answers = (between(dataset, "Kenya", "France", asked), find_path(dataset, "France", "Kenya", view=asked))

    for answer in answers:
        told = next(line for line in answer.lines() if line.startswith("no: "))
        assert told.startswith(
            "no: alliances (the League is an alliance of Kenya, Egypt and France; without France from"
        )
    days = {day: silence(dataset, ("kenya", "france"), ("alliance",), on(day)).answer for day in DAYS}
    assert days == DAYS
    assert between(dataset, "Kenya", "Egypt", asked).found


DAYS = {
    "1940": "not known",
    "1966-03-07": "not known",
    "1966-03-08": "no",
    "2009-04-02": "no",
    "2009-04-03": "not known",
}
"""Where there is an alliance, or it is not yet known of one, nothing says that there is none."""


@pytest.mark.parametrize(
    ("facts", "kind", "day", "said_by"),
    [
        ("recognitions: [{id: i, recogniser: kenya, recognised: russia, stance: against}]", "recognition", None, ["i"]),
        (UNDATED, "recognition", "2020", []),
        (UNDATED, "recognition", "2030", ["i"]),
        (
            "recognitions: [{id: i, recogniser: kenya, recognised: russia, stance: against, since: 2000}]",
            "recognition",
            "1999",
            [],
        ),
        (
            "recognitions: [{id: i, recogniser: kenya, recognised: russia, stance: against, since: 2000}]",
            "recognition",
            "2001",
            ["i"],
        ),
        (
            "recognitions: [{id: i, recogniser: kenya, recognised: russia, stance: against, disputed: yes}]",
            "recognition",
            None,
            [],
        ),
        (
            "measures: [{id: i, issuer: [france, kenya], target: russia, kind: sanction, until: 1990}]",
            "measure",
            "1995",
            ["i:kenya:russia"],
        ),
        (
            "measures: [{id: i, issuer: [france, kenya], target: russia, kind: sanction, until: 1990}]",
            "measure",
            "1990",
            [],
        ),
        (
            "measures: [{id: i, issuer: [russia, kenya], target: brazil, kind: sanction, until: 1990}]",
            "measure",
            "1995",
            [],
        ),
        (
            """
            measures:
              - {id: i, issuer: kenya, target: russia, kind: sanction, until: 1990}
              - {id: j, issuer: kenya, target: russia, kind: arms-embargo, since: 1980}
            """,
            "measure",
            "1995",
            [],
        ),
        ("alliances: {i: {name: Pact, members: [kenya, russia], status: ended}}", "alliance", None, ["i"]),
        (
            """
            diplomatic_relations: [{id: i, of: kenya, with: russia, since: 1964}]
            diplomatic_steps: [{id: j, by: russia, with: kenya, kind: severance, on: 1979}]
            """,
            "diplomatic-relations",
            "1980",
            ["j"],
        ),
    ],
)
def test_what_a_fact_denies_or_says_is_over_is_not_there_and_the_last_such_fact_says_so(
    world: World, facts: str, kind: str, day: str | None, said_by: list[str]
) -> None:
    found = silence(world(facts), ("kenya", "russia"), (kind,), on(day))

    assert [fact.id for one in found.no for fact in one.said_by] == said_by
    assert found.answer == ("no" if said_by else "not known")
