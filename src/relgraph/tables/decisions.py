"""What people decided about values that matched nobody: kept in a file beside the mapping, applied next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.fields import Fields
from relgraph.reading.place import NOWHERE, Place, Problem
from relgraph.reading.tree import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.reading.held import File

DECISIONS = ".decisions.yaml"
"""How the name of a file of decisions ends: behind that of the mapping that it belongs to."""
NOBODY = "nobody"
"""Who is meant by a value of which it was decided that it stands for no actor."""
RULE = "table"
FIELDS = ("scheme", "value", "from", "until", "actor", "who", "when", "why")


class Decision(NamedTuple):
    """Whom a value of a scheme means, from one year until another; `who` decided so, `when`, and why."""

    scheme: str
    value: str
    actor: str
    since: int | None = None
    until: int | None = None
    who: str = ""
    when: str = ""
    why: str = ""
    place: Place = NOWHERE

    def holds(self, year: int | None) -> bool:
        """Whether it is about a year; one that has limits is not about values of no year."""
        if year is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


def read_decisions(path: File, shown: str) -> tuple[tuple[Decision, ...], list[Problem]]:
    """Read a file of decisions: a list under `decisions`."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return (), problems
    top = Fields(tree, shown, problems, RULE)
    top.only(("decisions",))
    return decided(top), problems


def decided(top: Fields) -> tuple[Decision, ...]:
    """The decisions of a file, or of a mapping that has some."""
    found = (_decision(top.within(item)) for item in top.maps("decisions"))
    return tuple(one for one in found if one is not None)


def _decision(fields: Fields) -> Decision | None:
    fields.only(FIELDS, mending=True)
    scheme, value, actor = (fields.required(name) for name in ("scheme", "value", "actor"))
    since, until = fields.number("from"), fields.number("until")
    if since is not None and until is not None and since > until:
        fields.problem(f"from {since} lies after until {until}", "from")
    if not (scheme and value and actor):
        return None
    who, when, why = (fields.text(name) or "" for name in ("who", "when", "why"))
    return Decision(scheme, value, actor, since, until, who, when, why, fields.place)


def with_those_beside(own: Iterable[Decision], beside: File) -> tuple[tuple[Decision, ...], list[Problem]]:
    """The decisions of a mapping with those of the file beside it, which go before its own; two that clash are told."""
    decisions, problems = read_decisions(beside, str(beside))
    named = {(one.scheme, one.value) for one in decisions}
    for one, other in clashing(decisions):
        told = (
            f"{other.scheme} {other.value} is {one.actor} by line {one.place.line} and {other.actor} here, in one year"
        )
        problems.append(Problem(other.place, RULE, told))
    return (*decisions, *(one for one in own if (one.scheme, one.value) not in named)), problems


def clashing(decisions: Iterable[Decision]) -> Iterable[tuple[Decision, Decision]]:
    """Each two decisions that give one value of one year to two actors."""
    by_value: dict[tuple[str, str], list[Decision]] = {}
    for one in decisions:
        for other in by_value.setdefault((one.scheme, one.value), []):
            if one.actor != other.actor and _overlap(one, other):
                yield other, one
        by_value[one.scheme, one.value].append(one)


def _overlap(one: Decision, other: Decision) -> bool:
    limited = one.since or one.until, other.since or other.until
    if (limited[0] is None) != (limited[1] is None):
        return False
    starts = max(one.since or 0, other.since or 0)
    return starts <= min(one.until or 9999, other.until or 9999)
