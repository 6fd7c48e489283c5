"""Networks that count: which facts make a link, which way it leads, and how much it weighs.

The network that paths are searched in has one edge for each tied pair, whatever ties it. Tables of visits, missions or
votes ask for more: who sends and who receives, how often, how much, and what two have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from relgraph.errors import MisuseError
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Truth

    Pair: TypeAlias = tuple[str, str]

TIES, SHARED, AGREEMENT = "ties", "shared", "agreement"
NETWORKS = {
    TIES: "an edge for each tied pair",
    SHARED: "an edge for each two that take part in the same, such as bodies",
    AGREEMENT: "an edge for each two that vote alike, by the share of their joint votes",
}
"""The networks that measures may be taken on, and what an edge of each is."""

NONE, IN, OUT, BOTH = "none", "in", "out", "both"
DIRECTIONS = {
    NONE: "every tie is walked both ways",
    IN: "ties that lead to an actor, from the first end of a fact to each that it leads to (a host, whom it covers)",
    OUT: "ties that lead from an actor, from the first end of a fact to each that it leads to (a host, whom it covers)",
    BOTH: "ties that lead to an actor and ties that lead from it",
}
"""Which ties of an actor count; one without a direction, such as a partnership, leads both ways."""

STRENGTH, COUNT = "strength", "count"
BY_RUNG = "strength: 1, and the height of the best rung"
"""What a pair weighs where nothing else is asked for."""

UNIT = ":"
"""Stands between a figure and the unit that is asked for: amount:USD."""


class Weighing(NamedTuple):
    """What network is asked for: see NETWORKS and DIRECTIONS.

    `weight` of a tied pair is `strength` (1 + the height of its best rung), `count` (the number of facts), or the name
    of a figure whose sum counts, with the unit where there are several (amount:USD). Two that vote are compared where
    they have `joint` votes or more.
    """

    network: str = TIES
    direction: str = NONE
    weight: str = STRENGTH
    joint: int = 1

    @property
    def directed(self) -> bool:
        """Whether a link leads from one to another."""
        return self.direction != NONE

    @property
    def way(self) -> str:
        """Its direction in words: in: ties that lead to an actor."""
        return f"{self.direction}: {DIRECTIONS[self.direction]}"

    def checked(self) -> Weighing:
        """The same. Raises MisuseError for a word that is none, and for what does not go together."""
        for name, word, known in (("network", self.network, NETWORKS), ("direction", self.direction, DIRECTIONS)):
            if word not in known:
                raise MisuseError(f"{word} is not a {name}{did_you_mean(word, known)}; there are {', '.join(known)}")
        if self.network != TIES and (self.directed or self.weight != STRENGTH):
            raise MisuseError(f"what two {_DOES[self.network]} has no direction, and its own weight: leave these out")
        if self.joint < 1 or (self.joint != 1 and self.network != AGREEMENT):
            raise MisuseError(f"a least number of joint votes, 1 or more, is for the network {AGREEMENT}")
        return self


_DOES = {SHARED: "share", AGREEMENT: "agree in"}
PLAIN = Weighing()


class Link(NamedTuple):
    """What links two: its weight, and how many facts, things shared or joint votes it stands for."""

    weight: float
    ties: int


class Piece(Protocol):
    """What links are made of: a fact as it stands between two, or one that takes part in something."""

    @property
    def fact(self) -> Fact:
        """The fact that says so."""

    @property
    def truth(self) -> Truth:
        """Whether it is so, yes or maybe."""


P = TypeVar("P", bound=Piece)


class Links(NamedTuple, Generic[P]):
    """The links of a network, and how they were counted.

    `make` gives them by pair (from, to where they are `directed`, else in order of id) for any of the `pieces` that
    they are made of. `weight` says what a weight is; `left_out` why facts of the `kinds` that are asked for make no
    link, and how many. Those `aside` are no isolates of the network: what others take part in, and who could not.
    """

    pieces: tuple[P, ...]
    make: Callable[[Iterable[P]], Mapping[Pair, Link]]
    kinds: tuple[str, ...]
    weight: str
    directed: bool = False
    left_out: tuple[tuple[str, int], ...] = ()
    aside: frozenset[str] = frozenset()

    def without(self, unwanted: Callable[[P], bool]) -> set[Pair] | None:
        """The pairs that are still linked without some pieces; None where none is unwanted."""
        wanted = [piece for piece in self.pieces if not unwanted(piece)]
        return set(self.make(wanted)) if len(wanted) < len(self.pieces) else None


def counted_reasons(left_out: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Why facts make no link, and how many; without what leaves none out."""
    return tuple((why, number) for why, number in left_out.items() if number)
