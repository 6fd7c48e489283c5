"""Evidence as such: that there is some, and that what it names is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.reading.plurals import agreeing
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.words import words

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings

MOST_WORDS = 6
"""A term longer than this would be a piece of the text, which is not ours to copy."""


def evidence_given(case: Case, context: Context) -> Findings:
    """A fact cites something."""
    del context
    if not case.fact.evidence:
        yield case.fact.place, "no evidence is given; write evidence: {p: paragraph, terms: [...]}"


def card_there(case: Case, context: Context) -> Findings:
    """A source that is cited has a card."""
    cards = context.library.cards
    for citation in case.fact.evidence:
        if citation.source not in cards:
            yield citation.place, f"no card tells of the source {citation.source}{did_you_mean(citation.source, cards)}"


def paragraph_there(case: Case, context: Context) -> Findings:
    """A paragraph that is cited exists."""
    for citation, paragraph in case.cited:
        if paragraph is None and citation.source in context.library.cards:
            size = context.library.size(citation.source)
            if size:
                yield citation.place, f"{citation.source} has no p {citation.paragraph}; its last is p {size}"


def terms_given(case: Case, context: Context) -> Findings:
    """A citation names the terms that carry the fact."""
    del context
    for citation in case.fact.evidence:
        if not citation.terms:
            yield citation.place, f"no terms are given that carry the fact in p {citation.paragraph}"


def terms_short(case: Case, context: Context) -> Findings:
    """A term is a few words, not a sentence."""
    del context
    for citation in case.fact.evidence:
        for term in citation.terms:
            if len(term) > MOST_WORDS and (size := _size(term)) > MOST_WORDS:
                yield citation.place, f'"{term}" has {size} words; a term has at most {MOST_WORDS}'


def _size(term: str) -> int:
    found = words(term)
    if term.isascii():
        return len(found)
    from relgraph.sources.scripts import size_in_words  # noqa: PLC0415 - few texts have other scripts

    return size_in_words(found)


def terms_stand(case: Case, context: Context) -> Findings:
    """Each term stands in its paragraph, on word boundaries."""
    for citation, paragraph in case.cited:
        if paragraph is not None:
            for term in citation.terms:
                if not paragraph.bears(term):
                    where = context.hints.where(citation.source, term)
                    small = "; only in other letters, small or capital" if paragraph.says(words(term)) else ""
                    told = f'p {paragraph.number} of {paragraph.source} does not say "{term}"'
                    yield citation.place, f"{told}{small or _elsewhere(where)}"


def _elsewhere(found: tuple[int, ...] | None) -> str:
    if found is None:
        return ""
    if not found:
        return "; no paragraph does"
    return f"; p {listed(found)} {agreeing(len(found), 'does', 'do')}. Change p?"
