"""The sentences under the heading of the page: how much it tells, and of which part of its dataset."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from relgraph.facts.dates_in_words import whole_date
from relgraph.facts.sentences import listed
from relgraph.graph.lines import DERIVED, STATED
from relgraph.graph.views import EVERY_STATUS
from relgraph.reading.plurals import agreeing, counted
from relgraph.vocabulary.kinds import MACHINE_READ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.webpage.data.payload_types import Payload


def lead(data: Payload) -> str:
    """Say in a sentence what the page rests on: facts that it tells of, whether or not a line shows them."""
    origins = Counter(fact["origin"] for fact in data["facts"].values())
    facts = counted(origins[STATED], "fact", grouped=True)
    read = [fact for fact in data["facts"].values() if fact["origin"] == MACHINE_READ]
    tables = {one["source"] for fact in read for one in fact["evidence"]}
    sources = counted(len(data["sources"].keys() - tables), "source", grouped=True)
    derived = origins[DERIVED]
    more = f"; {derived:,} more {agreeing(derived, 'follows', 'follow')} from them" if derived else ""
    more += f"; beside them {counted(len(read), 'machine-read tie', grouped=True)}" if read else ""
    part = f" Only a part: {data['part']}." if "part" in data else ""
    return f"{facts} from {sources}{more}.{part}"


def part_told(dataset: Dataset, view: View) -> str:
    """What a view leaves of all facts, in words; empty where that is all of them."""
    return ", ".join(_parts(dataset, view))


def _parts(dataset: Dataset, view: View) -> Iterator[str]:
    vocabulary = dataset.vocabulary
    if view.as_of is not None:
        yield f"as of {whole_date(view.as_of)}"
    if view.known is not None:
        yield f"from sources published by {whole_date(view.known)}"
    if view.kinds is not None:
        yield f"of the kinds {listed([vocabulary.relations[kind].plural_label for kind in sorted(view.kinds)])}"
    if statuses := view.statuses - {EVERY_STATUS}:
        yield "what holds or is " + " or ".join(vocabulary.statuses[one].label for one in sorted(statuses))
    if view.certain:
        yield "what is certain"
    if view.stated:
        yield "without what follows by rules"
