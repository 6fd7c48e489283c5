"""Reading mappings: YAML held against the vocabulary, every fault with its place, all of them in one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.reading.fields import Fields
from relgraph.reading.place import Place
from relgraph.reading.suggest import one_of_these
from relgraph.reading.tree import Map, Seq, read_file
from relgraph.sources.coverage import read_coverage
from relgraph.tables.decisions import decided
from relgraph.tables.delimited import DELIMITERS, ENCODINGS, Form
from relgraph.tables.mapping import (
    COMMA,
    NODE_ID,
    NOTHING,
    ORDERS,
    OTHERS,
    POINT,
    PRECISIONS,
    REPORT,
    CodeList,
    DateValue,
    Make,
    Spells,
    TableMapping,
    Template,
    Total,
    Unpivot,
    Value,
    Where,
)
from relgraph.tables.schemes import LATEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

RULE = "table"
_IN_BRACES = re.compile(r"{[^{}]+}")
FIELDS = ("what", "codebook", "card", "table", "coverage", "skip", "unpivot", "codes", "facts", "decisions")
CARD = ("title", "publisher", "licence", "url", "archived", "author", "language", "published", "retrieved")
"""What a mapping may tell for the card of its table."""
TABLE = ("path", "encoding", "delimiter", "header", "columns", "quoted", "missing", "key")
SUM, COUNT = "sum", "count"
SOURCES = ("column", "template", "flags", SUM, COUNT)
"""What a value may come from: one of them."""
OF_TOTAL = ("unit", "decimal")
VALUE = (*SOURCES, "scheme", "at", "split", "values", "other", "make", "part_of", "apart", "node", *OF_TOTAL)
PLACE = ("latitude", "longitude")
DATE = ("column", "from", "to", "precision", "order", "rough", *PRECISIONS)
WORDS = ("kind", "status", "tier", "stance", "name", "note")
"""What a fact may have, of whatever kind it is, besides ends, dates and its kind's own fields."""
FIGURE = "figure"
OF_DATA = "data"
"""The gap of a panel whose years lie as far apart as they do."""
OF_TEMPLATE = ("section", "where", "unless", "spells", "unordered", "censored")


