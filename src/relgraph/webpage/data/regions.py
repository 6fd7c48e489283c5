"""The regions of the world whose countries a page shows: each may stand for them there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset

_LEAST = 2


def region_records(dataset: Dataset, drawn: Iterable[str]) -> dict[str, list[str]]:
    """The regions (M49) of which at least two countries are drawn, by name, with the ids of these."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in drawn:
        entry = dataset.names.entry(one)
        if entry is not None and entry.region:
            found[entry.region].append(one)
    return {name: found[name] for name in sorted(found) if len(found[name]) >= _LEAST}
