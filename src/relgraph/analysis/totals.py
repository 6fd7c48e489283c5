"""Stated totals in a view: what could be said on a day of how many there are, and who of them was named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.plain import plain_evidence, plain_witnesses
from relgraph.analysis.telling import grounds, links, marks, refused_word, where_kept
from relgraph.checks.refused import is_refused
from relgraph.facts.counted import Counted
from relgraph.facts.derive import is_sound
from relgraph.facts.knowledge_time import known
from relgraph.facts.reconcile import Reconciliation, counts, reconcile, told_in_full
from relgraph.facts.sentences import dates, sentence
from relgraph.facts.valid_time import is_unsure
from relgraph.facts.witnesses import beside
from relgraph.graph.views import DEFAULT_VIEW, Held, as_known, select
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date


@dataclass(frozen=True, slots=True, repr=False)
class Totals(Answer):
    """Stated totals of a view, each set against the members that the view lets in."""

    columns: ClassVar = (
        *("of", "what", "says", "named", "derived", "corroborated", "unnamed", "maybe", "rest", "as_of", "holds"),
        *("refused", "text", "links", "note"),
    )

    totals: tuple[Reconciliation, ...]
    view: View
    dataset: Dataset = field(compare=False)

    def __iter__(self) -> Iterator[Reconciliation]:
        return iter(self.totals)

    def __len__(self) -> int:
        return len(self.totals)

    @property
    def caption(self) -> str:
        """How many totals there are."""
        return f"stated totals: {len(self.totals)}"

    def lines(self) -> Iterator[str]:
        """Each total with its sentence, its members by name, its parts, and who says so."""
        if not self.totals:
            yield "no total is stated in this view"
        for one in self.totals:
            yield from self._told(one)
        yield from where_kept(self.dataset, (one.fact for one in self.totals))

    def _told(self, one: Reconciliation) -> Iterator[str]:
        label, more = self.dataset.names.label, "" if one.exact else " or more"
        members = f": {one.sentence}{more}" if one.has_members else ""
        some = f"{len(one.maybe)} of the members maybe" if one.maybe else ""
        said = (*beside(self.dataset, one.fact), some, *marks(self.dataset, Held(one.fact, one.truth)))
        told = "; ".join(filter(None, (dates(self.dataset, one.fact), *said)))
        yield f"{sentence(self.dataset, one.fact)}{members}{f' [{told}]' if told else ''}"
        for word, ids in (("named", one.named), ("derived", one.derived)):
            if ids:
                yield f"   {word}: {', '.join(label(member) + ' (maybe)' * (member in one.maybe) for member in ids)}"
        if one.parts:
            parts = ", ".join(f"{part.what} {part.says}" for part in one.parts)
            yield f"   parts: {parts}; the rest: {one.rest}"
        yield from (f"   {line}" for line in grounds(self.dataset, one.fact))

    def rows(self) -> Iterator[dict[str, Any]]:
        """A total a row, with numbers of members."""
        for plain, one in zip(self.plain(), self.totals, strict=True):
            yield (
                plain
                | {"maybe": len(one.maybe), "refused": refused_word(self.dataset, one.fact)}
                | {"links": links(self.dataset, one.fact)}
            )

    def plain(self) -> list[dict[str, Any]]:
        """Each total with its numbers, the ids behind them under `members`, and where a day is asked for `holds`."""
        asked = self.view.as_of is not None or self.view.known is not None
        return [self._plain(one) | ({"holds": one.truth.value} if asked else {}) for one in self.totals]

    def _plain(self, one: Reconciliation) -> dict[str, Any]:
        fields = one.fact.fields
        members = {"named": one.named, "derived": one.derived, "corroborated": one.corroborated, "maybe": one.maybe}
        found = {
            "id": one.fact.id,
            "text": sentence(self.dataset, one.fact),
            "of": one.fact.ends[0].id,
            "what": fields.get("what"),
            "says": one.says,
            "named": len(one.named),
            "derived": len(one.derived),
            "corroborated": len(one.corroborated),
            "unnamed": one.unnamed,
            "exact": one.exact,
            "out_of": str(fields["out_of"]) if fields.get("out_of") else None,
            "as_of": str(fields["as_of"]) if fields.get("as_of") else None,
            "tier": one.fact.tier,
            "members": members,
            "parts": [{"what": part.what, "of": part.of, "says": part.says} for part in one.parts],
            "rest": one.rest,
            "per": list(one.fact.per),
            "note": one.fact.note,
            **plain_witnesses(self.dataset, one.fact),
            "refused": is_refused(self.dataset, one.fact) or None,
            "evidence": plain_evidence(self.dataset, one.fact),
        }
        return {name: value for name, value in found.items() if value is not None and value != []}


@paused_collector()
def totals(dataset: Dataset, view: View = DEFAULT_VIEW, about: str | None = None) -> Totals:
    """Every stated total of a view, or those of one actor, set against the members that the view lets in.

    Of a view `as_of`, `known`, `certain` and `stated` count. A total is of its own time: on a day before that
    it is left out, and on one that may be before it is a maybe. Its members are those of its own time, or those
    of the day asked for where that may be earlier. A total whose sources were not published by `known` is left out,
    and so is every member whom only later sources name. `certain` drops each maybe, `stated` all that
    follows by a rule. Disputed, denied and withdrawn totals are never in it. Raises MisuseError for an unknown name,
    TooManyMembersError where they have more members than anybody reads.
    """
    of = dataset.names.resolve(about) if about is not None else None
    part = as_known(dataset, view)
    asked = [count for count in counts(part) if of is None or count.ends[0].id == of]
    return Totals(tuple(told_in_full(_reconciled(asked, part, view))), view, dataset)


def _reconciled(asked: Iterable[Fact], part: Dataset, view: View) -> Iterator[Reconciliation]:
    """Those of some totals that a view lets in, with the members that it lets in."""
    among: dict[Date | None, Counted] = {}
    for count in asked:
        truth = _truth(count, part, view)
        if view.takes(truth):
            day = None if _came(count, view) is Truth.YES else view.as_of
            if day not in among:
                among[day] = Counted(part, _held(part, replace(view, as_of=day)))
            one = reconcile(part, count, among[day])
            yield (_stated(one) if view.stated else one)._replace(truth=truth)


def _came(count: Fact, view: View) -> Truth:
    """Whether the time of a total had come on the day asked for; maybe where it has none."""
    if view.as_of is None:
        return Truth.YES
    return count.happened.by(view.as_of) if count.happened is not None else Truth.MAYBE


def _truth(count: Fact, dataset: Dataset, view: View) -> Truth:
    if not is_sound(count):
        return Truth.NO
    truth = _came(count, view) & known(count, view.known, dataset.library)
    return truth & Truth.MAYBE if view.certain and is_unsure(count) else truth


def _held(dataset: Dataset, view: View) -> dict[str, Truth]:
    """How far each fact holds, whatever its status and tier: which of them count is for the total to say."""
    return {held.fact.id: held.truth for held in select(dataset, view.belief.widened(unsound=True))}


def _stated(one: Reconciliation) -> Reconciliation:
    """The same without what follows by a rule."""
    maybe = tuple(member for member in one.maybe if member in one.named)
    return one._replace(derived=(), corroborated=(), maybe=maybe)
