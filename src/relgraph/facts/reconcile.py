"""Stated totals set against the members that are named: "states 14; 5 named, 4 derived, 1 corroborated, 5 unnamed"."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.counted import MOST_LOOKED_AT, TooManyMembersError
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.counted import Counted
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact

_OPEN_ABOVE = {"more-than", "at-least", "about"}


class Part(NamedTuple):
    """A part of a total: what it is, how many the source gives for it, and whom they are of."""

    what: str | None
    says: int | float
    of: str | None = None


class Reconciliation(NamedTuple):
    """A stated total and its members, as ids of actors (or of facts, where facts are counted), sorted.

    `named` are members that a source names, `derived` those that only a rule gives, `corroborated` those
    of the named that a rule gives too, `unnamed` how many of the total are neither named nor derived.
    `exact` is false where the source sets no upper limit ("more than 400"). `rest` is what the parts
    leave of the total; None when no parts are stated. `maybe` are those of the named and the derived that
    only may be members on the day asked for, and `truth` whether the total itself is of that day.
    """

    fact: Fact
    says: int | float
    named: tuple[str, ...]
    derived: tuple[str, ...]
    corroborated: tuple[str, ...]
    exact: bool = True
    parts: tuple[Part, ...] = ()
    maybe: tuple[str, ...] = ()
    truth: Truth = Truth.YES

    @property
    def has_members(self) -> bool:
        """Whether anybody looks for its members: else it is a figure, such as the size of an audience."""
        return bool(self.fact.fields.get("counts") or self.fact.fields.get("named"))

    @property
    def unnamed(self) -> int | float:
        """How many members of the stated total are neither named nor derived; never below 0, nor of a mere figure."""
        if not self.has_members:
            return 0
        return max(0, self.says - len(self.named) - len(self.derived))

    @property
    def rest(self) -> int | float | None:
        """What the stated parts leave of the total; below 0 when they make more than it."""
        return self.says - sum(part.says for part in self.parts) if self.parts else None

    @property
    def sentence(self) -> str:
        """The reconciliation in a line."""
        if not self.has_members:
            return f"states {self.says}"
        counted = (("named", self.named), ("derived", self.derived), ("corroborated", self.corroborated))
        told = ", ".join(f"{len(ids)} {word}" for word, ids in counted)
        return f"states {self.says}; {told}, {self.unnamed} unnamed"


def counts(dataset: Dataset) -> tuple[Fact, ...]:
    """The stated totals of a dataset that give a number, in order of id."""
    kinds = (kind.id for kind in dataset.vocabulary.relations.values() if kind.is_total)
    totals = chain.from_iterable(dataset.stated_of_kind.get(kind, ()) for kind in kinds)
    return tuple(sorted((fact for fact in totals if "says" in fact.fields), key=lambda fact: fact.id))


def reconcile(dataset: Dataset, count: Fact, among: Counted | None = None) -> Reconciliation:
    """Set a stated total against its members: those listed under `named` and those that `counts` selects.

    `among` looks these up for several totals, where it is made for a day: what does not hold on it takes no part.
    Without it nothing is asked of a day, and every fact holds. The count needs a figure under `says`. Raises
    TooManyMembersError where more would be looked through for all totals than anybody means.
    """
    members = (among or dataset.counted).members(count)
    says = count.fields["says"]
    return Reconciliation(
        count,
        _number(says.value),
        members.named,
        members.derived,
        members.corroborated,
        exact=(says.bound or count.fields.get("bound", "")).replace(" ", "-") not in _OPEN_ABOVE,
        parts=tuple(_parts(count.fields.get("parts", ()))),
        maybe=members.maybe,
    )


def told_in_full(found: Iterable[Reconciliation]) -> Iterator[Reconciliation]:
    """Totals whose members are told; raises TooManyMembersError where there are more of these than anybody reads."""
    left = MOST_LOOKED_AT
    for one in found:
        left -= len(one.named) + len(one.derived)
        if left < 0:
            raise TooManyMembersError
        yield one


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _parts(parts: Iterable[Mapping[str, object]]) -> Iterator[Part]:
    for part in parts:
        says = getattr(part["says"], "value", None)
        if says is not None:
            yield Part(_text(part["what"]), _number(says), _text(part["of"]))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
