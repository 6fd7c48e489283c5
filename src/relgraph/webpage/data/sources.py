"""The sources as the page tells of them; on a person's own machine with the paragraphs that are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.sources.card import Card
    from relgraph.webpage.data.payload_types import FactRecord, SourceRecord


def source_records(
    dataset: Dataset, told: Mapping[str, FactRecord], *, paragraphs: bool = False
) -> dict[str, SourceRecord]:
    """What the cards say of the sources; with `paragraphs`, the text of each that the facts `told` cite, by number."""
    cited = _cited(dataset, told) if paragraphs else {}
    found: dict[str, SourceRecord] = {}
    for name, card in dataset.library.cards.items():
        if name in dataset.unasked:
            continue
        published = card.published.text if card.published else "unknown"
        found[name] = {"title": card.title, "publisher": card.publisher or "", "published": published}
        found[name] |= _kept(card)
        if name in cited:
            found[name]["paragraphs"] = cited[name]
    return found


def _kept(card: Card) -> SourceRecord:
    """Who wrote a source, where it is kept and when it was taken from there, as far as its card says."""
    retrieved = card.retrieved.text if card.retrieved else None
    about = {"author": card.author, "url": card.url, "archived": card.archived, "retrieved": retrieved}
    return cast("SourceRecord", {key: value for key, value in about.items() if value})


def _cited(dataset: Dataset, told: Mapping[str, FactRecord]) -> dict[str, dict[int, str]]:
    """By source and number, the text of each paragraph cited; only of sources whose text is at hand."""
    texts = dataset.library.texts
    wanted = {(one["source"], one["paragraph"]) for record in told.values() for one in record.get("evidence", ())}
    found: dict[str, dict[int, str]] = {}
    for source, number in sorted(wanted):
        if 1 <= number <= len(texts.get(source, ())):
            found.setdefault(source, {})[number] = texts[source][number - 1]
    return found
