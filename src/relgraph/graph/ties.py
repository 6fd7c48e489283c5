"""Ties: the steps that a path may take, as a plain adjacency. No graph library is needed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.coverage import by_lists_alone, may_have_been, schemes_covering
from relgraph.facts.tiers import class_of
from relgraph.facts.valid_time import staying
from relgraph.graph.kept_network import LazilyBetween, keep_network, kept_network
from relgraph.graph.network import Network
from relgraph.graph.steps import Steps, Tie
from relgraph.graph.views import DEFAULT_VIEW, select, select_concerning
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import FACT_ITSELF, Walk
from relgraph.vocabulary.rungs import UNRANKED, Rungs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held, View

TIES, ALL = "ties", "all"
SCOPES = (TIES, ALL)
"""What a path may go through: ties of actors that the vocabulary has walked, or every relation of everybody."""


class Ties(NamedTuple):
    """The ties of a view: `between[a][b]` holds all that tie a and b, the same list both ways round.

    `network` holds the level of the best of them for searching; `kinds` are the kinds of relation let in,
    `scope` is `ties` or `all`.
    """

    between: Mapping[str, Mapping[str, list[Tie]]]
    network: Network
    kinds: tuple[str, ...]
    scope: str = TIES

    @property
    def pairs(self) -> int:
        """How many pairs of nodes are tied; parallel ties count once."""
        return sum(map(len, self.network.levels.values())) // 2

    def size(self, dataset: Dataset) -> int:
        """How many actors and nodes it joins; a tie that others stand in besides its ends is neither."""
        relations, facts = dataset.vocabulary.relations, dataset.by_id
        return sum(one in dataset.actors or relations[facts[one].kind].is_node for one in self.between)

    def maybe(self, one: str) -> int:
        """To how many actors one is tied by nothing but ties that may not hold."""
        return sum(all(tie.truth is Truth.MAYBE for tie in ties) for ties in self.between.get(one, {}).values())

    @property
    def maybes(self) -> int:
        """How many pairs are tied by nothing but ties that may not hold."""
        return sum(map(self.maybe, self.between)) // 2

    def best(self, one: str, other: str) -> list[Tie]:
        """The ties of two nodes that no other tie of theirs is above, stated ones first."""
        between = self.between[one][other]
        tops = self.network.rungs.highest(tie.level for tie in between)
        return sorted((tie for tie in between if tie.level in tops), key=lambda tie: (tie.fact.derived, tie.fact.id))


def collect_ties(dataset: Dataset, view: View = DEFAULT_VIEW, scope: str = TIES, *, lazily: bool = True) -> Ties:
    """The ties of a view.

    In the scope `ties` those between countries and bodies, of the kinds that the vocabulary marks as `path`; in
    `all` those of every kind between all but groups, agreements, events and other nodes among them. Kinds
    named in the view take the place of the scope's. Where the network of the view is kept, ties are looked for pair by
    pair as they are asked for; not `lazily`, where all of them will be.
    """
    usual = path_kinds(dataset) if scope == TIES else tying_kinds(dataset)
    kinds = tuple(view.kinds) if view.kinds is not None else usual
    rungs = dataset.rungs
    known = kept_network(dataset, view, scope, rungs) if lazily else None
    if known is not None:
        between = LazilyBetween(known.levels, lambda *pair: _tying(pair, dataset, view, scope, kinds, rungs))
        return Ties(between, known, tuple(sorted(kinds)), scope)
    found = _between(select(dataset, view), dataset, view, scope, kinds, rungs)
    network = _network(found, rungs)
    if lazily:
        keep_network(dataset, view, scope, network)
    return Ties(found, network, tuple(sorted(kinds)), scope)


def _between(
    facts: Iterable[Held], dataset: Dataset, view: View, scope: str, kinds: Collection[str], rungs: Rungs
) -> dict[str, dict[str, list[Tie]]]:
    """All ties of the facts of a view that are of some kinds, by both ends."""
    between: dict[str, dict[str, list[Tie]]] = {}
    walked, steps = Walked(dataset, scope), Steps(dataset, rungs)
    for held in facts:
        if held.fact.kind in kinds:
            more = _ties_with_itself(held) if scope == ALL and _joins_by_itself(held, dataset) else ()
            for tie in (*steps.of(held), *more):
                if walked[tie.source] and walked[tie.target] and view.takes(tie.truth):
                    _add(between, tie)
    return between


def each_tie(facts: Iterable[Held], dataset: Dataset, view: View) -> Iterator[Tie]:
    """The steps of some facts between countries and bodies, as far as a view takes them; parallel ones apart."""
    walked, steps = Walked(dataset), Steps(dataset)
    for held in facts:
        for tie in steps.of(held):
            if walked[tie.source] and walked[tie.target] and view.takes(tie.truth):
                yield tie


def _tying(
    pair: tuple[str, str], dataset: Dataset, view: View, scope: str, kinds: Collection[str], rungs: Rungs
) -> list[Tie]:
    """The ties of one pair alone."""
    one, other = pair
    return _between(select_concerning(dataset, view, *pair), dataset, view, scope, kinds, rungs)[one][other]


def is_walked(one: str, dataset: Dataset, scope: str = TIES) -> bool:
    """Whether paths of a scope go through an actor or node: never through a group."""
    actor = dataset.actors.get(one)
    if actor is None:
        return scope == ALL and one in dataset.by_id
    return not actor.is_group if scope == ALL else actor.kind in dataset.vocabulary.walked


class Walked(dict[str, bool]):
    """Whether paths of a scope go through an actor or node, looked up once for each."""

    def __init__(self, dataset: Dataset, scope: str = TIES) -> None:
        super().__init__()
        self._dataset, self._scope = dataset, scope

    def __missing__(self, one: str) -> bool:
        found = self[one] = is_walked(one, self._dataset, self._scope)
        return found


def walked_actors(dataset: Dataset, view: View, kinds: Collection[str]) -> list[str]:
    """Ids of all actors whom paths of the scope `ties` may go through, tied or not, who may have been there then.

    A state whose ties of some kinds a source covers by a list of codes is there in the years in which the list has it.
    Where all sources of these kinds cover them so, nobody is there whom no list has: of the ties of others none tells.
    """
    walked, schemes = dataset.vocabulary.walked, schemes_covering(dataset, kinds)
    listed_alone = by_lists_alone(dataset, kinds)
    return [
        one
        for one, actor in dataset.actors.items()
        if actor.kind in walked
        and may_have_been(dataset, actor, view.as_of, schemes)
        and not (listed_alone and schemes.isdisjoint(scheme for scheme, _, _ in actor.listed))
    ]


def _joins_by_itself(held: Held, dataset: Dataset) -> bool:
    """Whether a fact joins more than its walks do: a node, or a tie in which others stand besides its two ends."""
    kind = dataset.vocabulary.relations[held.fact.kind]
    return kind.is_node or not kind.walks or len({end.id for end in held.fact.ends}) > 2  # noqa: PLR2004 - a pair


def _ties_with_itself(held: Held) -> Iterator[Tie]:
    """The steps between a fact that is a node and each that stands in a role of it, once."""
    roles: dict[str, str] = {}
    for end in held.fact.ends:
        roles.setdefault(end.id, end.role)
    left = staying(held.fact, held.day)
    for one, role in roles.items():
        if left.get(one, Truth.YES) is Truth.NO:
            continue
        label = role.replace("_", " ")
        walk = Walk(role, FACT_ITSELF, f"{{{role}}}: {label} of {{fact}}", f"{{fact}} has {{{role}}} as {label}")
        yield Tie(one, held.fact.id, held.fact, walk, UNRANKED, held.truth, held.holds, held.day)


def _network(between: Mapping[str, Mapping[str, list[Tie]]], rungs: Rungs) -> Network:
    """The level of the best tie of each pair; a pair whose best ties cannot be compared stands on all their rungs."""
    joins: dict[frozenset[int], int] = {}
    best: dict[tuple[int, ...], int] = {}

    def level(ties: list[Tie]) -> int:
        stands_on = tuple([tie.level for tie in ties])
        found = best.get(stands_on)
        if found is None:
            tops = rungs.highest(stands_on)
            found = next(iter(tops)) if len(tops) == 1 else joins.setdefault(tops, len(rungs.above) + len(joins))
            best[stands_on] = found
        return found

    levels = {one: {other: level(ties) for other, ties in others.items()} for one, others in between.items()}
    return Network(levels, rungs.joined(joins))


def collect_kinds(dataset: Dataset, view: View) -> tuple[str, ...]:
    """The kinds of relation that a view asks for, in order of id; else those that take part in paths."""
    return tuple(sorted(view.kinds if view.kinds is not None else path_kinds(dataset)))


def path_kinds(dataset: Dataset) -> tuple[str, ...]:
    """Kinds of relation that take part in paths by default, of those that the dataset has facts of."""
    return tuple(kind.id for kind in dataset.vocabulary.relations.values() if kind.path and kind.id in dataset.kinds)


def tying_kinds(dataset: Dataset) -> tuple[str, ...]:
    """Kinds of relation that tie somebody to somebody: all but figures, of those that the dataset has facts of."""
    relations = dataset.vocabulary.relations.values()
    return tuple(kind.id for kind in relations if not kind.is_figure and kind.id in dataset.kinds)


def level_of(fact: Fact, dataset: Dataset, rungs: Rungs) -> int:
    """The class of the rung that a fact stands on, of those that paths rank by; UNRANKED without one."""
    return class_of(fact, dataset.vocabulary, rungs)


def _add(between: dict[str, dict[str, list[Tie]]], tie: Tie) -> None:
    ties = between.setdefault(tie.source, {}).setdefault(tie.target, [])
    between.setdefault(tie.target, {})[tie.source] = ties
    ties.append(tie)
