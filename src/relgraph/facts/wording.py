"""Facts as sentences of our own, put together from the phrases of the vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.facts.figures import Figure
from relgraph.vocabulary.model import FACT_ITSELF

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Walk


def says(dataset: Dataset, fact: Fact) -> str:
    """The whole fact as a sentence, its status told where it is not simply so."""
    kind = dataset.vocabulary.relations[fact.kind]
    if kind.is_tie:
        told = phrase(dataset, fact, kind.walks[0], *fact.pair)
        return told + _figures(fact) + caveat(dataset, fact)
    if kind.is_figure:
        return _figure(dataset, fact) + caveat(dataset, fact)
    roles = ", ".join(
        f"{role.replace('_', ' ')} {_names(dataset, fact.at(role))}" for role in kind.roles if fact.at(role)
    )
    label = (fact.type or kind.label).replace("-", " ")
    return f"{fact.name or fact.id} ({label}): {roles}{_figures(fact)}{caveat(dataset, fact)}"


def phrase(dataset: Dataset, fact: Fact, walk: Walk, start: str, end: str) -> str:
    """How a fact reads along a walk, from `start` to `end`, in the direction that fits."""
    back = start in _standing(fact, walk.target) and start not in _standing(fact, walk.source)
    pattern, first, last = (walk.back, end, start) if back else (walk.forward, start, end)
    words = {role: _names(dataset, fact.at(role)) for role in dataset.vocabulary.relations[fact.kind].roles}
    label = dataset.names.label
    words |= {walk.source: label(first), walk.target: label(last), "from": label(first), "to": label(last)}
    words |= {FACT_ITSELF: fact.name or fact.id, "tier": tier_label(dataset, fact), "kind": _kind(fact)}
    return _SLOT.sub(lambda slot: words.get(slot[1]) or f"(unknown {slot[1]})", pattern)


def _standing(fact: Fact, role: str) -> tuple[str, ...]:
    """Who stands in a role of a walk, which may be the fact itself."""
    return (fact.id,) if role == FACT_ITSELF else fact.at(role)


_SLOT = re.compile(r"\{([\w-]+)\}")
"""A place in a phrase that a name takes; nothing else that braces may mean in Python has a meaning here."""


def tier_label(dataset: Dataset, fact: Fact) -> str:
    """The tier in full, as its ladder calls it; the kind's own label without one."""
    if fact.tier is None:
        return dataset.vocabulary.relations[fact.kind].label
    return dataset.vocabulary.ladder_with(fact.tier, *fact.pair).label_of(fact.tier)


def status_label(dataset: Dataset, fact: Fact) -> str:
    """How the status is called."""
    return dataset.vocabulary.statuses[fact.status].label


def dates(fact: Fact) -> str:
    """All dates of a fact at their precision, such as "since 2025" or "on 2025-09-02"."""
    return ", ".join(f"{word} {_date(date.text)}" for word, date in fact.when)


def _date(text: str) -> str:
    if text.startswith("../"):
        return f"{text[3:]} or before"
    if text.endswith("/.."):
        return f"{text[:-3]} or later"
    return text.replace("/", " to ")


def _names(dataset: Dataset, ids: tuple[str, ...]) -> str:
    names = [dataset.names.label(one) for one in ids]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _kind(fact: Fact) -> str:
    return (fact.type or fact.kind).replace("-", " ")


def caveat(dataset: Dataset, fact: Fact) -> str:
    """What must be said so that an intention never reads like a fact, such as " (intended)"; empty for what holds."""
    said = [] if dataset.vocabulary.effect(fact.status).is_so else [status_label(dataset, fact)]
    said += ["against" for stance in (fact.stance,) if stance == "against"]
    said += ["disputed"] if fact.disputed else []
    said += ["withdrawn"] if fact.withdrawn else []
    return f" ({', '.join(said)})" if said else ""


def _figures(fact: Fact) -> str:
    """The figures of a fact, by their names: ": rate 20 %, previous rate 46 %"."""
    told = [f"{name.replace('_', ' ')} {value}" for name, value in fact.fields.items() if isinstance(value, Figure)]
    return f": {', '.join(told)}" if told else ""


def _figure(dataset: Dataset, fact: Fact) -> str:
    what = fact.fields.get("what") or fact.fields.get("counts") or dataset.vocabulary.relations[fact.kind].label
    number = fact.fields.get("value") or fact.fields.get("says")
    bound = fact.fields.get("bound")
    told = " ".join(str(part) for part in (str(bound).replace("-", " ") if bound else None, number) if part)
    return f"{_names(dataset, (fact.ends[0].id,))}: {what}: {told or 'unknown'}"
