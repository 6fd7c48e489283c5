"""Sources as a whole: read to the last paragraph, and the index true to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.date_parts import missing, sides_of
from relgraph.checks.ends import unknown
from relgraph.checks.hints import listed
from relgraph.countries.table import SCHEMES
from relgraph.facts.records import Citation
from relgraph.facts.shipped import is_shipped
from relgraph.reading.place import Place
from relgraph.reading.plurals import agreeing
from relgraph.reading.suggest import did_you_mean
from relgraph.sources.card import index_line
from relgraph.sources.coverage import EVERYONE
from relgraph.sources.paragraph import BY_INDEX, BY_TABLE, BY_TEXT, ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings
    from relgraph.sources.card import Card, Covers
    from relgraph.sources.coverage import Coverage, Search

_SHOWN = 12
_WHY_NO_TEXT = frozenset({"card", "text", "text-hash"})
"""The rules of reading that tell why a source has no text."""


def paragraphs_read(context: Context) -> Findings:
    """Each paragraph is cited by a fact, or the card says why it yields none.

    Nothing can be said of it while there are facts that could not be read.
    """
    if context.dataset.unread:
        return
    cited = context.once(_cited)
    for card in context.library.cards.values():
        every = range(1, context.library.size(card.id) + 1)
        left = [number for number in every if (card.id, number) not in cited and number not in card.no_facts]
        if left:
            are = agreeing(len(left), "is", "are")
            yield card.place, f"p {listed(left, _SHOWN)} of {card.id} {are} neither cited nor explained under no_facts"


def no_facts_right(context: Context) -> Findings:
    """A paragraph that is said to yield no fact is not cited."""
    cited = context.once(_cited)
    for card in context.library.cards.values():
        for number in card.no_facts:
            if (card.id, number) in cited:
                yield card.place, f"p {number} of {card.id} is cited, though no_facts says that it yields none"


def no_facts_there(context: Context) -> Findings:
    """A paragraph that is said to yield no fact exists."""
    for card in context.library.cards.values():
        size = context.library.size(card.id)
        for number in card.no_facts:
            if size and not 1 <= number <= size:
                yield card.place, f"no_facts: {card.id} has no p {number}; its last is p {size}"


def _cited(context: Context) -> set[tuple[str, int]]:
    """The paragraphs that facts cite, and those that say which period their source covers."""
    covering = {(card.id, card.covers.paragraph or 0) for card in context.library.cards.values() if card.covers}
    return covering | {(one.source, one.paragraph) for fact in context.dataset.facts for one in fact.evidence}


def period_given(context: Context) -> Findings:
    """The period that a source is said to cover stands in the paragraph named for it, or in one at least."""
    for card in context.library.cards.values():
        size = context.library.size(card.id)
        if card.covers is not None and size and not _giving_period(card.id, card.covers, context):
            named = card.covers.paragraph
            lacks = f"p {named} of {card.id} does not give" if named else f"no paragraph of {card.id} gives"
            yield card.place, f"covers: {lacks} {card.covers.period}"


def period_placed(context: Context) -> Findings:
    """A card that says which period its source covers names the paragraph for it."""
    for card in context.library.cards.values():
        if card.covers is not None and card.covers.paragraph is None:
            given = _giving_period(card.id, card.covers, context)
            p = f"p: {given[0]}" if given else "p: its paragraph"
            yield card.place, f"covers: name the paragraph: {{period: {card.covers.period}, {p}}}"


def _giving_period(source: str, covers: Covers, context: Context) -> list[int]:
    """The paragraphs that give the period which a card covers: of the one that is named for it, or of all."""
    named = covers.paragraph
    numbers = (named,) if named else range(1, context.library.size(source) + 1)
    found = [(number, context.paragraph(Citation(source, number))) for number in numbers]
    sides = sides_of(covers.period.text)
    return [number for number, one in found if one is not None and not any(missing(side, (one,)) for side in sides)]


def index_true(context: Context) -> Findings:
    """A card's word index is the one that its text gives, and has no clause of it."""
    for card in context.library.cards.values():
        at_hand = card.index and context.library.state(card.id) == BY_TEXT
        wrong = _differing(card, context.library.texts[card.id]) if at_hand else []
        clauses = _with_clauses(card)
        if clauses:
            told = f"the word index of {card.id} has whole clauses of the text at p {listed(clauses)}, where pairs of"
            yield card.place, f"{told} characters are kept now; {_anew(card)}"
        elif wrong:
            yield card.place, f"the word index of {card.id} differs from its text at p {listed(wrong)}; {_anew(card)}"


