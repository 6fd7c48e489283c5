"""What was asked, of which facts: it rides on every answer for programs, so that no two questions give one file."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from relgraph.errors import InputError
from relgraph.sources.text import read
from relgraph.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

DAYS = ("as_of", "known")
"""The dates of a view, which are told even where none is asked for."""


def asked(
    dataset: Dataset, view: View | None, facts: Iterable[Fact] | None = None, /, **options: object
) -> dict[str, Any]:
    """The options of a question and its view, the version, and digests of what the answer rests on.

    `dataset` is the SHA-256 of the files of facts and actors and of the vocabulary, left out where these are not at
    hand any more; `sources` has the SHA-256 of the text of each source that the `facts` of the answer cite (all of
    the dataset's without them), None where its card gives none. Of several that were put together, `datasets` has each
    by its name.
    """
    used = dataset.facts if facts is None else facts
    sources = sorted({source for fact in used for source in fact.sources})
    cards = dataset.library.cards
    return {
        **{name: value for name, value in options.items() if value not in (None, [], "", 0)},
        **_of_view(view),
        "version": VERSION,
        **({"dataset": digest} if (digest := dataset_digest(dataset)) else {}),
        **({"datasets": {part.name: dataset_digest(part.dataset) for part in dataset.sets}} if dataset.sets else {}),
        **(
            {"machine_read": {one: read.plain() for one, read in dataset.machine_read.items()}}
            if dataset.machine_read
            else {}
        ),
        "sources": {one: cards[one].sha256 if one in cards else None for one in sources},
    }


def _of_view(view: View | None) -> dict[str, Any]:
    """What a view was asked for, by its own fields; what it leaves to the answer is left out, but for the two dates."""
    given = {one.name: getattr(view, one.name) for one in fields(view)} if view is not None else {}
    return {name: _told(value) for name, value in given.items() if value or (value is None and name in DAYS)}


def _told(value: Date | frozenset[str] | bool | None) -> str | list[str] | bool | None:  # noqa: FBT001 - as a view has it
    if isinstance(value, frozenset):
        return sorted(value)
    return value if isinstance(value, bool) or value is None else str(value)


def dataset_digest(dataset: Dataset) -> str | None:
    """The SHA-256 of a dataset's own files, by name and content; None where there are none to read."""
    from hashlib import sha256

    found = sha256()
    for name, file in dataset.files.items():
        try:
            content = read(file)
        except InputError:
            return None
        found.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape"))
        found.update(content)
    return found.hexdigest() if dataset.files else None
