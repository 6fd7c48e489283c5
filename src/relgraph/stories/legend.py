"""The rows of the page's legend: in which of them a line stands, by the keys that the page's address has.

The page's script/filter/switches.mjs has the same keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.statuses import status_on
from relgraph.facts.tiers import height_of, ladder_of
from relgraph.graph.lines import BELONGS, DERIVED, effect_in, left_by, origin_of
from relgraph.vocabulary.kinds import MACHINE_READ, Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.lines import Line as Drawn
    from relgraph.graph.views import Held

IMPLIED = "sure:implied"
READ_BY_MACHINE = f"sure:{MACHINE_READ}"
OFF_AT_FIRST = frozenset({IMPLIED, READ_BY_MACHINE})
HELD = ("held:yes", "held:maybe")


class Line(NamedTuple):
    """An edge of the page, of a fact: the two that it joins, and its rows in the legend besides those of the two.

    `height` is the share of its ladder that lies below its rung; None for what is on no ladder.
    """

    fact: str
    pair: frozenset[str]
    rung: int
    height: float | None
    tie: str
    sure: str
    status: str
    sources: tuple[str, ...]
    is_walked: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The rows in all of which it stands."""
        return self.tie, self.sure, self.status

    def beside(self, highest: int) -> Line:
        """The same beside a tie of its pair on a rung: one that is higher implies it, if it only follows by a rule."""
        implied = self.is_walked and self.sure == f"sure:{DERIVED}" and highest > self.rung
        return self._replace(sure=IMPLIED) if implied else self


def line_of(dataset: Dataset, drawn: Drawn, held: Held, *, is_walked: bool) -> Line:
    """The line of a graph, of a fact as it is held, with its rows."""
    fact, origin = held.fact, origin_of(held.fact)
    left = left_by(held, drawn.end) if drawn.end is not None else None
    effect = Effect.ENDED if left is not None and left[1] else effect_in(held, dataset)
    return Line(
        fact=fact.id,
        pair=frozenset((drawn.source, drawn.target)),
        rung=height_of(fact, dataset.vocabulary),
        height=_height(dataset, fact),
        tie=_tie_key(dataset, fact),
        sure=f"sure:{origin if origin in {DERIVED, MACHINE_READ} else effect.value}",
        status=f"status:{status_on(dataset, fact, held.day)}",
        sources=tuple(f"source:{source}" for source in sorted(fact.sources)) or ("source:",),
        is_walked=is_walked,
    )


def _tie_key(dataset: Dataset, fact: Fact) -> str:
    """What a fact says: its rung, or its kind where it is on none or on one that the kind stands for."""
    rung, tier = height_of(fact, dataset.vocabulary), fact.tier
    stood_for = tier in {kind.rung for kind in dataset.vocabulary.relations.values() if kind.rung is not None}
    if tier is not None and (rung > 1 or not stood_for):
        return f"close:{ladder_of(fact, dataset.vocabulary).id}.{tier}"
    return f"{'close' if rung == 1 else 'other'}:{fact.kind}"


def _height(dataset: Dataset, fact: Fact) -> float | None:
    if fact.tier is None:
        return None
    below, rungs = height_of(fact, dataset.vocabulary) - 1, len(ladder_of(fact, dataset.vocabulary).rungs)
    return min(1.0, below / (rungs - 1)) if below > 0 and rungs > 1 else 0.0


def who_key(dataset: Dataset, node: str) -> str:
    """The row of a node."""
    return f"who:{dataset.actors[node].kind if node in dataset.actors else dataset.by_id[node].kind}"


def known_keys(dataset: Dataset) -> Iterator[str]:
    """The keys of all rows that a dataset's words allow."""
    vocabulary = dataset.vocabulary
    yield from (f"who:{kind}" for kind in vocabulary.actors)
    yield from (f"who:{kind.id}" for kind in vocabulary.relations.values() if kind.is_node)
    yield from (f"{sort}:{kind}" for kind in (*vocabulary.relations, BELONGS) for sort in ("close", "other"))
    for ladder in vocabulary.ladders.values():
        yield from (f"close:{ladder.id}.{tier}" for tier in (*ladder.rungs, *ladder.beside))
    yield from (f"sure:{effect.value}" for effect in Effect)
    yield from (f"sure:{DERIVED}", IMPLIED, READ_BY_MACHINE, *HELD, "source:")
    yield from (f"status:{status}" for status in vocabulary.statuses)
    yield from (f"source:{source}" for source in dataset.library.cards)
