"""Circles: what is part of itself, a member of itself, or follows from itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.folder import VOCABULARY
from relgraph.reading.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings

PART_OF = "part_of"


def parts_not_circular(context: Context) -> Findings:
    """Nothing is part of itself, by way of others neither: offices and bodies, events within events."""
    actors = context.dataset.actors
    links: dict[str, tuple[str, ...]] = {one: (actor.part_of,) for one, actor in actors.items() if actor.part_of}
    links |= {fact.id: fact.at(PART_OF) for fact in context.dataset.nodes if fact.at(PART_OF)}
    for circle in circles(links):
        yield _place(circle[0], context), f"{' is part of '.join(circle)}: a circle"


def groups_not_circular(context: Context) -> Findings:
    """No group is its own member, by way of other groups neither: its facts would rest on themselves."""
    links = {one: actor.members for one, actor in context.dataset.actors.items() if actor.members}
    for circle in circles(links):
        yield _place(circle[0], context), f"{' has the member '.join(circle)}: a circle"


def rules_not_circular(context: Context) -> Findings:
    """No kind of relation implies itself, by way of others neither: a derived fact would be its own premise."""
    kinds = context.vocabulary.relations.values()
    links = {kind.id: tuple(implied.kind for implied in kind.implies) for kind in kinds}
    for circle in circles(links):
        place = Place(str(context.dataset.graph / VOCABULARY))
        yield place, f"{' implies '.join(circle)}: a derived fact would be its own premise"


def _place(one: str, context: Context) -> Place:
    found = context.dataset.actors.get(one) or context.stated[one]
    return found.place


def circles(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle met on a walk along all links, from its least id back to it; none twice."""
    done: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for start in sorted(links):
        for circle in _walk(start, links, done):
            least = circle.index(min(circle))
            turned = (*circle[least:], *circle[:least], circle[least])
            if turned not in seen:
                seen.add(turned)
                yield turned


def _walk(start: str, links: Mapping[str, Iterable[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """Depth first, without recursion: a link back to where the walk came through closes a circle."""
    trail: list[str] = []
    open_links: list[Iterator[str]] = [iter((start,))]
    while open_links:
        one = next(open_links[-1], None)
        if one is None:
            open_links.pop()
            if trail:
                done.add(trail.pop())
        elif one in trail:
            yield tuple(trail[trail.index(one) :])
        elif one not in done:
            trail.append(one)
            open_links.append(iter(links.get(one, ())))
