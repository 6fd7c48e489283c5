"""The ground that each node stands on: a place on earth that the dataset or the table of capitals tells.

A country stands on its capital, whatever has coordinates on these; a body where it has its seat; what is part of
another where that stands; a person where the office is held. A fact that is a node stands at its seat or place, else
at its host. Nothing is put where it is only tied to: a country takes no part in the place of a statement about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.shipped import CITY, SHIPPED_KINDS, shipped_code
from relgraph.vocabulary.kinds import Effect
from relgraph.webpage.map.geography import capital_place, projected

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Actor
    from relgraph.layout.positions import Point
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.webpage.data.drawing import Drawing

EARTH = frozenset((CITY, *SHIPPED_KINDS))
"""Kinds of actor that are places themselves."""
SERVING = frozenset(("person", "office", "organisation", "body"))
"""Kinds that belong to somebody whom a relation names second: an office to whose country, a person to an office."""
BELONGING = (Effect.CURRENT, Effect.AGREED, Effect.OCCURRED, Effect.ENDED)
"""What tells whom they belong to, the surest first; what is only planned does not."""


class Ground(NamedTuple):
    """A place on earth in pixels, by a key: the node that stands on it, or the id of a seat that is not drawn."""

    key: str
    place: Point


class Grounds:
    """Finds the ground of each node of a drawing."""

    def __init__(self, dataset: Dataset, drawing: Drawing) -> None:
        """Know whose code each country has; nothing else is worked out before it is asked for."""
        self._dataset = dataset
        self._drawing = drawing
        self._known: dict[str, Ground | None] = {}
        self._roles = {kind.id: _roles(kind) for kind in dataset.vocabulary.relations.values() if kind.is_node}
        self._serving = [kind.id for kind in dataset.vocabulary.relations.values() if _tells_whose(kind)]
        self._countries = {told["iso"]: node for node, told in drawing.nodes.items() if told.get("iso")}

    def of(self, node: str) -> Ground | None:
        """The ground of a node; None for what has no place on earth, or several."""
        if node not in self._known:
            self._known[node] = None  # what belongs to itself, by a circle, has none
            self._known[node] = self._found(node)
        return self._known[node]

    def _found(self, node: str) -> Ground | None:
        if "fact" in self._drawing.nodes.get(node, {}):
            return self._of_fact(node)
        actor = self._dataset.actors.get(node)
        return self._of_actor(actor) if actor is not None else None

    def _of_actor(self, actor: Actor) -> Ground | None:
        if actor.is_group:
            return None  # it stands for its members, wherever these are
        if actor.coordinates is not None:
            return Ground(actor.id, projected(*actor.coordinates))
        if actor.kind in SHIPPED_KINDS:
            place = capital_place(actor.iso) if actor.iso else None
            return Ground(actor.id, place) if place is not None else None
        if actor.seat is not None:
            return self._of_seat(actor.seat)
        if actor.part_of is not None:
            return self.of(actor.part_of)
        return self._of_serving(actor.id)

    def _of_seat(self, seat: str) -> Ground | None:
        """A seat of the dataset, or one that ships; where its country is drawn, on the ground of that."""
        if seat in self._dataset.actors:
            return self.of(seat)
        code = shipped_code(seat)
        place = capital_place(code) if code else None
        if code in self._countries:
            return self.of(self._countries[code])
        return Ground(seat, place) if place is not None else None

    def _of_serving(self, one: str) -> Ground | None:
        """Of whom somebody is told to serve: in the surest way first, then in the order of the vocabulary."""
        told = [
            (BELONGING.index(effect), self._serving.index(edge.about["relation"]), edge.target)
            for edge in self._drawing.leaving.get(one, ())
            if edge.about["relation"] in self._serving and (effect := Effect(edge.about["effect"])) in BELONGING
        ]
        return next((ground for *_, other in sorted(told) if (ground := self.of(other))), None)

    def _of_fact(self, node: str) -> Ground | None:
        told = self._roles[self._drawing.nodes[node]["kind"]]
        return next((ground for roles in told if (ground := self._of_roles(node, roles))), None)

    def _of_roles(self, node: str, roles: frozenset[str]) -> Ground | None:
        """The one ground of all who stand in some roles of a fact; None where there are several."""
        ends = [edge.source for edge in self._drawing.arriving.get(node, ()) if edge.about.get("role") in roles]
        grounds = {self.of(one) for one in ends}
        return grounds.pop() if len(grounds) == 1 else None


def _roles(kind: RelationKind) -> tuple[frozenset[str], frozenset[str]]:
    """The roles that tell where a fact took place: those for a city, or for a country instead; and that of its host."""
    spots = (name for name, role in kind.roles.items() if CITY in role.types and role.types <= EARTH)
    hosts = (name for name, role in kind.roles.items() if role.where)
    return frozenset(spots), frozenset(hosts)


def _tells_whose(kind: RelationKind) -> bool:
    """Whether a kind of tie tells whom its first end belongs to: an office held, a nationality, an affiliation."""
    first = next(iter(kind.roles.values()), None)
    return kind.is_tie and first is not None and first.types <= SERVING
