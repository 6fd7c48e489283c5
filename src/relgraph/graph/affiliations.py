"""What two have in common: the bodies, agreements or events that both take part in, and how often they vote alike.

A fact makes its first end take part in its second (a state in a body, a voter in the vote on a text), or, where it is a
node that ties all of one role (the parties of an agreement), each of them in itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.acting import those_at
from relgraph.facts.valid_time import staying
from relgraph.graph.ties import is_walked
from relgraph.graph.views import select
from relgraph.graph.weighing import SHARED, Link, Links, counted_reasons
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held, View
    from relgraph.graph.weighing import Pair, Weighing
    from relgraph.vocabulary.kinds import RelationKind

IS_SHARED, POSITION = "shared", "position"
"""Words of a kind: what two have in common who stand in it; of a narrower one, which position it takes."""

OTHERS = "of others than countries and bodies, or in nothing"
NO_POSITION = "without a position"


class Part(NamedTuple):
    """That one takes part in something, by a fact; with a position where it takes one."""

    one: str
    thing: str
    fact: Fact
    truth: Truth
    position: str = ""


def affiliations(dataset: Dataset, view: View, asked: Weighing) -> Links[Part]:
    """What countries and bodies have in common, or how far they vote alike, as links without direction.

    Raises MisuseError where no kind that is asked for can be shared, or has positions.
    """
    by = _shares if asked.network == SHARED else _takes_positions
    kinds = _kinds(dataset, view, by, asked.network)
    held = [one for one in select(dataset, view) if one.fact.kind in kinds]
    parts = tuple(part for one in held for part in _parts(dataset, one, view))
    left_out = {OTHERS: len({one.fact.id for one in held} - {part.fact.id for part in parts})}
    relations = [dataset.vocabulary.relations[kind] for kind in kinds]
    labels = ", ".join(kind.plural_label for kind in relations) or "votes"
    if asked.network == SHARED:
        of_these = f" of {', '.join(map(_things, relations))}" if relations else ""
        told = f"count: how many two have in common{of_these}"
        return Links(parts, _shared, kinds, told, left_out=counted_reasons(left_out), aside=_aside(dataset, parts))
    taken = tuple(part for part in parts if part.position)
    left_out |= {NO_POSITION: len(parts) - len(taken)}
    least = f", of {asked.joint} or more" if asked.joint > 1 else ""
    told = f"agreement: the share of joint {labels}{least}, in which two take the same position"
    return Links(
        taken, _agreeing(asked.joint), kinds, told, left_out=counted_reasons(left_out), aside=_aside(dataset, parts)
    )


def _aside(dataset: Dataset, parts: Iterable[Part]) -> frozenset[str]:
    """What others take part in, and actors of a kind of whom nobody takes part: as the body in which states vote."""
    every = tuple(parts)
    taking = {part.one for part in every}
    kinds = {dataset.actors[one].kind for one in taking}
    others = {one for one, actor in dataset.actors.items() if kinds and actor.kind not in kinds}
    return frozenset({part.thing for part in every} | others) - taking


def _things(kind: RelationKind) -> str:
    """What two share who stand in a kind: bodies; where its entry does not say, such as: host of visits."""
    shared = kind.words_of(None).get(IS_SHARED)
    return shared or (kind.plural_label if kind.is_node else f"{kind.pair[1].replace('_', ' ')} of {kind.plural_label}")


def _kinds(dataset: Dataset, view: View, by: Callable[[RelationKind], bool], network: str) -> tuple[str, ...]:
    """The kinds of relation that are asked for and fit; without any, those whose entries say that they do."""
    relations = dataset.vocabulary.relations
    if view.kinds is None:
        usual = (kind for kind in relations.values() if network != SHARED or IS_SHARED in kind.words_of(None))
        return tuple(sorted(kind.id for kind in usual if by(kind) and kind.id in dataset.kinds))
    wrong = sorted(kind for kind in view.kinds if kind in relations and not by(relations[kind]))
    if wrong:
        lacks = "has nothing that two could share" if network == SHARED else "has no positions that could be alike"
        raise MisuseError(f"{wrong[0]} {lacks}: it is no kind for the network {network}")
    return tuple(sorted(view.kinds))


def _shares(kind: RelationKind) -> bool:
    """Whether somebody takes part in something by facts of a kind."""
    return bool(_joining(kind)) if kind.is_node else kind.is_tie and not kind.symmetric


def _takes_positions(kind: RelationKind) -> bool:
    return any(POSITION in kind.words.get(narrower, ()) for narrower in kind.kinds)


def _joining(kind: RelationKind) -> tuple[str, ...]:
    """The roles of a node whose holders it ties to one another."""
    return tuple(walk.source for walk in kind.walks if walk.source == walk.target)


def _parts(dataset: Dataset, held: Held, view: View) -> Iterator[Part]:
    """Who takes part in what by a fact."""
    fact = held.fact
    kind = dataset.vocabulary.relations[fact.kind]
    position = kind.words.get(fact.type or "", {}).get(POSITION, "")
    left = staying(fact, held.day)
    roles = _joining(kind) if kind.is_node else kind.pair[:1]
    things = (fact.id,) if kind.is_node else fact.at(kind.pair[1])
    for one in (one for role in roles for one in those_at(dataset, fact, role)):
        truth = held.truth & left.get(one, Truth.YES)
        if is_walked(one, dataset) and truth is not Truth.NO and view.takes(truth):
            yield from (Part(one, thing, fact, truth, position) for thing in things if thing != one)


class _Table(NamedTuple):
    """Who takes part in what, for each position a sparse matrix of ones: a row for each actor, a column a thing."""

    actors: list[str]
    positions: list[Any]

    def pairs(self, least: int = 1) -> Iterator[tuple[Pair, int, int]]:
        """Each two with so many things in common: how many, and in how many of them they take the same position."""
        from scipy.sparse import triu

        every = sum(self.positions[1:], start=self.positions[0])
        joint = triu(every @ every.T, k=1).tocoo()
        first, *others = (one @ one.T for one in self.positions)
        alike = sum(others, start=first).todok()
        for row, column, number in sorted(zip(joint.row, joint.col, joint.data, strict=True)):
            if number >= least:
                yield (self.actors[row], self.actors[column]), int(number), int(alike.get((row, column), 0))


def _table(parts: Iterable[Part]) -> _Table | None:
    """The table of who takes part; None where nobody does. Of two positions of one in the same, none counts."""
    taken: dict[tuple[str, str], set[str]] = {}
    for part in parts:
        taken.setdefault((part.one, part.thing), set()).add(part.position)
    cells = {cell: next(iter(each)) for cell, each in taken.items() if len(each) == 1}
    if not cells:
        return None
    actors, things = (sorted({cell[at] for cell in cells}) for at in (0, 1))
    rows, columns = ({one: at for at, one in enumerate(each)} for each in (actors, things))
    at_position: dict[str, list[tuple[int, int]]] = {}
    for (one, thing), position in cells.items():
        at_position.setdefault(position, []).append((rows[one], columns[thing]))
    return _Table(actors, [_ones(each, (len(actors), len(things))) for _, each in sorted(at_position.items())])


def _ones(cells: list[tuple[int, int]], shape: tuple[int, int]) -> Any:  # noqa: ANN401 - a sparse matrix of scipy
    import numpy as np
    from scipy.sparse import coo_array

    return coo_array((np.ones(len(cells), dtype=np.int64), np.array(cells).T), shape=shape).tocsr()


def _shared(parts: Iterable[Part]) -> dict[Pair, Link]:
    """For each two the number of things that both take part in, whatever their positions."""
    table = _table(part._replace(position="") for part in parts)
    return {pair: Link(float(joint), joint) for pair, joint, _ in table.pairs()} if table else {}


def _agreeing(least: int) -> Callable[[Iterable[Part]], dict[Pair, Link]]:
    """What makes links of votes: for each two with so many joint ones the share in which they agree, if any."""

    def make(parts: Iterable[Part]) -> dict[Pair, Link]:
        table = _table(parts)
        found = table.pairs(least) if table else ()
        return {pair: Link(alike / joint, joint) for pair, joint, alike in found if alike}

    return make
