"""Taking typed fields out of a map that a person wrote, and saying what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.reading.dates import NotADate, parse_date
from relgraph.reading.place import Place, Problem
from relgraph.reading.plurals import one_of_a_kind
from relgraph.reading.suggest import did_you_mean, one_of_these, plainly_meant
from relgraph.reading.tree import LONGEST_TEXT, Map, Seq, too_long

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.reading.dates import Date
    from relgraph.reading.tree import Tree

LONGEST_NUMBER = 9
MOST_HINTED = 1000
LONGEST_LIST, MOST_LISTED = 230, 30
"""Letters and words of a list that leaves room, in a message, for what was likely meant."""


class Fields:
    """One map of a file, with the list that its problems go to.

    Every method returns something usable: None or an empty tuple stands for what is missing or wrong,
    and the problem is noted once.
    """

    __slots__ = ("file", "problems", "rule", "tree")

    def __init__(self, tree: Map, file: str, problems: list[Problem], rule: str = "shape") -> None:
        """Wrap a map of `file`; problems are added to `problems` under `rule`."""
        self.tree = tree
        self.file = file
        self.problems = problems
        self.rule = rule

    @property
    def place(self) -> Place:
        """Where the map starts."""
        return Place(self.file, self.tree.line, self.tree.column)

    def problem(self, message: str, key: str | None = None, rule: str | None = None) -> None:
        """Note an error at a key, or at the map."""
        self.problem_at(self.tree.line if key is None else self.tree.line_of(key), message, rule)

    def problem_at(self, line: int, message: str, rule: str | None = None) -> None:
        """Note an error at a line of the file."""
        self.problems.append(Problem(Place(self.file, line), rule or self.rule, message))

    def only(self, allowed: Iterable[str], *, mending: bool = False) -> None:
        """Note every key that is not allowed; if `mending`, one that is plainly misspelt is read as what was meant."""
        known = list(allowed)
        for key in [key for key in self.tree if key not in known]:
            self.problem(f"{key} is not a field here{self.hint(key, known)}", key)
            meant = plainly_meant(key, known) if mending and len(self.problems) < MOST_HINTED else None
            if meant is not None and meant not in self.tree:
                self.tree[meant], self.tree.lines[meant] = self.tree[key], self.tree.line_of(key)

    def hint(self, key: str, known: list[str]) -> str:
        """Which field was likely meant, else those there are; nothing after more mistakes than hints can mend."""
        if len(self.problems) > MOST_HINTED:
            return ""
        if key.startswith("-"):
            return "; write a blank after the hyphen"
        return did_you_mean(key, known) or f"; there are {', '.join(known)}"

    def text(self, key: str) -> str | None:
        """A scalar of a usual length; None when absent or empty."""
        value = self.tree.get(key)
        if type(value) is str and len(value) <= LONGEST_TEXT:  # as nearly all
            return value or None
        value = self.long_text(key)
        if value is None:
            return None
        self.problem(f"{key} is {too_long(value)}", key)
        return None

    def long_text(self, key: str) -> str | None:
        """A scalar of any length; None when absent or empty."""
        value = self.tree.get(key)
        if value is None or type(value) is str:
            return value or None
        self.problem(f"{key} must be text{_as_text(value)}", key)
        return None

    def required(self, key: str) -> str:
        """A scalar that must be there; empty when it is not, and noted."""
        value = self.text(key)
        if value is None and self.tree.get(key) in (None, ""):
            self.problem(f"{key} is missing", key)
        return value or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A scalar or a list of scalars, none of them empty."""
        value = self.tree.get(key)
        if not value:
            return ()
        if type(value) is str:
            return (value,)
        if type(value) is Seq and all_texts(value):
            return tuple(value)
        self.problem(f"{key} must be text or a list of texts{_as_text(value)}", key)
        return ()

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Yes or no (true and false will do); `default` when absent."""
        value = self.text(key)
        if value is None:
            return default
        if value in _FLAGS:
            return _FLAGS[value]
        self.problem(f"{key} must be yes or no", key)
        return default

    def number(self, key: str) -> int | None:
        """A whole number from 0, of at most nine digits."""
        value = self.text(key)
        if value is None:
            return None
        if value.isascii() and value.isdigit() and len(value) <= LONGEST_NUMBER:
            return int(value)
        self.problem(f'{key} must be a whole number, not "{value}"', key)
        return None

    def date(self, key: str) -> Date | None:
        """A date; None when absent or `unknown`."""
        value = self.text(key)
        try:
            return parse_date(value) if value else None
        except NotADate as error:
            self.problem(str(error), key, "date")
            return None

    def one_of(self, key: str, choices: Iterable[str], rule: str | None = None) -> str | None:
        """One of some words; None when absent."""
        value = self.text(key)
        known = list(choices)
        if value is None or value in known:
            return value
        self.problem(f"{value} is not {one_of_a_kind(key)}{self._choices(value, known)}", key, rule)
        return None

    def _choices(self, value: str, known: list[str]) -> str:
        """What may stand in place of a word: all there is where a line holds it, else what was likely meant."""
        if not known:
            return "; there is none here"
        listed = ", ".join(known[:MOST_LISTED])
        if len(known) <= MOST_LISTED and len(listed) <= LONGEST_LIST:
            return f"; it may be {listed}{did_you_mean(value, known)}"
        return one_of_these(value, known) if len(self.problems) < MOST_HINTED else ""

    def map(self, key: str) -> Map:
        """A mapping; an empty one when absent."""
        value = self.tree.get(key)
        if isinstance(value, Map):
            return value
        if value:
            self.problem(f"{key} must be a mapping", key)
        return Map(self.tree.line_of(key), 1)

    def maps(self, key: str) -> tuple[Map, ...]:
        """A mapping or a list of mappings."""
        value = self.tree.get(key)
        if isinstance(value, Map):
            return (value,)
        if not value:
            return ()
        if not isinstance(value, Seq) or not all(isinstance(item, Map) for item in value):
            self.problem(f"{key} must be a mapping or a list of mappings", key)
            return ()
        return tuple(value)

    def within(self, tree: Map) -> Fields:
        """The same for another map of the file."""
        return Fields(tree, self.file, self.problems, self.rule)

    def named_texts(self, key: str) -> dict[str, str]:
        """A mapping from names to scalars, in order."""
        inner = self.within(self.map(key))
        return {name: text for name in inner.tree if (text := inner.required(name))}

    def entries(self) -> Iterator[tuple[str, Fields]]:
        """Each key with its own map; whatever is not a map is noted."""
        for key, value in self.tree.items():
            if isinstance(value, Map):
                yield key, self.within(value)
            else:
                self.problem(f"{key} must be a mapping of fields", key)


def _as_text(value: Tree) -> str:
    """How to write as a text what a colon or a bracket made something else, to be put after a message."""
    inner = next((item for item in value if not isinstance(item, str)), "") if isinstance(value, Seq) else value
    if isinstance(inner, Map) and inner:
        return f'; the colon after "{next(iter(inner))}" makes a field of it: put the whole text in quotes'
    return ", not a list; a text in brackets needs quotes" if isinstance(value, Seq) and all_texts(value) else ""


def all_texts(items: Seq) -> bool:
    """Whether a list holds texts alone, and no empty one."""
    for item in items:  # noqa: SIM110 - twice as fast as all(), and asked for every citation
        if type(item) is not str or not item:
            return False
    return True


_FLAGS = {"yes": True, "true": True, "no": False, "false": False}
