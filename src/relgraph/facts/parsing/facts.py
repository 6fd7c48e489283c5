"""Reading facts: one YAML file a source, sections keyed by kind, every scalar typed by the vocabulary.

Only the shape is judged here (known keys, dates that are dates); whether a fact can be so is for the
checks. A record that lists several partners makes a fact for each.
"""

from __future__ import annotations

from itertools import chain, product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.parsing.actors import ID, misshapen, skipped, within
from relgraph.facts.parsing.ids import SEPARATOR, made_id, settle_ids
from relgraph.facts.parsing.meant import SELDOM, field_meant, section_meant
from relgraph.facts.parsing.values import UNKNOWN, Whens, plan_of
from relgraph.facts.records import Fact, pair_of
from relgraph.facts.unread import ANYTHING, NOTHING, Unread
from relgraph.reading.fields import MOST_HINTED, Fields
from relgraph.reading.place import Place
from relgraph.reading.suggest import plainly_meant
from relgraph.reading.tree import Map, Seq, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.records import Actor, End, When
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.reading.tree import Tree
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

SOURCE = "source"
MOST_PAIRS = 1_000
"""How many facts two lists in one record may make; one list makes as many as it is long."""


class FactsRead(NamedTuple):
    """The facts of a file, what is wrong with their shape, and what could not be read."""

    facts: list[Fact]
    problems: list[Problem]
    unread: Unread


