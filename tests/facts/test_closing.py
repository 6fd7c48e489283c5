"""What ends when something happens: relations that are broken off, parts in treaties that are denounced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.sentences import sentence
from relgraph.graph.views import View, select
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.reading.dates import Date
    from tests.world import World

RELATIONS = """
    diplomatic_relations: [{id: relations, of: kenya, with: egypt, since: 1970}]
    diplomatic_steps:
      - {id: break, by: egypt, with: kenya, kind: severance, on: 2016-01-03, cause: a raid}
"""
RESUMED = "      - {id: again, by: kenya, with: egypt, kind: resumption, on: 2023-05-01}\n"
TREATY = """
    agreements: {pact: {name: the Pact, kind: treaty}}
    treaty_actions:
      - {participant: [kenya, egypt], treaty: pact, kind: ratification, on: 1990}
      - {participant: kenya, treaty: pact, kind: entry-into-force, on: 1991}
      - {id: out, participant: egypt, treaty: pact, kind: denunciation, on: 2001}
"""


def related(dataset: Dataset, day: str | None = None) -> list[str]:
    """The ids of the diplomatic relations that hold, on a day if one is asked for."""
    kinds = frozenset({"diplomatic-relations"})
    view = View(kinds=kinds, as_of=parse_date(day)) if day else View(kinds=kinds)
    return [held.fact.id for held in select(dataset, view)]


def test_relations_end_on_the_day_they_are_broken_off(world: World) -> None:
    dataset = world(RELATIONS)
    (fact,) = (one for one in dataset.standing if one.id == "relations")

    assert (str(fact.when.until), fact.status) == ("2016-01-03", "ended")
    assert fact.closed is not None
    assert fact.closed.premises == ("break",)
    assert related(dataset) == []
    assert related(dataset, "2015-06-01") == ["relations"]
    assert related(dataset, "2017-06-01") == []


def test_what_is_written_stays_as_it_is_written(world: World) -> None:
    (fact,) = (one for one in world(RELATIONS).facts if one.id == "relations")

    assert (fact.when.until, fact.status, fact.closed) == (None, "in-force", None)


def test_relations_that_are_resumed_are_in_force_from_then_on(world: World) -> None:
    dataset = world(RELATIONS + RESUMED)

    assert related(dataset) == ["derived:diplomatic-relations:egypt:kenya"]
    assert related(dataset, "2015-06-01") == ["relations"]
    assert related(dataset, "2020-06-01") == []
    assert related(dataset, "2024-06-01") == ["derived:diplomatic-relations:egypt:kenya"]


def test_what_follows_by_a_rule_ends_too(world: World) -> None:
    embassy = "    missions: {m: {sender: kenya, host: egypt, kind: embassy, since: 1980}}\n"
    steps = RELATIONS.partition("    diplomatic_steps:")[2]
    (derived,) = world(f"{embassy}    diplomatic_steps:{steps}").derived

    assert derived.derivation is not None
    assert derived.derivation.premises == ("m", "break")
    assert str(derived.when.until) == "2016-01-03"


def test_only_what_began_before_ends(world: World) -> None:
    later = world(RELATIONS.replace("since: 1970", "since: 2020"))
    seen = world(RELATIONS.replace("since: 1970", "seen: 2020"))
    told = world(RELATIONS.replace("since: 1970", "since: 1970, until: 1980, status: ended"))

    assert [one.closed for dataset in (later, seen, told) for one in dataset.standing] == [None] * 6


def test_a_break_that_is_planned_or_denied_or_no_break_ends_nothing(world: World) -> None:
    planned = RELATIONS.replace("cause: a raid", "status: intended")
    denied = RELATIONS.replace("cause: a raid", "stance: against")
    recall = RELATIONS.replace("severance", "recall")
    silent = RELATIONS.replace("cause: a raid", "implies_nothing: yes")

    assert [related(world(facts)) for facts in (planned, denied, recall, silent)] == [["relations"]] * 4


def test_a_break_without_a_day_ends_them_on_a_day_that_is_not_known(world: World) -> None:
    dataset = world(RELATIONS.replace(", on: 2016-01-03", ""))
    (fact,) = (one for one in dataset.standing if one.id == "relations")

    assert (fact.when.until, fact.status) == (None, "ended")
    assert related(dataset) == []


def test_who_ratifies_is_bound_and_who_denounces_is_bound_no_more(world: World) -> None:
    dataset = world(TREATY)
    parts = {(one.pair[0], one.type): (str(one.when.since), one.when.until, one.status) for one in dataset.derived}

    assert parts == {
        ("kenya", "contracting"): ("1990", None, "in-force"),
        ("kenya", "party"): ("1991", None, "in-force"),
        ("egypt", "contracting"): ("1990", parse_date("2001"), "ended"),
    }


def test_what_takes_effect_later_counts_from_then(world: World) -> None:
    dataset = world("""
        agreements: {river-treaty: {name: River Treaty}}
        treaty_actions:
          - {participant: kenya, treaty: river-treaty, kind: accession, on: 1998, takes_effect: 1999}
          - {participant: kenya, treaty: river-treaty, kind: denunciation, on: 2015, takes_effect: 2016-01}
    """)
    (part,) = dataset.derived

    assert (str(part.when.since), str(part.when.until)) == ("1999", "2016-01")
    assert "Kenya denounced River Treaty, with effect from January 2016" in [
        sentence(dataset, fact) for fact in dataset.facts
    ]


BROKEN = """
    diplomatic_steps:
      - {by: kenya, with: egypt, kind: severance, on: 2001-03-03}
      - {by: kenya, with: egypt, kind: resumption, on: 2008-07-01}
