"""Facts and citations as lines and rows, for every answer that tells some."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from relgraph.checks.refused import REFUSED, dates_resting, is_refused
from relgraph.facts.dates_in_words import moment
from relgraph.facts.knowledge_time import verified
from relgraph.facts.sentences import dates, sentence
from relgraph.facts.statuses import status_on
from relgraph.facts.weight import weighed
from relgraph.facts.witnesses import beside, instead, publishers
from relgraph.graph.ties import tying_kinds
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted, of_them
from relgraph.sources.paragraph import BY_INDEX, BY_TABLE, BY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.facts.weight import Weighed
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date

FACT_COLUMNS = (
    *("id", "kind", "says", "tier", "status", "dates", "holds", "derived", "superseded", "refused"),
    *("sources", "publishers", "but", "links", "note", "file", "line", "first_end", "other_ends", "terms", "titles"),
)
FEW_ROWS = 3
"""Rows of one table that are told one by one beside a fact; evidence tells all."""
VERIFIED = {
    BY_TEXT: "verified against the text",
    BY_INDEX: "verified against the index",
    BY_TABLE: "verified against the table",
}


def cited(dataset: Dataset, one: Weighed, fact: Fact) -> str:
    """A citation of a fact as text: source, paragraph and terms, or row and columns, and how far it was verified.

    What check refuses is not verified.

    One that adds but the date or a name says so first.
    """
    citation = one.citation
    terms = ", ".join(f'"{term}"' for term in citation.terms) or ", ".join(_columns(dataset, citation))
    known = VERIFIED.get(verified(citation, dataset.library), "only cited")
    state = REFUSED if is_refused(dataset, fact, citation) else known
    state += "; inferred by the curator" if citation.inferred else ""
    purpose = f"for {one.purpose}, " if one.minor else ""
    return f"{purpose}{citation}{': ' + terms if terms else ''} ({state})"


def cells(dataset: Dataset, citation: Citation) -> dict[str, str]:
    """For each end, field and date the address of the cell that gives it, #cell=7,2, where the card knows it."""
    card = dataset.library.cards.get(citation.source)
    if card is None or card.table is None or not citation.columns:
        return {}
    number = citation.row_number
    found = ((name, card.table.cell(number, column)) for name, column in citation.columns)
    return {name: address for name, address in found if address}


def _columns(dataset: Dataset, citation: Citation) -> Iterator[str]:
    """Each end, field and date with its column, and the address of the cell: sender: sender (#cell=7,2)."""
    known = cells(dataset, citation)
    for name, column in citation.columns:
        yield f"{name}: {column}{f' ({known[name]})' if name in known else ''}"


def said(dataset: Dataset, fact: Fact, day: Date | None = None) -> str:
    """The sentence of a fact by itself, true of the day if one is asked for, marked where check refuses it."""
    return sentence(dataset, fact, day) + (f" [{REFUSED}]" if is_refused(dataset, fact) else "")


def refused_word(dataset: Dataset, fact: Fact) -> str:
    """Whether check refuses a fact, as tables say it: yes or no."""
    return "yes" if is_refused(dataset, fact) else "no"


def sources(dataset: Dataset, fact: Fact) -> str:
    """Source and paragraph of each citation, those that carry the fact first: "vns-2026 p 9, vns-2026 p 10".

    Of many rows of a table the first are told, and how many more there are.
    """
    if len(fact.evidence) == 1:  # as most have
        return str(fact.evidence[0])
    told = [one.citation for one in weighed(dataset, fact)]
    return ", ".join(dict.fromkeys(map(str, told) if len(told) <= FEW_ROWS else _in_short(told)))


def _in_short(citations: Iterable[Citation]) -> Iterator[str]:
    rows = Counter[str]()
    for one in citations:
        rows[one.source] += bool(one.row)
        if rows[one.source] <= FEW_ROWS:
            yield str(one)
    yield from (
        f"{counted(number - FEW_ROWS, 'more row')} of {source}" for source, number in rows.items() if number > FEW_ROWS
    )


def links(dataset: Dataset, fact: Fact) -> list[str]:
    """Where the sources of a fact are kept: their addresses, and those of their copies in archives."""
    return dataset.library.addresses(one.citation.source for one in weighed(dataset, fact))


def where_kept(dataset: Dataset, facts: Iterable[Fact]) -> Iterator[str]:
    """Of each source that facts cite and whose card says so, who wrote it, where it is kept, when it was taken."""
    for source in sorted({source for fact in facts for source in fact.sources}):
        card = dataset.library.cards.get(source)
        told = (*_read_by_machine(dataset, source), *(card.whence if card is not None else ()))
        if told:
            yield f"{source}: {'; '.join(told)}"


