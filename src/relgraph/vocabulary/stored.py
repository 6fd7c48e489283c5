"""The vocabulary that ships, stored as JSON beside its YAML: every command starts with it, and JSON is quick to read.

It is made from the YAML (`make golden`) and tells the checksum of what it was made from: once an entry is edited it
counts for nothing, and the YAML is read, until it is made anew. What an entry has as every other has is left out.
"""

from __future__ import annotations

import json
from binascii import crc32
from typing import TYPE_CHECKING, Any, TypeVar

from relgraph.vocabulary.consequences import Closing, Implication, Settling
from relgraph.vocabulary.kinds import ActorKind, Effect, Reading, RelationKind, Role, Status, Walk
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

R = TypeVar("R")

MADE_FROM = "made_from"


def checksum(files: Iterable[Path]) -> int:
    """A number that tells files from others: of their bytes, in order, whatever the line ends of the system."""
    found = 0
    for file in files:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 - a third of the time of Path.read_bytes
            found = crc32(stream.read().replace(b"\r", b""), found)
    return found


def stored(vocabulary: Vocabulary, made_from: int) -> str:
    """A vocabulary as JSON, an entry a line."""
    parts = [f'"{MADE_FROM}": {made_from}']
    for part in _READERS:
        entries = getattr(vocabulary, part).items()
        lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(_plain(entry))}" for key, entry in entries)
        parts.append(f'"{part}": {{\n{lines}\n}}')
    parts.append(f'"compare": {json.dumps(_plain(vocabulary.compare))}')
    return "{" + ",\n".join(parts) + "}\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever stands in an entry
    """A record as a mapping of what it has besides the usual; sets sorted."""
    if hasattr(value, "_field_defaults"):
        usual = value._field_defaults
        pairs = zip(value._fields, value, strict=True)
        return {name: _plain(one) for name, one in pairs if name not in usual or one != usual[name]}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return {key: _plain(one) for key, one in value.items()} if hasattr(value, "items") else value


def read_stored(file: Path, made_from: Callable[[], int]) -> Vocabulary | None:
    """The vocabulary stored in a file; None where there is none, or it was made from other files."""
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - as above
            tree = json.load(stream)
    except (OSError, ValueError):
        return None
    if tree[MADE_FROM] != made_from():
        return None
    parts: dict[str, Any] = {
        part: {key: read(entry) for key, entry in tree[part].items()} for part, read in _READERS.items()
    }
    return Vocabulary(**parts, compare=tuple(tree["compare"]))


def _record(make: Callable[..., R], **readers: Callable[[Any], Any]) -> Callable[[dict[str, Any]], R]:
    """What makes a record of a mapping; what is no text, number or flag has a reader of its own."""

    def read(entry: dict[str, Any]) -> R:
        for name in entry.keys() & readers:
            entry[name] = readers[name](entry[name])
        return make(**entry)

    return read


def _each(read: Callable[[Any], R]) -> Callable[[list[Any]], tuple[R, ...]]:
    return lambda items: tuple([read(item) for item in items])


def _named(read: Callable[[Any], R]) -> Callable[[dict[str, Any]], Mapping[str, R]]:
    return lambda items: {name: read(item) for name, item in items.items()}


_WALK = _record(Walk, forms=_each(lambda form: (form[0], Reading(**form[1]))))
_IMPLICATION = _record(Implication, kinds=tuple, types=tuple)
_CLOSING = _record(Closing, kinds=tuple, leaves=tuple, returns=tuple)
_SETTLING = _record(Settling, kinds=tuple)

_READERS: Mapping[str, Callable[[dict[str, Any]], Any]] = {
    "actors": _record(ActorKind, part_of=tuple, members=tuple),
    "relations": _record(
        RelationKind,
        statuses=tuple,
        roles=_named(_record(Role, types=frozenset)),
        kinds=tuple,
        walks=_each(_WALK),
        implies=_each(_IMPLICATION),
        distinct=_each(tuple),
        whole=_WALK,
        unsaid=tuple,
        closes=_each(_CLOSING),
        settles=_each(_SETTLING),
        details=tuple,
    ),
    "statuses": _record(Status, effect=Effect, beware=tuple),
    "ladders": _record(Ladder, owners=tuple, kinds=tuple),
}
