"""The state of the page that a step stands for, as the part of its address after #.

The page's script/state/address.mjs reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.stories.records import Filters, PathShown, Step


def fragment(step: Step) -> str:
    """The words of the address for what a step shows."""
    return urlencode(list(_words(step)))


def _words(step: Step) -> Iterator[tuple[str, str]]:
    yield "view", step.view
    yield "shape", step.shape
    one_word = (("node", step.node), ("fact", step.fact), ("centre", step.centre), ("at", step.at))
    yield from ((name, str(value)) for name, value in one_word if value is not None)
    if step.path is not None:
        yield from _path_words(step.path)
    if step.days is not None:
        yield "days", ",".join(map(str, step.days))
    yield from (("compare", one) for one in step.compared)
    yield from _filter_words(step.filters)
    yield from step.more


def _path_words(path: PathShown) -> Iterator[tuple[str, str]]:
    yield from (("from", path.source), ("to", path.target), ("by", path.by))
    if path.min_tier is not None:
        yield "min", path.min_tier
    usual = type(path)(path.source, path.target, path.by)
    for name in ("planned", "derived", "maybe"):
        if (value := getattr(path, name)) != getattr(usual, name):
            yield name, "yes" if value else "no"


def _filter_words(filters: Filters) -> Iterator[tuple[str, str]]:
    for name in ("off", "on", "hide"):
        yield from ((name, one) for one in sorted(getattr(filters, name)))
    for name in ("close", "least"):
        if (value := getattr(filters, name)) is not None:
            yield name, str(value)
