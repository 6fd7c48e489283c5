"""A dataset as its sources could tell it on a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.facts.standing import published
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date


def known_by(dataset: Dataset, day: Date | None, *, certain: bool = False) -> Dataset:
    """The dataset with the citations of sources published by a day alone, and the facts that have one left.

    What follows is worked out anew from those: a fact that a later source states may have followed by a rule
    before. A source of unknown date may have been there and counts, unless only what is `certain` does.
    `day` None changes nothing.
    """
    if day is None:
        return dataset
    cited = {citation.source for fact in dataset.facts for citation in fact.evidence}
    truths = {source: published(source, day, dataset.library) for source in cited}
    there = {source for source, truth in truths.items() if truth is Truth.YES or (truth is Truth.MAYBE and not certain)}
    return replace(dataset, facts=tuple(_told(dataset, there)))


def _told(dataset: Dataset, there: set[str]) -> Iterator[Fact]:
    """The facts that some sources carry, with what these alone say for them."""
    for fact in dataset.facts:
        evidence = tuple(citation for citation in fact.evidence if citation.source in there)
        if evidence:
            yield fact if len(evidence) == len(fact.evidence) else fact._replace(evidence=evidence)
