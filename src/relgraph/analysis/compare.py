"""Two to five actors side by side: the partners that they share, and those that only one of them has."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.pairs import tied_pairs
from relgraph.analysis.telling import sources
from relgraph.errors import MisuseError
from relgraph.graph.ties import is_walked
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from relgraph.analysis.pairs import TiedPair
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

FEWEST, MOST = 2, 5
"""How many can be compared."""


class Partner(NamedTuple):
    """Somebody whom one of the compared is tied to at least: `ties` by the ids of these, the closest to each.

    `of` are those of them to whom something ties it that holds: a plan makes no partner.
    """

    id: str
    ties: Mapping[str, TiedPair]

    @property
    def of(self) -> tuple[str, ...]:
        """Ids of the compared to whom something ties it that holds, in their order."""
        return tuple(one for one, pair in self.ties.items() if not pair.is_planned)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Answer):
    """Some `actors` side by side: what ties them to one another, and their other `partners`, in order of id."""

    columns: ClassVar = ("partner", "of", "tier", "best", "planned", "derived", "maybe", "shared")

    actors: tuple[str, ...]
    among: tuple[TiedPair, ...]
    partners: tuple[Partner, ...]
    view: View
    dataset: Dataset = field(repr=False, compare=False)

    @property
    def common(self) -> tuple[str, ...]:
        """Ids of the partners of all of them."""
        return tuple(one.id for one in self.partners if len(one.of) == len(self.actors))

    @property
    def only(self) -> dict[str, tuple[str, ...]]:
        """By the id of each, the partners that nobody else of them has."""
        return {actor: tuple(one.id for one in self.partners if one.of == (actor,)) for actor in self.actors}

    def lines(self) -> Iterator[str]:
        """What ties them to one another; then who is tied to all, to some, to one, and to whom it is only planned."""
        label = self.dataset.names.label
        yield f"{', '.join(map(label, self.actors))}: {counted(len(self.common), 'common partner')}"
        for pair in self.among:
            yield f"  {label(pair.one)} and {label(pair.other)}: {self._tie(pair)}"
        for title, partners in self._groups():
            if partners:
                yield f"{title} ({len(partners)})"
                yield from (f"  {label(one.id)}: {self._told(one)}" for one in partners)

    @property
    def headings(self) -> tuple[str, ...]:
        """How many partners all share, some of them, each alone, and how many ties are only planned, where any."""
        return tuple(f"{title} ({len(partners)})" for title, partners in self._groups())

    def _groups(self) -> Iterator[tuple[str, list[Partner]]]:
        label, all_of_them = self.dataset.names.label, len(self.actors)
        yield "common partners", [one for one in self.partners if len(one.of) == all_of_them]
        yield "partners of some", [one for one in self.partners if 1 < len(one.of) < all_of_them]
        for actor in self.actors:
            yield f"partners of {label(actor)} alone", [one for one in self.partners if one.of == (actor,)]
        yield "only planned", [one for one in self.partners if not one.of]

    def _told(self, partner: Partner) -> str:
        label = self.dataset.names.label
        return "; ".join(f"{label(one)} {self._tie(pair)}" for one, pair in partner.ties.items())

    def _tie(self, pair: TiedPair) -> str:
        """The best tie of a pair with its sources, where it has any."""
        said = ", ".join(dict.fromkeys(filter(None, (sources(self.dataset, tie.fact) for tie in pair.best))))
        return f"{pair.told(self.dataset)} ({said})" if said else pair.told(self.dataset)

    def rows(self) -> Iterator[dict[str, Any]]:
        """A tie of a partner a row; `shared` is with how many of them it holds."""
        for partner in self.partners:
            for one, pair in partner.ties.items():
                row = pair.row(self.dataset)
                told = {name: row[name] for name in ("tier", "best", "derived", "maybe")}
                yield {"partner": partner.id, "of": one, **told, "planned": pair.is_planned, "shared": len(partner.of)}

    def plain(self) -> dict[str, Any]:
        """Those compared, the ties among them, each partner with its ties, and who is common and whose alone."""
        pairs = [*self.among, *(pair for one in self.partners for pair in one.ties.values())]
        facts = (tie.fact for pair in pairs for tie in pair.best)
        partners = [
            {"id": one.id, "of": list(one.of), "ties": {of: pair.row(self.dataset) for of, pair in one.ties.items()}}
            for one in self.partners
        ]
        return {
            "asked": asked(self.dataset, self.view, facts, compare=list(self.actors)),
            "among": [pair.row(self.dataset) for pair in self.among],
            "partners": partners,
            "common": list(self.common),
            "only": {actor: list(partners) for actor, partners in self.only.items()},
        }


@paused_collector()
def compare(dataset: Dataset, *names: str, view: View = DEFAULT_VIEW) -> Comparison:
    """Set two to five actors side by side, by the closest tie of each to every partner.

    A pair is told as `matrix` tells it. Raises MisuseError for an unknown or ambiguous name, for one that paths do not
    go through, for what is no name, for fewer than two different actors, and for more than five.
    """
    for name in names:
        if not isinstance(name, str):
            raise MisuseError('name each actor by itself, as in compare(dataset, "Kenya", "Egypt"), not in a list')
    actors = tuple(dict.fromkeys(map(dataset.names.resolve, names)))
    if not FEWEST <= len(actors) <= MOST:
        raise MisuseError(f"{FEWEST} to {MOST} different actors can be compared, not {len(actors)}")
    for one in actors:
        if not is_walked(one, dataset):
            raise MisuseError(f"{dataset.names.label(one)} is no country or body, and no path goes through it")
    return comparison(dataset, actors, view, tied_pairs(dataset, view))


def comparison(
    dataset: Dataset, actors: tuple[str, ...], view: View, pairs: Mapping[tuple[str, str], TiedPair]
) -> Comparison:
    """The same of the tied pairs of a view, or of some of them; `actors` are ids."""
    return Comparison(actors, *_found(actors, pairs), view, dataset)


def _found(
    actors: Collection[str], pairs: Mapping[tuple[str, str], TiedPair]
) -> tuple[tuple[TiedPair, ...], tuple[Partner, ...]]:
    """The ties among some actors, and their partners."""
    among: list[TiedPair] = []
    ties: defaultdict[str, dict[str, TiedPair]] = defaultdict(dict)
    for (one, other), pair in pairs.items():
        if one in actors and other in actors:
            among.append(pair)
            continue
        for end in {one, other}.intersection(actors):
            ties[pair.far(end)][end] = pair
    ordered = {one: {actor: ties[one][actor] for actor in actors if actor in ties[one]} for one in sorted(ties)}
    return tuple(among), tuple(Partner(one, pairs) for one, pairs in ordered.items())
