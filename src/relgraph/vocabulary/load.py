"""Reading the vocabulary that ships with the package, and what a dataset adds to it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.errors import InputError
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import Map, Seq, read_file
from relgraph.vocabulary.aside import COMPARE, in_force
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.model import (
    FIELD_TYPES,
    FORMS,
    READING_FORMS,
    TIMES,
    ActorKind,
    Effect,
    Implication,
    Ladder,
    Reading,
    RelationKind,
    Role,
    Status,
    Vocabulary,
    Walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from relgraph.vocabulary.aside import Entry
    from relgraph.vocabulary.coherence import Incoherence

RULES_OFF = "rules_off"
"""The entry of a dataset's vocabulary that names shipped rules which give nothing there."""
TERMS = Path(__file__).parent / "terms"
SHIPPED = ("actors.yaml", "statuses.yaml", "ladders.yaml", "relations.yaml")


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary of the package. Raises InputError if the package itself is damaged."""
    vocabulary, problems = Vocabulary({}, {}, {}, {}), list[Any]()
    for name in SHIPPED:
        read = extend(vocabulary, TERMS / name, name)
        vocabulary = read.vocabulary
        problems += read.problems
    problems += [Problem(Place(SHIPPED[-1]), "vocabulary", str(one)) for one in incoherences(vocabulary)]
    if problems:
        raise InputError(str(problems[0]))
    return vocabulary


def load_vocabulary(extra: Path | None, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of a dataset: what ships with the package and the entries of `extra`, if it exists.

    An entry in which something is wrong does not count, nor one that cannot do without it; the others do.
    """
    shipped = shipped_vocabulary()
    if extra is None or not extra.exists():
        return shipped, []
    read = extend(shipped, extra, shown)
    ours = {(part, key) for part in _PARSERS for key in getattr(shipped, part)}
    misfits = [one for one in incoherences(read.vocabulary) if (one.part, one.entry) not in read.wrong | ours]
    wrong = read.wrong | {(one.part, one.entry) for one in misfits}
    vocabulary = in_force(read.vocabulary, shipped, wrong)
    problems = [*read.problems, *(_misfit(one, read.tree, shipped, shown) for one in misfits)]
    return vocabulary._replace(aside=frozenset(_names_aside(read.tree, vocabulary, shipped))), problems


def _misfit(found: Incoherence, tree: Map, base: Vocabulary, shown: str) -> Problem:
    """What does not fit together, at the line of its entry in a file."""
    entries, line = tree.get(found.part), tree.line_of(found.part)
    if isinstance(entries, Map) and found.part != COMPARE:
        line = entries.line_of(found.entry)
    elif isinstance(entries, Seq) and found.entry:
        line = entries.item_lines[int(found.entry) - len(base.compare)]
    named = found.part if found.part == COMPARE else found.entry
    return Problem(Place(shown, line), "vocabulary", f"{named}: {found.message}")


def _names_aside(tree: Map, vocabulary: Vocabulary, base: Vocabulary) -> Iterator[str]:
    """The names that those entries of a file which are not in force would have given a meaning."""
    for part, entries in tree.items():
        known = getattr(vocabulary, part) if part in _PARSERS else {}
        taken = getattr(base, part) if part in _PARSERS else {}
        for key, entry in entries.items() if isinstance(entries, Map) and part != COMPARE else ():
            if key not in known or key in taken:
                yield key
                yield from _names_within(entry)


def _names_within(entry: object) -> Iterator[str]:
    """The section that an entry gives, and its rungs and labels."""
    if isinstance(entry, Map):
        section = entry.get("section")
        yield from (section,) if isinstance(section, str) else ()
        for tiers in (entry.get("rungs"), entry.get("beside")):
            yield from tiers if isinstance(tiers, Map) else ()


class Extension(NamedTuple):
    """A vocabulary with the entries of a file, as far as they can be read: what is wrong, and with which of them."""

    vocabulary: Vocabulary
    problems: list[Problem]
    wrong: frozenset[Entry]
    tree: Map


