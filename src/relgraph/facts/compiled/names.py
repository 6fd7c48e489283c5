"""The names of a dataset that was read before: looked up one by one, so that no fact is unpacked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.names import Names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.names import Called
    from relgraph.facts.records import Actor


class KeptName(NamedTuple):
    """What a fact that is a node is called."""

    name: str | None
    aliases: tuple[str, ...] = ()
    article: str | None = None


def name_packed(called: Called) -> list[object]:
    """What a node is called; mostly that is its name alone."""
    return [called.name, called.aliases, called.article] if called.aliases or called.article else [called.name]


def name_unpacked(packed: list[str]) -> KeptName:
    """What a node is called, as it was packed."""
    name, *rest = packed
    return KeptName(name, tuple(rest[0]), rest[1]) if rest else KeptName(name)


class KeptNames(Names):
    """Names of which each is looked up when it is asked for."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        nodes: Mapping[str, Called],
        by_name: Mapping[str, set[str]],
        articles: frozenset[str],
    ) -> None:
        """`by_name` and `articles` are as `Names` has them."""
        super().__init__(actors, nodes)
        vars(self).update(by_name=by_name, articles=articles)
