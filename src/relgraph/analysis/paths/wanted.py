"""What kind of path is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from relgraph.errors import MisuseError
from relgraph.graph.ties import SCOPES, TIES

STRONGEST, SHORTEST = "strongest", "shortest"
ORDERS = (STRONGEST, SHORTEST)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of path is asked for.

    `by` is the order that makes a path best, `most` how many to give (0: the best and its equals),
    `min_tier` the rung below which no step may stand, `via` the actors to pass in that order, `avoid` those
    not to pass. `scope` is `ties` (between countries and bodies) or `all` (everybody, and nodes between them).
    A single actor to pass, or not to pass, may be given by itself. Raises MisuseError for a word that is neither an
    order nor a scope, for a tier that is no text, and for what is no number of paths.
    """

    by: str = STRONGEST
    most: int = 0
    min_tier: str | None = None
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    scope: str = TIES

    def __post_init__(self) -> None:
        for name, choices in (("by", ORDERS), ("scope", SCOPES)):
            if getattr(self, name) not in choices:
                raise MisuseError(f"{name}={getattr(self, name)!r} is not one of {', '.join(choices)}")
        for name in ("via", "avoid"):
            actors = getattr(self, name)
            object.__setattr__(self, name, (actors,) if isinstance(actors, str) else tuple(actors))
        most: object = self.most
        if not isinstance(most, int) or most < 0:
            raise MisuseError(f"most={self.most!r}: a number of paths is 0 or more")
        if self.min_tier is not None and not isinstance(self.min_tier, str):
            raise MisuseError(f'min_tier={self.min_tier!r} is no tier; name one such as "sp", or "northland:sp"')
