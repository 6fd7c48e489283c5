"""One entry of a vocabulary's file, read into its record: a kind of actor, a status, a ladder, a kind of relation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.reading.tree import Map, Seq
from relgraph.vocabulary.consequences import Closing, Implication, Settling
from relgraph.vocabulary.keys import RELATION_KEYS
from relgraph.vocabulary.kinds import (
    FIELD_TYPES,
    FORMS,
    MACHINE_READ,
    READING_FORMS,
    TIE,
    TIMES,
    ActorKind,
    Effect,
    Reading,
    RelationKind,
    Role,
    Status,
    Walk,
)
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.model import Cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.reading.fields import Fields

EVIDENCE = "evidence"


def actor_kind(key: str, fields: Fields) -> ActorKind:
    """A kind of actor."""
    fields.only(("section", "label", "plural", "part_of", "members", "walked", "like", "proper"))
    label = fields.required("label")
    plural = fields.text("plural") or f"{label}s"
    section, part_of, members = fields.required("section"), fields.texts("part_of"), fields.texts("members")
    walked, like, proper = fields.flag("walked"), fields.text("like"), fields.flag("proper")
    return ActorKind(key, section, label, plural, part_of, members, walked, like, proper)


def status(key: str, fields: Fields) -> Status:
    """A status."""
    fields.only(("label", "effect", "beware", "verb", "no_verb", "dropped"))
    if key == MACHINE_READ:
        fields.problem(f"no status may be called {key}: that is what counts of events are, which no curator writes")
    label, effect = fields.required("label"), Effect(_one_of(fields, "effect", Effect) or Effect.PLANNED)
    verb, no_verb, dropped = fields.text("verb"), fields.text("no_verb"), fields.flag("dropped")
    return Status(key, label, effect, fields.texts("beware"), verb, no_verb, dropped)


def ladder(key: str, fields: Fields, *, own: bool = False) -> Ladder:
    """A ladder. One of kinds ranks the steps of paths if it is a dataset's `own`, unless it says otherwise."""
    fields.only(("label", "owner", "kind", "counts", "rungs", "beside", "path", EVIDENCE))
    kinds = fields.texts("kind")
    inclusive = fields.one_of("counts", ("exclusive", "inclusive")) == "inclusive"
    rungs, beside = fields.named_texts("rungs"), fields.named_texts("beside")
    if not rungs:
        fields.problem("a ladder needs rungs, lowest first: {id: label, id: label}")
    path = fields.flag("path", default=own or not kinds)
    return Ladder(key, fields.text("label") or key, rungs, fields.texts("owner"), inclusive, beside, kinds, path)


def cited(entry: str, fields: Fields) -> Iterator[Cited]:
    """The paragraphs that an entry cites."""
    for one in map(fields.within, fields.maps(EVIDENCE)):
        one.only(("in", "p", "terms"))
        source, paragraph, terms = one.required("in"), one.number("p"), one.texts("terms")
        if source and paragraph and terms:
            yield Cited(entry, source, paragraph, terms, one.place)
        else:
            one.problem("evidence of the vocabulary wants {in: source, p: paragraph, terms: [...]}")


def relation(key: str, fields: Fields, *, own: bool = False) -> RelationKind:
    """A kind of relation. A tie of a dataset's `own` takes part in paths unless it says otherwise."""
    fields.only(RELATION_KEYS)
    roles = _roles(fields)
    words = _words(fields)
    form, statuses = _one_of(fields, "form", FORMS), fields.texts("statuses")
    return RelationKind(
        id=key,
        section=fields.required("section"),
        label=fields.required("label"),
        form=form,
        time=_one_of(fields, "time", TIMES),
        statuses=statuses,
        status=fields.required("status"),
        roles=roles,
        symmetric=fields.flag("symmetric"),
        path=fields.flag("path", default=own and form == TIE),
        rung=fields.text("rung"),
        kinds=tuple(kind for kind in words if kind),
        fields=_field_types(fields),
        walks=_walks(fields, list(roles), statuses),
        whole=_whole(fields, list(roles), statuses),
        unsaid=fields.texts("unsaid"),
        implies=tuple(_implication(fields.within(entry)) for entry in fields.maps("implies")),
        distinct=_distinct(fields),
        plural=fields.text("plural"),
        words={kind: told for kind, told in words.items() if told},
        closes=tuple(_closing(fields.within(entry)) for entry in fields.maps("closes")),
        settles=tuple(_settling(fields.within(entry)) for entry in fields.maps("settles")),
        details=fields.texts("details"),
        acts=fields.flag("acts"),
        belongs=fields.flag("belongs"),
    )


def _words(fields: Fields) -> dict[str, dict[str, str]]:
    """The narrower kinds, and the words that each brings along for the readings; "" stands for the kind itself."""
    words = {"": fields.named_texts("words")}
    if not isinstance(fields.tree.get("kinds"), Map):
        return words | {kind: {} for kind in fields.texts("kinds")}
    kinds = fields.within(fields.map("kinds"))
    return words | {kind: kinds.named_texts(kind) for kind in kinds.tree}


