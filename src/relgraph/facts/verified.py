"""How far a citation was verified: against the text, against the index, or only cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.sources.library import ONLY_CITED

if TYPE_CHECKING:
    from relgraph.facts.records import Citation
    from relgraph.sources.library import Library


def verified(citation: Citation, library: Library) -> str:
    """`text` or `index` when the paragraph is there and says every term; otherwise `cited`."""
    paragraph = library.paragraph(citation.source, citation.paragraph)
    if paragraph is None or not all(paragraph.says(term) for term in citation.terms):
        return ONLY_CITED
    return paragraph.state
