"""What a step draws that looks at nothing in particular: what its view holds and its legend leaves.

The page's script/filter/filters.mjs draws the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.valid_time import staying
from relgraph.graph.views import EVERYTHING, select
from relgraph.reading.dates import Truth
from relgraph.stories.legend import OFF_AT_FIRST, READ_BY_MACHINE, who_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date
    from relgraph.stories.known import Known
    from relgraph.stories.legend import Line
    from relgraph.stories.records import Step

PEOPLE = frozenset({"person", "office", "organisation", "body", "alliance"})
"""The kinds of actor one of which is an end of whatever the page's view of people and institutions draws."""
_ENOUGH = {"ladder": 0.01, "upper": 0.5, "top": 1.0}
"""How high on its ladder a tie must be, from 0 to 1."""


class Drawn(NamedTuple):
    """What a step draws: facts in order of id, and the nodes that these join."""

    facts: tuple[Held, ...]
    nodes: frozenset[str]


def _are_people(dataset: Dataset, ends: Iterable[str]) -> bool:
    """Whether all of some are actors, and any of them is of PEOPLE."""
    actors = [dataset.actors.get(end) for end in ends]
    return None not in actors and any(actor is not None and actor.kind in PEOPLE for actor in actors)


def drawn_in(known: Known, step: Step) -> Drawn:
    """What the filters of a step leave of the facts that its view holds."""
    dataset = known.dataset
    view = replace(EVERYTHING, as_of=step.at, superseded=step.at is None)  # on a day, a tier replaced by then is gone
    held = {one.fact.id: one for one in select(dataset, view)}
    standing = list(_standing(known, held, step.at))
    closest = _closest(standing)
    lines = [
        line
        for line, truth in standing
        if _has(dataset, step.view, line) and _is_left(dataset, step, line.beside(closest[line.pair, truth]), truth)
    ]
    if step.filters.least is not None:
        lines = _of_many(dataset, lines, step.filters.least)
    nodes = frozenset(end for line in lines for end in line.pair) | _alone(known, step, held)
    shown = nodes.union(line.fact for line in lines)
    return Drawn(tuple(one for name, one in held.items() if name in shown), nodes)


def _standing(known: Known, held: Mapping[str, Held], at: Date | None) -> Iterator[tuple[Line, Truth]]:
    """The lines of what is held, with whether they stand on a day: of the two that one joins, neither had left."""
    for line in known.lines:
        if line.fact in held and all(end in held for end in line.pair if end in known.dataset.by_id):
            fact, truth = held[line.fact].fact, held[line.fact].truth
            stays = staying(fact, at) if at is not None else {}
            for end in line.pair & stays.keys():
                truth &= stays[end]
            if truth is not Truth.NO:
                yield line, truth


def _has(dataset: Dataset, view: str, line: Line) -> bool:
    """Whether a view of the page has a line."""
    is_read = line.sure == READ_BY_MACHINE  # a layer over the ties
    if view == "people":
        return not line.is_walked and not is_read and _are_people(dataset, line.pair)
    return view == "all" or line.is_walked or is_read


def _alone(known: Known, step: Step, held: Mapping[str, Held]) -> set[str]:
    """Nodes of facts that are joined to nothing: everything has them too, unless it asks for many ties."""
    if step.view != "all" or step.filters.least is not None:
        return set()
    joined = {end for line in known.lines for end in line.pair}
    nodes = {fact.id for fact in known.dataset.nodes} & held.keys()
    return {one for one in nodes - joined if not _is_hidden(known.dataset, step, one)}


def _closest(standing: Iterable[tuple[Line, Truth]]) -> defaultdict[tuple[frozenset[str], Truth], int]:
    """The highest rung of the ties of each pair that hold as surely at least as one that does so."""
    found: defaultdict[tuple[frozenset[str], Truth], int] = defaultdict(int)
    for line, held in standing:
        if line.is_walked:
            for truth in {Truth.MAYBE, held}:
                found[line.pair, truth] = max(found[line.pair, truth], line.rung)
    return found


def _is_left(dataset: Dataset, step: Step, line: Line, truth: Truth) -> bool:
    """Whether the rows of a line and of its ends are on, and it is close enough."""
    filters = step.filters
    off = filters.off | (OFF_AT_FIRST - filters.on)
    close = filters.close is None or (line.height is not None and line.height >= _ENOUGH[filters.close])
    on = off.isdisjoint(line.keys) and not off.issuperset(line.sources)
    in_time = step.at is None or f"held:{truth.value}" not in off
    return close and on and in_time and not any(_is_hidden(dataset, step, end) for end in line.pair)


def _is_hidden(dataset: Dataset, step: Step, node: str) -> bool:
    return node in step.filters.hide or who_key(dataset, node) in step.filters.off


def _of_many(dataset: Dataset, lines: list[Line], least: int) -> list[Line]:
    """The lines whose ends have so many at least, where they are actors."""
    counts = Counter(end for line in lines for end in line.pair)
    few = {end for end, count in counts.items() if count < least and end in dataset.actors}
    return [line for line in lines if few.isdisjoint(line.pair)]
