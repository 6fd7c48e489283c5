"""The vocabulary as a dictionary for those who write facts: every kind with its ends, fields and statuses."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from relgraph.vocabulary.example import example
from relgraph.vocabulary.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from relgraph.vocabulary.consequences import Closing, Implication, Settling
    from relgraph.vocabulary.kinds import RelationKind, Role, Walk
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary

    OffFor: TypeAlias = Mapping[str, Sequence[str]]
    """For which datasets rules are off, by the ids of the rules."""

NOBODY: OffFor = MappingProxyType({})
FORMS = {
    "tie": "a list of records, each an edge from the first end to the second",
    "node": "a mapping from id to record; the record is a node that other facts may name, and has `name` and `aliases`",
    "figure": "a list of records, each a number said of the first end",
}


def plain_vocabulary(vocabulary: Vocabulary, off: OffFor = NOBODY) -> dict[str, Any]:
    """The vocabulary as plain data for JSON; `off` as for `dictionary`."""
    return {
        "actors": {kind.id: {**kind._asdict(), "part_of": list(kind.part_of)} for kind in vocabulary.actors.values()},
        "relations": {kind.id: _plain_kind(kind, off) for kind in vocabulary.relations.values()},
        "statuses": {status.id: status._asdict() for status in vocabulary.statuses.values()},
        "ladders": {
            ladder.id: {**ladder._asdict(), "rungs": dict(ladder.rungs), "beside": dict(ladder.beside)}
            for ladder in vocabulary.ladders.values()
        },
        "compare": [dict(entry) for entry in vocabulary.compare],
    }


def _plain_kind(kind: RelationKind, off: OffFor) -> dict[str, Any]:
    ends = {
        role.name: {"types": sorted(role.types), "many": role.many, "optional": role.optional}
        for role in kind.roles.values()
    }
    return {
        "section": kind.section,
        "label": kind.label,
        "plural": kind.plural_label,
        "form": kind.form,
        "time": kind.time,
        "symmetric": kind.symmetric,
        "path": kind.path,
        "acts": kind.acts,
        "belongs": kind.belongs,
        "rung": kind.rung,
        "statuses": list(kind.statuses),
        "status": kind.status,
        "kinds": list(kind.kinds),
        "ends": ends,
        "fields": dict(kind.fields),
        "unsaid": list(kind.unsaid),
        "details": list(kind.details),
        "whole": _plain_walk(kind.whole) if kind.whole else None,
        "reads": [_plain_walk(walk) for walk in kind.walks],
        "implies": [_plain_rule(rule, off) for rule in kind.implies],
        "closes": [_plain_rule(rule, off) for rule in kind.closes],
        "settles": [
            {"id": rule.id, "kind": rule.kind, "to": rule.target, "status": rule.status, "rule": rule.rule}
            | _off_for(rule, off)
            for rule in kind.settles
        ],
        "words": {narrower: dict(words) for narrower, words in kind.words.items()},
        "subject": kind.subject,
    }


def _plain_rule(rule: Implication | Closing, off: OffFor) -> dict[str, Any]:
    told = {"id": rule.id, "kind": rule.kind, "from": rule.source, "to": rule.target, "rule": rule.rule}
    return told | _off_for(rule, off)


def _off_for(rule: Implication | Closing | Settling, off: OffFor) -> dict[str, list[str]]:
    return {"off_for": [*off[rule.id]]} if rule.id and rule.id in off else {}


def _plain_walk(walk: Walk) -> dict[str, Any]:
    """How a walk reads from either side, and what has a form of its own."""
    forms = {form: reading._asdict() for form, reading in walk.forms}
    told = {"from": walk.source, "to": walk.target, "forward": walk.forward, "back": walk.back}
    return told | ({"forms": forms} if forms else {})


def dictionary(vocabulary: Vocabulary, off: OffFor = NOBODY) -> Iterator[str]:
    """The vocabulary as lines of Markdown: ladders, statuses, kinds of actor, kinds of relation.

    `off` has, by the ids of rules, the names of the datasets that switch one off, where others do not.
    """
    yield "## Ladders"
    yield ""
    yield from (_ladder(ladder, vocabulary) for ladder in vocabulary.ladders.values())
    equal = (" = ".join(f"`{ladder}:{rung}`" for ladder, rung in entry.items()) for entry in vocabulary.compare)
    yield from (f"- {rungs}: these stand equal" for rungs in equal)
    yield from ("", "## Statuses", "")
    for status in vocabulary.statuses.values():
        yield f"- `{status.id}`: {status.label}; {status.effect}"
    yield from ("", "## Kinds of actor", "")
    for actor in vocabulary.actors.values():
        whole = f"; `of` names its {' or '.join(actor.part_of)}" if actor.part_of else ""
        whole += f"; may stand wherever a {actor.like} may" if actor.like else ""
        yield f"- `{actor.section}`: {actor.label}{whole}"
    subject = None
    for kind in vocabulary.relations.values():
        if kind.subject != subject:
            subject = kind.subject
            yield from ("", f"## {subject or 'Kinds of this dataset'}")
        yield from told(kind, off)
    yield from ("", "## Kinds of your own", "")
    yield "An entry of `relations` in graph/vocabulary.yaml may say, and one with the id of what ships adds to it:"
    yield ""
    yield from (f"- {', '.join(f'`{key}`' for key in keys)}: {meaning}" for keys, meaning in KEYS.items())


def _ladder(ladder: Ladder, vocabulary: Vocabulary) -> str:
    """A ladder on a line: whose it is, its rungs, what stands beside them, and where that is written."""
    kinds = [vocabulary.relations[kind].section for kind in ladder.kinds if kind in vocabulary.relations]
    whose = (
        f"of {', '.join((*ladder.owners, *kinds))}" if ladder.owners or kinds else "of all who have none of their own"
    )
    rungs = " < ".join(f"`{rung}` ({label})" for rung, label in ladder.rungs.items())
    beside = ", ".join(f"`{tier}` ({label})" for tier, label in ladder.beside.items())
    own = (f"{one.source} p {one.paragraph}" for one in vocabulary.cited if one.entry == ladder.called)
    cited = ", ".join(dict.fromkeys(own))
    more = f"; beside it, without a rank: {beside}" if beside else ""
    return f"- **{ladder.id}**, {whose}: {rungs}{more}{f' [{cited}]' if cited else ''}"


def entry(kind: RelationKind, vocabulary: Vocabulary, off: OffFor = NOBODY) -> Iterator[str]:
    """One kind as lines of Markdown, with its readings and a record as one would write it."""
    yield from told(kind, off)
    yield from ("", "Reads:", "")
    usual = kind.whole or (kind.walks[0] if kind.walks else None)
    if usual is not None:
        yield f"- {usual.forward}"
        yield from (f"- {form}: {reading.forward}" for form, reading in usual.forms)
    yield from ("", "```yaml", example(kind, vocabulary).text, "```")


def told(kind: RelationKind, off: OffFor = NOBODY) -> Iterator[str]:
    """One kind as lines of Markdown: its form, ends, fields, narrower kinds, dates, statuses and rules."""
    yield from ("", f"### {kind.section}", "")
    yield f"{kind.label[:1].upper()}{kind.label[1:]}: {FORMS[kind.form]}.{' Symmetric.' if kind.symmetric else ''}"
    yield ""
    yield from (_role(role) for role in kind.roles.values())
    if kind.fields:
        yield f"- fields: {', '.join(f'`{name}` ({form})' for name, form in kind.fields.items())}"
    if kind.kinds:
        yield f"- kinds: {', '.join(f'`{one}`' for one in kind.kinds)}"
    yield f"- dates: {', '.join(f'`{word}`' for word in kind.dates) or 'none'}"
    statuses = ", ".join(f"`{one}`" for one in kind.statuses)
    yield f"- statuses: {statuses}; usually `{kind.status}`"
    for word, rules in (("implies", kind.implies), ("ends", kind.closes), ("settles", kind.settles)):
        for rule in rules:
            but = f"; off for the facts of {' and '.join(off[rule.id])}" if rule.id and rule.id in off else ""
            yield f"- {word} {rule.kind}{f' (`{rule.id}`)' if rule.id else ''}: {rule.rule}{but}"


def _role(role: Role) -> str:
    how = [word for word, holds in (("optional", role.optional), ("one or several", role.many)) if holds]
    told = f" ({', '.join(how)})" if how else ""
    return f"- `{role.name}`: {' or '.join(sorted(role.types))}{told}"
