"""A record of a kind as one would write it, with made-up actors: for those who look a kind up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.vocabulary.kinds import RelationKind, Role
    from relgraph.vocabulary.model import Vocabulary

MADE_UP = {
    "country": ("northland", "southland", "eastland", "westland"),
    "body": ("river-commission", "sea-council"),
    "organisation": ("harbour-board", "grain-board"),
    "city": ("northport", "southport"),
    "person": ("ada-north", "ben-south"),
    "office": ("president-of-northland", "minister-of-southland"),
    "group": ("river-states", "sea-states"),
}
"""Ids of made-up actors, for each kind of actor that ships; the kinds that are asked for first come first."""


class Example(NamedTuple):
    """A record as YAML, with the actors that stand in it, by kind, and words that its paragraph must say."""

    text: str
    actors: tuple[tuple[str, str], ...]
    says: tuple[str, ...]


class _Writer:
    """Writes one record, and before it those of the nodes that it needs at its ends."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.actors: dict[str, str] = {}
        self.says: dict[str, None] = {}

    def write(self, kind: RelationKind, taken: frozenset[str] = frozenset()) -> Iterator[str]:
        """The lines of a section with one record."""
        needed = list(self._needed(kind))
        ends = {role.name: self._stands(role, taken | {kind.id}) for role in needed}
        for other in [one for one in ends.values() if one in self.vocabulary.relations]:
            yield from self.write(self.vocabulary.relations[other], taken | {kind.id})
            self.says[called(self.vocabulary.relations[other])] = None
        yield f"{kind.section}:"
        fields = [f"{role}: {named(end) if end in self.vocabulary.relations else end}" for role, end in ends.items()]
        fields += [f"kind: {kind.kinds[0]}"] if kind.kinds and "kind" not in kind.fields else []
        fields += self._figure(kind)
        fields += [f"{kind.dates[0]}: 2024"] if kind.dates else []
        fields.append(f"evidence: {{p: 2, terms: [{', '.join(self._terms(kind))}]}}")
        yield from _record(kind, fields)

    def _needed(self, kind: RelationKind) -> Iterator[Role]:
        """The ends that a record cannot do without, and the first in any case."""
        for at, role in enumerate(kind.roles.values()):
            if not role.optional or role.name in kind.pair[: 1 + kind.is_tie] or (kind.is_node and at == 0):
                yield role

    def _stands(self, role: Role, taken: frozenset[str]) -> str:
        """A made-up actor that may stand in a role and does not stand in another; else a kind of node."""
        for kind, ids in MADE_UP.items():
            free = [one for one in ids if one not in self.actors]
            if kind in role.types and free:
                self.actors[free[0]] = kind
                return free[0]
        return min(role.types - taken)

    def _figure(self, kind: RelationKind) -> list[str]:
        """What a figure says, and of what."""
        if not kind.is_figure:
            return []
        self.says |= dict.fromkeys(("12", "ships"))
        number = next(name for name, form in kind.fields.items() if form == "figure")
        return ["what: ships", f"{number}: 12"]

    def _terms(self, kind: RelationKind) -> list[str]:
        self.says |= dict.fromkeys((kind.label, "2024"))
        return [kind.label, "2024"] if kind.dates else [kind.label]


def named(kind: str) -> str:
    """The id of the made-up node of a kind."""
    return f"harbour-{kind}"


def called(kind: RelationKind) -> str:
    """The name of the made-up node of a kind."""
    return f"Harbour {kind.label}"


def _record(kind: RelationKind, fields: list[str]) -> Iterator[str]:
    if kind.is_node:
        yield f"  {named(kind.id)}:"
        yield f"    name: {called(kind)}"
        yield from (f"    {field}" for field in fields)
    else:
        yield f"  - {fields[0]}"
        yield from (f"    {field}" for field in fields[1:])


def example(kind: RelationKind, vocabulary: Vocabulary) -> Example:
    """A record of a kind with made-up actors, true to a paragraph that says its words."""
    writer = _Writer(vocabulary)
    lines = list(writer.write(kind))
    return Example("\n".join(lines), tuple(writer.actors.items()), tuple(writer.says))
