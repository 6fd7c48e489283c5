"""The rules by which one fact brings about another, ends one, or gives it its status: read from YAML, as kinds are."""

from __future__ import annotations

from typing import NamedTuple


class Implication(NamedTuple):
    """What follows from a fact: a fact of another kind between two of its ends, under conditions.

    The fact must be of one of the narrower `kinds`, if any are named, have at most `most` in either role,
    nobody in the role `unless`, and stand on a rung of a ladder if `ranked`; the two must be actors of one of the
    `types`. With `whole` it is said of what the target is part of: of a city's country. By its `id` a dataset can
    switch it off; `gives` is the narrower kind of what follows; what it `opens` begins on that
    day, and not on that day at the latest.
    """

    kind: str
    source: str
    target: str
    rule: str
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ("country",)
    most: int | None = None
    ranked: bool = False
    id: str | None = None
    whole: bool = False
    unless: str | None = None
    gives: str | None = None
    opens: bool = False


class Closing(NamedTuple):
    """What ends with a fact: the facts of another kind between two of its ends, from the day on which it happened.

    The fact must be of one of the narrower `kinds`, if any are named. By its `id` a dataset can switch it off. Where
    somebody stands in the role `named`, that alone ends: the mission that was closed. With `leaves` it ends for who
    does it and stands in the first of these roles that is filled there, and wholly once fewer than two are left;
    by one of the narrower kinds that it `returns` by, the surest first, one who had left stands there again. Without
    `leaves` these resume what had ended.
    """

    kind: str
    source: str
    target: str
    rule: str
    kinds: tuple[str, ...] = ()
    id: str | None = None
    named: str | None = None
    leaves: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()


class Settling(NamedTuple):
    """The status that a fact of another kind, which is named at an end, has by a fact, if its own record states none.

    The fact must be of one of the narrower `kinds`. What no record states is the status `unstated`. What is in force by
    it is so since then. By its `id` a dataset can switch it off.
    """

    kind: str
    target: str
    rule: str
    status: str
    unstated: str
    kinds: tuple[str, ...]
    id: str | None = None
