"""Who stands behind a fact, and who says otherwise: publishers that bear it by themselves, and sources that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.conflicts import STANCE, TIER
from relgraph.facts.dates_in_words import moment, since, until
from relgraph.facts.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from relgraph.facts.conflicts import Conflict
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.reading.dates import Date
    from relgraph.sources.paragraph import Paragraph


IN_WORDS: dict[str, Callable[[Date], str]] = {"since": since, "until": until, "on": moment}
SAYS = "says"
"""The field of a total that has its number."""


def beside(dataset: Dataset, fact: Fact) -> list[str]:
    """What is told beside a fact: how many publishers corroborate it, and what other sources say instead."""
    if not fact.evidence or fact.derived:
        return []
    borne = corroborated(dataset, fact)
    return [*([borne] if borne else []), *(f"but {told}" for told in instead(dataset, fact))]


def corroborated(dataset: Dataset, fact: Fact) -> str:
    """Such as: corroborated by 2 publishers. Nothing where one alone says so."""
    number = len(publishers(dataset, fact))
    return f"corroborated by {number} publishers" if number > 1 else ""


def instead(dataset: Dataset, fact: Fact) -> list[str]:
    """What other sources say instead, and where: since 1973 (gazette p 1)."""
    return [_other(dataset, conflict) for conflict in dataset.conflicts.get(fact.id, ())]


def _other(dataset: Dataset, conflict: Conflict) -> str:
    at = ", ".join(dict.fromkeys(map(str, conflict.other.evidence)))
    return f"{_given(conflict)} ({at}{in_dataset(dataset, conflict.other)})"


def in_dataset(dataset: Dataset, fact: Fact) -> str:
    """Such as: , in treaties. The dataset of a fact, where several are asked and no source tells it."""
    name = dataset.whose(fact)
    told = not name or any(one.endswith(f"@{name}") for one in fact.sources)
    return "" if told else f", in {name}"


def _given(conflict: Conflict) -> str:
    what, told = conflict.what, conflict.gives[1]
    if what in IN_WORDS:
        return IN_WORDS[what](getattr(conflict.other.when, what))
    return told if what in {TIER, SAYS, STANCE} else f"{what} {told}"


def publishers(dataset: Dataset, fact: Fact) -> tuple[str, ...]:
    """The publishers of the sources that bear a stated fact by themselves, each once, sorted; derived facts have none.

    Two sources of one publisher are one witness. One whose card names no publisher is none: nothing tells who that is.
    """
    if fact.derived:
        return ()
    cards = dataset.library.cards
    if len(fact.evidence) == 1:  # the usual fact
        card = cards.get(fact.evidence[0].source)
        return () if card is None or card.publisher is None else (card.publisher,)
    named = {cards[one].publisher for one in bearing(dataset, fact) if one in cards}
    found: dict[str, str] = {}
    for name in sorted(one for one in named if one is not None):
        found.setdefault(name.casefold(), name)
    return tuple(sorted(found.values()))


def bearing(dataset: Dataset, fact: Fact) -> tuple[str, ...]:
    """The sources that bear a fact by themselves: whose cited paragraphs name every end and give every figure.

    One that is cited for but a date or a name is not among them, unless it is the only source.
    """
    cited: dict[str, list[Citation]] = {}
    for citation in fact.evidence:
        cited.setdefault(citation.source, []).append(citation)
    if len(cited) == 1:
        return tuple(cited)
    return tuple(source for source, citations in cited.items() if _bears(dataset, fact, citations))


def _bears(dataset: Dataset, fact: Fact, citations: Sequence[Citation]) -> bool:
    """Whether some paragraphs alone carry a fact; those that cannot be read here are taken at the curator's word."""
    terms = [term for citation in citations for term in citation.terms]
    paragraphs = [dataset.library.paragraph(one.source, one.paragraph) for one in citations]
    figures = [value.spellings() for value in fact.fields.values() if isinstance(value, Figure)]
    told = all(_is_named(dataset, end.id, paragraphs) for end in fact.ends) and all(
        any(paragraph is None or any(map(paragraph.says_words, words)) for paragraph in paragraphs)
        for words in figures
        if words
    )
    of_table = any(citation.row for citation in citations)
    return told and (of_table or any(any(map(str.isalpha, term)) for term in terms))


def _is_named(dataset: Dataset, one: str, paragraphs: Iterable[Paragraph | None]) -> bool:
    """Whether one of some paragraphs names somebody in its language, or cannot be read; who has no name is told of."""
    names = dataset.names
    return not names.met_as(one) or any(
        paragraph is None or any(map(paragraph.says_forms, names.met_in(one, paragraph.language)))
        for paragraph in paragraphs
    )