def _read_by_machine(dataset: Dataset, source: str) -> Iterator[str]:
    """That the ties of a source were read by machine, by which query and period."""
    read = dataset.machine_read.get(source)
    if read is not None:
        yield read.told


def machine_read_told(dataset: Dataset, kinds: Iterable[str]) -> Iterator[str]:
    """A line for each source of machine-read ties of some kinds."""
    wanted = set(kinds)
    for source, read in dataset.machine_read.items():
        if not wanted.isdisjoint(read.kinds):
            yield f"{source}: {read.told}"


def grounds(dataset: Dataset, fact: Fact) -> Iterator[str]:
    """What a fact rests on, a line each: rule and premises, or citations and what dates rest on."""
    if fact.closed and not fact.derivation:
        over, left = dataset.vocabulary.effect(fact.status).over, any(end.away for end in fact.ends)
        how = "ended" if over else "changed" if left else "status"
        yield f"{how} by rule: {fact.closed.rule}, from {', '.join(fact.closed.premises)}"
    if fact.derivation:
        yield f"by rule: {fact.derivation.rule}, from {', '.join(fact.derivation.premises)}"
    yield from (cited(dataset, one, fact) for one in weighed(dataset, fact))
    yield from [fact.note] if fact.machine_read and fact.note else ()
    yield from (f"dated: {one}" for one in dates_resting(dataset, fact))
    yield from remarks(fact)


def remarks(fact: Fact) -> Iterator[str]:
    """The curator's note on a fact, and why it was withdrawn, a line each."""
    if fact.note and not fact.machine_read:  # on which no curator looked: its note is what it rests on
        yield f"note: {fact.note}"
    if fact.withdrawn:
        yield f"withdrawn {moment(fact.withdrawn.on)}: {fact.withdrawn.why}"


def fact_line(dataset: Dataset, held: Held, *, with_sources: bool = True) -> str:
    """A fact on one line: the sentence, its dates, whether it is derived, uncertain or replaced, and its sources."""
    fact = held.fact
    told = (
        dates(dataset, fact, held.day),
        *beside(dataset, fact),
        *marks(dataset, held),
        sources(dataset, fact) if with_sources else "",
    )
    joined = "; ".join(filter(None, told))
    return f"{dataset.alike.sentence(fact, held.day)}{f' [{joined}]' if joined else ''}"


def no_kinds(dataset: Dataset) -> str:
    """What is told where a dataset has no kind that paths and ranks take by themselves: which may be named."""
    others = ", ".join(sorted(tying_kinds(dataset)))
    return f"nothing here is of a kind that is taken unasked{f'; --kind may name {others}' if others else ''}"


def maybes(held: Iterable[Held]) -> str:
    """How many of some facts may not be as they say: ", 3 of them maybe"; nothing where none are."""
    return of_them(sum(one.truth is Truth.MAYBE for one in held), Truth.MAYBE.value)


def marks(dataset: Dataset, held: Held) -> list[str]:
    """What must be said beside a fact of a view: refused by check, derived, only maybe so, replaced by a later tier."""
    refused = [REFUSED] if is_refused(dataset, held.fact) else []
    replaced = {Truth.YES: ["superseded"], Truth.MAYBE: ["maybe superseded"], Truth.NO: []}
    derived = ["derived"] if held.fact.derived else []
    return [*refused, *derived, *([] if held.truth is Truth.YES else [held.truth.value]), *replaced[held.superseded]]


def fact_row(dataset: Dataset, held: Held) -> dict[str, Any]:
    """A fact as a row of FACT_COLUMNS."""
    fact = held.fact
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": dataset.alike.sentence(fact, held.day),
        "tier": fact.tier,
        "status": status_on(dataset, fact, held.day),
        "dates": dates(dataset, fact, held.day),
        "holds": held.holds.value,
        "derived": "yes" if fact.derived else "no",
        "superseded": held.superseded.value,
        "refused": refused_word(dataset, fact),
        "sources": sources(dataset, fact),
        "publishers": len(publishers(dataset, fact)) or None,
        "but": instead(dataset, fact),
        "links": links(dataset, fact),
        "note": fact.note,
        "file": dataset.file_of(fact),
        "line": fact.place.line or None,
        **_in_columns(dataset, fact),
    }


def _in_columns(dataset: Dataset, fact: Fact) -> dict[str, Any]:
    """Of a fact what a table is sorted and looked through by: who stands at its ends, the words and titles cited."""
    ends = [dataset.names.label(end.id) for end in fact.ends]
    citations = [one.citation for one in weighed(dataset, fact)]
    cards = (dataset.library.cards.get(one.source) for one in citations)
    return {
        "first_end": ends[0] if ends else None,
        "other_ends": ends[1:],
        "terms": list(dict.fromkeys(term for one in citations for term in one.terms)),
        "titles": list(dict.fromkeys(card.title for card in cards if card is not None)),
    }
