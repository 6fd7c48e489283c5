"""Reading the vocabulary that ships with the package, and what a dataset adds to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.errors import InputError
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.tree import Map, Seq, read_file
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.model import (
    EFFECTS,
    FIELD_TYPES,
    FORMS,
    TIMES,
    ActorKind,
    Implication,
    Ladder,
    RelationKind,
    Role,
    Status,
    Vocabulary,
    Walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TERMS = Path(__file__).parent / "terms"
SHIPPED = ("actors.yaml", "statuses.yaml", "ladders.yaml", "relations.yaml")


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary of the package. Raises InputError if the package itself is damaged."""
    empty = Vocabulary({}, {}, {}, {})
    vocabulary, problems = empty, list[Any]()
    for name in SHIPPED:
        vocabulary, found = extend(vocabulary, TERMS / name, name)
        problems += found
    problems += _misfits(vocabulary, TERMS / SHIPPED[-1], SHIPPED[-1])
    if problems:
        raise InputError(str(problems[0]))
    return vocabulary


def load_vocabulary(extra: Path | None, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of a dataset: what ships with the package and the entries of `extra`, if it exists.

    Where something is wrong with those, none of them counts.
    """
    shipped = shipped_vocabulary()
    if extra is None or not extra.exists():
        return shipped, []
    vocabulary, problems = extend(shipped, extra, shown)
    if not problems:
        problems = _misfits(vocabulary, extra, shown)
    return (shipped if problems else vocabulary), problems


def _misfits(vocabulary: Vocabulary, path: Path, shown: str) -> list[Problem]:
    """What does not fit together, each at the line of its entry in a file (its first line where it is in another)."""
    found = incoherences(vocabulary)
    tree = (read_file(path, shown)[0] if found else None) or Map(1, 1)
    problems = []
    for part, entry, message in found:
        entries = tree.get(part)
        line = entries.line_of(entry) if isinstance(entries, Map) else tree.line_of(part)
        problems.append(Problem(Place(shown, line), "vocabulary", f"{entry or part}: {message}"))
    return problems


def extend(base: Vocabulary, path: Path, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Add the entries of one file to a vocabulary; an entry that is there already is a problem."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return base, problems
    top = Fields(tree, shown, problems, "vocabulary")
    top.only([*_PARSERS, "compare"])
    parts = {part: _added(getattr(base, part), top, part, parse) for part, parse in _PARSERS.items()}
    compare = (*base.compare, *(_comparison(top.within(entry)) for entry in top.maps("compare")))
    return Vocabulary(**parts, compare=compare), problems


def _added(known: dict[str, Any], top: Fields, part: str, parse: Callable[[str, Fields], Any]) -> dict[str, Any]:
    entries = top.within(top.map(part))
    merged = dict(known)
    for key, fields in entries.entries():
        if key in known:
            entries.problem(f"{key} is in the vocabulary already; choose another id", key)
        else:
            merged[key] = parse(key, fields)
    return merged


def _comparison(fields: Fields) -> dict[str, str]:
    return {ladder: fields.required(ladder) for ladder in fields.tree}


def _actor_kind(key: str, fields: Fields) -> ActorKind:
    fields.only(("section", "label", "plural", "part_of", "members"))
    label = fields.required("label")
    plural = fields.text("plural") or f"{label}s"
    section, part_of, members = fields.required("section"), fields.texts("part_of"), fields.texts("members")
    return ActorKind(key, section, label, plural, part_of, members)


def _status(key: str, fields: Fields) -> Status:
    fields.only(("label", "effect", "beware"))
    return Status(key, fields.required("label"), _one_of(fields, "effect", EFFECTS), fields.texts("beware"))


def _ladder(key: str, fields: Fields) -> Ladder:
    fields.only(("label", "owner", "counts", "rungs", "beside"))
    inclusive = fields.one_of("counts", ("exclusive", "inclusive")) == "inclusive"
    rungs, beside = fields.named_texts("rungs"), fields.named_texts("beside")
    if not rungs:
        fields.problem("a ladder needs rungs, lowest first")
    return Ladder(key, fields.text("label") or key, rungs, fields.text("owner"), inclusive, beside)


_RELATION_KEYS = (
    *("section", "label", "plural", "form", "symmetric", "path", "rung", "time", "statuses", "status"),
    *("kinds", "ends", "fields", "reads", "walks", "implies", "distinct"),
)


def _relation(key: str, fields: Fields) -> RelationKind:
    fields.only(_RELATION_KEYS)
    roles = _roles(fields)
    return RelationKind(
        id=key,
        section=fields.required("section"),
        label=fields.required("label"),
        form=_one_of(fields, "form", FORMS),
        time=_one_of(fields, "time", TIMES),
        statuses=fields.texts("statuses"),
        status=fields.required("status"),
        roles=roles,
        symmetric=fields.flag("symmetric"),
        path=fields.flag("path"),
        rung=fields.text("rung"),
        kinds=fields.texts("kinds"),
        fields=_field_types(fields),
        walks=_walks(fields, list(roles)),
        implies=tuple(_implication(fields.within(entry)) for entry in fields.maps("implies")),
        distinct=_distinct(fields),
        plural=fields.text("plural"),
    )


def _roles(fields: Fields) -> dict[str, Role]:
    roles = {}
    for name, role in fields.within(fields.map("ends")).entries():
        role.only(("types", "many", "optional"))
        roles[name] = Role(name, frozenset(role.texts("types")), role.flag("many"), role.flag("optional"))
    if not roles:
        fields.problem("a kind of relation needs ends")
    return roles


def _field_types(fields: Fields) -> dict[str, str]:
    types = fields.within(fields.map("fields"))
    return {name: _one_of(types, name, FIELD_TYPES) for name in types.tree}


def _walks(fields: Fields, roles: list[str]) -> tuple[Walk, ...]:
    """The walks of a kind: a tie has one, between its first two ends, written as `reads`."""
    if "reads" in fields.tree and len(roles) > 1:
        forms = fields.within(fields.map("reads"))
        forms.only(("forward", "back"))
        return (Walk(roles[0], roles[1], forms.required("forward"), forms.required("back")),)
    return tuple(_walk(fields.within(entry)) for entry in fields.maps("walks"))


def _walk(fields: Fields) -> Walk:
    fields.only(("from", "to", "most", "forward", "back"))
    source, target = fields.required("from"), fields.required("to")
    return Walk(source, target, fields.required("forward"), fields.required("back"), fields.number("most"))


def _implication(fields: Fields) -> Implication:
    fields.only(("kind", "from", "to", "rule", "kinds", "types", "most", "ranked"))
    return Implication(
        kind=fields.required("kind"),
        source=fields.required("from"),
        target=fields.required("to"),
        rule=fields.required("rule"),
        kinds=fields.texts("kinds"),
        types=fields.texts("types") or ("country",),
        most=fields.number("most"),
        ranked=fields.flag("ranked"),
    )


def _distinct(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Pairs of roles that must not be filled by the same."""
    pairs = fields.tree.get("distinct") or ()
    found = [tuple(pair) for pair in pairs if isinstance(pair, Seq) and [type(role) for role in pair] == [str, str]]
    if len(found) < len(pairs):
        fields.problem("distinct must be a list of pairs of roles", "distinct")
    return tuple((first, second) for first, second in found)


def _one_of(fields: Fields, key: str, choices: tuple[str, ...]) -> str:
    """One of some words, which must be there; empty when it is not, and noted."""
    return (fields.one_of(key, choices) or "") if fields.tree.get(key) else fields.required(key)


_PARSERS: dict[str, Callable[[str, Fields], Any]] = {
    "actors": _actor_kind,
    "statuses": _status,
    "ladders": _ladder,
    "relations": _relation,
}
