"""What a dataset does to entries that ship with the package: adds to them, words them otherwise, switches them off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import Map, Seq

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.reading.fields import Fields
    from relgraph.vocabulary.kinds import RelationKind

RULES_OFF, KINDS_OFF, LADDERS_OFF = "rules_off", "kinds_off", "ladders_off"
OFF = (RULES_OFF, KINDS_OFF, LADDERS_OFF)
"""The entries of a dataset's vocabulary that name what ships and counts for nothing there."""

FIXED = frozenset({"section", "form", "time", "symmetric", "effect"})
"""What stays of an entry that ships: facts of others rest on it."""

LISTS = frozenset(
    {
        "statuses",
        "types",
        "unsaid",
        "details",
        "part_of",
        "members",
        "beware",
        "implies",
        "closes",
        "settles",
        "distinct",
    }
)
MAPS = frozenset({"ends", "fields", "kinds", "beside"})
"""What is added to, item by item or key by key; all else that an entry gives takes the place of what ships."""


def widened(shipped: Map, given: Fields) -> Map:
    """An entry that ships with what a dataset's entry of the same id adds to it, or says in its place."""
    for key in FIXED.intersection(given.tree):
        given.problem(f"{key} of an entry that ships with relgraph stays as it is", key)
    return _merged(shipped, given.tree)


def _merged(shipped: Map, given: Map) -> Map:
    merged = Map(given.line, given.column)
    merged.update(shipped)
    merged.lines.update(given.lines)
    for key, value in given.items():
        merged[key] = _joined(key, shipped.get(key), value)
    return merged


def _joined(key: str, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - what stands in a file
    """What stands under a key once both have been heard; what is of the wrong shape is left to be refused."""
    if key in LISTS and ours and isinstance(theirs, (str, Seq, Map)):
        return _appended(ours, theirs)
    if key in MAPS and ours:
        first, second = _as_map(ours), _as_map(theirs)
        return _merged(first, second) if first is not None and second is not None else theirs
    both = isinstance(ours, Map) and isinstance(theirs, Map)
    return _merged(ours, theirs) if both and ours.keys() & {"types", "many", "optional", "where"} else theirs


def _appended(ours: str | Seq | Map, theirs: str | Seq | Map) -> Seq:
    """The items of both, each once."""
    place = theirs if isinstance(theirs, (Seq, Map)) else ours
    at = (place.line, place.column) if isinstance(place, (Seq, Map)) else (1, 1)
    joined = Seq(*at)
    for items in (ours, theirs):
        for item in items if isinstance(items, Seq) else (items,):
            if item not in joined:
                joined.append(item)
                joined.item_lines.append(at[0])
    return joined


def _as_map(value: object) -> Map | None:
    """A mapping; a name, or a list of names, as one that says nothing of each."""
    if isinstance(value, Map):
        return value
    names: Iterable[Any] = value if isinstance(value, Seq) else (value,)
    made = Map(1, 1)
    for name in names:
        if not isinstance(name, str):
            return None
        made[name] = Map(1, 1)
    return made


def without_rules(relations: Mapping[str, RelationKind], top: Fields) -> Mapping[str, RelationKind]:
    """The kinds of relation without the rules that a file switches off by their ids."""
    rules = [rule.id for kind in relations.values() for rule in kind.rules]
    off = _named(top, RULES_OFF, "a rule", [rule for rule in rules if rule is not None])
    if not off:
        return relations
    return {
        name: kind._replace(
            implies=tuple(rule for rule in kind.implies if rule.id not in off),
            closes=tuple(rule for rule in kind.closes if rule.id not in off),
            settles=tuple(rule for rule in kind.settles if rule.id not in off),
        )
        for name, kind in relations.items()
    }


def without_kinds(relations: Mapping[str, RelationKind], top: Fields) -> Mapping[str, RelationKind]:
    """The kinds of relation without those that a file switches off, and without what others say of them."""
    off = _named(top, KINDS_OFF, "a kind of relation", relations)
    return {name: _without(kind, off) for name, kind in relations.items() if name not in off} if off else relations


def _without(kind: RelationKind, off: frozenset[str]) -> RelationKind:
    return kind._replace(
        roles={name: role._replace(types=role.types - off) for name, role in kind.roles.items()},
        implies=tuple(rule for rule in kind.implies if rule.kind not in off),
        closes=tuple(rule for rule in kind.closes if rule.kind not in off),
        settles=tuple(rule for rule in kind.settles if rule.kind not in off),
    )


def without_ladders(ladders: Mapping[str, Any], top: Fields) -> Mapping[str, Any]:
    """The ladders without those that a file switches off."""
    off = _named(top, LADDERS_OFF, "a ladder", ladders)
    return {name: ladder for name, ladder in ladders.items() if name not in off}


def _named(top: Fields, key: str, what: str, known: Iterable[str]) -> frozenset[str]:
    """The names that stand under a key; those of nothing are noted."""
    names = list(known)
    given = top.texts(key)
    for name in given:
        if name not in names:
            top.problem(f"{key}: {name} is not {what}{did_you_mean(name, names)}", key)
    return frozenset(given).intersection(names)
