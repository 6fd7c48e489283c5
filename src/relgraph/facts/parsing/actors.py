"""Reading actors: graph/actors/*.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.records import Actor, DatedName
from relgraph.facts.shipped import as_it_ships
from relgraph.facts.unread import ANYTHING, NOTHING, Unread
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.suggest import one_of_these
from relgraph.reading.tree import Map, Seq, read_file

if TYPE_CHECKING:
    from relgraph.reading.held import File
    from relgraph.reading.tree import Tree
    from relgraph.vocabulary.kinds import ActorKind
    from relgraph.vocabulary.model import Vocabulary

FIELDS = (
    *("name", "aliases", "adjectives", "iso", "of", "capital", "members", "basis", "article", "note"),
    *("since", "until", "follows", "names", "codes", "in_texts", "seat", "coordinates"),
)
FARTHEST = (90, 180)  # degrees: from the equator to a pole, and halfway round
DEGREES = r"(?a:-?\d{1,3}(?:\.\d{1,9})?)"
SCHEME = r"[a-z0-9]+(?:[-_.][a-z0-9]+)*"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ActorsRead(NamedTuple):
    """The actors of a file, what is wrong with them, and what could not be read."""

    actors: list[Actor]
    problems: list[Problem]
    unread: Unread


def read_actors(path: File, shown: str, vocabulary: Vocabulary) -> ActorsRead:
    """Read the actors of one file, section by section."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return ActorsRead([], problems, ANYTHING)
    actors: list[Actor] = []
    unread = NOTHING
    top = Fields(tree, shown, problems)
    for section, value in tree.items():
        kind = vocabulary.actor_section(section)
        if kind is not None:
            entries = Fields(top.map(section), shown, problems)
            actors += [_actor(key, fields, kind) for key, fields in entries.entries()]
            unread |= misshapen(value)
        elif section in vocabulary.aside:
            unread |= skipped(top, section)
        else:
            top.problem(f"{section} is not a section of actors{_meant(section, value, vocabulary)}", section)
            unread |= within(section, value)
    return ActorsRead(actors, problems, unread)


def _meant(section: str, value: Tree, vocabulary: Vocabulary) -> str:
    """What to write instead of a section that there is not."""
    if vocabulary.relation_section(section) is not None:
        return "; facts stand in the file of their source, beside the folder of actors"
    if isinstance(value, Map) and not value.keys().isdisjoint(("name", "iso", "aliases")):
        return "; an actor is indented under its section"
    return one_of_these(section, [kind.section for kind in vocabulary.actors.values()])


def skipped(top: Fields, section: str) -> Unread:
    """What is not read since the vocabulary's entry for a section was set aside.

    That it is not read is noted; that the entry is wrong has been told.
    """
    message = f"{section} is not read: its entry in the vocabulary, or one that it needs, is wrong"
    top.problems.append(Problem(Place(top.file, top.tree.line_of(section)), "vocabulary", message, "note"))
    return within(section, top.tree[section])


def within(section: str, value: Tree) -> Unread:
    """A section that is not read, with the ids in it."""
    if isinstance(value, Map):
        return Unread(frozenset((section, *value)))
    ids = (one["id"] for one in value if isinstance(one, Map) and "id" in one) if isinstance(value, Seq) else ()
    return Unread(frozenset((section, *(one for one in ids if isinstance(one, str)))))


def misshapen(value: Tree) -> Unread:
    """What cannot be read of a section that should be a mapping from ids to mappings."""
    if isinstance(value, Map):
        lost = frozenset(key for key, record in value.items() if not isinstance(record, Map))
        return Unread(lost) if lost else NOTHING
    return ANYTHING if value else NOTHING


def _actor(key: str, fields: Fields, kind: ActorKind) -> Actor:
    fields.only(FIELDS, mending=True)
    if not ID.fullmatch(key):
        fields.problem(f"{key!r} is not an id; use lower-case letters, digits and hyphens")
    iso = fields.text("iso")
    known = as_it_ships(key, kind.id, iso) if "name" not in fields.tree else None
    name, article = known or (fields.required("name"), None)
    return Actor(
        id=key,
        kind=kind.id,
        name=name,
        aliases=fields.texts("aliases"),
        adjectives=fields.texts("adjectives"),
        iso=iso,
        part_of=fields.text("of"),
        capital=fields.text("capital"),
        members=_members(fields),
        basis=fields.text("basis"),
        note=fields.text("note"),
        article=fields.text("article") or article,
        since=fields.date("since"),
        until=fields.date("until"),
        follows=fields.texts("follows"),
        names=_names(fields),
        codes=_codes(fields),
        in_texts=fields.texts("in_texts"),
        seat=fields.text("seat"),
        coordinates=_coordinates(fields),
        place=fields.place,
    )


def _names(fields: Fields) -> tuple[DatedName, ...]:
    """Names with the time in which they were borne: a list of {name, since, until}."""
    found = []
    for item in fields.maps("names"):
        inner = fields.within(item)
        inner.only(("name", "since", "until"))
        name = inner.required("name")
        if name:
            found.append(DatedName(name, inner.date("since"), inner.date("until")))
    return tuple(found)


def _codes(fields: Fields) -> tuple[tuple[str, str], ...]:
    """Codes by their scheme: {cow: 255, gw: 260}."""
    codes = fields.named_texts("codes")
    for scheme in codes:
        if not re.fullmatch(SCHEME, scheme):
            message = f"{scheme!r} is no scheme of codes; use lower-case letters and digits, as in cow"
            fields.problem(message, "codes")
    return tuple(codes.items())


def _coordinates(fields: Fields) -> tuple[float, float] | None:
    """Degrees north and east, as in [47.37, 8.55]; None when absent or wrong."""
    if "coordinates" not in fields.tree:
        return None
    told = fields.texts("coordinates")
    if told and all(re.fullmatch(DEGREES, one) for one in told):
        degrees = [float(one) for one in told]
        if len(degrees) == len(FARTHEST) and all(abs(one) <= most for one, most in zip(degrees, FARTHEST, strict=True)):
            return degrees[0], degrees[1]
    fields.problem("coordinates must be degrees north and east, as in [47.37, 8.55]", "coordinates")
    return None


def _members(fields: Fields) -> tuple[str, ...]:
    """The ids of a group's members; none where they are said to be unknown."""
    return () if fields.tree.get("members") == "unknown" else fields.texts("members")