"""


@pytest.mark.parametrize(
    "later",
    [
        "partnerships: [{of: kenya, with: egypt, tier: relations, since: 2010, until: 2015}]",
        "partnerships: [{of: kenya, with: egypt, tier: relations, seen: 2010}]",
        "missions: {m: {sender: kenya, host: egypt, kind: embassy, until: 2012}}",
        "missions: {m: {sender: egypt, host: kenya, kind: embassy, since: ../2011}}",
    ],
)
@pytest.mark.parametrize("turns", [BROKEN, BROKEN.replace("resumption", "summons")])
def test_what_is_known_of_later_began_after_the_break(world: World, later: str, turns: str) -> None:
    dataset = world(turns + f"    {later}\n")

    assert related(dataset, "2000-06-01") == []
    assert bool(related(dataset, "2005-06-01")) is ("summons" in turns)


@pytest.mark.parametrize("until", ["until: 2001", "until: 2004", "until: 2001, status: ended"])
def test_a_break_ends_what_follows_from_an_embassy_that_was_closed_later(world: World, until: str) -> None:
    dataset = world(
        BROKEN + f"    missions: {{m: {{sender: kenya, host: egypt, kind: embassy, since: 1991, {until}}}}}\n"
    )

    assert {str(one.when.until) for one in dataset.derived} == {"2001-03-03", "None"}
    assert related(dataset, "2001-06-01") == []
    assert related(dataset, "2001-02-01") == ["derived:diplomatic-relations:egypt:kenya:until:2001-03-03"]


def test_an_embassy_that_was_closed_before_the_break_tells_no_more_than_it_did(world: World) -> None:
    dataset = world(
        BROKEN + "    missions: {m: {sender: kenya, host: egypt, kind: embassy, since: 1991, until: 1995}}\n"
    )

    assert {str(one.when.until) for one in dataset.derived} == {"1995", "None"}


CLOSED = """
    missions:
      ours: {kind: embassy, sender: egypt, %s, since: 1990}
    diplomatic_steps: [{by: egypt, with: kenya, kind: closure, on: 2020-03-01%s}]
"""


@pytest.mark.parametrize("where", ["host: kenya", "seat: nairobi"])
@pytest.mark.parametrize("named", ["", ", mission: ours"])
def test_a_mission_ends_on_the_day_it_is_closed(world: World, where: str, named: str) -> None:
    dataset = world(CLOSED % (where, named))
    (fact,) = (one for one in dataset.standing if one.id == "ours")

    assert (fact.status, str(fact.when.until)) == ("ended", "2020-03-01")
    assert fact.closed is not None
    assert fact.closed.rule == "a mission that is closed is kept no more"
    assert {str(one.when.until) for one in dataset.derived} == {"2020-03-01"}


def test_of_two_missions_that_alone_is_closed_which_is_named(world: World) -> None:
    more = "      theirs: {kind: consulate, sender: egypt, host: kenya}\n    diplomatic_steps"
    unnamed = world((CLOSED % ("host: kenya", "")).replace("    diplomatic_steps", more))
    named = world((CLOSED % ("host: kenya", ", mission: theirs")).replace("    diplomatic_steps", more))

    assert [one.id for one in unnamed.standing if one.closed] == []
    assert [one.id for one in named.standing if one.closed] == ["theirs"]


def test_a_mission_elsewhere_stays(world: World) -> None:
    dataset = world(CLOSED % ("host: vietnam", ""))

    assert [one.closed for one in dataset.standing if one.id == "ours"] == [None]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        # what is resumed had ended before, though that has no day, or one that is a reckoning
        (["severance", "resumption, on: 2026-02-02"], {("2026-02-02", None)}),
        (["severance, on: 2024-07?", "resumption, on: 2026-02-02"], {("2026-02-02", None)}),
        (["severance, on: 2024", "resumption"], {("2024/..", None)}),
        (["severance", "resumption"], {(None, None)}),
        # said again without its day it is the same event
        (["severance, on: 2017", "resumption, on: 2021", "severance", "resumption"], {("2021", None)}),
        # what ends twice was resumed between; what is suspended and then severed was not
        (["severance, on: 1988", "resumption", "severance, on: 2016"], {("1988/..", "2016")}),
        (["suspension, on: 2017", "severance, on: 2018", "resumption"], {("2018/..", None)}),
    ],
)
@pytest.mark.parametrize("stated", ["", "    diplomatic_relations: [{of: kenya, with: egypt, since: 1970}]\n"])
def test_what_is_resumed_had_ended_before(
    world: World, steps: list[str], told: set[tuple[str | None, str | None]], stated: str
) -> None:
    events = "".join(f"      - {{by: kenya, with: egypt, kind: {step}}}\n" for step in steps)
    dataset = world(f"{stated}    diplomatic_steps:\n{events}")
    spans = {(_text(one.when.since), _text(one.when.until)) for one in dataset.derived}

    assert spans == told
    assert bool(related(dataset)) is (next(iter(told))[1] is None)


def test_a_resumption_alone_tells_that_relations_are_in_force(world: World) -> None:
    dataset = world("diplomatic_steps: [{id: again, by: kenya, with: egypt, kind: resumption}]")
    (fact,) = dataset.derived

    assert (_text(fact.when.since), fact.status) == (None, "in-force")
    assert related(dataset) == [fact.id]


def _text(date: Date | None) -> str | None:
    return date.text if date is not None else None
