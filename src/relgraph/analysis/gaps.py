"""What a dataset does not know: missing dates, single sources, unverified citations, silent paragraphs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.silence import searched
from relgraph.analysis.telling import maybes, said
from relgraph.analysis.totals import totals
from relgraph.facts.conflicts import conflicts
from relgraph.facts.coverage import covered_kinds
from relgraph.facts.knowledge_time import published, verified
from relgraph.facts.valid_time import is_undated
from relgraph.facts.witnesses import in_dataset
from relgraph.graph.views import DEFAULT_VIEW, Held, as_known, select
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth
from relgraph.sources.paragraph import ONLY_CITED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.silence import Sought
    from relgraph.facts.conflicts import Conflict
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View


class Silence(NamedTuple):
    """A paragraph from which no fact is entered: why, if the card says so; and whether its source was published."""

    source: str
    paragraph: int
    why: str | None
    truth: Truth = Truth.YES


@dataclass(frozen=True, slots=True, repr=False)
class Gaps(Answer):
    """What is missing among the `facts` stated facts of a view.

    `undated` facts have no date at all; `one_source` rest on a single source; `only_cited` have a citation that
    neither text nor index bears out; `silent` are paragraphs from which no fact is entered; `short` are totals that
    name fewer than they state; `conflicts` are facts of two sources that cannot both be right. `searches` are those
    that found nothing, `not_covered` the kinds of which there are facts and no source says what it covers: all of
    them, where `nothing_covered`.
    """

    columns: ClassVar = ("gap", "id", "source", "paragraph", "says", "holds")

    facts: int
    undated: tuple[Held, ...]
    one_source: tuple[Held, ...]
    only_cited: tuple[Held, ...]
    silent: tuple[Silence, ...]
    short: tuple[Reconciliation, ...]
    conflicts: tuple[Conflict, ...]
    view: View
    dataset: Dataset = field(compare=False)
    searches: tuple[Sought, ...] = ()
    not_covered: tuple[str, ...] = ()
    nothing_covered: bool = False

    @property
    def maybe(self) -> tuple[str, ...]:
        """Ids of those of its facts and totals that only may hold on the day asked for, sorted."""
        told = {one.fact.id for one in (*self.undated, *self.one_source, *self.only_cited) if one.truth is Truth.MAYBE}
        return tuple(sorted(told | {one.fact.id for one in self.short if one.truth is Truth.MAYBE}))

    def lines(self) -> Iterator[str]:
        """Each kind of gap with its number and, but for facts that rest on one source, what is in it."""
        yield f"facts without a date ({len(self.undated)}{maybes(self.undated)})"
        yield from (f"  {self._says(one.fact)}{_maybe(one.truth)}" for one in self.undated)
        yield f"facts with a citation that is only cited ({len(self.only_cited)}{maybes(self.only_cited)})"
        yield from (f"  {self._says(one.fact)}{_maybe(one.truth)}" for one in self.only_cited)
        yield f"paragraphs from which no fact is entered ({len(self.silent)})"
        for one in self.silent:
            yield f"  {one.source} p {one.paragraph}: {one.why or 'no reason given'}{_maybe(one.truth)}"
        yield f"totals that name fewer than they state ({len(self.short)})"
        for total in self.short:
            yield f"  {self._says(total.fact)}: {total.unnamed} unnamed{_maybe(total.truth)}"
        yield f"facts in which sources differ ({len(self.conflicts)})"
        yield from map(self._differs, self.conflicts)
        if self.searches:
            yield f"searches that found nothing ({len(self.searches)})"
            yield from (f"  {one.kind} between {', '.join(one.search.between)}: {one.told}" for one in self.searches)
        if self.not_covered:
            kinds = "" if self.nothing_covered else f" of {', '.join(self.not_covered)}"
            yield f"no source says what it covers{kinds}"
        yield f"facts that rest on one source: {len(self.one_source)} of {self.facts}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A gap a row: which kind of `gap`, and the fact or the paragraph that it is in."""
        facts = {"undated": self.undated, "only cited": self.only_cited, "one source": self.one_source}
        for gap, held in facts.items():
            for one in held:
                yield {"gap": gap, "id": one.fact.id, "says": self._says(one.fact), "holds": one.holds.value}
        for silence in self.silent:
            why = silence.why or "no reason given"
            at = {"source": silence.source, "paragraph": silence.paragraph}
            yield {"gap": "no fact", **at, "says": why, "holds": silence.truth.value}
        for conflict in self.conflicts:
            told = f"{self._says(conflict.one)}: {conflict.what} {' or '.join(conflict.gives)}"
            yield {"gap": "sources differ", "id": conflict.one.id, "says": told}
        for sought in self.searches:
            yield {"gap": "looked for", "id": sought.kind, "source": sought.source, "says": sought.told}
        yield from ({"gap": "not covered", "id": kind} for kind in self.not_covered)
        for total in self.short:
            told = f"{self._says(total.fact)}: {total.unnamed} unnamed"
            yield {"gap": "unnamed", "id": total.fact.id, "says": told, "holds": total.truth.value}

    def plain(self) -> dict[str, Any]:
        """The ids of the facts, and the paragraphs, under each kind of gap; `maybe` where a day is asked for."""
        dated = self.view.as_of or self.view.known
        return {
            "asked": asked(self.dataset, self.view),
            "undated": [one.fact.id for one in self.undated],
            "one_source": [one.fact.id for one in self.one_source],
            "only_cited": [one.fact.id for one in self.only_cited],
            "silent": [{"source": one.source, "paragraph": one.paragraph, "why": one.why} for one in self.silent],
            "conflicts": [
                {"facts": [one.one.id, one.other.id], "what": one.what, "gives": list(one.gives), **self._sets(one)}
                for one in self.conflicts
            ],
            "looked_for": [one.plain() | {"between": list(one.search.between)} for one in self.searches],
            "not_covered": list(self.not_covered),
            "short": [{"count": one.fact.id, "says": one.says, "unnamed": one.unnamed} for one in self.short],
        } | ({"maybe": list(self.maybe)} if dated else {})

    def _differs(self, found: Conflict) -> str:
        gives = zip(found.gives, (found.one, found.other), strict=True)
        told = " but ".join(f"{value} ({self._whence(fact)})" for value, fact in gives)
        return f"  {self._says(found.one)}: {found.what} {told}"

    def _sets(self, conflict: Conflict) -> dict[str, list[str]]:
        """The datasets of two facts that differ, where several are asked together."""
        names = [self.dataset.whose(fact) for fact in (conflict.one, conflict.other)]
        return {"datasets": names} if any(names) else {}

    def _whence(self, fact: Fact) -> str:
        return f"{', '.join(sorted(fact.sources))}{in_dataset(self.dataset, fact)}"

    def _says(self, fact: Fact) -> str:
        return said(self.dataset, fact)


