"""What a person likely meant by a section or a field that there is not, as clauses to be put after a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.reading.suggest import PLAINLY, one_of_these, plainly_meant
from relgraph.vocabulary.kinds import DATES
from relgraph.vocabulary.renamed import section_now

if TYPE_CHECKING:
    from relgraph.reading.fields import Fields
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

USUAL = ("id", "kind", "status", "evidence")
"""What a record of any kind may have, beside dates and what few have."""
SELDOM = (
    *("per", "name", "aliases", "article", "note", "stance", "disputed", "withdrawn"),
    *("implies_nothing", "inferred"),
)
_ENDS = "of with in from to at by between and parties countries country sender receiver"
ENDS_ELSEWHERE = frozenset(_ENDS.split())
"""What an end is called in some section, or by people, and not in all."""
OTHERWISE = {"type": "kind", "date": "on", "when": "on", "start": "since", "end": "until", "remark": "note"} | {
    "comment": "note",
    "source": "evidence",
    "cite": "evidence",
    "level": "tier",
    "rank": "tier",
}
"""What people call a field."""


def section_meant(name: str, above: RelationKind | None, vocabulary: Vocabulary) -> str:
    """What to write instead of a section that there is not; `above` is the kind of the section above it."""
    if vocabulary.actor_section(name) is not None:
        return "; actors stand in the files of graph/actors"
    known = [kind.section for kind in vocabulary.relations.values()]
    narrower = "" if plainly_meant(name, known, PLAINLY) else _narrower(name, vocabulary)
    return section_now(name) or _belongs_above(name, above) or narrower or one_of_these(name, known)


def _belongs_above(name: str, kind: RelationKind | None) -> str:
    """That a field of the section above stands at the margin."""
    if kind is None or name not in {*kind.roles, *kind.fields, *kind.dates, *SELDOM, *USUAL}:
        return ""
    return f"; it is a field of {kind.section}: indent it as those of a record are"


def _narrower(name: str, vocabulary: Vocabulary) -> str:
    """The sections in which what is called so is a narrower kind: treaties, embassies, loans."""
    word = name.lower().replace("_", "-")
    for one in (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"):
        if sections := [kind.section for kind in vocabulary.relations.values() if one in kind.kinds]:
            return f"; did you mean {' or '.join(sections)}, with kind: {one}?"
    return ""


def field_meant(key: str, kind: RelationKind, known: list[str], fields: Fields) -> str:
    """What to write instead of a field that records of a kind do not have."""
    return _cut_by_a_comma(fields, key) or _otherwise(key, kind, known) or fields.hint(key, known)


def _otherwise(key: str, kind: RelationKind, known: list[str]) -> str:
    """What a usual word for a field, a date or an end is called in records of a kind."""
    meant = OTHERWISE.get(key, key)
    if meant in known:
        return f"; did you mean {meant}?"
    if meant in DATES:
        return f"; its dates are {', '.join(kind.dates)}" if kind.dates else "; it has no dates"
    return f"; its ends are {', '.join(kind.roles)}" if key in ENDS_ELSEWHERE else ""


def _cut_by_a_comma(fields: Fields, key: str) -> str:
    """Advice where a key without a value is the end of the value before it, which has a comma: 25,000 EUR."""
    keys = list(fields.tree)
    before = keys[max(keys.index(key) - 1, 0)]
    value = fields.tree[before]
    if fields.tree[key] != "" or before == key or type(value) is not str or not value:
        return ""
    whole = f"{value},{key}" if value[-1].isdigit() and key[:3].isdigit() else f"{value}, {key}"
    return f'; between braces a comma ends a value: quote one that has it, {before}: "{whole}"'
