"""What a dataset does not know: missing dates, single sources, unverified citations, silent paragraphs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.facts.reconcile import counts, reconcile
from relgraph.facts.records import UNDATED
from relgraph.facts.verified import verified
from relgraph.sources.library import ONLY_CITED

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.facts.records import Fact


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing.

    `undated` facts have no date at all; `one_source` rest on a single source; `only_cited` have a citation that
    neither text nor index bears out; `silent` are paragraphs (source, number, why) from which no fact is entered,
    with the reason that the card gives, None without one; `short` are totals that name fewer than they state.
    """

    undated: tuple[Fact, ...]
    one_source: tuple[Fact, ...]
    only_cited: tuple[Fact, ...]
    silent: tuple[tuple[str, int, str | None], ...]
    short: tuple[Reconciliation, ...]


def gaps(dataset: Dataset) -> Gaps:
    """All that is missing in a dataset, each list in order of id or place."""
    library = dataset.library
    facts = dataset.facts
    return Gaps(
        undated=tuple(fact for fact in facts if fact.when == UNDATED and _can_be_dated(fact, dataset)),
        one_source=tuple(fact for fact in facts if len({citation.source for citation in fact.evidence}) == 1),
        only_cited=tuple(fact for fact in facts if any(verified(c, library) == ONLY_CITED for c in fact.evidence)),
        silent=_silent(dataset),
        short=tuple(one for one in (reconcile(dataset, fact) for fact in counts(dataset)) if one.unnamed),
    )


def _can_be_dated(fact: Fact, dataset: Dataset) -> bool:
    return dataset.vocabulary.relations[fact.kind].time != "none" and "as_of" not in fact.fields


def _silent(dataset: Dataset) -> tuple[tuple[str, int, str | None], ...]:
    cited: dict[str, set[int]] = defaultdict(set)
    for fact in dataset.facts:
        for citation in fact.evidence:
            cited[citation.source].add(citation.paragraph)
    return tuple(
        (card.id, number, card.no_facts.get(number))
        for card in dataset.library.cards.values()
        for number in range(1, dataset.library.size(card.id) + 1)
        if number not in cited[card.id]
    )