def _maybe(truth: Truth) -> str:
    return " [maybe]" if truth is Truth.MAYBE else ""


@paused_collector()
def gaps(dataset: Dataset, view: View = DEFAULT_VIEW) -> Gaps:
    """All that is missing in a dataset, each list in order of id or place.

    Of a view `as_of`, `known` and `certain` say which facts are looked at, `stated` whether a total may be filled
    by derived members. What was known by a day rests on the sources published by then alone, so that a fact with
    a second, later source rests on one; paragraphs of later sources are not missed.
    """
    part = as_known(dataset, view)
    held = select(part, replace(view.belief, stated=True).widened(unsound=True))
    covered = _covered(part, held, view)
    return Gaps(
        facts=len(held),
        undated=tuple(one for one in held if is_undated(one.fact, part.vocabulary)),
        one_source=tuple(one for one in held if len(one.fact.sources) == 1),
        only_cited=tuple(one for one in held if _is_only_cited(one.fact, part)),
        silent=tuple(_silent(dataset, view)),
        short=tuple(one for one in totals(dataset, view).totals if one.unnamed),
        conflicts=tuple(conflicts(part.stated, part.vocabulary, part.library, part.whose)),
        view=view,
        dataset=dataset,
        searches=tuple(searched(part, view.known)),
        not_covered=tuple(kind for kind, by in covered if not by),
        nothing_covered=not any(by for _, by in covered),
    )


def _covered(dataset: Dataset, held: list[Held], view: View) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each kind of relation that ties somebody, the sources that say what they cover of it."""
    kinds = {one.fact.kind for one in held if not dataset.vocabulary.relations[one.fact.kind].is_figure}
    return covered_kinds(dataset, kinds, view.as_of, view.known)


def _is_only_cited(fact: Fact, dataset: Dataset) -> bool:
    return any(verified(citation, dataset.library) == ONLY_CITED for citation in fact.evidence)


def _silent(dataset: Dataset, view: View) -> Iterator[Silence]:
    """The paragraphs that no fact cites, of the sources that were published."""
    cited: dict[str, set[int]] = defaultdict(set)
    for fact in dataset.facts:
        for citation in fact.evidence:
            cited[citation.source].add(citation.paragraph)
    for card in dataset.library.cards.values():
        truth = published(card.id, view.known, dataset.library)
        if view.takes(truth):
            for number in range(1, dataset.library.size(card.id) + 1):
                if number not in cited[card.id]:
                    yield Silence(card.id, number, card.no_facts.get(number), truth)
