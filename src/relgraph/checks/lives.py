"""The lives of actors: nobody takes part in anything before it began, or after it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Actor, Fact
    from relgraph.reading.dates import Date


def within_lives(context: Context) -> Findings:
    """No date of a fact lies before one of its ends began, or after it ended; whoever followed is named."""
    for fact, actor in context.once(_with_mortals):
        outside = [date for date in fact.dates if not date.ongoing and _is_outside(date, actor)]
        if outside:
            yield fact.place, f"{outside[0]} lies outside the life of {_life(actor)}{_instead(actor, context)}"


def ended_with_lives(context: Context) -> Findings:
    """What goes on, between those of whom one has ended, says until when."""
    for fact, actor in context.once(_with_mortals):
        lasts = "until" in context.vocabulary.relations[fact.kind].dates and fact.happened is None
        if actor.until is not None and fact.when.until is None and lasts and _binds(fact, context):
            yield fact.place, f"{_life(actor)}, and this says no end; give its until, or the status for what is over"


def _binds(fact: Fact, context: Context) -> bool:
    return context.vocabulary.effect(fact.status).binds


def _with_mortals(context: Context) -> list[tuple[Fact, Actor]]:
    """Each fact with each of its ends whose life has a limit; few datasets have any."""
    actors = context.dataset.actors
    mortals = {one: actor for one, actor in actors.items() if actor.since is not None or actor.until is not None}
    facts = context.dataset.facts if mortals else ()
    return [(fact, mortals[end.id]) for fact in facts for end in fact.ends if end.id in mortals]


def _is_outside(date: Date, actor: Actor) -> bool:
    if actor.since is not None and date.before(actor.since) is Truth.YES:
        return True
    return actor.until is not None and not actor.until.ongoing and actor.until.before(date) is Truth.YES


def _life(actor: Actor) -> str:
    """Such as: Soviet Union (soviet-union), which began 1922-12-30 and ended 1991-12-25."""
    limits = [f"began {actor.since}"] if actor.since is not None else []
    limits += [f"ended {actor.until}"] if actor.until is not None else []
    return f"{actor.name} ({actor.id}), which {' and '.join(limits)}"


def _instead(actor: Actor, context: Context) -> str:
    """Whom it followed and who followed it, of the dataset and of the table."""
    found = dict.fromkeys(_successors(actor, context))
    told = [f"followed by {listed([_named(one, context) for one in found])}"] if found else []
    told += [f"before it was {listed([_named(one, context) for one in actor.follows])}"] if actor.follows else []
    return f"; {'; '.join(told)}" if told else ""


def _successors(actor: Actor, context: Context) -> Iterable[str]:
    entry = context.names.entry(actor.id)
    yield from (other.id for other in context.dataset.actors.values() if actor.id in other.follows)
    yield from (context.names.id_for(one) for one in (entry.successors if entry is not None else ()))


def _named(one: str, context: Context) -> str:
    return f"{one} ({context.names.title(one)})"
