"""The status of a fact: what it means for the world and how it is called, since its sources spoke or on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.records import AGAINST
from relgraph.facts.valid_time import lasts
from relgraph.reading.dates import Truth, day_asked
from relgraph.vocabulary.kinds import OF_PLANS, Effect

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary

SOME_DAY = "2000-01-01"


def effect_on(dataset: Dataset, fact: Fact, day: Date | None = None) -> Effect:
    """What a fact means for the world since its sources spoke: what had an end before that has ended.

    On a day that is asked for, what has ended since means what it did while it held.
    """
    effect, until = dataset.vocabulary.effect(fact.status), fact.when.until
    if day is None:
        return Effect.ENDED if effect.binds and lasts(fact, dataset.library) is Truth.NO else effect
    if effect is Effect.PLANNED:
        return effect
    if until is not None and not until.ongoing and until.before(day) is Truth.YES:
        return Effect.ENDED
    return effect if effect.binds else _while_it_held(fact, dataset.vocabulary)


def day_held(dataset: Dataset, fact: Fact) -> Date | None:
    """A day on which a fact that is over may have held: for those who tell how it was. None for what is not over."""
    if effect_on(dataset, fact) is not Effect.ENDED:
        return None
    return fact.when.until or fact.when.first or day_asked(SOME_DAY)


def _while_it_held(fact: Fact, vocabulary: Vocabulary) -> Effect:
    """What a fact that is over meant before: that it happened, if it has the day of that; else what is in force."""
    known = {vocabulary.effect(status) for status in vocabulary.relations[fact.kind].statuses}
    if fact.when.on is not None and fact.when.since is None and Effect.OCCURRED in known:
        return Effect.OCCURRED
    return next((one for one in (Effect.CURRENT, Effect.AGREED, Effect.OCCURRED) if one in known), Effect.CURRENT)


def is_known_of_then(fact: Fact) -> bool:
    """Whether a fact follows by a rule from what is over, and nothing says that it ended with that."""
    return fact.implied and fact.closed is None


def status_on(dataset: Dataset, fact: Fact, day: Date | None = None) -> str:
    """The status of a fact; on a day that is asked for, that which it had before it ended."""
    vocabulary, status = dataset.vocabulary, fact.status
    if day is None or not vocabulary.effect(status).over:
        return status
    then = effect_on(dataset, fact, day)
    return next((one for one in vocabulary.relations[fact.kind].statuses if vocabulary.effect(one) is then), status)


def status_label(dataset: Dataset, fact: Fact, day: Date | None = None) -> str:
    """How the status is called that a fact has, or had on a day that is asked for."""
    return dataset.vocabulary.statuses[status_on(dataset, fact, day)].label


def is_dropped(dataset: Dataset, fact: Fact) -> bool:
    """Whether a fact was planned and came to nothing, or waits."""
    return dataset.vocabulary.statuses[fact.status].dropped


def told_of_plan(dataset: Dataset, fact: Fact, slot: str) -> str:
    """What a reading says of a plan, of one that is denied, or of one that came to nothing: see OF_PLANS."""
    status, plan = dataset.vocabulary.statuses[fact.status], OF_PLANS[slot]
    told = plan.dropped if is_dropped(dataset, fact) else plan.denied if fact.stance == AGAINST else plan.planned
    no_verb = status.no_verb or "does not plan"
    return told.format(verb=status.verb or f"has {status.label}", no_verb=no_verb, label=status.label)
