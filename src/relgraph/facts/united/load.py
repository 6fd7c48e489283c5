"""Reading several datasets as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from relgraph.errors import MisuseError
from relgraph.facts.load import found_in
from relgraph.facts.united.unite import unite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

P = TypeVar("P")


def load_all(
    graphs: Sequence[str | Path], seeds: Sequence[str | Path] = (), texts: str | Path | None = None
) -> Dataset:
    """Read folders of facts as one dataset, each with the cards beside it, or those of `seeds` in their order.

    One folder of cards may serve all. Raises what `load` does, and MisuseError for no folder of facts at all, or for
    another number of folders of cards.
    """
    if not graphs:
        raise MisuseError("no folder of facts is named")
    cards = seeds_of(graphs, seeds)
    return unite([found_in(graph, own, texts).read() for graph, own in zip(graphs, cards, strict=True)])


def seeds_of(graphs: Sequence[object], seeds: Sequence[P]) -> list[P | None]:
    """The folder of cards of each folder of facts; None for the one beside it."""
    if len(seeds) not in {0, 1, len(graphs)}:
        told = f"{len(graphs)} of facts and {len(seeds)} of cards (--seeds)"
        raise MisuseError(f"{told}: name a folder of cards for each of facts, or one for all")
    return list(seeds) if len(seeds) == len(graphs) else [seeds[0] if seeds else None] * len(graphs)
