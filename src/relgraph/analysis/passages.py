"""A source paragraph by paragraph, and beside each the facts that cite it: for those who read it for facts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.library import ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.sources.card import Card


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: what is known of it, and the stated facts that cite it, each with that citation.

    `says` is its text, or where that is not at hand its distinct words, sorted; empty where neither is known.
    `why` is the card's reason why it yields no fact.
    """

    number: int
    says: str
    facts: tuple[tuple[Fact, Citation], ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, its paragraphs in order, and what they could be taken from: `text`, `index`, or else `cited`.

    `size` is how many paragraphs it has in all, 0 where nothing tells.
    """

    card: Card
    state: str
    size: int
    passages: tuple[Passage, ...]


def read_source(dataset: Dataset, source: str, only: Collection[int] = (), *, uncited: bool = False) -> Reading:
    """The paragraphs of a source; those of some numbers `only`, or only those that are `uncited`.

    Of a source with neither text nor index the paragraphs that are cited are told. Raises MisuseError for an
    unknown source, and for a paragraph that it does not have.
    """
    library = dataset.library
    card = library.cards.get(source)
    if card is None:
        raise MisuseError(f"there is no source {source}{did_you_mean(source, library.cards)}")
    citing = _citing(dataset.facts, source)
    numbers = range(1, library.size(source) + 1) if library.size(source) else sorted(citing)
    for number in only:
        if number not in numbers:
            last = f"; its last is p {numbers[-1]}" if numbers else ""
            raise MisuseError(f"{source} has no p {number}{last}")
    passages = tuple(
        Passage(number, _says(dataset, source, number), tuple(citing.get(number, ())), card.no_facts.get(number))
        for number in numbers
        if (not only or number in only) and not (uncited and number in citing)
    )
    return Reading(card, library.state(source), library.size(source), passages)


def _citing(facts: Iterable[Fact], source: str) -> dict[int, list[tuple[Fact, Citation]]]:
    """For each paragraph of a source the facts that cite it, in the order of the files."""
    found: dict[int, list[tuple[Fact, Citation]]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: (fact.place, fact.id)):
        for citation in fact.evidence:
            if citation.source == source:
                found[citation.paragraph].append((fact, citation))
    return dict(found)


def _says(dataset: Dataset, source: str, number: int) -> str:
    library = dataset.library
    if library.state(source) == ONLY_CITED:
        return ""
    lines = library.texts.get(source) or library.cards[source].index
    return lines[number - 1]
