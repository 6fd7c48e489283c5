"""A story and its steps, as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relgraph.reading.dates import Date
    from relgraph.reading.place import Place

VIEWS = ("ties", "people", "all")
SHAPES = ("network", "ladder", "map", "table")


class PathShown(NamedTuple):
    """A path that a step shows: its ends by id, and by which order it is the best."""

    source: str
    target: str
    by: str


class Step(NamedTuple):
    """One state of the page with its caption.

    It looks at a `node`, a `fact`, a `path` or two `days`; at none of them it shows all that the `view` draws. `at` is
    the day on which that is shown. `shape` and `centre` are how the page lays it out.
    """

    caption: str
    place: Place
    view: str = "ties"
    shape: str = "network"
    node: str | None = None
    fact: str | None = None
    path: PathShown | None = None
    days: tuple[Date, Date] | None = None
    at: Date | None = None
    centre: str | None = None


class Story(NamedTuple):
    """A title with its steps, in order; `id` is the name of its file."""

    id: str
    title: str
    place: Place
    steps: tuple[Step, ...]
