"""Which facts a listing shows: all of a view, whatever their status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.plain import plain_held
from relgraph.analysis.silence import silence, tying
from relgraph.analysis.telling import FACT_COLUMNS, fact_line, fact_row, grounds, maybes, where_kept
from relgraph.facts.acting import parts_of
from relgraph.graph.views import EVERY_STATUS, Held, View, select, select_concerning, select_concerning_any
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from relgraph.analysis.plain_types import PlainHeld
    from relgraph.analysis.silence import Silence
    from relgraph.facts.dataset import Dataset


@dataclass(frozen=True, slots=True, repr=False)
class Listing(Answer):
    """Facts with their evidence, in order of id; where there is none, `silence` tells what that means.

    `of_parts` are the kinds of relation in which nobody asked about stands, but an office or organ of theirs does.
    """

    columns: ClassVar = FACT_COLUMNS
    shown: ClassVar = ("says", "dates", "status", "holds", "derived", "superseded", "sources")

    facts: tuple[Held, ...]
    view: View
    dataset: Dataset = field(compare=False)
    silence: Silence | None = None
    of_parts: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Held]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    @property
    def caption(self) -> str:
        """How many facts there are, and how many of them may not hold, and are derived."""
        derived = sum(one.fact.derived for one in self.facts)
        return f"{counted(len(self.facts), 'fact')}{maybes(self.facts)}, {derived} of them derived"

    def lines(self) -> Iterator[str]:
        """Each fact on a line, under it the rule or the citations that it rests on; how many there are.

        Where some of them may not hold, that comes first.
        """
        if maybes(self.facts):
            yield self.caption
        for held in self.facts:
            yield fact_line(self.dataset, held, with_sources=False)
            yield from (f"   {line}" for line in grounds(self.dataset, held.fact))
        yield from where_kept(self.dataset, (held.fact for held in self.facts))
        if not maybes(self.facts):
            yield self.caption
        if self.of_parts:
            labels = (self.dataset.vocabulary.relations[kind].plural_label for kind in self.of_parts)
            yield f"of offices and organs: {', '.join(labels)}; relgraph show tells them"
        if self.silence:
            yield self.silence.told(self.dataset)

    def rows(self) -> Iterator[dict[str, Any]]:
        """A fact a row."""
        return (fact_row(self.dataset, one) for one in self.facts)

    def plain(self) -> list[PlainHeld]:
        """The facts, each with whether it `holds`: on the day that is asked for, else as its sources spoke."""
        return [plain_held(self.dataset, one) for one in self.facts]


@paused_collector()
def list_facts(
    dataset: Dataset,
    view: View | None = None,
    about: Iterable[str] | str = (),
    source: str | None = None,
    sources: int | None = None,
) -> Listing:
    """The facts of a view in which all of the actors named take part, of any status unless the view names some.

    `source` is one that they cite, `sources` how many they rest on: one, or two that bear each other out.
    Raises MisuseError for an unknown actor or source.
    """
    view = view or View()
    source = None if source is None else dataset.library.resolve(source)
    actors = {dataset.names.resolve(name) for name in ((about,) if isinstance(about, str) else about)}
    wanted, wide = view.statuses, view.widened(unsound=True)
    found = (
        held
        for held in (select_concerning(dataset, wide, *actors) if actors else select(dataset, wide))
        if (not wanted or EVERY_STATUS in wanted or held.fact.status in wanted)
        and (source is None or source in held.fact.sources)
        and (sources is None or len(held.fact.sources) == sources)
    )
    facts = tuple(found)
    if not actors or facts:
        return Listing(facts, view, dataset)
    of_parts = _kinds_of_parts(dataset, actors, wide)
    kinds = [kind for kind in tying(dataset, view) if kind not in of_parts]
    why = silence(dataset, actors, kinds, view) if kinds else None
    return Listing(facts, view, dataset, why, of_parts)


def _kinds_of_parts(dataset: Dataset, actors: Collection[str], view: View) -> tuple[str, ...]:
    """The kinds of the facts in which an office or organ of the only actor asked about takes part."""
    if len(actors) != 1:
        return ()
    (one,) = actors
    found = select_concerning_any(dataset, view, parts_of(dataset, one) - {one})
    return tuple(sorted({held.fact.kind for held in found}))
