"""A small YAML reader: text scalars, places, and nothing that runs, refers or explodes.

PyYAML's parser (libyaml when it is there) gives the events; this module builds plain maps, lists
and strings from them. Every scalar stays text. Anchors, aliases, tags, merge keys, keys given twice,
tabs, control characters, line ends in a value, characters that are not seen or turn a text round, excess depth and
excess size are refused with their place.
"""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from relgraph.reading.characters import described, unprintable, unseen
from relgraph.reading.collector import paused_collector
from relgraph.reading.decoding import Refused, control_character, decoded, spot
from relgraph.reading.held import HeldFile
from relgraph.reading.place import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relgraph.reading.held import File

CParser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else None  # type: ignore[attr-defined]  # stubs lack it
"""The parser of libyaml; None where PyYAML was built without it."""

MAX_DEPTH = 24
MAX_BYTES = 32 * 1024 * 1024
LONGEST_TEXT = 2_000
"""Letters of a name, a note or whatever else is one value; what the paragraphs of a card hold may be longer."""
MOST_FORGED = 20

Tree: TypeAlias = "Map | Seq | str"
Event: TypeAlias = Any  # of a node; PyYAML's stubs do not say which events have a tag and a mark


class Map(dict[str, Any]):
    """A mapping with its own line and column, and the line of each key."""

    __slots__ = ("column", "line", "lines")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a place (both count from 1)."""
        self.line = line
        self.column = column
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """Line on which a key stands; that of the mapping when it has no such key."""
        return self.lines.get(key, self.line)


class Seq(list[Any]):
    """A list with its own line and column, and the line of each item in order."""

    __slots__ = ("column", "item_lines", "line")

    def __init__(self, line: int, column: int) -> None:
        """Start empty at a place (both count from 1)."""
        self.line = line
        self.column = column
        self.item_lines: list[int] = []


def read_file(path: File, shown: str, longest: int = LONGEST_TEXT) -> tuple[Map | None, list[Problem]]:
    """Read one YAML file into a map; `shown` is its name in messages, `longest` how many letters a value may have.

    Returns the map, or None where the file cannot be used, and the problems found. Keys given
    twice are problems which do not stop the reading: the first value stays, with what a second map or list adds.
    """
    if isinstance(path, HeldFile):
        return (None, [_problem(shown, path.refusal)]) if path.refusal else read_bytes(path.data, shown, longest)
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode) and about.st_size > MAX_BYTES:
            return None, [_problem(shown, f"{about.st_size:,} bytes is too large; at most {MAX_BYTES:,}")]
        if not stat.S_ISREG(about.st_mode):
            return None, [_problem(shown, "cannot be read: not a regular file")]
        data = path.read_bytes()
    except OSError as error:
        return None, [_problem(shown, f"cannot be read: {error.strerror or error}")]
    return read_bytes(data, shown, longest)


def read_bytes(data: bytes, shown: str, longest: int = LONGEST_TEXT) -> tuple[Map | None, list[Problem]]:
    """Read YAML from bytes; see `read_file`."""
    builder = _Builder(shown, longest)
    try:
        text = decoded(data)
        builder.problems += _forged(text, shown)
        with paused_collector():
            tree = builder.build(text)
        builder.join_twice()
        if "\\" in text:
            _refuse_escaped(tree, 1, text)
    except Refused as refusal:
        return None, [*builder.problems, _problem(shown, refusal.message, refusal.line, refusal.column)]
    if not tree:
        return Map(1, 1), builder.problems
    if not isinstance(tree, Map):
        what = "a list" if isinstance(tree, Seq) else "plain text"
        message = f"a mapping is expected here, not {what}: fields, each with a name, a colon and a blank"
        return None, [*builder.problems, _problem(shown, message, 1)]
    return tree, builder.problems


def _problem(shown: str, message: str, line: int = 0, column: int = 0) -> Problem:
    return Problem(Place(shown, line, column), "yaml", message)


def _refuse_escaped(tree: Tree | None, line: int, text: str) -> None:
    r"""Refuse what an escape such as "\0" or "\u202e" brought in past the look at the plain text of the file."""
    if isinstance(tree, str):
        if found := unprintable(tree, besides=text):
            raise control_character(found, line)
    elif isinstance(tree, Map):
        for key, value in tree.items():
            _refuse_escaped(key, tree.lines[key], text)
            _refuse_escaped(value, tree.lines[key], text)
    elif tree is not None:
        for value, at in zip(tree, tree.item_lines, strict=True):
            _refuse_escaped(value, at, text)


def _forged(text: str, shown: str) -> Iterator[Problem]:
    """Each character that turns the text round or is not seen; of very many the first, and how many more there are."""
    found = unseen(text)
    for at in islice(found, MOST_FORGED):
        yield _problem(shown, f"{described(text[at])}; take it out", *spot(text, at))
    if more := sum(1 for _ in found):
        yield _problem(shown, f"{more:,} more such characters stand in this file")


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, shown: str, longest: int = LONGEST_TEXT) -> None:
        self.shown = shown
        self.longest = longest
        self.problems: list[Problem] = []
        self._twice: list[tuple[Map, str, Any, int]] = []

    def build(self, text: str) -> Tree | None:
        """The root node; None for a file without any."""
        try:
            return self.parsed(text)
        except yaml.MarkedYAMLError as error:
            from relgraph.reading.mends import mend_of  # noqa: PLC0415 - most files have nothing to mend

            mark = error.problem_mark or error.context_mark
            _refuse_what_came_first(self.shown, text[: mark.index] if mark else "")
            raise Refused(*mend_of(text, error)) from None
        except yaml.YAMLError as error:
            raise _unreadable(text, error) from None

    def parsed(self, text: str) -> Tree | None:
        """As `build`, but what is no YAML is left to PyYAML to raise."""
        parser: Any = CParser(text) if CParser else yaml.SafeLoader(text)
        return self._document(parser.get_event, bare=not any(sign in text for sign in ("&", "!", "<<")))

    def _document(self, next_event: Callable[[], Event], *, bare: bool) -> Tree | None:
        next_event()  # the stream starts
        event = next_event()
        if type(event) is yaml.StreamEndEvent:
            return None
        tree = self._root(next_event, bare=bare)
        event = next_event()
        if type(event) is not yaml.StreamEndEvent:
            raise Refused("a second document starts here; one file holds one", event.start_mark.line + 1)
        return tree

    def _root(self, next_event: Callable[[], Event], *, bare: bool) -> Tree:
        """Build the root node. One loop and no recursion: how deep a file goes is not ours to say.

        A `bare` text has no anchors, tags or merge keys: they need not be looked for then in every scalar.
        """
        scalar, map_end, seq_end = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
        longest = self.longest
        node: Any = Seq(1, 1)  # holds the root
        outer: list[Any] = []
        key: str | None = None
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                if not bare and (event.anchor is not None or event.tag is not None):
                    raise _reference(event)
                value = event.value
                if "\n" in value or len(value) > longest:
                    value = self._in_one_line(event)
                if key is not None:
                    node[key] = value
                    key = None
                elif type(node) is Map:
                    key = intern(value)
                    if key in node or (not bare and key == "<<"):
                        self._refuse_key(node, key, event.start_mark.line + 1)
                    node.lines[key] = event.start_mark.line + 1
                else:
                    node.append(value)
                    node.item_lines.append(event.start_mark.line + 1)
            elif kind is map_end or kind is seq_end:
                node = outer.pop()
            elif kind is yaml.DocumentEndEvent:
                return node[0]  # type: ignore[no-any-return]  # it holds nothing else
            else:
                outer.append(node)
                node = _opened(event, node, key, len(outer))
                key = None

    def _in_one_line(self, event: Event) -> str:
        """A scalar over several lines made one; the last line ends of a block are YAML's own, any other is noted.

        One of any form that is too long is refused.
        """
        value: str = event.value.rstrip("\n") if event.style in _BLOCKS else event.value
        if len(value) > self.longest:
            raise _refused_as_long(event, value, self.longest)
        if "\n" in value:
            mark = event.start_mark
            message = "a line end stands in this text; keep it in one line, or fold its lines with > and no empty one"
            self.problems.append(_problem(self.shown, message, mark.line + 1, mark.column + 1))
        return value.replace("\n", " ")

    def _refuse_key(self, node: Map, key: str, line: int) -> None:
        if key == "<<":
            raise Refused("merge keys are refused; write the fields out", line)
        message = f"{key} is given twice, on lines {node.lines[key]} and {line}"
        self.problems.append(Problem(Place(self.shown, line), "yaml", message))
        self._twice.append((node, key, node[key], node.lines[key]))

    def join_twice(self) -> None:
        """Put back the first value of each key that was given twice, and into it what the second one adds."""
        for node, key, first, line in reversed(self._twice):
            _join(first, node[key])
            node[key] = first
            node.lines[key] = line


def _join(first: Tree, second: Tree) -> None:
    """Add to a map or a list what a second one of the same key has besides: a section that stands in two places."""
    if isinstance(first, Map) and isinstance(second, Map):
        for key in [key for key in second if key not in first]:
            first[key] = second[key]
            first.lines[key] = second.lines[key]
    elif isinstance(first, Seq) and isinstance(second, Seq):
        first += second
        first.item_lines += second.item_lines


def too_long(text: str, longest: int = LONGEST_TEXT) -> str:
    """What to say of a text that is longer than it may be."""
    return f"{len(text):,} letters long; it may have {longest:,}"


_BLOCKS = ("|", ">")


def _refuse_what_came_first(shown: str, text: str) -> None:
    """Refuse what stands in the text before the place at which the parser gave up.

    Parsers look ahead: one that has a limit of its own, as libyaml has for depth in some releases, may reach it
    before it has handed over what goes beyond ours.
    """
    with suppress(yaml.YAMLError):
        _Builder(shown).parsed(text)


def _opened(event: Event, around: Any, key: str | None, depth: int) -> Map | Seq:  # noqa: ANN401 - Map or Seq
    """An empty node for an event that starts a mapping or a list, put where it belongs in the node around it."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if event.anchor is not None or event.tag is not None:
        raise _reference(event)
    if depth > MAX_DEPTH:
        raise Refused(f"nested deeper than {MAX_DEPTH} levels", line, column)
    made: Map | Seq = (Map if type(event) is yaml.MappingStartEvent else Seq)(line, column)
    if key is not None:
        around[key] = made
    elif type(around) is Seq:
        around.append(made)
        around.item_lines.append(line)
    else:
        raise Refused("a key must be plain text", line, column)
    return made


def _unreadable(text: str, error: yaml.YAMLError) -> Refused:
    """The parser stopped before any event, at a character that YAML does not allow."""
    found = re.search(_UNREADABLE, text)
    if found is None:
        return Refused(f"not YAML: {error}", 0)
    return control_character(found.group(), *spot(text, found.start()))


_UNREADABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"


def _refused_as_long(event: Event, text: str, longest: int) -> Refused:
    mark = event.start_mark
    return Refused(f"this text is {too_long(text, longest)}", mark.line + 1, mark.column + 1)


def _reference(event: Event) -> Refused:
    mark = event.start_mark
    if type(event) is yaml.AliasEvent:
        what = f"the alias *{event.anchor}"
    elif event.anchor is not None:
        what = f"the anchor &{event.anchor}"
    else:
        what = f"the tag {event.tag}"
    return Refused(f"{what} is refused; write the value out, or put a text in quotes", mark.line + 1, mark.column + 1)
