"""The sources as the page tells of them; on a person's own machine with the paragraphs that are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.webpage.data.facts import Record


def source_records(dataset: Dataset, told: Mapping[str, Record], *, paragraphs: bool = False) -> dict[str, Record]:
    """What the cards say of the sources; with `paragraphs`, the text of each that the facts `told` cite, by number."""
    cited = _cited(dataset, told) if paragraphs else {}
    return {
        name: {
            "title": card.title,
            "publisher": card.publisher or "",
            "published": card.published.text if card.published else "unknown",
            **({"paragraphs": cited[name]} if name in cited else {}),
        }
        for name, card in dataset.library.cards.items()
    }


def _cited(dataset: Dataset, told: Mapping[str, Record]) -> dict[str, dict[int, str]]:
    """By source and number, the text of each paragraph cited; only of sources whose text is at hand."""
    texts = dataset.library.texts
    wanted = {(one["source"], one["paragraph"]) for record in told.values() for one in record.get("evidence", ())}
    found: dict[str, dict[int, str]] = {}
    for source, number in sorted(wanted):
        if 1 <= number <= len(texts.get(source, ())):
            found.setdefault(source, {})[number] = texts[source][number - 1]
    return found