def read_mapping(path: File, shown: str, vocabulary: Vocabulary) -> tuple[TableMapping | None, list[Problem]]:
    """Read a mapping; None where it cannot be used, which is told."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return None, problems
    reader = _Reader(Fields(tree, shown, problems, RULE), vocabulary)
    mapping = reader.mapping(path.stem)
    return (None if any(one.is_error for one in problems) else mapping), problems


class _Reader:
    """Reads one mapping; what is wrong is noted at its line."""

    def __init__(self, top: Fields, vocabulary: Vocabulary) -> None:
        self.top = top
        self.vocabulary = vocabulary
        self.name = ""

    def mapping(self, name: str) -> TableMapping:
        top, self.name = self.top, name
        top.only(FIELDS, mending=True)
        table = top.within(top.map("table"))
        table.only(TABLE, mending=True)
        if not table.required("path"):
            top.problem("table must say the path of its file, and the key of its rows", "table")
        if not top.tree.get("facts") and not top.tree.get("codes"):
            top.problem("a mapping says under facts, or under codes, what its rows make")
        card = top.within(top.map("card"))
        card.only(CARD, mending=True)
        return TableMapping(
            id=name,
            what=top.required("what"),
            path=table.text("path") or "",
            form=read_form(table),
            key=table.texts("key"),
            card={name: text for name in CARD if (text := card.text(name))},
            missing=frozenset({"", *table.texts("missing")}),
            skip=tuple(read_where(top.within(one), why=True) for one in top.maps("skip")),
            unpivot=self._unpivot(),
            templates=tuple(filter(None, (self._template(top.within(one)) for one in top.maps("facts")))),
            codes=self._codes(),
            coverage=read_coverage(self.top),
            decisions=decided(top),
            place=Place(top.file, 1),
        )

    def _unpivot(self) -> Unpivot | None:
        if "unpivot" not in self.top.tree:
            return None
        fields = self.top.within(self.top.map("unpivot"))
        fields.only(("columns", "but", "name", "value", "keep"))
        columns, but, keep = (fields.texts(name) for name in ("columns", "but", "keep"))
        if bool(columns) == bool(but):
            fields.problem("unpivot must say which columns become rows, or all but which")
        return Unpivot(columns, but, fields.required("name"), fields.required("value"), frozenset(keep))

    def _codes(self) -> CodeList | None:
        if "codes" not in self.top.tree:
            return None
        fields = self.top.within(self.top.map("codes"))
        fields.only(("scheme", "code", "actor", "since", "until", "last"))
        actor = self._value(fields, "actor", self.vocabulary.actors.keys())
        scheme, code = fields.required("scheme"), fields.required("code")
        limits = (fields.text("since") or "", fields.text("until") or "")
        return CodeList(scheme, code, actor, *limits, fields.number("last"), fields.place)

    def _template(self, fields: Fields) -> Template | None:
        section = fields.required("section")
        kind = self.vocabulary.relation_section(section)
        if kind is None:
            known = [one.section for one in self.vocabulary.relations.values()]
            fields.problem(f"{section} is not a section of facts{one_of_these(section, known)}", "section")
            return None
        own = (NODE_ID,) if kind.is_node else ()
        fields.only((*OF_TEMPLATE, *own, *kind.roles, *WORDS, *kind.fields, *kind.dates), mending=True)
        told = [*own, *kind.fields, *(word for word in WORDS if word not in kind.fields and word not in kind.roles)]
        values = {name: self._value(fields, name) for name in told if name in fields.tree}
        ends = {role: self._ends(fields, role) for role in kind.roles if role in fields.tree}
        self._check_words(fields, kind, values)
        _check_totals(fields, kind, values, ends)
        for role in _needed(kind):
            if role not in ends:
                fields.problem(f"{role} is missing: say which column it is", "section")
        symmetric = kind.symmetric or fields.flag("unordered")
        return Template(
            kind.id,
            ends,
            values,
            {word: self._date(fields, word) for word in kind.dates if word in fields.tree},
            read_where(fields.within(fields.map("where"))) if "where" in fields.tree else None,
            read_where(fields.within(fields.map("unless"))) if "unless" in fields.tree else None,
            self._spells(fields, kind),
            symmetric,
            self._censored(fields),
            _needed(kind),
            fields.place,
        )

    def _ends(self, fields: Fields, role: str) -> tuple[Value, ...]:
        """Where those at an end come from: one value, or a list of them."""
        kinds = self.vocabulary.actors.keys()
        tree = fields.tree[role]
        if not isinstance(tree, Seq):
            return (self._value(fields, role, kinds),)
        found = []
        for item, line in zip(tree, tree.item_lines, strict=True):
            one = Map(line, 1)
            one[role], one.lines[role] = item, line
            found.append(self._value(fields.within(one), role, kinds))
        return tuple(found)

    def _check_words(self, fields: Fields, kind: RelationKind, values: Mapping[str, Value]) -> None:
        """Note narrower kinds and statuses that the kind does not have."""
        for name, known in (("kind", kind.kinds), ("status", kind.statuses)):
            value = values.get(name) if name not in kind.fields else None
            for one in (value.constant, *value.values.values(), *value.flags.values()) if value else ():
                if one and one not in known:
                    fields.problem(f"{one} is not a {name} of {kind.section}{one_of_these(one, list(known))}", name)

    def _spells(self, fields: Fields, kind: RelationKind) -> Spells | None:
        if "spells" not in fields.tree:
            return None
        inner = fields.within(fields.map("spells"))
        inner.only(("by", "gap", "first", "last", "unknown"))
        if given := [word for word in kind.dates if word in fields.tree]:
            inner.problem(f"spells give the dates of a fact; take {', '.join(given)} out")
        by_data = inner.text("gap") == OF_DATA
        gap = None if by_data or "gap" not in inner.tree else inner.number("gap")
        if gap is not None and not 1 <= gap <= LATEST:
            inner.problem(f"gap must be a number of years, 1 or more, or {OF_DATA}", "gap")
        first, last = inner.number("first"), inner.number("last")
        if first is not None and last is not None and last < first:
            inner.problem(f"the data end ({last}) before they begin ({first})", "last")
        unknown = read_where(inner.within(inner.map("unknown"))) if "unknown" in inner.tree else None
        if unknown is not None and not unknown.columns:
            inner.problem("unknown must say in which columns which values stand", "unknown")
        return Spells(inner.required("by"), 0 if by_data else gap or 1, first, last, unknown)

    def _censored(self, fields: Fields) -> tuple[str, str]:
        inner = fields.within(fields.map("censored"))
        inner.only(("left", "right"))
        return inner.text("left") or "", inner.text("right") or ""

    def _value(self, fields: Fields, key: str, makes: object = ()) -> Value:
        """A constant, or a map that says where a value comes from; `makes` are kinds of actor that may be made."""
        tree = fields.tree.get(key)
        if isinstance(tree, str):
            return Value(constant=tree, place=Place(fields.file, fields.tree.line_of(key)))
        inner = fields.within(fields.map(key))
        inner.only((*VALUE, *PLACE), mending=True)
        if sum(name in inner.tree for name in SOURCES) != 1:
            inner.problem(f"{key} must say one of {', '.join(SOURCES)}, or be a text itself")
        make = self._make(inner, makes)
        _check_slips(inner)
        return Value(
            column=inner.text("column") or "",
            template=inner.text("template") or "",
            scheme=inner.text("scheme") or "",
            at=inner.text("at") or "",
            split=inner.text("split") or "",
            values=_texts(inner, "values"),
            other=inner.one_of("other", OTHERS) or REPORT,
            flags=_texts(inner, "flags"),
            make=make,
            node=self._node(inner, makes),
            total=_total(inner),
            place=inner.place,
        )

    def _node(self, fields: Fields, makes: object) -> str:
        """How the ids of a section of nodes begin that this mapping makes, each with an id of its own."""
        section = fields.text("node")
        if section is None:
            return ""
        facts = (self.top.within(one) for one in self.top.maps("facts"))
        made = [one.text("section") or "" for one in facts if NODE_ID in one.tree]
        if not makes or section not in made:
            what = f"no facts of this mapping have the section {section} and an id" if makes else "only ends are nodes"
            fields.problem(what, "node")
        return f"{self.name}-"

    def _make(self, fields: Fields, makes: object) -> Make | None:
        kind = fields.text("make")
        if kind is None:
            return None
        known = self.vocabulary.actors
        if not makes or kind not in known:
            what = f"{kind} is not a kind of actor{one_of_these(kind, list(known))}" if makes else "only ends are made"
            fields.problem(what, "make")
        whole = None
        if isinstance(fields.tree.get("part_of"), Map):
            whole = self._value(fields, "part_of", makes)
        part_of = "" if whole else fields.text("part_of") or ""
        north, east = (fields.text(name) or "" for name in PLACE)
        return Make(kind, part_of, north, east, whole, fields.text("apart") or "")

    def _date(self, fields: Fields, key: str) -> DateValue:
        tree = fields.tree.get(key)
        place = Place(fields.file, fields.tree.line_of(key))
        if isinstance(tree, str):
            fields.date(key)
            return DateValue(constant=tree, place=place)
        inner = fields.within(fields.map(key))
        inner.only(DATE, mending=True)
        column = inner.text("column") or inner.text("from") or ""
        parts = tuple(inner.text(name) or "" for name in PRECISIONS)
        if bool(column) == bool(parts[0]):
            inner.problem(f"{key} must say the column of a date, or those of its year, month and day")
        return DateValue(
            column=column,
            parts=(parts[0], parts[1], parts[2]),
            to=inner.text("to") or "",
            precision=inner.one_of("precision", PRECISIONS) or PRECISIONS[-1],
            order=inner.one_of("order", ORDERS) or ORDERS[0],
            rough=_rough(inner),
            place=place,
        )


def read_form(table: Fields) -> Form:
    """How a file is written, as `table` of a mapping says it."""
    encoding = table.one_of("encoding", ENCODINGS) or "utf-8"
    delimiter = DELIMITERS[table.one_of("delimiter", DELIMITERS) or ","]
    columns = table.texts("columns")
    header = table.flag("header", default=not columns)
    if not header and not columns:
        table.problem("a table without a line of heads needs columns: [...], their names in order", "header")
    return Form(encoding, delimiter, header, columns, table.flag("quoted", default=True))


def read_where(fields: Fields, *, why: bool = False) -> Where:
    """{where: {column: value}, why: text}; or the map of columns alone."""
    inner = fields
    if why:
        fields.only(("where", "why"))
        inner = fields.within(fields.map("where"))
        if not inner.tree:
            fields.problem("where must say in which columns which values stand", "where")
    columns = {column: _choices(inner, column) for column in inner.tree}
    return Where(columns, fields.required("why") if why else "", fields.place)


def _check_slips(fields: Fields) -> None:
    """Note braces of a template that are not closed, and a year that is none."""
    template, at = fields.text("template") or "", fields.text("at") or ""
    if not {"{", "}"}.isdisjoint(_IN_BRACES.sub("", template)):
        fields.problem("a template has a brace without the other; it names columns so: {year}", "template")
    if at.isdigit() and len(at) > len(str(LATEST)):
        fields.problem(f"{at} is no year", "at")


def _needed(kind: RelationKind) -> tuple[str, ...]:
    """The roles without which there is no fact of a kind."""
    if kind.is_tie:
        return kind.pair
    return kind.pair[:1] if kind.is_figure else tuple(name for name, role in kind.roles.items() if not role.optional)


def _total(fields: Fields) -> Total | None:
    """What rows come to, where a value is a sum or a count."""
    column = fields.text(SUM) or fields.text(COUNT)
    if column is None:
        if given := [name for name in OF_TOTAL if name in fields.tree]:
            fields.problem(f"{' and '.join(given)} is said of a {SUM} or a {COUNT}", given[0])
        return None
    unit = fields.within(fields.map("unit")) if isinstance(fields.tree.get("unit"), Map) else None
    if unit is not None:
        unit.only(("column",))
    return Total(
        column,
        counted=SUM not in fields.tree,
        unit="" if unit else fields.text("unit") or "",
        unit_column=unit.required("column") if unit else "",
        decimal=fields.one_of("decimal", (POINT, COMMA)) or POINT,
    )


def _check_totals(
    fields: Fields, kind: RelationKind, values: Mapping[str, Value], ends: Mapping[str, tuple[Value, ...]]
) -> None:
    """Note what cannot be added up: ends, texts, and years of a spell."""
    for role, some in ends.items():
        if any(one.total for one in some):
            fields.problem(f"{role} is an end, and only figures are added up", role)
    for name, value in values.items():
        if value.total and kind.fields.get(name) != FIGURE:
            figures = [one for one, type_ in kind.fields.items() if type_ == FIGURE]
            fields.problem(f"{name} is no figure, and only figures are added up{one_of_these(name, figures)}", name)
        elif value.total and "spells" in fields.tree:
            fields.problem("rows of a spell are not added up; give the fact a date in place of spells", name)


def _texts(fields: Fields, key: str) -> Mapping[str, str]:
    """A mapping from values to texts; an empty text is one that says nothing."""
    tree = fields.map(key)
    inner = fields.within(tree)
    return {name: inner.text(name) or "" for name in tree} if tree else NOTHING


def _rough(fields: Fields) -> Mapping[str, str]:
    """How much is kept of a date, by the ending of its text."""
    found = _texts(fields, "rough")
    for size in found.values():
        if size not in PRECISIONS:
            fields.problem(
                f"rough says how much of a date is kept, not {size}{one_of_these(size, PRECISIONS)}", "rough"
            )
    return found


def _choices(fields: Fields, column: str) -> frozenset[str]:
    """A value, or a list of them; empty is one too."""
    tree = fields.tree[column]
    if isinstance(tree, Seq) and all(isinstance(one, str) for one in tree):
        return frozenset(tree)
    if not isinstance(tree, str):
        fields.problem(f"{column} must be a value or a list of values", column)
        return frozenset()
    return frozenset({tree})
