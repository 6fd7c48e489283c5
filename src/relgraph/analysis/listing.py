"""Which facts a listing shows: all of a view, whatever their status."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.graph.views import EVERY_STATUS, Held, select
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


def list_facts(dataset: Dataset, view: View, about: Iterable[str] = (), source: str | None = None) -> list[Held]:
    """The facts of a view in which all of the actors named take part, of any status unless the view names some.

    Raises MisuseError for an unknown actor or source.
    """
    if source is not None and source not in dataset.library.cards:
        raise MisuseError(f"there is no source {source}{did_you_mean(source, dataset.library.cards)}")
    actors = {dataset.names.resolve(name) for name in about}
    wanted = view.statuses
    everything = replace(view, statuses=frozenset({EVERY_STATUS}), superseded=True, unsound=True)
    return [
        held
        for held in select(dataset, everything)
        if (not wanted or EVERY_STATUS in wanted or held.fact.status in wanted)
        and actors <= {end.id for end in held.fact.ends} | {held.fact.id, *held.fact.per}
        and (source is None or any(citation.source == source for citation in held.fact.evidence))
    ]
