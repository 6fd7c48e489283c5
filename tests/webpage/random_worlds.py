"""Small worlds made up by chance, with questions: more of them than anybody would write by hand."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.analysis.paths.wanted import ORDERS
from relgraph.facts.dataset import Dataset
from relgraph.facts.records import Actor, Citation, End, Fact, When, Withdrawal, pair_of
from relgraph.graph.multigraph import build_graph
from relgraph.reading.dates import parse_date
from relgraph.sources.card import Card
from relgraph.sources.coverage import Coverage, Search
from relgraph.sources.library import Library
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.load import shipped_vocabulary
from tests.webpage.asking import asked, day, question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary
    from tests.webpage.asking import Record

DAYS = ("2009-12-31", "2010-06-30", "2015-01-01", "2020-05-05", "2024-12-31", "2025-12-31")
DATES = (
    *("2005", "2010", "2010-06", "2010-06-30", "2015?", "2015-01-01", "2020", "2020-05-05", "2024-03?"),
    *("2010/2015", "../2010", "2020/..", "XXXX-02", "2015-01/2015-06?"),
)


def random_world(seed: int) -> Record:
    """A made-up world with its questions; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    dataset = made_up(chance)
    return asked(f"world {seed}", dataset, random_questions(chance, dataset, DAYS, 14), DAYS)


def random_questions(chance: random.Random, dataset: Dataset, days: Sequence[str], count: int) -> Iterator[Record]:
    """Questions about any two that paths walk; none where there are not two."""
    drawn = build_graph(dataset)
    names = [one for one, actor in dataset.actors.items() if actor.kind in {"country", "body"} and one in drawn]
    rungs = dataset.rungs
    floors = [rungs.name(number) for number in range(len(rungs.above) - len(rungs.idle))]
    for _ in range(count if len(names) > 1 else 0):
        one, other = chance.sample(names, 2)
        yield question(
            *(one, other),
            by=chance.choice(ORDERS),
            min=chance.choice([None, None, chance.choice(floors)]),
            at=chance.choice([None, None, *days]),
            planned=chance.random() < 0.4,
            derived=chance.random() < 0.7,
            certain=chance.random() < 0.2,
        )


def made_up(chance: random.Random) -> Dataset:
    """Some countries and bodies with ladders of two owners, and facts of every status and any date."""
    names = list("abcdefgh"[: chance.randint(4, 8)])
    actors = {name: Actor(name, chance.choice(["country"] * 4 + ["body"]), _called(name)) for name in names}
    actors["some"] = Actor("some", "group", "the some", members=tuple(chance.sample(names, 2)), basis="made up")
    vocabulary = _vocabulary(chance)
    facts = [_fact(chance, number, names, vocabulary) for number in range(chance.randint(4, 26))]
    cards = {
        name: Card(name, name, published=parse_date(date), **_covered(chance, names)) for name, date in _CARDS.items()
    }
    library = Library(cards)
    return Dataset(Path(), vocabulary, actors, tuple(sorted(facts, key=lambda fact: fact.id)), library)


_CARDS = {"early": "2011", "late": "2024-06-15", "undated": "unknown"}


def _covered(chance: random.Random, names: list[str]) -> dict[str, Any]:
    """What a card says that it covers, and what was looked for in it."""
    kinds = (chance.choice(["partnerships", "diplomatic_relations", "missions", "agreements"]),)
    since, until = (parse_date(chance.choice(DATES)) if chance.random() < 0.4 else None for _ in range(2))
    whom = tuple(chance.choice([["everyone"], chance.sample(names, 3), [names[0], "everyone"]]))
    found: dict[str, Any] = {}
    if chance.random() < 0.5:
        found["coverage"] = Coverage(kinds, since, until, whom)
    if chance.random() < 0.5:
        found["looked_for"] = (Search(kinds, whom, "an editor", day("2024"), since=since, until=until),)
    return found


def _called(name: str) -> str:
    return f"the {name} of {name.upper()}" if name in "cf" else f"Land {name.upper()}"


def _vocabulary(chance: random.Random) -> Vocabulary:
    rungs = {"relations": "relations", "cp": "close", "sp": "closer", "csp": "closest"}
    others = {"friend": "friend", "ally": "ally", **({"sp": "sp of b"} if chance.random() < 0.3 else {})}
    ladders = {
        "general": Ladder("general", "general", {"relations": "diplomatic relations", "sp": "near", "csp": "nearest"}),
        "posts": Ladder("posts", "posts", {"consulate": "consul", "embassy": "envoy"}, kinds=("mission",), path=False),
        "of-a": Ladder("of-a", "ladder of a", rungs, ("a",), beside={"special": "special relations"}),
        "of-b": Ladder("of-b", "ladder of b", others, ("b",)),
    }
    compare = [{"general": "relations", "of-a": "relations"}]
    if chance.random() < 0.2:
        compare.append({"posts": "embassy", "general": "sp"})
    if chance.random() < 0.4:
        compare.append({"of-a": chance.choice(["cp", "csp"]), "of-b": chance.choice(["friend", "ally"])})
    return shipped_vocabulary()._replace(ladders=ladders, compare=tuple(compare))


def _fact(chance: random.Random, number: int, names: list[str], vocabulary: Vocabulary) -> Fact:
    kind = chance.choice(["partnership"] * 5 + ["diplomatic-relations", "agreement", "mission", "cooperation"])
    relation = vocabulary.relations[kind]
    ends = _ends(chance, kind, names)
    ranks = vocabulary.ladder_of(*pair_of(ends))
    tiers = [*ranks.rungs, *ranks.rungs, *ranks.beside, None] if kind == "partnership" else [relation.rung]
    usual = [relation.status] * 6
    evidence = tuple(Citation(source, 1) for source in chance.sample(list(_CARDS), chance.randint(0, 2)))
    return Fact(
        type=chance.choice([None, "consulate", "embassy"]) if kind == "mission" else None,
        id=f"f{number:02}" if relation.form == "tie" else f"{kind}-{number:02}",
        kind=kind,
        ends=ends,
        status=chance.choice(usual + list(relation.statuses)),
        tier=chance.choice(tiers),
        when=_when(chance, relation.time),
        evidence=evidence,
        name=None if relation.form == "tie" else f"the {kind} {number}",
        stance="against" if chance.random() < 0.03 else None,
        disputed=chance.random() < 0.05,
        withdrawn=Withdrawal(day("2025"), "misread") if chance.random() < 0.03 else None,
    )


def _ends(chance: random.Random, kind: str, names: list[str]) -> tuple[End, ...]:
    near = ["a", "b", *names]  # the owners of ladders are tied more often
    one = chance.choice(near)
    other, third = chance.sample([name for name in names if name != one], 2)
    if kind == "agreement":
        parties = (one, other, third) if chance.random() < 0.2 else (one, other)
        return tuple(End("parties", name) for name in parties)
    if kind == "mission":
        return (End("sender", one), End("host", other), *([End("covers", third)] if chance.random() < 0.5 else ()))
    return (End("of", one), End("with", "some" if chance.random() < 0.1 and kind != "cooperation" else other))


def _when(chance: random.Random, time: str) -> When:
    def any_date() -> Date | None:
        return parse_date(chance.choice(DATES)) if chance.random() < 0.6 else None

    on = any_date() if time == "both" and chance.random() < 0.5 else None
    until = chance.choice([None, None, None, any_date(), parse_date("ongoing")])
    return When(on, any_date(), until, any_date() if chance.random() < 0.3 else None)
