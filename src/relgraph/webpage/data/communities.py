"""Which community each actor is in, as `relgraph rank communities` finds them: an order of the page's matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.measures.scores import communities
from relgraph.graph.projection import project
from relgraph.graph.ties import collect_ties, walked_actors
from relgraph.graph.views import DEFAULT_VIEW

if TYPE_CHECKING:
    from collections.abc import Collection

    from relgraph.facts.dataset import Dataset


def communities_on_page(dataset: Dataset, drawn: Collection[str]) -> dict[str, int]:
    """The number of the community of each country and body, the largest being 1; none where the ties make only one.

    They are those of all ties that hold. A page that does not draw all the facts of these has none either: nobody could
    see there what they are made of.
    """
    ties = collect_ties(dataset, lazily=False)
    if not all(tie.fact.id in drawn for side in ties.between.values() for some in side.values() for tie in some):
        return {}
    there = walked_actors(dataset, DEFAULT_VIEW, ties.kinds)
    found = {one: round(number) for one, number in communities(project(ties, there)).items()}
    tied = {found[one] for one in ties.between}
    return found if len(tied) > 1 else {}
