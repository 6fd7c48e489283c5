"""A source paragraph by paragraph, and beside each the facts that cite it: for those who read it for facts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.telling import fact_line, refused_word, remarks
from relgraph.checks.refused import is_refused
from relgraph.errors import MisuseError
from relgraph.facts.sentences import sentence
from relgraph.graph.views import Held
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth
from relgraph.reading.place import one_line
from relgraph.reading.plurals import counted
from relgraph.sources.paragraph import BY_INDEX, BY_TABLE, BY_TEXT, ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.sources.card import Card

STATES = {
    BY_TEXT: "from the text",
    BY_INDEX: "from the word index: which words stand there, not in what order",
    BY_TABLE: "a table: the rows that are cited are told, none is shown",
    ONLY_CITED: "neither text nor word index is at hand: only what is cited is told",
}


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


@dataclass(frozen=True, slots=True, repr=False)
class Reading(Answer):
    """A source, its paragraphs in order, and what they could be taken from: `text`, `index`, or else `cited`.

    `size` is how many paragraphs it has in all, 0 where nothing tells.
    """

    columns: ClassVar = ("source", "paragraph", "says", "terms", "id", "refused", "note", "file", "line", "no_facts")

    card: Card
    state: str
    size: int
    passages: tuple[Passage, ...]
    dataset: Dataset = field(compare=False)

    def lines(self) -> Iterator[str]:
        """What the source is, then each paragraph with its number and the facts that cite it; how many are cited."""
        card = self.card
        about = ", ".join(str(one) for one in (card.author, card.publisher, card.published) if one is not None)
        yield f"{card.id}: {card.title}{f' ({about})' if about else ''}"
        yield from _addresses(card)
        size = f"{counted(self.size, 'paragraph')}, " if self.size else ""
        yield f"{size}{STATES[self.state]}"
        place = "p" if card.table is None else "row"
        for passage in self.passages:
            yield ""
            yield f"{place} {passage.number}{f'  {_safe(passage.says)}' if passage.says else ''}"
            for fact, citation in passage.facts:
                yield f"   {self._told(fact, citation)}"
                yield from (f"     {line}" for line in remarks(fact))
            if passage.why is not None:
                yield f"   no fact: {_safe(passage.why)}"
        yield ""
        yield self._summary()

    def _told(self, fact: Fact, citation: Citation) -> str:
        terms = ", ".join(f'"{term}"' for term in citation.terms)
        told = fact_line(self.dataset, Held(fact, Truth.YES), with_sources=False)
        return f"{told}{f': {terms}' if terms else ''} ({fact.place})"

    def _summary(self) -> str:
        cited = sum(bool(passage.facts) for passage in self.passages)
        explained = sum(passage.why is not None for passage in self.passages if not passage.facts)
        left = len(self.passages) - cited - explained
        return f"told {len(self.passages)}: {cited} cited, {explained} without a fact for a reason, {left} neither"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each fact that cites a paragraph, and one for each paragraph that none cites."""
        for passage in self.passages:
            at = {"source": self.card.id, "paragraph": passage.number}
            for told, (fact, _) in zip(self._plain_facts(passage), passage.facts, strict=True):
                yield at | told | {"refused": refused_word(self.dataset, fact)}
            if not passage.facts:
                yield at | {"no_facts": passage.why}

    def plain(self) -> dict[str, Any]:
        """What the source is, and under `paragraphs` what each says and the facts that cite it."""
        card = self.card
        about = {
            "asked": asked(self.dataset, None, read=card.id) | {"sources": {card.id: card.sha256}},
            "source": card.id,
            "title": card.title,
            "author": card.author,
            "publisher": card.publisher,
            "published": str(card.published) if card.published else None,
            "url": card.url,
            "archived": card.archived,
            "retrieved": str(card.retrieved) if card.retrieved else None,
            "file": card.file,
            "state": self.state,
            "size": self.size,
            "paragraphs": [self._plain_passage(passage) for passage in self.passages],
        }
        return {name: value for name, value in about.items() if value is not None}

    def _plain_passage(self, passage: Passage) -> dict[str, Any]:
        known: dict[str, Any] = {}
        if self.state in {BY_TEXT, BY_INDEX}:
            known = {"text": passage.says} if self.state == BY_TEXT else {"words": passage.says.split()}
        why = {} if passage.why is None else {"no_facts": passage.why}
        return {"paragraph": passage.number, **known, **why, "facts": self._plain_facts(passage)}

    def _plain_facts(self, passage: Passage) -> list[dict[str, Any]]:
        return [
            {
                "id": fact.id,
                "says": sentence(self.dataset, fact),
                "terms": list(citation.terms),
                "file": self.dataset.file_of(fact),
                "line": fact.place.line,
            }
            | ({"note": fact.note} if fact.note else {})
            | ({"refused": True} if is_refused(self.dataset, fact) else {})
            for fact, citation in passage.facts
        ]


def _addresses(card: Card) -> Iterator[str]:
    """Where the source is kept, and when it was taken from there."""
    taken = f" (retrieved {card.retrieved})" if card.retrieved else ""
    if card.url:
        yield f"{card.url}{taken}"
    if card.archived:
        yield f"archived: {card.archived}{'' if card.url else taken}"


def _safe(text: str) -> str:
    """A text of somebody else's, whole, with what a terminal might obey written out."""
    return one_line(text, len(text))


@paused_collector()
def read_source(dataset: Dataset, source: str, only: Collection[int] = (), *, uncited: bool = False) -> Reading:
    """The paragraphs of a source; those of some numbers `only`, or only those that are `uncited`.

    Of a source with neither text nor index the paragraphs that are cited are told. Raises MisuseError for an
    unknown source, and for a paragraph that it does not have.
    """
    library = dataset.library
    source = library.resolve(source)
    card = library.cards[source]
    citing = _citing(dataset.citing.get(source, ()), source)
    numbers = range(1, library.size(source) + 1) if library.size(source) else sorted(citing)
    for number in only:
        if number not in numbers:
            last = f"; its last is p {numbers[-1]}" if numbers else ""
            raise MisuseError(f"{source} has no p {number!r}{last}")
    passages = tuple(
        Passage(number, _says(dataset, source, number), tuple(citing.get(number, ())), card.no_facts.get(number))
        for number in numbers
        if (not only or number in only) and not (uncited and number in citing)
    )
    return Reading(card, library.state(source), library.size(source), passages, dataset)


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
    if library.state(source) not in {BY_TEXT, BY_INDEX}:
        return ""
    lines = library.texts.get(source) or library.cards[source].index
    return lines[number - 1]
