"""The sentence under the heading of the page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from relgraph.graph.multigraph import DERIVED, STATED
from relgraph.reading.plurals import agreeing, counted

if TYPE_CHECKING:
    from relgraph.webpage.data.payload_types import Payload


def lead(data: Payload) -> str:
    """Say in a sentence what the page rests on: facts that it tells of, whether or not a line shows them."""
    origins = Counter(fact["origin"] for fact in data["facts"].values())
    facts = counted(origins[STATED], "fact", grouped=True)
    sources = counted(len(data["sources"]), "source", grouped=True)
    derived = origins[DERIVED]
    more = f"; {derived:,} more {agreeing(derived, 'follows', 'follow')} from them" if derived else ""
    return f"{facts} from {sources}{more}."
