"""A vocabulary: every kind, status and ladder in force, and what is asked of all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relgraph.vocabulary.kinds import NONE
from relgraph.vocabulary.ladder import GENERAL, Ladder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from relgraph.reading.place import Place
    from relgraph.vocabulary.kinds import ActorKind, Effect, RelationKind, Status


class Cited(NamedTuple):
    """A paragraph that an entry rests on, with the terms in it that carry it; `entry` says which, in words."""

    entry: str
    source: str
    paragraph: int
    terms: tuple[str, ...]
    place: Place


class _Entries(NamedTuple):
    """What a vocabulary holds; see there."""

    actors: Mapping[str, ActorKind]
    relations: Mapping[str, RelationKind]
    statuses: Mapping[str, Status]
    ladders: Mapping[str, Ladder]
    compare: tuple[Mapping[str, str], ...] = ()
    aside: frozenset[str] = frozenset()
    cited: tuple[Cited, ...] = ()


class Vocabulary(_Entries):
    """Every kind, status and ladder in force, by id.

    `cited` are the paragraphs that ladders and comparisons rest on. `aside` are the names (ids, sections, rungs) that
    entries which are wrong, or rest on wrong ones, would have given a meaning: facts that use them cannot be judged.
    The ladder of a fact is told by `facts.tiers`.
    """

    def __repr__(self) -> str:
        """Short: whole vocabularies are for `relgraph schema`."""
        return f"<vocabulary of {len(self.relations)} kinds of relation and {len(self.ladders)} ladders>"

    @cached_property
    def walked(self) -> frozenset[str]:
        """The kinds of actor that a path goes through."""
        return frozenset(kind.id for kind in self.actors.values() if kind.walked)

    @cached_property
    def _owned(self) -> Mapping[str, Ladder]:
        """Each ladder that somebody owns, by the owner: asked for every fact, again and again."""
        return {owner: ladder for ladder in self.ladders.values() for owner in ladder.owners}

    @cached_property
    def general(self) -> Ladder:
        """The ladder of all who have none of their own; one without rungs where a dataset switches it off."""
        return self.ladders.get(GENERAL) or Ladder(GENERAL, "the general ladder", NONE)

    @cached_property
    def ladders_of_kinds(self) -> Mapping[str, tuple[Ladder, ...]]:
        """The ladders that belong to a kind of relation, by the kind."""
        kinds = {kind: None for ladder in self.ladders.values() for kind in ladder.kinds}
        return {kind: tuple(one for one in self.ladders.values() if kind in one.kinds) for kind in kinds}

    @cached_property
    def in_paths(self) -> tuple[Ladder, ...]:
        """The ladders that rank the steps of paths: those that say so, or are compared with another."""
        compared = {ladder for entry in self.compare for ladder in entry}
        return tuple(ladder for ladder in self.ladders.values() if ladder.path or ladder.id in compared)

    def ladders_of(self, *owners: str) -> list[Ladder]:
        """The ladders of those owners who have one; the general ladder if none does."""
        owned = self._owned
        found = [owned[owner] for owner in owners if owner in owned]
        return found or [self.general]

    def ladder_of(self, *owners: str) -> Ladder:
        """The ladder of the first owner who has one, else the general ladder."""
        owned = self._owned
        for owner in owners:
            if owner in owned:
                return owned[owner]
        return self.general

    def ladder_with(self, tier: str, *owners: str) -> Ladder:
        """The ladder of the first owner on whose it is, else the general one if it is there.

        The ladder of the first owner who has one where it is on none.
        """
        owned, first = self._owned, None
        for owner in owners:
            ladder = owned.get(owner)
            if ladder is not None:
                if ladder.has(tier):
                    return ladder
                first = first or ladder
        return self.general if first is None or self.general.has(tier) else first

    def effect(self, status: str) -> Effect:
        """What a status means for the world."""
        return self.statuses[status].effect

    @cached_property
    def binding(self) -> frozenset[str]:
        """The statuses of what has come about: `Effect.binds`."""
        return frozenset(status.id for status in self.statuses.values() if status.effect.binds)

    @cached_property
    def over(self) -> frozenset[str]:
        """The statuses of what has ended."""
        return frozenset(status.id for status in self.statuses.values() if status.effect.over)

    def suits(self, kind: str | None, allowed: Collection[str]) -> bool:
        """Whether a kind is among those allowed, or like one of them."""
        return kind in allowed or ((actor := self.actors.get(kind or "")) is not None and actor.like in allowed)

    def actor_section(self, section: str) -> ActorKind | None:
        """The kind of actor whose records stand in a section."""
        return next((kind for kind in self.actors.values() if kind.section == section), None)

    def relation_section(self, section: str) -> RelationKind | None:
        """The kind of relation whose records stand in a section."""
        return next((kind for kind in self.relations.values() if kind.section == section), None)
