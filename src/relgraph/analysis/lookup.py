"""Who is meant by a name: actors of the dataset, and the countries that ship with the tool."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from relgraph.analysis.answer import Answer, cell
from relgraph.analysis.asked import asked
from relgraph.countries.capitals import capitals
from relgraph.countries.find import LONGEST, find
from relgraph.countries.table import table
from relgraph.facts.near_names import NearNames
from relgraph.facts.shipped import CITY, ISO
from relgraph.reading.place import one_line
from relgraph.sources.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from relgraph.countries.capitals import Capital
    from relgraph.countries.table import Country
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.names import Names

MOST = 5
"""How many names are suggested."""


class Who(NamedTuple):
    """An actor that a name may mean.

    `also` are its other names, `former` those that it bore for a time, with the time where that is known; `codes` are
    by their scheme. `declared` tells whether the dataset has an entry for it, `used` whether it takes part in it;
    `sets` are the names of the datasets that have it, each with its id there, where several are asked together.
    """

    id: str
    name: str
    kind: str
    codes: Mapping[str, str]
    declared: bool
    used: bool
    also: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    life: str = ""
    place: str = ""
    sets: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """Who it is, then what it is called and known by."""
        yield f"{self.name} ({self.id}, {self.kind}; {self._standing})"
        if self.codes:
            yield f"  codes: {', '.join(f'{scheme} {code}' for scheme, code in self.codes.items())}"
        if self.also:
            yield f"  also: {'; '.join(self.also)}"
        if self.former:
            yield f"  formerly: {'; '.join(self.former)}"
        if self.life:
            yield f"  {self.life}"
        if self.sets:
            yield f"  in the datasets: {', '.join(f'{name} (as {one})' for name, one in self.sets)}"

    @property
    def _standing(self) -> str:
        if self.declared:
            return f"declared at {self.place}"
        return "ships with relgraph, and takes part here" if self.used else "ships with relgraph"


@dataclass(frozen=True, slots=True, repr=False)
class Lookup(Answer):
    """Whom a name means: one when that is certain, several when they share it, none with those that are near to it."""

    columns: ClassVar = ("id", "name", "kind", "codes", "declared", "also", "formerly")

    name: str
    whos: tuple[Who, ...]
    suggestions: tuple[tuple[str, str], ...]
    dataset: Dataset = field(compare=False)

    @property
    def found(self) -> bool:
        """Whether the name means anybody."""
        return bool(self.whos)

    def lines(self) -> Iterator[str]:
        """Each that may be meant, or who was likely meant instead."""
        named = f'"{one_line(self.name[:LONGEST])}"'
        if len(self.whos) > 1:
            yield f"{named} may mean {len(self.whos)} actors:"
        for who in self.whos:
            yield from who.lines()
        if not self.whos:
            near = " or ".join(f"{one} ({name})" for one, name in self.suggestions)
            yield f"nobody is called {named}{f'; did you mean {near}?' if near else ''}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """One that may be meant a row."""
        for who in self.whos:
            codes = cell([f"{scheme}:{code}" for scheme, code in who.codes.items()])
            told = {
                "codes": codes,
                "also": who.also,
                "formerly": who.former,
                "declared": "yes" if who.declared else "no",
            }
            yield {"id": who.id, "name": who.name, "kind": who.kind, **told}

    def plain(self) -> dict[str, Any]:
        """Under `found` each that may be meant, under `suggestions` ids and names that are near."""
        return {
            "asked": asked(self.dataset, None, (), name=self.name),
            "found": [_plain(who) for who in self.whos],
            "suggestions": [{"id": one, "name": name} for one, name in self.suggestions],
        }


def _plain(who: Who) -> dict[str, Any]:
    told: dict[str, Any] = {"id": who.id, "name": who.name, "kind": who.kind, "codes": dict(who.codes)}
    more: dict[str, Any] = {"also": list(who.also), "formerly": list(who.former), "life": who.life, "place": who.place}
    more |= {"datasets": [{"name": name, "id": one} for name, one in who.sets]}
    return told | {"declared": who.declared} | {key: value for key, value in more.items() if value}


def lookup(dataset: Dataset, name: str) -> Lookup:
    """Look a name, code or id up in the dataset and among the countries that ship."""
    names = dataset.names
    ids = names.find(name) or tuple(dict.fromkeys(map(names.id_for, find(name))))
    city = capitals().get(id_of(name)) if not ids else None
    whos = (_capital(city, names),) if city is not None else tuple(_who(one, dataset) for one in ids)
    return Lookup(name, whos, () if whos else _near(name, dataset), dataset)


def _capital(city: Capital, names: Names) -> Who:
    """A seat of government that ships."""
    of = names.id_for(city.of)
    return Who(city.id, city.name, CITY, {}, declared=False, used=False, life=f"of {of} ({names.title(of)})")


def _near(name: str, dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """The nearest names, of the dataset and of the table together."""
    names = dataset.names
    own = {one: (one, *names.known_as(one)) for one in (*dataset.actors, *(fact.id for fact in dataset.nodes))}
    shipped = {names.id_for(entry.id): (entry.id, *entry.names) for entry in table().values()}
    return tuple((one, names.title(one)) for one in NearNames(shipped | own).near(name, MOST))


def _who(one: str, dataset: Dataset) -> Who:
    actor = dataset.actors.get(one)
    if actor is None:
        return _fact(one, dataset) if one in dataset.by_id else _shipped(table()[one])
    entry = dataset.names.entry(one)
    codes = {**(entry.codes if entry else {}), **({ISO: actor.iso} if actor.iso else {}), **actor.codes_by_scheme}
    also = [*dataset.names.all_of(one), *(entry.read if entry else ()), *(entry.adjectives if entry else ())]
    former = (
        *(_dated(dated.name, dated.since, dated.until) for dated in actor.names),
        *(_former(entry) if entry else ()),
    )
    past = {dated.name for dated in actor.names} | {old.name for old in (entry.former if entry else ())}
    label = dataset.vocabulary.actors[actor.kind].label
    return Who(
        id=one,
        name=actor.name,
        kind=label,
        codes=codes,
        declared=actor.declared,
        used=True,
        also=_but(also, {actor.name, *past}),
        former=tuple(dict.fromkeys(former)),
        life=_life(actor.since, actor.until, [names_of(dataset, other) for other in _successors(one, entry, dataset)]),
        place=str(actor.place) if actor.declared else "",
        sets=dataset.as_in_sets(one),
    )


def _but(names: Iterable[str], told: Container[str]) -> tuple[str, ...]:
    """The names, each once, but for those that are told elsewhere."""
    return tuple(name for name in dict.fromkeys(names) if name not in told)


def names_of(dataset: Dataset, one: str) -> str:
    """An id with its name: russia (Russia)."""
    return f"{one} ({dataset.names.title(one)})"


def _successors(one: str, entry: Country | None, dataset: Dataset) -> list[str]:
    shipped = map(dataset.names.id_for, entry.successors if entry else ())
    return list(dict.fromkeys((*(other.id for other in dataset.actors.values() if one in other.follows), *shipped)))


def _fact(one: str, dataset: Dataset) -> Who:
    fact = dataset.by_id[one]
    label = dataset.vocabulary.relations[fact.kind].label
    place = str(fact.place)
    return Who(one, dataset.names.label(one), label, {}, declared=True, used=True, also=fact.aliases, place=place)


def _shipped(entry: Country) -> Who:
    past = {old.name for old in entry.former}
    also = _but((*entry.read, *entry.adjectives), {entry.name, *past})
    life = _life(entry.since, entry.until, [f"{one} ({table()[one].name})" for one in entry.successors])
    former = _former(entry)
    return Who(
        entry.id, entry.name, entry.kind, entry.codes, declared=False, used=False, also=also, former=former, life=life
    )


def _former(entry: Country) -> tuple[str, ...]:
    return tuple(_dated(old.name, *(old.when.split("/") if old.when else ("", ""))) for old in entry.former)


def _dated(name: str, since: object, until: object) -> str:
    limits = [f"from {since}"] if since and since != ".." else []
    limits += [f"until {until}"] if until and until != ".." else []
    return f"{name} ({' '.join(limits)})" if limits else name


def _life(since: object, until: object, successors: list[str]) -> str:
    limits = [f"from {since}"] if since else []
    limits += [f"until {until}"] if until else []
    told = ", ".join(successors)
    return "; ".join(filter(None, (" ".join(limits), f"followed by {told}" if told else "")))
