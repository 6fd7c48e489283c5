"""Facts and citations as lines and rows, for every answer that tells some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.checks.refused import is_refused
from relgraph.facts.dates_in_words import moment
from relgraph.facts.knowledge_time import verified
from relgraph.facts.sentences import dates, sentence
from relgraph.reading.dates import Truth
from relgraph.sources.library import BY_INDEX, BY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.graph.views import Held

FACT_COLUMNS = (
    *("id", "kind", "says", "tier", "status", "dates", "holds", "derived", "superseded"),
    *("sources", "note", "file", "line"),
)
REFUSED = "refused by relgraph check"
VERIFIED = {BY_TEXT: "verified against the text", BY_INDEX: "verified against the index"}


def cited(dataset: Dataset, citation: Citation, fact: Fact) -> str:
    """A citation of a fact as text: source, paragraph, terms, and how far it was verified; refused is not verified."""
    terms = ", ".join(f'"{term}"' for term in citation.terms)
    state = REFUSED if is_refused(dataset, fact) else VERIFIED.get(verified(citation, dataset.library), "only cited")
    return f"{citation.source} p {citation.paragraph}{': ' + terms if terms else ''} ({state})"


def sources(fact: Fact) -> str:
    """Source and paragraph of each citation: "vns-2026 p 9, vns-2026 p 10"."""
    return ", ".join(dict.fromkeys(f"{citation.source} p {citation.paragraph}" for citation in fact.evidence))


def grounds(dataset: Dataset, fact: Fact) -> Iterator[str]:
    """What a fact rests on, a line each: the rule and premises that it follows from, or its citations."""
    if fact.closed:
        yield f"over by rule: {fact.closed.rule}, from {', '.join(fact.closed.premises)}"
    if fact.derivation:
        yield f"by rule: {fact.derivation.rule}, from {', '.join(fact.derivation.premises)}"
    yield from (cited(dataset, citation, fact) for citation in fact.evidence)
    yield from remarks(fact)


def remarks(fact: Fact) -> Iterator[str]:
    """The curator's note on a fact, and why it was withdrawn, a line each."""
    if fact.note:
        yield f"note: {fact.note}"
    if fact.withdrawn:
        yield f"withdrawn {moment(fact.withdrawn.on)}: {fact.withdrawn.why}"


def fact_line(dataset: Dataset, held: Held, *, with_sources: bool = True) -> str:
    """A fact on one line: the sentence, its dates, whether it is derived, uncertain or replaced, and its sources."""
    fact = held.fact
    told = "; ".join(mark for mark in (dates(fact), *marks(held), sources(fact) if with_sources else "") if mark)
    return f"{sentence(dataset, fact)}{f' [{told}]' if told else ''}"


def marks(held: Held) -> list[str]:
    """What must be said beside a fact of a view: that it is derived, only maybe so, or replaced by a later tier."""
    replaced = {Truth.YES: ["superseded"], Truth.MAYBE: ["maybe superseded"], Truth.NO: []}
    derived = ["derived"] if held.fact.derived else []
    return [*derived, *([] if held.truth is Truth.YES else [held.truth.value]), *replaced[held.superseded]]


def fact_row(dataset: Dataset, held: Held) -> dict[str, Any]:
    """A fact as a row of FACT_COLUMNS."""
    fact = held.fact
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": sentence(dataset, fact),
        "tier": fact.tier,
        "status": fact.status,
        "dates": dates(fact),
        "holds": held.holds.value,
        "derived": "yes" if fact.derived else "no",
        "superseded": held.superseded.value,
        "sources": sources(fact),
        "note": fact.note,
        "file": fact.place.file,
        "line": fact.place.line or None,
    }
