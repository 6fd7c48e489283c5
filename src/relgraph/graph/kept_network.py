"""The network of a view as it is kept with its dataset: the levels of all pairs, of which a search makes its layers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from relgraph.graph.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.steps import Tie
    from relgraph.graph.views import View
    from relgraph.vocabulary.rungs import Rungs


def keep_network(dataset: Dataset, view: View, scope: str, network: Network) -> None:
    """Keep the network of a view, where things are kept of this dataset."""
    if dataset.workings and view.known is None:
        joins = [sorted(tops) for tops in network.rungs.joins.values()]
        dataset.workings.keep(_question(view, scope), json.dumps({"levels": network.levels, "joins": joins}))


def kept_network(dataset: Dataset, view: View, scope: str, rungs: Rungs) -> Network | None:
    """The network that is kept of a view; None where none is."""
    text = dataset.workings.find(_question(view, scope)) if dataset.workings and view.known is None else None
    if text is None:
        return None
    with suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
        told = json.loads(text)
        return Network(told["levels"], rungs.joined(map(frozenset, told["joins"])))
    return None


def _question(view: View, scope: str) -> str:
    """What tells the network of one view from those of others."""
    return f"network of {scope}: {view.told}"


class LazilyBetween(Mapping[str, Mapping[str, "list[Tie]"]]):
    """The ties of all pairs of a network, by both ends; those of a pair are looked for when they are asked for."""

    def __init__(self, levels: Mapping[str, Mapping[str, int]], find: Callable[[str, str], list[Tie]]) -> None:
        """`find` gives the ties of a pair."""
        self._levels = levels
        self._find = find
        self._found: dict[tuple[str, str], list[Tie]] = {}

    def __getitem__(self, one: str) -> Mapping[str, list[Tie]]:
        return _OfOne(one, self._levels[one], self._of)

    def __iter__(self) -> Iterator[str]:
        return iter(self._levels)

    def __len__(self) -> int:
        return len(self._levels)

    def _of(self, one: str, other: str) -> list[Tie]:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._found:
            self._found[pair] = self._find(*pair)
        return self._found[pair]


class _OfOne(Mapping[str, "list[Tie]"]):
    def __init__(self, one: str, others: Mapping[str, int], of: Callable[[str, str], list[Tie]]) -> None:
        self._one, self._others, self._of = one, others, of

    def __getitem__(self, other: str) -> list[Tie]:
        if other not in self._others:
            raise KeyError(other)
        return self._of(self._one, other)

    def __iter__(self) -> Iterator[str]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)
