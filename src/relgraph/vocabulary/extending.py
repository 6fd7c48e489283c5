"""Reading entries from YAML: those that ship with the package, and what a dataset's file adds to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from relgraph.errors import InputError
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import Map, Seq, read_file
from relgraph.vocabulary import entries, widening
from relgraph.vocabulary.aside import COMPARE, PARTS, Everything, in_force
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.load import SHIPPED, TERMS
from relgraph.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from relgraph.reading.held import File
    from relgraph.vocabulary.aside import Entry
    from relgraph.vocabulary.coherence import Incoherence
    from relgraph.vocabulary.model import Cited

SUBJECT, CITED, LADDERS, SECTION = "subject", "cited", "ladders", "section"
_NEEDED = {SECTION, "label", "form", "ends"}
"""Keys of which an entry of a dataset's own has one at least."""

Found: TypeAlias = tuple[set["Entry"], list["Cited"]]
"""What reading comes upon: the wrong entries, and the paragraphs that entries cite."""


def read_shipped(folder: Path) -> Vocabulary:
    """The vocabulary of the package, from its YAML. Raises InputError if that is damaged."""
    vocabulary, problems = Vocabulary({}, {}, {}, {}), list[Any]()
    for name in SHIPPED:
        read = _extended(vocabulary, folder / name, name, ships=True)
        vocabulary = read.vocabulary
        problems += read.problems
    if problems:
        raise InputError(str(problems[0]))
    return vocabulary


@cache
def _shipped_entries() -> Mapping[Entry, Map]:
    """Each entry of the package as it stands in its file, for those that widen it."""
    found: dict[Entry, Map] = {}
    for name in SHIPPED:
        tree, _ = read_file(TERMS / name, name)
        for part in PARTS:
            found |= {(part, key): entry for key, entry in _entries_of(tree or Map(1, 1), part).items()}
    return found


def _entries_of(tree: Map, part: str) -> Mapping[str, Any]:
    entries = tree.get(part)
    return entries if isinstance(entries, Map) else {}


def widened_by(extra: File, shown: str, shipped: Vocabulary) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary that ships as the entries of a dataset's file add to it; see `load_vocabulary`."""
    read = _extended(shipped, extra, shown)
    if not read.readable:
        return shipped._replace(aside=Everything()), read.problems
    given = {(part, key) for part in PARTS for key in _entries_of(read.tree, part)}
    ours = {(part, key) for part in PARTS for key in getattr(shipped, part)} - given
    misfits = [one for one in incoherences(read.vocabulary, ours) if (one.part, one.entry) not in read.wrong | ours]
    wrong = read.wrong | {(one.part, one.entry) for one in misfits}
    vocabulary = in_force(read.vocabulary, shipped, wrong)
    problems = [*read.problems, *(_misfit(one, read.tree, shipped, shown) for one in misfits)]
    return vocabulary._replace(aside=frozenset(_names_aside(read.tree, vocabulary, wrong))), problems


def _misfit(found: Incoherence, tree: Map, base: Vocabulary, shown: str) -> Problem:
    """What does not fit together, at the line of its entry in a file."""
    entries, line = tree.get(found.part), tree.line_of(found.part)
    if isinstance(entries, Map) and found.part != COMPARE:
        line = entries.line_of(found.entry)
    elif isinstance(entries, Seq) and found.entry:
        line = entries.item_lines[int(found.entry) - len(base.compare)]
    named = found.part if found.part == COMPARE else found.entry
    return Problem(Place(shown, line), "vocabulary", f"{named}: {found.message}")


def _names_aside(tree: Map, vocabulary: Vocabulary, wrong: Collection[Entry]) -> Iterator[str]:
    """The names that those entries of a file which are not in force would have given a meaning."""
    for part in PARTS:
        known = getattr(vocabulary, part)
        for key, entry in _entries_of(tree, part).items():
            if key not in known:
                yield key
            if key not in known or (part, key) in wrong:
                yield from _names_within(entry)