def _anew(card: Card) -> str:
    return f"make it anew: relgraph add-source {card.file or 'TEXT'} --id {card.id} --renew"


def _with_clauses(card: Card) -> list[int]:
    """The paragraphs for which an index has rows of characters, as cards of scripts without blanks once had."""
    if all(map(str.isascii, card.index)):
        return []
    from relgraph.sources.scripts import holds_clause  # noqa: PLC0415 - few texts have other scripts

    return [number for number, entry in enumerate(card.index, start=1) if holds_clause(entry)]


def _differing(card: Card, text: tuple[str, ...]) -> list[int]:
    if len(card.index) != len(text):
        return [min(len(card.index), len(text)) + 1]
    pairs = enumerate(zip(card.index, text, strict=True), start=1)
    return [number for number, (entry, line) in pairs if entry != index_line(line)]


def sources_readable(context: Context) -> Findings:
    """There is a text or a word index to check the citations of a source against."""
    cited = {source for source, _ in context.once(_cited)}
    for card in context.library.cards.values():
        if card.id in cited and context.library.state(card.id) == ONLY_CITED:
            lacking = "the table of" if card.table is not None else "neither a text nor a word index of"
            yield card.place, f"{lacking} {card.id} is {'not ' if card.table else ''}at hand: its facts are only cited"


def something_checked(context: Context) -> Findings:
    """At least one citation could be held against a text or an index.

    Where nothing could be, for facts or cards could not be read or are missing, that has been told.
    """
    cards = context.library.cards
    if context.dataset.unread or any(source not in cards for source, _ in context.once(_cited)):
        return
    states = {context.library.state(source) for source, _ in context.once(_cited)}
    told = {problem.rule for problem in context.dataset.problems if problem.is_error}
    if told if not states else not told.isdisjoint(_WHY_NO_TEXT):
        return
    if not states & {BY_TEXT, BY_INDEX, BY_TABLE}:
        why = "no text and no word index is at hand" if states else "no fact cites anything"
        yield Place(str(context.dataset.graph)), f"nothing was checked: {why}"


def covering_known(context: Context) -> Findings:
    """What a source covers, and what was looked for in it, names kinds and actors that are known, and a time."""
    for place, coverage, is_of_table in _coverages(context):
        wrong = [*_unheard_of(coverage.kinds, coverage.actors, context), *_turned(coverage)]
        if not coverage.kinds and not is_of_table:
            wrong.append("of what? Name the kinds of relation that are covered, as kinds: [missions]")
        if coverage.scheme and not _is_known(coverage.scheme, context):
            wrong.append(f"nobody has a code of the scheme {coverage.scheme}; import a list of its codes first")
        yield from ((place, f"coverage: {message}") for message in wrong)
    for card in context.library.cards.values():
        for search in card.looked_for:
            wrong = [*_unheard_of(search.kinds, search.between, context), *_turned(search)]
            if len(set(search.between)) == 1 and EVERYONE not in search.between:
                wrong.append(f"between {search.between[0]} and whom? Name another, or everyone")
            yield from ((card.place, f"looked_for: {message}") for message in wrong)


def _coverages(context: Context) -> Iterator[tuple[Place, Coverage, bool]]:
    """What cards and mappings say that they cover, each with its place, and whether it is a table's."""
    for card in context.library.cards.values():
        if card.coverage is not None:
            yield card.place, card.coverage, False
    for mapping in context.dataset.mappings.values():
        if mapping.coverage is not None:
            yield mapping.place, mapping.coverage, True


def _turned(said: Coverage | Search) -> Iterator[str]:
    """That a time ends before it begins."""
    if said.since is not None and said.until is not None and said.until.last < said.since.first:
        yield f"it ends ({said.until}) before it begins ({said.since})"


def _is_known(scheme: str, context: Context) -> bool:
    """Whether some actor has a code of a scheme, or a scheme ships."""
    return scheme in SCHEMES or any(
        scheme in {of for of, _ in actor.codes} for actor in context.dataset.actors.values()
    )


def _unheard_of(kinds: Iterable[str], actors: Iterable[str], context: Context) -> Iterator[str]:
    vocabulary = context.vocabulary
    for kind in kinds:
        if kind not in vocabulary.relations and not vocabulary.relation_section(kind) and kind not in vocabulary.aside:
            yield f"{kind} is not a kind of relation{did_you_mean(kind, vocabulary.relations)}"
    for one in actors:
        if one != EVERYONE and one not in context.kinds and not is_shipped(one):
            yield from unknown(one, context)
