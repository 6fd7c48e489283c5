"""The facts of a kept dataset, unpacked one by one when they are asked for; each is one record, however often."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from relgraph.facts.compiled.packing import Unpacker
from relgraph.store.kept import DamagedStoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relgraph.facts.records import Fact
    from relgraph.store.kept import Kept

T = TypeVar("T")
_decoded = json.JSONDecoder().raw_decode
PARTS, FACTS = "", "fact"
MANY = 0.2
"""The share of all facts of which, when they are wanted together and not known yet, the texts are read in a row."""
SOME = 0.05
"""The same share of things that are found one by one, and unpacked at once."""
_DAMAGED = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What is raised where something that is kept is not of the shape that was put there."""


class Pages:
    """What is kept of a dataset, unpacked."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._facts: dict[int, Fact] = {}
        self._unpacker = Unpacker(self.part("files", tuple))
        self.size = self.part("size", int)
        """How many facts there are."""

    def part(self, name: str, unpack: Callable[[Any], T]) -> T:
        """A part that there is but one of."""
        found = self.find(PARTS, name, unpack)
        if found is None:
            raise DamagedStoreError
        return found

    def find(self, section: str, name: str, unpack: Callable[[Any], T | None]) -> T | None:
        """What is kept under a name of a section."""
        text = self._kept.get(section, name)
        return None if text is None else _read(text, unpack)

    def texts(self, section: str) -> Iterator[tuple[str, str]]:
        """All that is kept in a section, by its names, which are sorted."""
        return ((str(name), text) for name, text in self._kept.all(section))

    @property
    def unpacker(self) -> Unpacker:
        """What unpacks the records of this dataset."""
        return self._unpacker

    def fact(self, number: int) -> Fact:
        """The fact of a number."""
        if number not in self._facts:
            text = self._kept.get(FACTS, number)
            if text is None:
                raise DamagedStoreError
            self._facts[number] = _read(text, self._unpacker.fact)
        return self._facts[number]

    def facts(self, numbers: Sequence[int]) -> tuple[Fact, ...]:
        """The facts of some numbers, in their order; of many, all texts are gone through, and these unpacked."""
        known = self._facts
        wanted = {number for number in numbers if number not in known}
        if len(wanted) > MANY * self.size:
            for number, text in self._kept.all(FACTS):
                if number in wanted:
                    known[int(number)] = _read(text, self._unpacker.fact)
        return tuple(map(self.fact, numbers))


def _read(text: str, unpack: Callable[[Any], T]) -> T:
    try:
        return unpack(_decoded(text)[0])
    except _DAMAGED as error:
        raise DamagedStoreError from error


class Section(Mapping[str, T], Generic[T]):
    """What is kept under the names of a section, unpacked when it is asked for; in the order of the names.

    A name of which `unpack` makes nothing is not in it. Where it is `light`, so that a thing is unpacked sooner than
    found, all are read in a row once SOME were asked for.
    """

    def __init__(self, pages: Pages, section: str, unpack: Callable[[Any], T | None], *, light: bool = False) -> None:
        self._pages, self._section, self._unpack = pages, section, unpack
        self._known: dict[str, T | None] = {}
        self._light, self._whole = light, False

    def __getitem__(self, name: str) -> T:
        found = self._known[name] if name in self._known else self._find(name)
        if found is None:
            raise KeyError(name)
        return found

    def _find(self, name: str) -> T | None:
        if self._light and not self._whole and len(self._known) > SOME * self._pages.size:
            deque(self, maxlen=0)
        if self._whole:
            return self._known.get(name)
        found = self._known[name] = self._pages.find(self._section, name, self._unpack)
        return found

    def __iter__(self) -> Iterator[str]:
        for name, text in self._pages.texts(self._section):
            if name not in self._known:
                self._known[name] = _read(text, self._unpack)
            if self._known[name] is not None:
                yield name
        self._whole = True

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Numbered(Mapping[str, "Fact"]):
    """Facts by their ids, each unpacked when it is asked for."""

    def __init__(self, pages: Pages, numbers: Mapping[str, Sequence[int | None]], at: int) -> None:
        """`numbers` has for each id the numbers of facts, of which that one is meant that stands `at` a place."""
        self._pages, self._numbers, self._at = pages, numbers, at

    def __getitem__(self, one: str) -> Fact:
        number = self._numbers[one][self._at]
        if number is None:
            raise KeyError(one)
        return self._pages.fact(number)

    def __iter__(self) -> Iterator[str]:
        return (one for one, numbers in self._numbers.items() if numbers[self._at] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