def extend(base: Vocabulary, path: Path, shown: str) -> Extension:
    """Add the entries of one file to a vocabulary; an entry that is there already is a problem."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return Extension(base, problems, frozenset(), Map(1, 1))
    top = Fields(tree, shown, problems, "vocabulary")
    top.only([*_PARSERS, COMPARE, RULES_OFF])
    wrong: set[Entry] = set()
    parts: dict[str, Any] = {part: _added(getattr(base, part), top, part, wrong) for part in _PARSERS}
    parts[COMPARE] = _compared(base, top, wrong)
    parts["relations"] = _without_rules(parts["relations"], top)
    return Extension(Vocabulary(**parts), problems, frozenset(wrong), tree)


def _without_rules(relations: Mapping[str, RelationKind], top: Fields) -> Mapping[str, RelationKind]:
    """The kinds of relation without the rules that a file switches off by their ids."""
    off = top.texts(RULES_OFF)
    known = [rule.id for kind in relations.values() for rule in kind.implies if rule.id is not None]
    for name in off:
        if name not in known:
            top.problem(f"{RULES_OFF}: {name} is not a rule{did_you_mean(name, known)}", RULES_OFF)
    if not off:
        return relations
    return {
        name: kind._replace(implies=tuple(rule for rule in kind.implies if rule.id not in off))
        for name, kind in relations.items()
    }


def _added(known: dict[str, Any], top: Fields, part: str, wrong: set[Entry]) -> dict[str, Any]:
    """The entries of a part; those with a problem are put among the wrong ones."""
    entries = top.within(top.map(part))
    merged = dict(known)
    for key, fields in entries.entries():
        before = len(top.problems)
        if key in known:
            entries.problem(f"{key} is in the vocabulary already; choose another id", key)
        else:
            merged[key] = _PARSERS[part](key, fields)
        if len(top.problems) > before:
            wrong.add((part, key))
    return merged


def _compared(base: Vocabulary, top: Fields, wrong: set[Entry]) -> tuple[Mapping[str, str], ...]:
    """All comparisons; those with a problem are put among the wrong ones."""
    compare = list(base.compare)
    for entry in top.maps(COMPARE):
        before = len(top.problems)
        fields = top.within(entry)
        compare.append({ladder: fields.required(ladder) for ladder in fields.tree})
        if len(top.problems) > before:
            wrong.add((COMPARE, str(len(compare) - 1)))
    return tuple(compare)


def _actor_kind(key: str, fields: Fields) -> ActorKind:
    fields.only(("section", "label", "plural", "part_of", "members"))
    label = fields.required("label")
    plural = fields.text("plural") or f"{label}s"
    section, part_of, members = fields.required("section"), fields.texts("part_of"), fields.texts("members")
    return ActorKind(key, section, label, plural, part_of, members)


def _status(key: str, fields: Fields) -> Status:
    fields.only(("label", "effect", "beware", "verb"))
    label, effect = fields.required("label"), _one_of(fields, "effect", Effect)
    return Status(key, label, Effect(effect or Effect.PLANNED), fields.texts("beware"), fields.text("verb"))


def _ladder(key: str, fields: Fields) -> Ladder:
    fields.only(("label", "owner", "counts", "rungs", "beside"))
    inclusive = fields.one_of("counts", ("exclusive", "inclusive")) == "inclusive"
    rungs, beside = fields.named_texts("rungs"), fields.named_texts("beside")
    if not rungs:
        fields.problem("a ladder needs rungs, lowest first")
    return Ladder(key, fields.text("label") or key, rungs, fields.text("owner"), inclusive, beside)


_RELATION_KEYS = (
    *("section", "label", "plural", "form", "symmetric", "path", "rung", "time", "statuses", "status"),
    *("kinds", "ends", "fields", "reads", "walks", "implies", "distinct", "plural", "unsaid"),
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
        whole=_whole(fields, list(roles)),
        unsaid=fields.texts("unsaid"),
        implies=tuple(_implication(fields.within(entry)) for entry in fields.maps("implies")),
        distinct=_distinct(fields),
        plural=fields.text("plural"),
    )


def _roles(fields: Fields) -> dict[str, Role]:
    roles = {}
    for name, role in fields.within(fields.map("ends")).entries():
        role.only(("types", "many", "optional"))
        if not role.tree.get("types"):
            role.problem(f"the end {name} needs types: the kinds that may stand there")
        roles[name] = Role(name, frozenset(role.texts("types")), role.flag("many"), role.flag("optional"))
    if not roles:
        fields.problem("a kind of relation needs ends")
    return roles


def _field_types(fields: Fields) -> dict[str, str]:
    types = fields.within(fields.map("fields"))
    return {name: _one_of(types, name, FIELD_TYPES) for name in types.tree}


def _walks(fields: Fields, roles: list[str]) -> tuple[Walk, ...]:
    """The walks of a kind; where none is given, one between its first two ends that reads as the kind does."""
    if "walks" not in fields.tree and "reads" in fields.tree and len(roles) > 1:
        return (_reads(fields, roles),)
    return tuple(_walk(fields.within(entry)) for entry in fields.maps("walks"))


def _whole(fields: Fields, roles: list[str]) -> Walk | None:
    """How a fact reads as a whole, if it has walks that read otherwise, or but one end."""
    if "reads" in fields.tree and ("walks" in fields.tree or len(roles) == 1):
        return _reads(fields, roles)
    return None


def _reads(fields: Fields, roles: list[str]) -> Walk:
    forms = fields.within(fields.map("reads"))
    forms.only(("forward", "back", *READING_FORMS))
    return _read_walk(forms, roles[0], roles[min(1, len(roles) - 1)], alike=fields.flag("symmetric"))


def _walk(fields: Fields) -> Walk:
    fields.only(("from", "to", "most", "forward", "back", *READING_FORMS))
    source, target = fields.required("from"), fields.required("to")
    return _read_walk(fields, source, target, alike=source == target)._replace(most=fields.number("most"))


def _read_walk(fields: Fields, source: str, target: str, *, alike: bool) -> Walk:
    """A walk with its readings; where the two sides are `alike`, the way back reads with the ends changed over."""
    ends = ("from", "to") if source == target else (source, target)

    def reading(form: Fields) -> Reading:
        forward = form.required("forward")
        return Reading(forward, form.text("back") or (_changed_over(forward, *ends) if alike else forward))

    given = {form: fields.within(fields.map(form)) for form in READING_FORMS if form in fields.tree}
    for form in given.values():
        form.only(("forward", "back"))
    forms = tuple((name, reading(form)) for name, form in given.items())
    return Walk(source, target, *reading(fields), forms=forms)


def _changed_over(pattern: str, one: str, other: str) -> str:
    """A pattern with two of its slots changed over."""
    slots = {f"{{{one}}}": f"{{{other}}}", f"{{{other}}}": f"{{{one}}}"}
    return _SLOT.sub(lambda slot: slots.get(slot[0], slot[0]), pattern)


_SLOT = re.compile(r"\{[^{}]*\}")


def _implication(fields: Fields) -> Implication:
    fields.only(("id", "kind", "from", "to", "rule", "kinds", "types", "most", "ranked", "whole", "unless"))
    return Implication(
        kind=fields.required("kind"),
        source=fields.required("from"),
        target=fields.required("to"),
        rule=fields.required("rule"),
        kinds=fields.texts("kinds"),
        types=fields.texts("types") or ("country",),
        most=fields.number("most"),
        ranked=fields.flag("ranked"),
        id=fields.text("id"),
        whole=fields.flag("whole"),
        unless=fields.text("unless"),
    )


def _distinct(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Pairs of roles that must not be filled by the same."""
    pairs = fields.tree.get("distinct") or ()
    found = [tuple(pair) for pair in pairs if isinstance(pair, Seq) and [type(role) for role in pair] == [str, str]]
    if len(found) < len(pairs):
        fields.problem("distinct must be a list of pairs of roles", "distinct")
    return tuple((first, second) for first, second in found)


def _one_of(fields: Fields, key: str, choices: Iterable[str]) -> str:
    """One of some words, which must be there; empty when it is not, and noted."""
    return (fields.one_of(key, choices) or "") if fields.tree.get(key) else fields.required(key)


_PARSERS: dict[str, Callable[[str, Fields], Any]] = {
    "actors": _actor_kind,
    "statuses": _status,
    "ladders": _ladder,
    "relations": _relation,
}
