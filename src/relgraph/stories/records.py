"""A story and its steps, as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relgraph.reading.dates import Date
    from relgraph.reading.place import Place

VIEWS = ("ties", "people", "all")
NETWORK, MATRIX, COMPARE = "network", "matrix", "compare"
SHAPES = (NETWORK, "ladder", "map", "table", MATRIX, COMPARE, "lanes")
CLOSE = ("ladder", "upper", "top")
"""How close a tie must be: above the lowest rung of its ladder, in its upper half, at its top."""


class PathShown(NamedTuple):
    """A path that a step shows: its ends by id, by which order it is the best, and what is let in."""

    source: str
    target: str
    by: str
    min_tier: str | None = None
    planned: bool = False
    derived: bool = True
    maybe: bool = True


class Filters(NamedTuple):
    """What a step leaves out of what it draws, in the words of the page's address.

    `off` are rows of the legend that are switched off, `on` such as are off at first and switched on; `hide` ids of
    nodes; `close` one of CLOSE; `least` how many ties an actor must have.
    """

    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    close: str | None = None
    least: int | None = None


ALL_OF_IT = Filters()


class Step(NamedTuple):
    """One state of the page with its caption.

    It looks at a `node`, a `fact`, a `path`, two `days` or some that it compares (`compared`); at none of them it shows
    all that the `view` draws and the `filters` leave. `at` is the day on which that is shown. `shape` and `centre` are
    how the page lays it out; `more` are words of its address that say nothing but this, each with its value.
    """

    caption: str
    place: Place
    view: str = "ties"
    shape: str = NETWORK
    node: str | None = None
    fact: str | None = None
    path: PathShown | None = None
    days: tuple[Date, Date] | None = None
    at: Date | None = None
    centre: str | None = None
    compared: tuple[str, ...] = ()
    filters: Filters = ALL_OF_IT
    more: tuple[tuple[str, str], ...] = ()


class Story(NamedTuple):
    """A title with its steps, in order; `id` is the name of its file."""

    id: str
    title: str
    place: Place
    steps: tuple[Step, ...]
