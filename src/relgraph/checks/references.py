"""What a fact names besides its ends: who says so, members of a count, kinds of relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.ends import unknown
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.vocabulary.kinds import RelationKind

_REFERENCES = {"relation", "ids", "parts"}


def refers(kind: RelationKind) -> bool:
    """Whether facts of a kind name others in their own fields."""
    return not _REFERENCES.isdisjoint(kind.fields.values())


def speakers_known(case: Case, context: Context) -> Findings:
    """Whoever says so is an actor."""
    for one in case.fact.per:
        if one not in context.dataset.actors:
            place = context.places.of(case.fact, "per", one)
            yield from ((place, f"per: {message}") for message in unknown(one, context))


def fields_known(case: Case, context: Context) -> Findings:
    """Ids and kinds of relation in a fact's own fields are known."""
    if case.fact.fields:
        for name, message in _unknown_fields(case, context):
            yield context.places.of(case.fact, name), f"{name}: {message}"


def _unknown_fields(case: Case, context: Context) -> Iterator[tuple[str, str]]:
    relations = context.vocabulary.relations
    for name, value in case.fact.fields.items():
        kind = case.kind.fields[name]
        if kind == "relation" and value not in relations and value not in context.vocabulary.aside:
            yield name, f"{value} is not a kind of relation{did_you_mean(value, relations)}"
        elif kind == "ids":
            lost = (one for one in value if one not in context.kinds and one not in context.stated)
            yield from ((name, message) for one in lost for message in unknown(one, context))
        elif kind == "parts":
            lost = (part["of"] for part in value if part["of"] and part["of"] not in context.kinds)
            yield from ((name, message) for one in lost for message in unknown(one, context))