def _roles(fields: Fields) -> dict[str, Role]:
    roles = {}
    ends = fields.within(fields.map("ends"))
    for name, value in ends.tree.items():
        if not isinstance(value, Map):
            ends.problem(f"the end {name} wants {{types: [kinds that may stand there]}}", name)
            continue
        role = ends.within(value)
        role.only(("types", "many", "optional", "where"))
        if not role.tree.get("types"):
            role.problem(f"the end {name} needs types: the kinds that may stand there")
        many, optional, where = map(role.flag, ("many", "optional", "where"))
        roles[name] = Role(name, frozenset(role.texts("types")), many, optional, where)
    if not roles and not ends.tree:
        fields.problem("a kind of relation needs ends")
    return roles


def _field_types(fields: Fields) -> dict[str, str]:
    types = fields.within(fields.map("fields"))
    return {name: _field_type(types, name) for name in types.tree}


def _field_type(types: Fields, name: str) -> str:
    """The type of a field; empty where it is none, and noted."""
    given = types.required(name)
    if given and given not in FIELD_TYPES:
        types.problem(f"{given} is not a type of field; it may be {', '.join(FIELD_TYPES)}", name)
    return given if given in FIELD_TYPES else ""


def _walks(fields: Fields, roles: list[str], statuses: tuple[str, ...]) -> tuple[Walk, ...]:
    """The walks of a kind; where none is given, one between its first two ends that reads as the kind does."""
    if "walks" not in fields.tree and "reads" in fields.tree and len(roles) > 1:
        return (_reads(fields, roles, statuses),)
    return tuple(_walk(fields.within(entry), statuses) for entry in fields.maps("walks"))


def _whole(fields: Fields, roles: list[str], statuses: tuple[str, ...]) -> Walk | None:
    """How a fact reads as a whole, where that is not how it reads from one end of a tie to the other."""
    is_tie = fields.tree.get("form") == TIE and "walks" not in fields.tree and len(roles) > 1
    if "reads" in fields.tree and roles and not is_tie:
        return _reads(fields, roles, statuses)
    return None


def _reads(fields: Fields, roles: list[str], statuses: tuple[str, ...]) -> Walk:
    forms = fields.within(fields.map("reads"))
    known = tuple(dict.fromkeys((*READING_FORMS, *statuses)))
    forms.only(("forward", "back", *known))
    return _read_walk(forms, (roles[0], roles[min(1, len(roles) - 1)]), known, alike=fields.flag("symmetric"))


def _walk(fields: Fields, statuses: tuple[str, ...]) -> Walk:
    known = tuple(dict.fromkeys((*READING_FORMS, *statuses)))
    fields.only(("from", "to", "most", "forward", "back", *known))
    source, target = fields.required("from"), fields.required("to")
    walk = _read_walk(fields, (source, target), known, alike=source == target)
    return walk._replace(most=fields.number("most"))


def _read_walk(fields: Fields, roles: tuple[str, str], known: tuple[str, ...], *, alike: bool) -> Walk:
    """A walk with its readings, and those that it has of its own for the forms that are known.

    Where the two sides are `alike`, the way back reads with the ends changed over.
    """
    source, target = roles
    ends = ("from", "to") if source == target else roles

    def reading(form: Fields) -> Reading:
        forward = form.required("forward")
        return Reading(forward, form.text("back") or (_changed_over(forward, *ends) if alike else forward))

    given = {form: fields.within(fields.map(form)) for form in known if form in fields.tree}
    for form in given.values():
        form.only(("forward", "back"))
    forms = tuple((name, reading(form)) for name, form in given.items())
    return Walk(source, target, *reading(fields), forms=forms)


def _changed_over(pattern: str, one: str, other: str) -> str:
    """A pattern with two of its slots changed over."""
    slots = {f"{{{one}}}": f"{{{other}}}", f"{{{other}}}": f"{{{one}}}"}
    return re.sub(_SLOT, lambda slot: slots.get(slot[0], slot[0]), pattern)


_SLOT = r"\{[^{}]*\}"


def _implication(fields: Fields) -> Implication:
    fields.only(
        ("id", "kind", "from", "to", "rule", "kinds", "types", "most", "ranked", "whole", "unless", "gives", "opens")
    )
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
        gives=fields.text("gives"),
        opens=fields.flag("opens"),
    )


def _closing(fields: Fields) -> Closing:
    fields.only(("id", "kind", "from", "to", "rule", "kinds", "named", "leaves", "returns"))
    kind, source, target, rule = (fields.required(word) for word in ("kind", "from", "to", "rule"))
    kinds, leaves, returns = (fields.texts(word) for word in ("kinds", "leaves", "returns"))
    return Closing(kind, source, target, rule, kinds, fields.text("id"), fields.text("named"), leaves, returns)


def _settling(fields: Fields) -> Settling:
    fields.only(("id", "kind", "to", "rule", "kinds", "status", "unstated"))
    kind, target, rule = (fields.required(word) for word in ("kind", "to", "rule"))
    status, unstated = fields.required("status"), fields.required("unstated")
    return Settling(kind, target, rule, status, unstated, fields.texts("kinds"), fields.text("id"))


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
