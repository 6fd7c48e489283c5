"""Stated totals in a view: what could be said on a day of how many there are, and who of them was named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.facts.derive import is_sound
from relgraph.facts.knowledge_time import known
from relgraph.facts.reconcile import Reconciliation, counts, reconcile
from relgraph.facts.valid_time import is_unsure
from relgraph.graph.views import DEFAULT_VIEW, EVERY_STATUS, as_known, select
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date


def totals(dataset: Dataset, view: View = DEFAULT_VIEW, about: str | None = None) -> list[Reconciliation]:
    """Every stated total of a view, or those of one actor, set against the members that the view lets in.

    Of a view `as_of`, `known`, `certain` and `stated` count. A total is of its own time: on a day before that
    it is left out, and on one that may be before it is a maybe. Its members are those of its own time, or those
    of the day asked for where that may be earlier. A total whose sources were not published by `known` is left out,
    and so is every member whom only later sources name. `certain` drops each maybe, `stated` all that
    follows by a rule. Disputed, denied and withdrawn totals are never in it. Raises MisuseError for an unknown name.
    """
    of = dataset.names.resolve(about) if about is not None else None
    part = as_known(dataset, view)
    held: dict[Date | None, Mapping[str, Truth]] = {}
    found = []
    for count in counts(part):
        truth = _truth(count, part, view)
        if (of is None or count.ends[0].id == of) and (
            truth is Truth.YES or (truth is Truth.MAYBE and not view.certain)
        ):
            day = None if _came(count, view) is Truth.YES else view.as_of
            if day not in held:
                held[day] = _held(part, replace(view, as_of=day))
            one = reconcile(part, count, held[day])
            found.append(replace(_stated(one) if view.stated else one, truth=truth))
    return found


def _came(count: Fact, view: View) -> Truth:
    """Whether the time of a total had come on the day asked for; maybe where it has none."""
    if view.as_of is None:
        return Truth.YES
    return count.happened.by(view.as_of) if count.happened is not None else Truth.MAYBE


def _truth(count: Fact, dataset: Dataset, view: View) -> Truth:
    if not is_sound(count):
        return Truth.NO
    truth = _came(count, view) & known(count, view.known, dataset.library)
    return truth & Truth.MAYBE if view.certain and is_unsure(count) else truth


def _held(dataset: Dataset, view: View) -> dict[str, Truth]:
    """How far each fact holds, whatever its status and tier: which of them count is for the total to say."""
    everything = replace(view, kinds=None, statuses=frozenset({EVERY_STATUS}), superseded=True, unsound=True)
    return {held.fact.id: held.truth for held in select(dataset, everything)}


def _stated(one: Reconciliation) -> Reconciliation:
    """The same without what follows by a rule."""
    maybe = tuple(member for member in one.maybe if member in one.named)
    return replace(one, derived=(), corroborated=(), maybe=maybe)
