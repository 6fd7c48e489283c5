"""Why two actors are not joined in a view, and what would join them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.analysis.paths.search import shortest_routes
from relgraph.facts.sentences import dates
from relgraph.facts.statuses import effect_on, status_label
from relgraph.graph.group_statements import covering
from relgraph.graph.ties import collect_ties, level_of
from relgraph.graph.views import View, select_concerning_any
from relgraph.reading.plurals import agreeing
from relgraph.vocabulary.rungs import UNRANKED, label_in_full, ladders_of_some

if TYPE_CHECKING:
    from collections.abc import Collection

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.group_statements import GroupStatement
    from relgraph.graph.network import Layer
    from relgraph.graph.steps import Tie
    from relgraph.graph.ties import Ties

OVER = "over"
"""What is said of a tie that had an end before its sources spoke, whatever its status."""


def explain(
    dataset: Dataset, ties: Ties, passing: tuple[str, ...], avoid: frozenset[str], floor: int, view: View
) -> str:
    """One line: in which components the ends lie, at which lower rung they connect, which tie would open a way."""
    layer = ties.network.at(floor)
    parted = next(((a, b) for a, b in pairwise(passing) if not layer.joins(a, b)), (passing[0], passing[-1]))
    parts = [
        _components(dataset, layer, parted, _at(dataset, ties, floor, parted)),
        _lower(dataset, ties, parted, floor),
    ]
    if len(passing) == len(parted) or not layer.joins(*parted):
        parts.append(opening(dataset, ties, parted, avoid, floor, view))
    return "; ".join(part for part in parts if part)


def may_cover(
    dataset: Dataset, ties: Ties, passing: tuple[str, ...], floor: int, view: View
) -> tuple[GroupStatement, ...]:
    """Statements about a group, at the floor or above, that may join two who are to be passed one after the other."""
    layer, rungs = ties.network.at(floor), ties.network.rungs
    allowed = ties.network.allowed(floor)
    groups = [actor.id for actor in dataset.actors.values() if actor.is_group]
    held = [
        one
        for one in select_concerning_any(dataset, replace(view, kinds=frozenset(ties.kinds)), groups)
        if level_of(one.fact, dataset, rungs) in allowed
    ]
    found: dict[GroupStatement, None] = {}
    for pair in pairwise(passing):
        if not layer.joins(*pair):
            found |= dict.fromkeys(covering(dataset, held, pair, (_part(layer, pair[0]), _part(layer, pair[1]))))
    return tuple(found)


def _part(layer: Layer, end: str) -> frozenset[str]:
    """Whoever lies in the component of an end, and the end itself."""
    number = layer.component.get(end)
    return frozenset({end, *(one for one, part in layer.component.items() if part == number)})


def _at(dataset: Dataset, ties: Ties, floor: int, ends: Collection[str]) -> str:
    return f" at {_label(dataset, ties, floor, ends)} or above" if floor != UNRANKED else ""


def _label(dataset: Dataset, ties: Ties, level: int, ends: Collection[str]) -> str:
    near = ladders_of_some(dataset.vocabulary, ends)
    return label_in_full(dataset.vocabulary, ties.network.rungs, level, near)


def _components(dataset: Dataset, layer: Layer, ends: tuple[str, str], at: str) -> str:
    label = dataset.names.label
    alone = [label(end) for end in ends if end not in layer.component]
    if alone:
        return f"{' and '.join(alone)} {agreeing(len(alone), 'has', 'have')} no tie in this view{at}"
    if layer.joins(*ends):
        return f"every way{at} passes an actor that is avoided, or passes one twice"
    numbers = list(layer.component.values())
    told = [f"{label(end)} is in a component of {numbers.count(layer.component[end])}" for end in ends]
    return f"no ties{at} join them: {', '.join(told)}"


def _lower(dataset: Dataset, ties: Ties, ends: tuple[str, str], floor: int) -> str:
    """The best rung below the one asked for at which they connect."""
    if floor == UNRANKED or ties.network.at(floor).joins(*ends):
        return ""
    found = ties.network.best_thresholds(*ends)
    if not found:
        return ""
    if found == [UNRANKED]:
        return "they connect only by ties without a rung"
    return f"they connect at {' and '.join(_label(dataset, ties, level, ends) for level in sorted(found))}"


def opening(dataset: Dataset, ties: Ties, ends: tuple[str, str], avoid: frozenset[str], floor: int, view: View) -> str:
    """The ties outside the view that a shortest way in the widest view would use, at the floor or else below it."""
    wide = collect_ties(dataset, View(kinds=view.kinds).widened(), ties.scope)
    for level in dict.fromkeys((floor, UNRANKED)) if not ties.network.at(UNRANKED).joins(*ends) else (floor,):
        missing = _missing(ties.network.at(level), wide.network.at(level), ends, avoid)
        if missing:
            where = "" if level == floor else "at a lower rung "
            ties_to_be = (min(wide.best(*pair), key=lambda tie: _is_over(dataset, tie)) for pair in missing)
            return f"{where}it would open with {'; '.join(_told(dataset, tie) for tie in ties_to_be)}"
        if ties.network.at(UNRANKED).joins(*ends):
            return ""
    return ""


def _missing(there: Layer, wide: Layer, ends: tuple[str, str], avoid: frozenset[str]) -> list[tuple[str, str]]:
    """The links of a shortest way through a wider network that a narrower one lacks, as few as may be."""

    def lacks(one: str, other: str) -> bool:
        return other not in there.neighbours.get(one, ())

    routes = shortest_routes(*ends, wide.neighbours, lacks, avoid=avoid, most=1)
    return [pair for pair in pairwise(routes[0]) if lacks(*pair)] if routes else []


def _is_over(dataset: Dataset, tie: Tie) -> bool:
    """Whether a tie has ended, so that one that is planned is rather told."""
    return effect_on(dataset, tie.fact).over


def _told(dataset: Dataset, tie: Tie) -> str:
    fact = tie.fact
    over = effect_on(dataset, fact) is not dataset.vocabulary.effect(fact.status)
    marks = ["derived" if fact.derived else OVER if over else status_label(dataset, fact), dates(dataset, fact)]
    kind = dataset.vocabulary.relations[fact.kind].label
    ends = f"{dataset.names.label(tie.source)} – {dataset.names.label(tie.target)}"
    return f"{ends} ({', '.join(mark for mark in (kind, *marks) if mark)})"
