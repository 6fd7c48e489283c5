"""Reading actors: graph/actors/*.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.facts.records import Actor
from relgraph.reading.fields import Fields
from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.reading.place import Problem
    from relgraph.vocabulary.model import ActorKind, Vocabulary

FIELDS = ("name", "aliases", "adjectives", "iso", "of", "capital", "members", "basis", "note")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_actors(path: Path, shown: str, vocabulary: Vocabulary) -> tuple[list[Actor], list[Problem]]:
    """The actors of one file, section by section, and what is wrong with them."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return [], problems
    top = Fields(tree, shown, problems)
    actors: list[Actor] = []
    for section in tree:
        kind = vocabulary.actor_section(section)
        if kind is None:
            known = [kind.section for kind in vocabulary.actors.values()]
            top.problem(f"{section} is not a section of actors{did_you_mean(section, known)}", section)
        else:
            entries = Fields(top.map(section), shown, problems)
            actors += [_actor(key, fields, kind) for key, fields in entries.entries()]
    return actors, problems


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
        place=fields.place,
    )


def _members(fields: Fields) -> tuple[str, ...]:
    """The ids of a group's members; none where they are said to be unknown."""
    return () if fields.tree.get("members") == "unknown" else fields.texts("members")
