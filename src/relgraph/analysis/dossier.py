"""A dossier: all that is known of one actor, or of one fact that is a node, in order of kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.order import closest_first
from relgraph.analysis.plain import plain_held
from relgraph.analysis.silence import silence, tying
from relgraph.analysis.telling import FACT_COLUMNS, fact_line, fact_row, grounds, maybes, remarks, where_kept
from relgraph.facts.acting import acting_for, parts_of, those_in
from relgraph.facts.shipped import COUNTRY
from relgraph.graph.ties import is_walked
from relgraph.graph.views import DEFAULT_VIEW, Held, select_concerning_any
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.silence import Silence
    from relgraph.facts.acting import Acting
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Actor, DatedName, Fact
    from relgraph.graph.views import View


@dataclass(frozen=True, slots=True)
class Chapter:
    """The facts of one kind in a dossier: the highest tier first, then what holds before what is planned.

    `of_groups` of them are statements about a group where another may stand by itself: a group is no partner more.
    """

    kind: str
    label: str
    facts: tuple[Held, ...]
    of_groups: int = 0

    @property
    def heading(self) -> str:
        """The label and how many facts there are; statements about a group are counted by themselves."""
        more = f", and {counted(self.of_groups, 'statement')} about a group" if self.of_groups else ""
        return f"{self.label} ({len(self.facts) - self.of_groups}{maybes(self.facts)}{more})"


@dataclass(frozen=True, slots=True, repr=False)
class Dossier(Answer):
    """All that is known of one actor or node.

    `parts` are the actors that belong to it (its offices, organs, cities), whose offices held and affiliations
    are in the chapters too; `single_source` the ids of facts that rest on one source. Of a country or body `silence`
    tells of which kinds there is nothing, where a source covers any, somebody looked, or there is nothing at all.
    """

    columns: ClassVar = FACT_COLUMNS
    shown: ClassVar = ("kind", "says", "dates", "status", "holds", "derived", "superseded", "sources")

    id: str
    name: str
    kind: str
    actor: Actor | None
    fact: Fact | None
    parts: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    single_source: tuple[str, ...]
    view: View
    dataset: Dataset = field(compare=False)
    silence: Silence | None = None

    def lines(self, *, evidence: bool = False) -> Iterator[str]:
        """Who it is, then chapter by chapter its facts, a line each; with `evidence` the citations under each."""
        facts = [held for chapter in self.chapters for held in chapter.facts]
        maybe = f": {counted(len(facts), 'fact')}{maybes(facts)}" if maybes(facts) else ""
        yield f"{self.name} ({self.id}, {self.kind.replace('-', ' ')}){maybe}"
        yield from self._about()
        for chapter in self.chapters:
            yield ""
            yield chapter.heading
            for held in chapter.facts:
                yield f"  {fact_line(self.dataset, held)}"
                told = grounds(self.dataset, held.fact) if evidence else remarks(held.fact)
                yield from (f"    {line}" for line in told)
        yield ""
        yield from where_kept(self.dataset, self._facts())
        yield f"{counted(len(facts), 'fact')}, {len(self.single_source)} of them resting on one source"
        if self.silence:
            yield self.silence.told(self.dataset)

    def _facts(self) -> Iterator[Fact]:
        return (held.fact for chapter in self.chapters for held in chapter.facts)

    def _about(self) -> Iterator[str]:
        actor = self.actor
        if actor is None:
            return
        label = self.dataset.names.label
        if actor.aliases:
            yield f"also: {', '.join(actor.aliases)}"
        if actor.names:
            yield f"called for a time: {', '.join(map(_dated, actor.names))}"
        if actor.since is not None or actor.until is not None:
            yield _life(actor)
        if actor.follows:
            yield f"follows: {', '.join(map(self.dataset.names.title, actor.follows))}"
        if actor.codes:
            yield f"codes: {', '.join(f'{scheme} {code}' for scheme, code in actor.codes_by_scheme.items())}"
        if actor.part_of:
            yield f"part of: {label(actor.part_of)}"
        if actor.members:
            yield f"members: {', '.join(map(label, actor.members))} ({actor.basis or 'no basis given'})"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A fact a row, chapter by chapter."""
        return (fact_row(self.dataset, held) for chapter in self.chapters for held in chapter.facts)

    def plain(self) -> dict[str, Any]:
        """Who it is, under `facts` the facts of each kind, and which of them rest on one source."""
        actor = self.actor
        about = {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "aliases": list(actor.aliases) if actor else list(self.fact.aliases) if self.fact else [],
            "iso": actor.iso if actor else None,
            "codes": actor.codes_by_scheme if actor else {},
            "since": str(actor.since) if actor and actor.since else None,
            "until": str(actor.until) if actor and actor.until else None,
            "follows": list(actor.follows) if actor else [],
            "part_of": actor.part_of if actor else None,
            "parts": list(self.parts),
            "members": list(actor.members) if actor else [],
            "basis": actor.basis if actor else None,
        }
        facts = {chapter.kind: [plain_held(self.dataset, held) for held in chapter.facts] for chapter in self.chapters}
        kept = {name: value for name, value in about.items() if value}
        question = {"asked": asked(self.dataset, self.view, self._facts(), show=self.id)}
        return question | kept | {"facts": facts, "single_source": list(self.single_source)} | self._silent()

    def _silent(self) -> dict[str, Any]:
        return {"silence": self.silence.plain()} if self.silence else {}


