"""Plain values held against the types that are declared for them, and what a script's comments say of the same."""

from __future__ import annotations

import re
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    NamedTuple,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from relgraph.sources.paragraph import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = {"State": State, "Any": Any}
"""What the types name that their modules do not import when they run."""


IN_SCRIPT = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


class Field(NamedTuple):
    """A key of a record: the type of its value, and whether it is always there."""

    type: Any
    required: bool


def fields(shape: Any) -> dict[str, Field]:  # noqa: ANN401 - a TypedDict, which has no type of its own
    """Every key that a TypedDict declares."""
    hints = get_type_hints(shape, localns=NAMES, include_extras=True)
    return {
        name: Field(get_args(hint)[0], required=False)
        if get_origin(hint) is NotRequired
        else Field(hint, required=True)
        for name, hint in hints.items()
    }


def misfits(value: Any, hint: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401 - any value, any type
    """Where a value is not of a type, as places in it: ".facts.f1.ends[0].role"."""
    if is_typeddict(hint):
        yield from _misfits_of_record(value, fields(hint), at)
        return
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        if all(any(True for _ in misfits(value, one)) for one in inner):
            yield at
    elif origin is Literal:
        yield from () if value in inner else (at,)
    elif origin is dict and isinstance(value, dict):
        for key, one in value.items():
            yield from misfits(key, inner[0], f"{at}.{key}")
            yield from misfits(one, inner[1], f"{at}.{key}")
    elif origin in (list, tuple) and isinstance(value, (list, tuple)):
        for number, one in enumerate(value):
            yield from misfits(one, inner[0], f"{at}[{number}]")
    elif not _is_a(value, hint):
        yield at


def _misfits_of_record(value: Any, known: Mapping[str, Field], at: str) -> Iterator[str]:  # noqa: ANN401 - as above
    yield from (f"{at}.{name}" for name in value.keys() - known.keys())
    for name, field in known.items():
        if name in value:
            yield from misfits(value[name], field.type, f"{at}.{name}")
        elif field.required:
            yield f"{at}.{name}"


def _is_a(value: Any, hint: Any) -> bool:  # noqa: ANN401 - as above
    if hint is Any:
        return True
    numbers = {int: (int,), float: (int, float)}
    if hint in numbers:
        return isinstance(value, numbers[hint]) and not isinstance(value, bool)
    return type(value) is hint


def used(value: Any, hint: Any, found: dict[Any, set[str]]) -> None:  # noqa: ANN401 - as above
    """Add to what was found the keys that each TypedDict has in a value of a type."""
    if is_typeddict(hint):
        known = fields(hint)
        found.setdefault(hint, set()).update(value)
        for name in value:
            used(value[name], known[name].type, found)
    elif get_origin(hint) is dict:
        for one in value.values():
            used(one, get_args(hint)[1], found)
    elif get_origin(hint) in (list, tuple):
        for one in value:
            used(one, get_args(hint)[0], found)


def in_script(hint: Any, names: Mapping[Any, str]) -> str:  # noqa: ANN401 - as above
    """A type as the comments of a script write it; `names` are what it calls a TypedDict, others are told in full."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        return names.get(hint) or f"{{{', '.join(_keys_in_script(hint, names))}}}"
    if origin is Literal:
        return " | ".join(f'"{one}"' for one in inner)
    told = [in_script(one, names) for one in inner if one is not Ellipsis]
    if origin in (Union, UnionType):
        return " | ".join(told)
    if origin is dict:
        return f"Record<string, {told[1]}>"
    if origin in (list, tuple):
        return f"({told[0]})[]" if get_origin(inner[0]) in (Union, UnionType, Literal) else f"{told[0]}[]"
    return IN_SCRIPT[hint]


def _keys_in_script(shape: Any, names: Mapping[Any, str]) -> Iterator[str]:  # noqa: ANN401 - as above
    for name, field in fields(shape).items():
        yield f"{name}{'' if field.required else '?'}: {in_script(field.type, names)}"


def typedefs(script: str) -> dict[str, dict[str, Field]]:
    """What records the comments of a script declare by @typedef: for each name its keys, with their types."""
    found: dict[str, dict[str, Field]] = {}
    for comment in re.findall(r"/\*\*(.*?)\*/", script, re.DOTALL):
        text = re.sub(r"^[ \t]*\*[ \t]?", "", comment, flags=re.MULTILINE)
        for start in [match.end() for match in re.finditer(r"@typedef\s+(?=\{)", text)]:
            type_, rest = _braced(text[start:])
            if type_ == "object" or type_.startswith("{"):
                found[rest.split()[0]] = dict(_properties(rest) if type_ == "object" else _inline(type_))
    return found


def _properties(text: str) -> Iterator[tuple[str, Field]]:
    for start in [match.end() for match in re.finditer(r"@property\s+(?=\{)", text)]:
        type_, rest = _braced(text[start:])
        name = rest.split()[0]
        yield name.strip("[]"), Field(_plainly(type_), required=not name.startswith("["))


def _inline(text: str) -> Iterator[tuple[str, Field]]:
    """The keys of {a: string, b?: {c: number}[]}."""
    for part in _parted(text[1:-1]):
        name, _, type_ = part.partition(":")
        yield name.strip().rstrip("?"), Field(_plainly(type_.strip()), required=not name.strip().endswith("?"))


def _parted(text: str) -> list[str]:
    """The parts between the commas that stand in no brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "{[(<") - (letter in "}])>")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _braced(text: str) -> tuple[str, str]:
    """What stands in the braces that a text begins with, and what comes after them."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if not depth:
            return " ".join(text[1:at].split()), text[at + 1 :]
    raise AssertionError(text)


def _plainly(type_: str) -> str:
    """A type without the module it comes from; a tuple as a list of what may stand in it."""
    bare = re.sub(r'import\("[^"]*"\)\.', "", type_)
    return re.sub(r"\[((?:string|number)(?:, (?:string|number))*)\]", _as_list, bare)


def _as_list(found: re.Match[str]) -> str:
    parts = list(dict.fromkeys(found[1].split(", ")))
    return f"({' | '.join(parts)})[]" if len(parts) > 1 else f"{parts[0]}[]"
