"""Where something stands, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

from relgraph.reading.characters import visible

LONGEST_MESSAGE = 300
MOST_TOLD = 100


class Place(NamedTuple):
    """A spot in a file; line and column count from 1, line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place as editors and compilers do."""
        file = one_line(self.file)
        return f"{file}:{self.line}" if self.line else file


NOWHERE = Place("")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong (`error`) or worth a look (`note`), found by a named rule. Its message is one short line."""

    place: Place
    rule: str
    message: str
    severity: str = "error"

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message))

    def __str__(self) -> str:
        """One line, place first; a note says that it is one."""
        tag = "note: " if self.severity == "note" else ""
        return f"{self.place}: {tag}{self.message}"

    @property
    def is_error(self) -> bool:
        """Whether it makes `check` fail."""
        return self.severity == "error"


def told(problems: Iterable[Problem]) -> Iterator[str]:
    """Problems as lines for people: the first hundred of each rule, then how many more there are of which."""
    seen: dict[str, int] = {}
    for problem in problems:
        seen[problem.rule] = seen.get(problem.rule, 0) + 1
        if seen[problem.rule] <= MOST_TOLD:
            yield str(problem)
    for rule, number in seen.items():
        if number > MOST_TOLD:
            yield f"and {number - MOST_TOLD:,} more of the rule {rule}; relgraph check --output json has all"


def one_line(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """A text as it may stand in a message: what cannot be printed is written out, what is too long is cut.

    Messages quote what files hold, and files may hold anything: line ends, escape sequences of a terminal,
    lone surrogates, a million letters.
    """
    if len(text) > longest:
        text = f"{text[: longest - 1]}…"
    return visible(text)
