"""What a fact that is a node is called: by its name, or by what it is and between whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.records import AGAINST
from relgraph.facts.sentences import listed
from relgraph.facts.statuses import status_label, status_on

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date

MOST = 3
"""How many a title names at most."""


def called(dataset: Dataset, fact: Fact, day: Date | None = None) -> str:
    """The name of a fact that is a node, with what keeps it from being read as more than it is: the Fair (proposed).

    On a day that is asked for, what ended after it had not.
    """
    is_so = dataset.vocabulary.effect(status_on(dataset, fact, day)).is_so
    marks = [] if is_so else [status_label(dataset, fact, day)]
    marks += ["inferred by the curator"] if fact.is_inferred else []
    asides = ((fact.stance == AGAINST, "denied"), (fact.disputed, "disputed"), (fact.withdrawn, "withdrawn"))
    marks += [word for so, word in asides if so]
    return f"{titled(dataset, fact)}{f' ({listed(marks)})' if marks else ''}"


def titled(dataset: Dataset, fact: Fact) -> str:
    """The name of a fact that is a node; what it is and between whom, where it has none: embassy (Kenya and Egypt)."""
    if fact.name:
        return fact.name
    ends = [end.id for end in fact.ends if end.id in dataset.actors or end.id in dataset.by_id]
    who = [dataset.names.label(one) for one in dict.fromkeys(ends)]
    told = [*who[: MOST - 1], f"{len(who) - MOST + 1} more"] if len(who) > MOST else who
    return f"{dataset.alike.kind(fact)} ({listed(told)})" if told else fact.id
