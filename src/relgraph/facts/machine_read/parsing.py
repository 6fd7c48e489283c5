"""Reading mappings of ties: every fault with its place, all of them in one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.facts.folder import TIES
from relgraph.facts.machine_read.mapping import COUNTS, EVENTS, KindOfTies, Least, TiesMapping
from relgraph.facts.parsing.actors import ID
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place
from relgraph.reading.tree import read_file
from relgraph.tables.parsing import CARD

if TYPE_CHECKING:
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.vocabulary.model import Vocabulary

RULE = "table"
FIELDS = ("what", "card", "table", "least", "weight", "ties")
SLOTS = re.compile(r"[][{}|]")
"""What has a meaning of its own in a reading, and so no place in a label."""


def read_ties_mapping(path: File, shown: str, vocabulary: Vocabulary) -> tuple[TiesMapping | None, list[Problem]]:
    """Read a mapping of ties; None where it cannot be used, which is told."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return None, problems
    mapping = _mapping(Fields(tree, shown, problems, RULE), path.name.removesuffix(TIES), vocabulary)
    return (None if any(one.is_error for one in problems) else mapping), problems


def _mapping(top: Fields, name: str, vocabulary: Vocabulary) -> TiesMapping:
    top.only(FIELDS, mending=True)
    table, card = top.within(top.map("table")), top.within(top.map("card"))
    table.only(("path",))
    card.only(CARD, mending=True)
    if not table.required("path"):
        top.problem("table must say the path of the file that relgraph aggregate wrote", "table")
    least = _least(top, Least())
    kinds = tuple(_kind(top.within(one), least, vocabulary) for one in top.maps("ties"))
    if not kinds:
        top.problem("a mapping of ties says under ties which kinds of event are which kind of relation")
    _refuse_twice(top, kinds)
    return TiesMapping(
        id=name,
        what=top.required("what"),
        path=table.text("path") or "",
        kinds=kinds,
        weight=top.one_of("weight", COUNTS) or EVENTS,
        card={key: text for key in CARD if (text := card.text(key))},
        place=Place(top.file, 1),
    )


def _kind(fields: Fields, least: Least, vocabulary: Vocabulary) -> KindOfTies:
    fields.only(("kind", "label", "of", "least"))
    kind = fields.required("kind")
    if kind and not ID.fullmatch(kind):
        fields.problem(f"{kind} is not an id; write it in lower-case letters, digits and hyphens", "kind")
    elif kind in vocabulary.relations or vocabulary.relation_section(section_of(kind)) is not None:
        told = "what a machine read is never mixed with those; give it a kind of its own"
        fields.problem(f"{kind} is a kind of curated facts, and {told}", "kind")
    label = fields.text("label") or kind.replace("-", " ")
    if SLOTS.search(label):
        fields.problem("a label has none of [ ] { } |", "label")
    return KindOfTies(kind, label, fields.texts("of") or (kind,), _least(fields, least), fields.place)


def section_of(kind: str) -> str:
    """The name of a kind as a section would have it, by which it may be asked for too."""
    return kind.replace("-", "_")


def _least(fields: Fields, usual: Least) -> Least:
    inner = fields.within(fields.map("least"))
    inner.only(COUNTS)
    given = {name: number for name in COUNTS if (number := inner.number(name)) is not None}
    return usual._replace(**given)


def _refuse_twice(top: Fields, kinds: tuple[KindOfTies, ...]) -> None:
    """Note what is named twice: each event would be counted twice."""
    seen: set[str] = set()
    for kind in kinds:
        for name in (f"the kind {kind.id}", *(f"the kind of event {one}" for one in kind.of)):
            if name in seen:
                top.problem_at(kind.place.line, f"{name} is named twice under ties")
            seen.add(name)
