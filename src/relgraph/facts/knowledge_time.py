"""Knowledge time: what could be known by a day, when its sources were published, and how far they were checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.reading.dates import Truth
from relgraph.sources.paragraph import BY_TABLE, ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.reading.dates import Date
    from relgraph.sources.library import Library
    from relgraph.sources.paragraph import State


def known(fact: Fact, day: Date | None, library: Library) -> Truth:
    """Whether a source of the fact was published by a day; maybe where its date is not known."""
    if day is None:
        return Truth.YES
    best = Truth.NO
    for citation in fact.evidence:
        truth = published(citation.source, day, library)
        if truth is Truth.YES:
            return truth
        best = truth if truth is Truth.MAYBE else best
    return best


def published(source: str, day: Date | None, library: Library) -> Truth:
    """Whether a source was published by a day; maybe where its date is not known."""
    if day is None:
        return Truth.YES
    card = library.cards.get(source)
    return card.published.by(day) if card is not None and card.published is not None else Truth.MAYBE


def known_by(dataset: Dataset, day: Date | None, *, certain: bool = False) -> Dataset:
    """The dataset with the citations of sources published by a day alone, and the facts that have one left.

    What follows is worked out anew from those: a fact that a later source states may have followed by a rule
    before. A source of unknown date may have been there and counts, unless only what is `certain` does.
    `day` None changes nothing.
    """
    if day is None:
        return dataset
    cited = {source for fact in dataset.facts for source in fact.sources}
    truths = {source: published(source, day, dataset.library) for source in cited}
    there = {source for source, truth in truths.items() if truth is Truth.YES or (truth is Truth.MAYBE and not certain)}
    return dataset.with_facts(tuple(_told(dataset, there)))


def _told(dataset: Dataset, there: set[str]) -> Iterator[Fact]:
    """The facts that some sources carry, with what these alone say for them."""
    for fact in dataset.facts:
        evidence = tuple(citation for citation in fact.evidence if citation.source in there)
        if evidence:
            yield fact if len(evidence) == len(fact.evidence) else fact._replace(evidence=evidence)


def verified(citation: Citation, library: Library) -> State:
    """`text` or `index` when the paragraph is there and says every term, `table` when the table is; else `cited`."""
    if citation.row:
        return BY_TABLE if library.state(citation.source) == BY_TABLE else ONLY_CITED
    paragraph = library.paragraph(citation.source, citation.paragraph)
    if paragraph is None or not all(paragraph.says(term) for term in citation.terms):
        return ONLY_CITED
    return paragraph.state
