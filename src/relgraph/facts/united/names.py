"""The names of several datasets: an id of one of them, with its name or without, means whom it means there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.facts.names import Names
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.names import Called
    from relgraph.facts.records import Actor


class UnitedNames(Names):
    """All names of the actors and nodes of several datasets."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        nodes: Mapping[str, Called],
        ways: Mapping[str, tuple[str, ...]],
        plain: Mapping[str, str],
    ) -> None:
        """`ways` are the ids that mean somebody, `plain` the names of those that are told apart by their datasets."""
        super().__init__(actors, nodes)
        self._ways, self._plain = ways, plain

    def all_of(self, one: str) -> tuple[str, ...]:
        """Every name that a dataset gives an id, without the datasets behind it."""
        told = super().all_of(one)
        return (self._plain[one], *told[1:]) if one in self._plain and told else told

    def find(self, text: str) -> tuple[str, ...]:
        """Ids that a text may mean: an id first of all, then one that a dataset has, then whatever is called so.

        Last comes a name as answers tell it, with the datasets behind it.
        """
        if text in self._actors or text in self._nodes:
            return (text,)
        known = tuple(one for one in self._ways.get(text, ()) if one in self._actors or one in self._nodes)
        return known or super().find(text) or self._told_apart.get(fold(text), ())

    @cached_property
    def _told_apart(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in sorted(self._plain):
            name = fold(self.label(one))
            found[name] = (*found.get(name, ()), one)
        return found
