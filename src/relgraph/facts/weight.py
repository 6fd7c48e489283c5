"""What each citation of a fact carries: ends, members of a total, figures, words of the kind, or but a date or a name.

Evidence is weighed by its terms, which the curator chose as those that carry the fact, and by whom the paragraph names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.dates_in_words import MONTHS
from relgraph.facts.figures import Figure
from relgraph.facts.statuses import status_label
from relgraph.facts.tiers import tier_label
from relgraph.sources.words import contains, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact

    Words = tuple[str, ...]

ENDS, MEMBERS, FIGURES, WORDS, DATE, NAME = "ends", "members", "figures", "words", "date", "name"
CARRIES = (ENDS, MEMBERS, FIGURES, WORDS, DATE, NAME)
HEAVY = frozenset({ENDS, MEMBERS, FIGURES, WORDS})
LETTERS = 4  # of a word that is likely to say something: "visited" does, "is in" does not
STEM = 5  # letters that words of one stem have in common: partner, partnership

_YEAR = re.compile(r"1\d{3}|20\d\d")
_MONTHS = frozenset(word for name in MONTHS for word in (name.lower(), name[:3].lower()))


class Weighed(NamedTuple):
    """A citation; where another of the fact carries more, what its `purpose` is: the date, a name, context."""

    citation: Citation
    purpose: str | None = None

    @property
    def minor(self) -> bool:
        """Whether another citation of the fact carries more."""
        return self.purpose is not None


def weighed(dataset: Dataset, fact: Fact) -> tuple[Weighed, ...]:
    """The citations of a fact, those that carry it first; else in the order of the record."""
    if len(fact.evidence) == 1:  # nothing to be weighed against
        return (Weighed(fact.evidence[0]),)
    told = [(citation, any(one in HEAVY for one in _carries(dataset, fact, citation))) for citation in fact.evidence]
    some = any(is_heavy for _, is_heavy in told)
    found = [
        Weighed(one, None if is_heavy or not some else _purpose(carried(dataset, fact, one))) for one, is_heavy in told
    ]
    return tuple(sorted(found, key=lambda one: one.minor))


def _purpose(carries: Iterable[str]) -> str:
    told = {DATE: "the date", NAME: "a name"}
    return " and ".join(told[one] for one in carries if one in told) or "context"


def carried(dataset: Dataset, fact: Fact, citation: Citation) -> tuple[str, ...]:
    """What a citation carries of a fact, in the order of CARRIES."""
    found = frozenset(_carries(dataset, fact, citation))
    return tuple(one for one in CARRIES if one in found)


def _carries(dataset: Dataset, fact: Fact, citation: Citation) -> Iterator[str]:
    """The same in no order, what is soon found out first: often one is enough. A row of a table carries all."""
    if citation.row:
        yield ENDS
        return
    terms = [words(term) for term in citation.terms]
    whom = dict.fromkeys((*(end.id for end in fact.ends), *fact.per))
    named = {one for one in whom if _say(terms, dataset.names.spoken(one))}
    if named or _say(terms, dataset.names.spoken(fact.id)):
        yield ENDS if named >= whom.keys() else NAME
    if any(_say(terms, dataset.names.spoken(one)) for one in fact.fields.get("named", ())):
        yield MEMBERS
    numbers = tuple(_spellings(dataset, fact))
    if _say(terms, numbers):
        yield FIGURES
    if any(map(_is_date, terms)):
        yield DATE
    left, dated = _left(dataset, terms, numbers)
    if (left and _is_of(dataset, fact, citation)) or _of_its_kind(dataset, fact, (*left, *dated)):
        yield WORDS


def _say(terms: Iterable[Words], wanted: Iterable[Words]) -> bool:
    """Whether one of the terms has one of the words or names in it."""
    choices = tuple(wanted)
    return any(contains(term, choice) for term in terms for choice in choices)


def _spellings(dataset: Dataset, fact: Fact) -> Iterator[Words]:
    """The ways in which the figures of a fact may be written."""
    types = dataset.vocabulary.relations[fact.kind].fields
    for name, value in fact.fields.items():
        if isinstance(value, Figure):
            yield from value.spellings(ordinal=types[name] == "ordinal")
        elif types[name] == "parts":
            yield from (spelling for part in value if part["says"] for spelling in part["says"].spellings())


def _is_date(term: Words) -> bool:
    return any(_YEAR.fullmatch(word) or word in _MONTHS for word in term)


def _left(dataset: Dataset, terms: Iterable[Words], numbers: Iterable[Words]) -> tuple[list[str], list[str]]:
    """What the terms say besides names, figures and dates, and what those say that have a date.

    Of what stands beside a name, the longer words: "arrived" says something, "is in" does not.
    """
    known, given = dataset.names.spoken_by_first, {word for number in numbers for word in number}
    left, dated = list[str](), list[str]()
    for term in terms:
        rest = [word for word in _without_names(term, known) if word not in given]
        kept = rest if len(rest) == len(term) else [*filter(_says_something, rest)]
        (dated if _is_date(term) and given.isdisjoint(term) else left).extend(kept)
    return left, dated


def _without_names(term: Words, known: Mapping[str, Mapping[int, frozenset[Words]]]) -> Iterator[str]:
    at = 0
    while at < len(term):
        by_size = known.get(term[at], {})
        size = max((size for size, names in by_size.items() if term[at : at + size] in names), default=0)
        if not size:
            yield term[at]
        at += size or 1


def _is_of(dataset: Dataset, fact: Fact, citation: Citation) -> bool:
    """Whether a paragraph names somebody of the fact, as far as it can be read: its words are then of the fact."""
    paragraph = dataset.library.paragraph(citation.source, citation.paragraph)
    return paragraph is None or any(
        any(map(paragraph.says_forms, dataset.names.met_in(one, paragraph.language)))
        for one in (fact.id, *(end.id for end in fact.ends))
    )


def _of_its_kind(dataset: Dataset, fact: Fact, said: Words) -> bool:
    """Whether one of some words is of the fact's kind."""
    return bool(said) and any(_akin(word, other) for other in _of_kind(dataset, fact) for word in said)


def _of_kind(dataset: Dataset, fact: Fact) -> Words:
    """The words of a fact's kind, narrower kind, tier and status, and of the texts that it has."""
    kind = dataset.vocabulary.relations[fact.kind]
    texts = [one for value in fact.fields.values() for one in (value if isinstance(value, tuple) else (value,))]
    said = " ".join(one for one in texts if isinstance(one, str))
    labels = (kind.label, kind.plural_label, fact.type or "", tier_label(dataset, fact), status_label(dataset, fact))
    return tuple(filter(_says_something, words(f"{' '.join(labels)} {said}")))


def _says_something(word: str) -> bool:
    return len(word) >= LETTERS or not word.isascii()


@lru_cache(maxsize=65_536)
def _akin(one: str, other: str) -> bool:
    """Whether two words are of one stem, as far as their first letters tell."""
    return one == other or (min(len(one), len(other)) >= STEM and one[:STEM] == other[:STEM])
