"""Whom a fact ties by what somebody in it is part of: an embassy at a city is in the country of that city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.rules import rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.records import Actor, Fact
    from relgraph.vocabulary.kinds import RelationKind


def pairs_of_wholes(fact: Fact, kind: RelationKind, actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """The pairs that the rules of its kind tie so, whatever its narrower kind; none where the whole itself is named."""
    for source, target, unless in dict.fromkeys(
        (one.source, one.target, one.unless) for one in rules_for(fact, kind.implies) if one.whole
    ):
        if unless is None or not fact.at(unless):
            wholes = [actors[part].part_of for part in fact.at(target) if part in actors]
            yield from ((one, whole) for one in fact.at(source) for whole in wholes if whole is not None)
