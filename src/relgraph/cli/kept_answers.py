"""Answers that are long and asked for again: told once, then given as they were told."""

from __future__ import annotations

import base64
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from relgraph.cli.rendering import is_marked, put, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from relgraph.analysis.answer import Answer
    from relgraph.facts.dataset import Dataset

A = TypeVar("A", bound="Answer")
MOST_BYTES = 256 * 1024 * 1024
"""The longest answer that is kept."""


def show_once(
    dataset: Dataset,
    asked: Iterable[object],
    output: str,
    answer: Callable[[], A],
    lines: Callable[[A], Iterable[str]] | None = None,
) -> None:
    """Print an answer, as `show` does; where things are kept of the dataset, what was told of the same before.

    `asked` tells the question from all others that are asked of a dataset, `lines` takes the place of the answer's own.
    """

    def anew() -> Iterable[str]:
        found = answer()
        return told(found, output, None if lines is None else lines(found))

    if not dataset.workings:
        put(anew(), output)
        return
    question = f"answer: {[*map(str, asked), output, is_marked()]} {dataset.library.at_hand}"
    known = _unpacked(dataset.workings.find(question))
    text = "".join(anew()) if known is None else known
    put([text], output)
    if known is None and len(text) < MOST_BYTES:
        dataset.workings.keep(question, base64.b64encode(zlib.compress(text.encode(), 1)).decode())


def _unpacked(text: str | None) -> str | None:
    with suppress(ValueError, zlib.error):
        if text is not None:
            return zlib.decompressobj().decompress(base64.b64decode(text), 4 * MOST_BYTES).decode()
    return None
