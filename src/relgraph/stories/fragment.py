"""The state of the page that a step stands for, as the part of its address after #.

The page's script/state/address.mjs reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.stories.records import Step


def fragment(step: Step) -> str:
    """The words of the address for what a step shows."""
    return urlencode(list(_words(step)))


def _words(step: Step) -> Iterator[tuple[str, str]]:
    yield "view", step.view
    yield "shape", step.shape
    one_word = (("node", step.node), ("fact", step.fact), ("centre", step.centre), ("at", step.at))
    yield from ((name, str(value)) for name, value in one_word if value is not None)
    if step.path is not None:
        yield from (("from", step.path.source), ("to", step.path.target), ("by", step.path.by))
    if step.days is not None:
        yield "days", ",".join(map(str, step.days))
