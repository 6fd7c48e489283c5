"""Ids of facts: given by the curator, or made from what the fact says, never from where it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.facts.records import End, Fact, When

SEPARATOR = ":"


def made_id(source: str, kind: str, ends: Sequence[End], more: Sequence[str | None], when: When) -> str:
    """An id such as vns-2026:partnership:vietnam:indonesia:csp:2025.

    That is source, kind, the first two ends, what else tells it apart, and its first date.
    """
    date = when.first
    parts = [source, kind]
    for end in ends[:2]:
        parts.append(end.id)  # noqa: PERF401 - of two, sooner than a comprehension is set up
    for part in more:
        if part is not None:
            parts.append(part)  # noqa: PERF401 - as above
    if date is not None:
        parts.append(date.text.replace("/", "--"))
    return SEPARATOR.join(parts)


def settle_ids(facts: list[Fact]) -> list[Fact]:
    """Tell apart facts that were given the same made-up id, by all else that they say.

    No id depends on the order of records. Facts alike in all that are left alike: they are one fact
    entered twice, which the checks report. Ids that a curator wrote are left alone.
    """
    ids = [fact.id for fact in facts]
    if len(set(ids)) == len(ids):
        return facts
    count = Counter(ids)
    return [_longer(fact) if count[fact.id] > 1 and SEPARATOR in fact.id else fact for fact in facts]


def _longer(fact: Fact) -> Fact:
    said = [word.replace(" ", "_").replace("/", "--") for word in _said(fact)]
    return fact._replace(id=SEPARATOR.join((fact.id, *said))) if said else fact


def _said(fact: Fact) -> Iterator[str]:
    """What a fact says beyond what its id tells."""
    yield from (end.id for end in fact.ends[2:])
    for name, value in sorted(fact.fields.items()):
        told = "+".join(map(str, value)) if isinstance(value, tuple) else str(value)
        yield f"{name}={told}"
    dates = [date.text for _, date in fact.when]
    yield from dates[1:]  # the first is in the id
    yield from (f"per={one}" for one in fact.per)
    if fact.stance:
        yield fact.stance
