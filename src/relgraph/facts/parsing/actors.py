"""Reading actors: graph/actors/*.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.records import Actor
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import Map, read_file

if TYPE_CHECKING:
    from relgraph.reading.held import File
    from relgraph.vocabulary.model import ActorKind, Vocabulary

FIELDS = ("name", "aliases", "adjectives", "iso", "of", "capital", "members", "basis", "article", "note")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ActorsRead(NamedTuple):
    """The actors of a file, what is wrong with them, and the names of what could not be read: see `skipped`."""

    actors: list[Actor]
    problems: list[Problem]
    unread: set[str]


def read_actors(path: File, shown: str, vocabulary: Vocabulary) -> ActorsRead:
    """Read the actors of one file, section by section."""
    tree, problems = read_file(path, shown)
    actors: list[Actor] = []
    unread: set[str] = set()
    top = Fields(tree or Map(1, 1), shown, problems)
    for section in top.tree:
        kind = vocabulary.actor_section(section)
        if kind is not None:
            entries = Fields(top.map(section), shown, problems)
            actors += [_actor(key, fields, kind) for key, fields in entries.entries()]
        elif section in vocabulary.aside:
            unread |= skipped(top, section)
        else:
            known = [kind.section for kind in vocabulary.actors.values()]
            top.problem(f"{section} is not a section of actors{did_you_mean(section, known)}", section)
    return ActorsRead(actors, problems, unread)


def skipped(top: Fields, section: str) -> set[str]:
    """The names of what is not read since the vocabulary's entry for a section was set aside: it, and ids within.

    That it is not read is noted; that the entry is wrong has been told.
    """
    message = f"{section} is not read: its entry in the vocabulary, or one that it needs, is wrong"
    top.problems.append(Problem(Place(top.file, top.tree.line_of(section)), "vocabulary", message, "note"))
    entries = top.tree[section]
    return {section, *(entries if isinstance(entries, Map) else ())}


def _actor(key: str, fields: Fields, kind: ActorKind) -> Actor:
    fields.only(FIELDS)
    if not ID.fullmatch(key):
        fields.problem(f"{key!r} is not an id; use lower-case letters, digits and hyphens")
    return Actor(
        id=key,
        kind=kind.id,
        name=fields.required("name"),
        aliases=fields.texts("aliases"),
        adjectives=fields.texts("adjectives"),
        iso=fields.text("iso"),
        part_of=fields.text("of"),
        capital=fields.text("capital"),
        members=_members(fields),
        basis=fields.text("basis"),
        note=fields.text("note"),
        article=fields.text("article"),
        place=fields.place,
    )


def _members(fields: Fields) -> tuple[str, ...]:
    """The ids of a group's members; none where they are said to be unknown."""
    return () if fields.tree.get("members") == "unknown" else fields.texts("members")
