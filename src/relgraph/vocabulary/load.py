"""Reading the vocabulary that ships with the package, and what a dataset adds to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.vocabulary.stored import checksum, read_stored

if TYPE_CHECKING:
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.vocabulary.model import Vocabulary

TERMS = Path(__file__).parent / "terms"
RELATIONS = (
    *("partnerships", "missions", "treaties", "security", "measures", "economy", "bodies", "people"),
    *("events", "statements", "figures"),
)
"""The files of kinds of relation, one for each subject, in the order of the dictionary."""

SHIPPED = ("actors.yaml", "statuses.yaml", "ladders.yaml", *(f"relations/{subject}.yaml" for subject in RELATIONS))
STORED = "stored.json"


@cache
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary of the package. Raises InputError if the package itself is damaged.

    That its entries fit together is tested, and not looked at whenever a command starts.
    """
    found = read_stored(TERMS / STORED, lambda: checksum(TERMS / name for name in SHIPPED))
    if found is not None:
        return found
    from relgraph.vocabulary.extending import read_shipped  # noqa: PLC0415 - what is stored will do

    return read_shipped(TERMS)


def load_vocabulary(extra: File | None, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of a dataset: what ships with the package, as the entries of `extra` add to it, if it exists.

    An entry in which something is wrong does not count, nor one that cannot do without it; the others do.
    """
    shipped = shipped_vocabulary()
    if extra is None or not extra.exists():
        return shipped, []
    from relgraph.vocabulary.extending import widened_by  # noqa: PLC0415 - few datasets have entries of their own

    return widened_by(extra, shown, shipped)