def _life(actor: Actor) -> str:
    """Such as: from 1922-12-30 until 1991-12-25."""
    limits = [f"from {actor.since}"] if actor.since is not None else []
    return " ".join([*limits, f"until {actor.until}"] if actor.until is not None else limits)


def _dated(name: DatedName) -> str:
    """Such as: Zaire (since 1971, until 1997)."""
    limits = [f"{word} {date}" for word, date in (("since", name.since), ("until", name.until)) if date is not None]
    return f"{name.name} ({', '.join(limits)})" if limits else name.name


@paused_collector()
def dossier(dataset: Dataset, name: str, view: View = DEFAULT_VIEW) -> Dossier:
    """The dossier of an actor or a node, found by any of its names. Raises MisuseError for an unknown one.

    Facts of every status are in it unless the view names some; each says its own.
    """
    one = dataset.names.resolve(name)
    held = _concerning(dataset, one, view.widened(unsound=True))
    parts = tuple(sorted(parts_of(dataset, one) - {one}))
    actor, fact = dataset.actors.get(one), dataset.by_id.get(one)
    kind = actor.kind if actor else fact.kind if fact else ""
    single = tuple(held.fact.id for held in held if len(held.fact.sources) == 1)
    chapters = _chapters(dataset, held, one)
    silent = _silence(dataset, one, {chapter.kind for chapter in chapters}, view) if is_walked(one, dataset) else None
    return Dossier(one, dataset.names.label(one), kind, actor, fact, parts, chapters, single, view, dataset, silent)


def _silence(dataset: Dataset, one: str, told: set[str], view: View) -> Silence | None:
    """Of which kinds that an actor, or an office or organ of it, may stand in there is nothing.

    None where there is something, and nobody looked.
    """
    relations, actors = dataset.vocabulary.relations, dataset.vocabulary.actors
    whole = dataset.actors[one].kind
    types = {whole, *(kind.id for kind in actors.values() if whole in kind.part_of)}
    may_be = (
        kind for kind in tying(dataset, view) if any(types & {*role.types} for role in relations[kind].roles.values())
    )
    found = silence(dataset, (one,), set(may_be) - told, view)
    return found if found.no or found.sought or not told else None


def _concerning(dataset: Dataset, one: str, view: View) -> list[Held]:
    """The facts in which the actor, or who acts for it, takes part; those that it says; the fact that it is."""
    parts = select_concerning_any(dataset, view, parts_of(dataset, one))
    acting = acting_for(dataset, one, (held.fact for held in parts))
    found = select_concerning_any(dataset, view, acting.everybody)
    return [held for held in found if _concerns(dataset, held.fact, one, acting)]


def _concerns(dataset: Dataset, fact: Fact, one: str, acting: Acting) -> bool:
    """Whether the actor, or who acts for it, takes part; or it says so, or is the fact."""
    return one == fact.id or one in fact.per or bool(acting.among(those_in(dataset, fact), fact))


def _chapters(dataset: Dataset, held: list[Held], about: str) -> tuple[Chapter, ...]:
    """The facts by kind: the closest tie first, what holds before what is planned or over, its own first, by date."""
    of_kind: dict[str, list[Held]] = {}
    for one in closest_first(dataset, held, (about,)):
        of_kind.setdefault(one.fact.kind, []).append(one)
    return tuple(
        Chapter(kind.id, kind.plural_label, tuple(facts), sum(_is_of_group(dataset, one.fact, about) for one in facts))
        for kind in dataset.vocabulary.relations.values()
        if (facts := of_kind.get(kind.id))
    )


def _is_of_group(dataset: Dataset, fact: Fact, about: str) -> bool:
    """Whether a group stands beside somebody in a tie, where a country may too."""
    kind = dataset.vocabulary.relations[fact.kind]
    beside = [
        dataset.actors.get(end.id) for end in fact.ends[:2] if end.id != about and COUNTRY in kind.roles[end.role].types
    ]
    return kind.is_tie and any(actor is not None and actor.is_group for actor in beside)
