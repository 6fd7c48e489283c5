"""Who is several: a group that is called by its members, such as the EU member states, and the verb beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset

_OF_SEVERAL = frozenset({"countries", "economies", "members", "nations", "parties", "signatories", "states"})
"""Words that tell the name of a group to be that of its members: the EU member states, the permanent members."""

_OF_MANY = {"is": "are", "has": "have", "was": "were", "does": "do"}


def is_group(dataset: Dataset, one: str) -> bool:
    """Whether an id is that of a group."""
    actor = dataset.actors.get(one)
    return actor is not None and actor.is_group


def is_of_several(dataset: Dataset, one: str) -> bool:
    """Whether an id is that of a group which is called by its members."""
    return is_group(dataset, one) and not _OF_SEVERAL.isdisjoint(dataset.names.label(one).lower().split())


def with_verb_of_many(told: str, subject: str) -> str:
    """A sentence that begins with its subject, which is several, with the verb that goes with that: have, are."""
    verb, space, rest = told.removeprefix(f"{subject} ").partition(" ")
    return f"{subject} {_OF_MANY.get(verb, verb)}{space}{rest}"
