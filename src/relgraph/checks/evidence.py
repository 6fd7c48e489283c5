"""Evidence as such: that there is some, and that what it names is there."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.facts.records import Citation
from relgraph.reading.plurals import agreeing
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.words import has_other_scripts, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relgraph.checks.context import Case, Context
    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.checks.rule import Finding, Findings
    from relgraph.reading.place import Place

MOST_WORDS = 6
"""A term longer than this would be a piece of the text, which is not ours to copy."""


def evidence_given(case: Case, context: Context) -> Findings:
    """A fact cites something."""
    del context
    if not case.fact.evidence:
        yield case.fact.place, "no evidence is given; write evidence: {p: paragraph, terms: [...]}"


def card_there(case: Case, context: Context) -> Findings:
    """A source that is cited has a card; one that has none is told where it is cited first."""
    cards = context.library.cards
    for citation in case.fact.evidence:
        one = citation.source
        if one not in cards and one not in context.library.unread:
            yield context.once(_first_cited)[one], _no_card(one, context)


def _first_cited(context: Context) -> dict[str, Place]:
    """Where each source is cited first."""
    first: dict[str, Place] = {}
    for fact in context.dataset.facts:
        for one in fact.evidence:
            first[one.source] = min(first.get(one.source, one.place), one.place)
    return first


def _no_card(source: str, context: Context) -> str:
    """That a source has no card, which was likely meant, and how a card is made."""
    cards = context.library.cards
    file = PurePath(context.once(_first_cited)[source].file).stem
    named = f"; did you mean {file}, as the file is called?" if file in cards else ""
    near = did_you_mean(source, cards) or named
    mend = "" if near else f"; make it with: relgraph add-source FILE --id {source}"
    return f"no card tells of the source {source}{near}{mend}"


def paragraph_there(case: Case, context: Context) -> Findings:
    """A paragraph that is cited exists."""
    for citation, paragraph in case.cited:
        if paragraph is None and citation.paragraph and citation.source in context.library.cards:
            size = context.library.size(citation.source)
            if size:
                yield citation.place, f"{citation.source} has no p {citation.paragraph}; its last is p {size}"


def terms_given(case: Case, context: Context) -> Findings:
    """A citation names the terms that carry the fact."""
    del context
    for citation in case.fact.evidence:
        if not citation.terms and citation.paragraph and not citation.row:
            yield citation.place, f"no terms are given that carry the fact in p {citation.paragraph}"


def terms_short(case: Case, context: Context) -> Findings:
    """A term is a few words, not a sentence."""
    del context
    for citation in case.fact.evidence:
        for term in citation.terms:
            if len(term) > MOST_WORDS and (size := _size(term)) > MOST_WORDS:
                yield citation.place, f'"{term}" has {size} words; a term has at most {MOST_WORDS}'


@lru_cache(maxsize=65_536)
def _size(term: str) -> int:
    found = words(term)
    if not has_other_scripts(term):
        return len(found)
    from relgraph.sources.scripts import size_in_words  # noqa: PLC0415 - few texts have other scripts

    return size_in_words(found)


def terms_stand(case: Case, context: Context) -> Findings:
    """Each term stands in its paragraph, on word boundaries."""
    for citation, paragraph in case.cited:
        for term in citation.terms:
            if paragraph is not None and not paragraph.bears(term):
                yield _not_said(term, citation, paragraph, context)


def _not_said(term: str, citation: Citation, paragraph: CitedParagraph, context: Context) -> Finding:
    small = "; only in other letters, small or capital" if paragraph.says(words(term)) else ""
    hint = small or _where_said(citation, term, context)
    return citation.place, f'p {paragraph.number} of {paragraph.source} does not say "{term}"{hint}'


def vocabulary_borne_out(context: Context) -> Findings:
    """What ladders and comparisons of the vocabulary cite is there, and says so."""
    for entry, source, number, terms, place in context.vocabulary.cited:
        citation = Citation(source, number, terms, place=place)
        paragraph = context.paragraph(citation) if source in context.library.cards else None
        if paragraph is not None:
            yield from (_not_said(term, citation, paragraph, context) for term in terms if not paragraph.bears(term))
        elif source not in context.library.cards:
            near = did_you_mean(source, context.library.cards)
            yield place, f"{entry} cites {source}, of which no card tells{near}"
        elif size := context.library.size(source):
            yield place, f"{entry} cites p {number} of {source}, whose last is p {size}"


def _where_said(citation: Citation, term: str, context: Context) -> str:
    """The paragraphs that do say a term; where none does, the nearest words of this one or of another."""
    found = context.hints.where(citation.source, term)
    if found is None:
        return ""
    if found:
        return f"; {_paragraphs(found)}. Change p?"
    near = context.hints.instead(citation.source, citation.paragraph, term)
    if near is None:
        return "; no paragraph does"
    words_there, where = near
    others = [number for number in where if number != citation.paragraph]
    if citation.paragraph in where:
        so = f", as {_paragraphs(others)}" if others else ""
        return f'; it says "{words_there}"{so}'
    return f'; p {listed(others)} {agreeing(len(others), "says", "say")} "{words_there}". Change both?'


def _paragraphs(numbers: Sequence[int]) -> str:
    return f"p {listed(numbers)} {agreeing(len(numbers), 'does', 'do')}"