def _names_within(entry: object) -> Iterator[str]:
    """The section that an entry gives, and its rungs and labels."""
    if isinstance(entry, Map):
        section = entry.get("section")
        yield from (section,) if isinstance(section, str) else ()
        for tiers in (entry.get("rungs"), entry.get("beside")):
            yield from tiers if isinstance(tiers, Map) else ()


class Extension(NamedTuple):
    """A vocabulary with the entries of a file, as far as they can be read: what is wrong, and with which of them.

    One that is not `readable` has no entries of the file.
    """

    vocabulary: Vocabulary
    problems: list[Problem]
    wrong: frozenset[Entry]
    tree: Map
    readable: bool = True


def _extended(base: Vocabulary, path: File, shown: str, *, ships: bool = False) -> Extension:
    """Add the entries of one file to a vocabulary; an entry that ships already is widened by one of the same id."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return Extension(base, problems, frozenset(), Map(1, 1), readable=False)
    top = Fields(tree, shown, problems, "vocabulary")
    top.only([*PARTS, COMPARE, *((SUBJECT,) if ships else widening.OFF)])
    wrong: set[Entry] = set()
    cited = list(base.cited)
    parts: dict[str, Any] = {
        part: _added(getattr(base, part), top, part, (wrong, cited), ships=ships) for part in PARTS
    }
    parts[COMPARE] = _compared(base, top, wrong, cited)
    parts[CITED] = tuple(cited)
    if not ships:
        parts["relations"] = widening.without_kinds(widening.without_rules(parts["relations"], top), top)
        parts[LADDERS] = widening.without_ladders(parts[LADDERS], top)
    return Extension(Vocabulary(**parts), problems, frozenset(wrong), tree)


def _added(known: dict[str, Any], top: Fields, part: str, found: Found, *, ships: bool) -> dict[str, Any]:
    """The entries of a part; those with a problem are put among the wrong ones, and what ladders cite is added."""
    merged, (wrong, cited) = dict(known), found
    for key, fields in top.within(top.map(part)).entries():
        if nothing_to_widen := _widens_nothing(key, fields, known):
            fields.problem(nothing_to_widen)
            continue
        before = len(top.problems)
        whole = fields if key not in known else fields.within(widening.widened(_shipped_entries()[part, key], fields))
        merged[key] = _read(part, key, whole, top.text(SUBJECT) if ships else None, own=key not in known and not ships)
        if part == LADDERS:
            cited += entries.cited(merged[key].called, fields)
        if len(top.problems) > before:
            wrong.add((part, key))
    return merged


def _widens_nothing(key: str, fields: Fields, known: Mapping[str, Any]) -> str:
    """What is wrong with an entry that seems to add to one that ships, and is called otherwise; empty if it is not."""
    if key in known or _NEEDED & fields.tree.keys() or not all(hasattr(one, SECTION) for one in known.values()):
        return ""
    of_section = next((one.id for one in known.values() if one.section == key), None)
    if of_section:
        return f"{key} is the section of {of_section}; what adds to it is called {of_section} here"
    return f"{key} is nothing that ships, to be added to{did_you_mean(key, known)}"


def _read(part: str, key: str, fields: Fields, subject: str | None, *, own: bool) -> Any:  # noqa: ANN401 - one of four records
    if part == "relations":
        return entries.relation(key, fields, own=own)._replace(subject=subject or "")
    if part == LADDERS:
        return entries.ladder(key, fields, own=own)
    return {"actors": entries.actor_kind, "statuses": entries.status}[part](key, fields)


def _compared(base: Vocabulary, top: Fields, wrong: set[Entry], cited: list[Cited]) -> tuple[Mapping[str, str], ...]:
    """All comparisons; those with a problem are put among the wrong ones, and what they cite is added to `cited`."""
    compare = list(base.compare)
    for entry in top.maps(COMPARE):
        before = len(top.problems)
        fields = top.within(entry)
        compare.append({ladder: fields.required(ladder) for ladder in fields.tree if ladder != entries.EVIDENCE})
        cited += entries.cited(f"the comparison of {' and '.join(compare[-1])}", fields)
        if len(top.problems) > before:
            wrong.add((COMPARE, str(len(compare) - 1)))
    return tuple(compare)
