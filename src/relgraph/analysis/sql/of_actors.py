"""The tables of who takes part and who says so: actors, the ties between them, and the sources."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from relgraph.analysis.sql.table import Table, columns, joined
from relgraph.facts.days import days_of, days_of_actor
from relgraph.facts.machine_read.weight import strength_of
from relgraph.graph.steps import Steps
from relgraph.graph.ties import ALL, TIES, is_walked, path_kinds
from relgraph.graph.views import as_known, select
from relgraph.reading.dates import Truth
from relgraph.vocabulary.rungs import rungs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.sql.table import Matter, Row
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held

COUNTRY = "country"

ACTOR_COLUMNS = columns(
    "id: its id",
    "name: its name",
    "kind: kind of actor, such as country, body or person",
    "iso: ISO 3166-1 code of two letters",
    "country: id of the country that it is or belongs to",
    "part_of: id of what it belongs to",
    "capital: id of its capital",
    "declared INTEGER: 1 if the dataset has an entry for it, 0 if it ships",
    "aliases: its other names",
    "codes: its other codes, each by its scheme",
    "members: ids of a group's members",
    "follows: ids of those whose successor it is",
    "since: beginning of its life, as written",
    "until: end of its life, as written",
    "date_start: first day of its life, YYYY-MM-DD",
    "date_end: last day of its life, YYYY-MM-DD",
    "note: the curator's note",
)


def country_of(dataset: Dataset, one: str) -> str | None:
    """The country that an actor is, or belongs to; None where its entry names none."""
    seen: set[str] = set()
    actor = dataset.actors.get(one)
    while actor is not None and actor.id not in seen:
        if actor.kind == COUNTRY:
            return actor.id
        seen.add(actor.id)
        actor = dataset.actors.get(actor.part_of or "")
    return None


def _actors(matter: Matter) -> Iterator[Row]:
    dataset = matter.dataset
    for actor in map(dataset.actors.__getitem__, dataset.actors if matter.isolates else _touched(matter)):
        days = days_of_actor(dataset, actor.id)
        yield (
            *(actor.id, actor.name, actor.kind, actor.iso, country_of(dataset, actor.id)),
            *(actor.part_of, actor.capital, int(actor.declared), joined(actor.aliases)),
            joined(f"{scheme}: {code}" for scheme, code in actor.codes),
            *(joined(actor.members), joined(actor.follows)),
            *(str(day) if day else None for day in (actor.since, actor.until)),
            *(days.start or None, days.end or None, actor.note),
        )


def _touched(matter: Matter) -> Iterator[str]:
    """Ids of the actors at ends of facts, and of those that they belong to, in order."""
    found = {end.id for held in matter.facts for end in held.fact.ends}
    waiting = [*found]
    while waiting:
        actor = matter.dataset.actors.get(waiting.pop())
        if actor is not None and actor.part_of and actor.part_of not in found:
            found.add(actor.part_of)
            waiting.append(actor.part_of)
    return (one for one in sorted(found) if one in matter.dataset.actors)


TIE_COLUMNS = columns(
    "source: id of the one",
    "target: id of the other; each tie stands there both ways",
    "fact: id of the fact that ties them",
    "kind: kind of relation",
    "tier: rung of a partnership",
    "rung INTEGER: height of the tier, 0 for none",
    "strength REAL: more is closer: 1 plus the rung; of a machine-read tie its weight",
    "distance REAL: 1 divided by the strength",
    "holds: whether it is so in the world, on the day asked for: yes, maybe or no",
    "scope: ties where paths and ranks take it by default, between countries and bodies; else all",
)


def _ties(matter: Matter) -> Iterator[Row]:
    """The steps of paths between actors, both ways round, by source, target and fact."""
    found = list(_steps(matter))
    found += [(target, source, *about) for source, target, *about in found]
    return iter(sorted(found, key=itemgetter(0, 1, 2)))


def _steps(matter: Matter) -> Iterator[Row]:
    dataset, view = as_known(matter.dataset, matter.view), matter.view
    usual = frozenset(view.kinds if view.kinds is not None else path_kinds(dataset))
    rungs = rungs_of(dataset.vocabulary)
    steps = Steps(dataset, rungs)
    near, far = ({one for one in dataset.actors if is_walked(one, dataset, scope)} for scope in (TIES, ALL))
    for held in _walkable(matter):
        fact = held.fact
        for tie in steps.of(held):
            if tie.source in far and tie.target in far and view.takes(tie.truth):
                rung = rungs.height(tie.level)
                scope = TIES if fact.kind in usual and tie.source in near and tie.target in near else ALL
                strength = strength_of(fact, dataset.vocabulary.relations[fact.kind], rung)
                weights = (rung, strength, 1 / strength)
                yield (tie.source, tie.target, fact.id, fact.kind, fact.tier, *weights, tie.holds.value, scope)


def _walkable(matter: Matter) -> Iterable[Held]:
    """The facts that paths walk by the view asked for: without statuses asked for, those of the table that hold."""
    view = matter.view
    if view.statuses or view.unsound or view.superseded:
        return select(matter.dataset, view)
    return (held for held in matter.facts if held.holds is not Truth.NO and view.takes(held.truth & ~held.superseded))


SOURCE_COLUMNS = columns(
    "id: its id",
    "title: what it is, in the curator's words",
    "publisher: who published it",
    "author: who wrote it",
    "language: its language, as a tag of BCP 47",
    "published: when it was published, as written",
    "date_start: first day on which it may have been published, YYYY-MM-DD",
    "date_end: last day on which it may have been published, YYYY-MM-DD",
    "covers: the period that it speaks of",
    "url: where its publisher keeps it",
    "archived: where an archive keeps it",
    "retrieved: when it was taken from there",
    "file: file name of its text",
    "sha256: hash of its text",
    "paragraphs INTEGER: how many paragraphs it has",
    "state: how far citations of it can be verified: text, index or cited",
)


def _sources(matter: Matter) -> Iterator[Row]:
    library = matter.dataset.library
    for card in (library.cards[one] for one in sorted(library.cards.keys() - matter.dataset.unasked)):
        days = days_of(card.published)
        yield (
            *(card.id, card.title, card.publisher, card.author, card.language),
            *(str(card.published) if card.published else None, days.start or None, days.end or None),
            str(card.covers.period) if card.covers else None,
            *(card.url, card.archived, str(card.retrieved) if card.retrieved else None, card.file, card.sha256),
            *(library.size(card.id), library.state(card.id)),
        )


ACTORS = Table("actors", "an actor: a country, body, person, city and so on", ACTOR_COLUMNS, _actors)
TIES_TABLE = Table("ties", "a step between two actors: what paths walk", TIE_COLUMNS, _ties, ("source", "fact"))
SOURCES = Table("sources", "a source that has a card", SOURCE_COLUMNS, _sources)
