"""What could not be read, so that nobody is blamed for referring to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """The ids and sections that could not be read, each told where it stands.

    With `anything`, a file or section as a whole could not be: any id that is not known may have stood in it.
    """

    names: frozenset[str] = frozenset()
    anything: bool = False

    def __contains__(self, name: str) -> bool:
        """Whether a name may be of something that could not be read."""
        return self.anything or name in self.names

    def __bool__(self) -> bool:
        """Whether there is anything that could not be read."""
        return self.anything or bool(self.names)

    def __or__(self, other: Unread) -> Unread:
        """What could not be read in either of two files."""
        return Unread(self.names | other.names, self.anything or other.anything) if other else self


NOTHING = Unread()
ANYTHING = Unread(anything=True)
