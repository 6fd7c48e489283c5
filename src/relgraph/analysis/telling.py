"""Facts and citations as lines and rows, for every answer that tells some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.facts.verified import verified
from relgraph.facts.wording import dates, says
from relgraph.sources.library import BY_INDEX, BY_TEXT

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, Fact
    from relgraph.graph.views import Held

FACT_COLUMNS = ("id", "kind", "says", "tier", "status", "dates", "holds", "derived", "sources", "file", "line")


VERIFIED = {BY_TEXT: "verified against the text", BY_INDEX: "verified against the index"}


def cited(dataset: Dataset, citation: Citation) -> str:
    """A citation as text: source, paragraph, terms, and how far it was verified."""
    terms = ", ".join(f'"{term}"' for term in citation.terms)
    state = VERIFIED.get(verified(citation, dataset.library), "only cited")
    return f"{citation.source} p {citation.paragraph}{': ' + terms if terms else ''} ({state})"


def sources(fact: Fact) -> str:
    """Source and paragraph of each citation: "vns-2026 p 9, vns-2026 p 10"."""
    return ", ".join(dict.fromkeys(f"{citation.source} p {citation.paragraph}" for citation in fact.evidence))


def fact_line(dataset: Dataset, held: Held, *, with_sources: bool = True) -> str:
    """A fact on one line: the sentence, its dates, whether it is derived or uncertain, and its sources."""
    fact = held.fact
    marks = [dates(fact), "derived" if fact.derived else "", "maybe" if held.truth.value == "maybe" else ""]
    marks += [sources(fact)] if with_sources else []
    told = "; ".join(mark for mark in marks if mark)
    return f"{says(dataset, fact)}{f' [{told}]' if told else ''}"


def fact_row(dataset: Dataset, held: Held) -> dict[str, Any]:
    """A fact as a row of FACT_COLUMNS."""
    fact = held.fact
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": says(dataset, fact),
        "tier": fact.tier,
        "status": fact.status,
        "dates": dates(fact),
        "holds": held.truth.value,
        "derived": "yes" if fact.derived else "no",
        "sources": sources(fact),
        "file": fact.place.file,
        "line": fact.place.line or None,
    }
