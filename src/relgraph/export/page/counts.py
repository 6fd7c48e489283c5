"""Stated counts as the page's panel reads them: the total, and who of it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.reconcile import COUNT, reconcile

if TYPE_CHECKING:
    from relgraph.export.page.facts import Record
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact


def count_record(dataset: Dataset, fact: Fact) -> Record | None:
    """The members of a stated count as lists of ids, and how many are missing; None for any other fact.

    `counts` is the kind of relation counted, if the count names one; `exact` is false where the source sets
    no upper limit.
    """
    if fact.kind != COUNT or "says" not in fact.fields:
        return None
    found = reconcile(dataset, fact)
    return {
        "counts": fact.fields.get("counts"),
        "named": list(found.named),
        "derived": list(found.derived),
        "unnamed": found.unnamed,
        "exact": found.exact,
    }