def read_facts(path: File, shown: str, vocabulary: Vocabulary, actors: Mapping[str, Actor]) -> FactsRead:
    """Read the facts of one file."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return FactsRead([], problems, ANYTHING)
    top = Fields(tree, shown, problems)
    source = top.required(SOURCE)
    if source and source != path.stem:
        top.problem(f"the source {source} and the name of the file differ", SOURCE)
    facts: list[Fact] = []
    unread = NOTHING
    above = None
    for name, value in tree.items():
        kind = vocabulary.relation_section(name)
        if kind is not None:
            above = kind
            facts += _Section(kind, source or path.stem, actors).read(top)
            if kind.is_node:
                unread |= misshapen(value)
        elif name == SOURCE:
            continue
        elif name in vocabulary.aside:
            unread |= skipped(top, name)
        else:
            top.problem(f"{name} is not a section of facts{section_meant(name, above, vocabulary)}", name)
            unread |= within(name, value)
    return FactsRead(settle_ids(facts), problems, unread)


class _Section:
    """Reads the records of one kind. `plan` has a reader for each key; `spread` are the roles that part a record.

    Those are the two ends of a tie, which makes a fact for each pair; a node gathers all of its ends.
    """

    def __init__(self, kind: RelationKind, source: str, actors: Mapping[str, Actor]) -> None:
        self.kind = kind
        self.source = source
        self.plan = plan_of(kind, source, actors)
        self.whens = Whens()
        self.dates = kind.dates
        self.roles = tuple(kind.roles)
        self.spread = kind.pair if kind.is_tie else ()
        self.needed = kind.pair if kind.is_tie else kind.pair[:1] if kind.is_figure else ()
        self.tier = "tier" if kind.fields.get("tier") == "tier" else ""  # else an end or a plain field is called so
        self.own = tuple(name for name in kind.fields if name != self.tier)
        self.usual = self.plan.keys() - {*self.own, *SELDOM}
        self.has_kinds = "kind" not in kind.fields  # else `kind` is a field of its own
        self.before: Mapping[str, Tree] = {}  # the record above

    def read(self, top: Fields) -> list[Fact]:
        """All facts of a section: a list of records, or for a node a mapping of them by id."""
        facts: list[Fact] = []
        for key, record, line in self._records(top):
            if type(record) is Map:
                facts += self._facts(key, Fields(record, top.file, top.problems))
                self.before = record
            else:
                top.problem_at(line, "a record must be a mapping of fields")
        return facts

    def _records(self, top: Fields) -> Iterable[tuple[str | None, Any, int]]:
        """Each record with its key (for a node) and its line."""
        section = self.kind.section
        records = top.tree[section]
        if not records:
            return ()
        if self.kind.is_node and isinstance(records, Map):
            return ((key, record, records.lines[key]) for key, record in records.items())
        if not self.kind.is_node and isinstance(records, Seq):
            return ((None, record, line) for record, line in zip(records, records.item_lines, strict=True))
        top.problem(f"{section} must be {self._wanted(records)}", section)
        return ()

    def _wanted(self, records: Tree) -> str:
        """What a section should be instead of what it is."""
        if self.kind.is_node:
            more = ": an id and a colon in place of each hyphen" if isinstance(records, Seq) else ""
            return f"a mapping from id to record{more}"
        glued = isinstance(records, Map) and any(key.startswith("-") for key in records)
        return f"a list of records: begin each with a hyphen{' and a blank' if glued else ''}"

    def _facts(self, key: str | None, fields: Fields) -> list[Fact]:
        """The facts of one record."""
        values = self._values(fields)
        given = values.get("id") if key is None else key
        if given is not None and not ID.fullmatch(given):
            fields.problem(f"{given!r} is not an id; use lower-case letters, digits and hyphens")
        for role in self.needed:
            if not values.get(role):
                self._note_missing(fields)
                return []
        when = self.whens.of(fields)
        combinations = self._ends(values, fields)
        place = Place(fields.file, fields.tree.line, fields.tree.column)
        facts = []
        for ends in combinations:
            one = self._made_id(ends, values, when) if given is None else given
            if given is not None and len(combinations) > 1:
                one = SEPARATOR.join((given, *pair_of(ends)))
            facts.append(self._fact(one, ends, values, when, place))
        return facts

    def _values(self, fields: Fields) -> dict[str, Any]:
        """The typed value of each key of a record."""
        values: dict[str, Any] = {}
        plan = self.plan
        for key, value in fields.tree.items():
            read = plan.get(key)
            if read is not None:
                values[key] = read(fields, key)
                if value == "" and key in self.own:
                    fields.problem(f"{key} is empty; fill it in, or take it out", key)
            elif key not in self.dates:
                self._misspelt(fields, key, values)
        return values

    def _misspelt(self, fields: Fields, key: str, values: dict[str, Any]) -> None:
        """Note a field that there is not, and read it as the one that was plainly meant: else that would be missed."""
        known = [*self.plan, *self.dates]
        hint = field_meant(key, self.kind, known, fields)
        fields.problem(f"{key} is not a field of {self.kind.section}{hint}", key)
        meant = plainly_meant(key, known) if len(fields.problems) < MOST_HINTED else None
        if meant in self.plan and meant not in fields.tree:
            renamed = Map(fields.tree.line, fields.tree.column)
            renamed[meant], renamed.lines[meant] = fields.tree[key], fields.tree.line_of(key)
            values[meant] = self.plan[meant](fields.within(renamed), meant)

    def _note_missing(self, fields: Fields) -> None:
        """Name each end without which there is no fact, unless what is wrong with it was told already."""
        for role in self.needed:
            value = fields.tree.get(role, "")
            if value in ("", UNKNOWN) or (type(value) is Seq and all(one == UNKNOWN for one in value)):
                fields.problem(self.kind.lacks(role) + self._cut_off(role, fields), role, "end-missing")

    def _cut_off(self, role: str, fields: Fields) -> str:
        """That a record seems to be the rest of the one above, which has that end and none of its fields."""
        before = self.before
        rest = role in before and before.keys().isdisjoint(fields.tree)
        return "; if it goes on with the record above, take its hyphen away" if rest else ""

    def _ends(self, values: dict[str, Any], fields: Fields) -> list[tuple[End, ...]]:
        """The ends of each fact, in the order of the roles."""
        together: tuple[End, ...] = ()
        for role in self.roles:
            if role in values:
                if len(values[role]) > 1 and role in self.spread:
                    return self._combinations(values, fields)
                together += values[role]
        return [together]

    def _combinations(self, values: dict[str, Any], fields: Fields) -> list[tuple[End, ...]]:
        """One partner out of each role that parts a record, and all of the others.

        None, and a problem, where two lists make more pairs than anybody means: two of 800 make 640,000.
        """
        several = {role: len(values[role]) for role in self.spread if len(values.get(role, ())) > 1}
        if len(several) > 1 and (number := prod(several.values())) > MOST_PAIRS:
            lists = " and ".join(f"{role} ({many:,})" for role, many in several.items())
            most = f"one record may pair {MOST_PAIRS:,}; write several records, each with one list"
            fields.problem(f"{lists} make {number:,} facts; {most}", next(iter(several)))
            return []
        choices = [
            [(one,) for one in values[role]] if role in self.spread else [values[role]]
            for role in self.roles
            if role in values
        ]
        return [tuple(chain.from_iterable(chosen)) for chosen in product(*choices)]

    def _made_id(self, ends: tuple[End, ...], values: dict[str, Any], when: When) -> str:
        status = values.get("status")
        more = (values.get("kind"), values.get(self.tier), status if status != self.kind.status else None)
        return made_id(self.source, self.kind.id, ends, more, when)

    def _fact(self, one: str, ends: tuple[End, ...], values: dict[str, Any], when: When, place: Place) -> Fact:
        taken = values.get
        fact = Fact(
            one,
            self.kind.id,
            ends,
            taken("status") or self.kind.status,
            taken("kind") if self.has_kinds else None,
            taken(self.tier) or self.kind.rung,
            when,
            evidence=taken("evidence") or (),
            place=place,
        )
        return fact if values.keys() <= self.usual else self._with_the_rest(fact, values)

    def _with_the_rest(self, fact: Fact, values: dict[str, Any]) -> Fact:
        """The fact with all that few records say: the kind's own fields, names, remarks."""
        own = {name: values[name] for name in self.own if values.get(name) is not None}
        return fact._replace(fields=own, **{name: values[name] for name in SELDOM if values.get(name) is not None})
