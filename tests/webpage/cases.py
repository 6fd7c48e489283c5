"""Questions whose answers the command and the page must give alike: of the real facts, and of small made-up worlds.

They stand with their answers in tests/js/cases.json, which the tests of both sides read.
`python -m tests.webpage.cases` writes it anew.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest.mock import patch

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import ORDERS, Wanted
from relgraph.errors import MisuseError
from relgraph.facts.dataset import Dataset, load
from relgraph.facts.records import Actor, Citation, End, Fact, When, Withdrawal, pair_of
from relgraph.facts.sentences import along
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import EVERY_STATUS, View, select
from relgraph.reading.dates import parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.model import Effect, Ladder
from relgraph.vocabulary.rungs import rungs_of
from relgraph.webpage.data.payload import payload
from tests.support import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.paths.answer import PathAnswer
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary

Record: TypeAlias = dict[str, Any]

FILE = ROOT / "tests" / "js" / "cases.json"
SEEDS = range(30)
ASKED_OF_A_WORLD = 14
DAYS = ("2009-12-31", "2010-06-30", "2015-01-01", "2020-05-05", "2024-12-31", "2025-12-31")
REAL_DAYS = ("2024-12-31", "2025-01-01", "2025-02-14", "2025-09-02", "2025-12-31", "2028-01-02", "2029-01-01")
DATES = (
    *("2005", "2010", "2010-06", "2010-06-30", "2015?", "2015-01-01", "2020", "2020-05-05", "2024-03?"),
    *("2010/2015", "../2010", "2020/..", "XXXX-02", "2015-01/2015-06?"),
)
KEPT_OF_FACTS = (
    *("kind", "type", "tier", "ladder", "level", "steps", "status", "effect", "origin", "ends"),
    *("on", "since", "until", "seen", "lasts", "counted", "stance", "disputed", "evidence"),
)
KEPT_OF_NODES = ("id", "label", "called", "kind", "fact")


def worlds() -> Iterator[Record]:
    """Every world of the file: its data as the page has it, and questions with their answers."""
    yield case_world("the real facts", load(ROOT / "graph"), real_questions(), REAL_DAYS)
    for seed in SEEDS:
        yield made_world(seed)


def made_world(seed: int) -> Record:
    """A made-up world with its questions; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    dataset = made_up(chance)
    return case_world(f"world {seed}", dataset, made_questions(chance, dataset), DAYS)


def case_world(name: str, dataset: Dataset, questions: Iterable[Record], days: Iterable[str]) -> Record:
    """A dataset as the page has it, cut to what its answers need, with questions and their answers."""
    with patch("relgraph.webpage.data.payload.positions", _nowhere):
        data = cut(dict(payload(dataset, build_graph(dataset))))
    paths = [{"question": question, "answer": answer_of(dataset, question)} for question in questions]
    return {"name": name, "data": data, "paths": paths, "days": list(held(dataset, data, days))}


def _nowhere(graph: Iterable[str], **_: object) -> dict[str, tuple[float, float]]:
    """Lay nothing out: no answer asks for places, and they take longer than all the rest."""
    return dict.fromkeys(graph, (0.0, 0.0))


def cut(data: Record) -> Record:
    """Leave out what only the drawing and the panel need."""
    facts = {name: {key: fact[key] for key in KEPT_OF_FACTS if key in fact} for name, fact in data["facts"].items()}
    for fact in facts.values():
        fact["evidence"] = [{"source": one["source"]} for one in fact.get("evidence", ())]
    nodes = [{key: node[key] for key in KEPT_OF_NODES if key in node} for node in data["nodes"]]
    sources = {name: {"published": source["published"]} for name, source in data["sources"].items()}
    kinds = {fact["kind"] for fact in facts.values()}
    relations = {kind: {"label": term["label"]} for kind, term in data["terms"]["relations"].items() if kind in kinds}
    terms = {"relations": relations, "statuses": data["terms"]["statuses"], "ladders": data["terms"]["ladders"]}
    kept = {name: data[name] for name in ("others", "spans", "paths")}
    return {"nodes": nodes, "edges": [], "facts": facts, "sources": sources, "terms": terms, **kept}


# What is asked and answered


def answer_of(dataset: Dataset, question: Record) -> Record:
    """What the command answers to a question of the page."""
    planned = {name for name, status in dataset.vocabulary.statuses.items() if status.effect is Effect.PLANNED}
    view = View(
        as_of=day(question["at"]) if "at" in question else None,
        statuses=frozenset(planned if question["planned"] else ()),
        certain=question["certain"],
        stated=not question["derived"],
    )
    wanted = Wanted(question["by"], min_tier=question.get("min"))
    try:
        answer = find_path(dataset, question["from"], question["to"], wanted, view)
    except MisuseError as error:
        return {"paths": [], "above": None, "incomparable": False, "reason": str(error), "nodes": 0, "pairs": 0}
    assert answer.equals == len(answer.paths)
    return _plain(dataset, answer)


def _plain(dataset: Dataset, answer: PathAnswer) -> Record:
    paths = [
        {
            "nodes": list(path.nodes),
            "rung": path.rung,
            "ties": [
                [
                    [tie.fact.id, tie.truth.value, along(dataset, tie.fact, tie.walk, step.source, step.target)]
                    for tie in step.ties
                ]
                for step in path.steps
            ],
        }
        for path in answer.paths
    ]
    more = {"above": answer.above, "incomparable": answer.incomparable, "reason": answer.reason}
    return {"paths": paths, **more, "nodes": answer.nodes, "pairs": answer.pairs}


def held(dataset: Dataset, data: Record, days: Iterable[str]) -> Iterator[Record]:
    """On each day, and at any time, whether the facts hold for the command: a letter each, in their order."""
    views = (
        ({"others": "all"}, View(statuses=frozenset({EVERY_STATUS}))),
        ({"others": "none", "certain": True}, View(certain=True)),
        ({"others": "none", "stated": True, "superseded": True}, View(stated=True, superseded=True)),
    )
    for asked, view in views:
        for at in (None, *days):
            on_day = replace(view, as_of=day(at) if at else None)
            truths = {one.fact.id: one.truth.value[0] for one in select(dataset, on_day)}
            letters = "".join(truths.get(fact, "n") for fact in data["facts"])
            yield {"asked": asked | ({"at": at} if at else {}), "held": letters}


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def real_questions() -> Iterator[Record]:
    """Pairs of the real facts in every order, with and without what may be let in."""
    pairs = (("kenya", "united-kingdom"), ("kenya", "vietnam"), ("kenya", "european-union"), ("tuvalu", "tanzania"))
    floors = (None, "sp")
    for (one, other), by, planned, floor in product(pairs, ORDERS, (False, True), floors):
        yield question(one, other, by=by, planned=planned, min=floor)
    for at, certain in product((None, "2024-12-31", "2025-06-30", "2025-12-31"), (False, True)):
        yield question("kenya", "china", at=at, certain=certain)
    yield question("malaysia", "kenya", derived=False)
    yield question("kenya", "kenya")


def question(one: str, other: str, **more: str | bool | None) -> Record:
    """A question as the page puts it; what is not said is as at first."""
    usual = {"from": one, "to": other, "by": "strongest", "planned": False, "derived": True, "certain": False}
    return {name: value for name, value in {**usual, **more}.items() if value is not None}


def made_questions(chance: random.Random, dataset: Dataset) -> Iterator[Record]:
    drawn = build_graph(dataset)
    names = [one for one, actor in dataset.actors.items() if actor.kind in {"country", "body"} and one in drawn]
    rungs = rungs_of(dataset.vocabulary)
    floors = [rungs.name(number) for number in range(len(rungs.above))]
    for _ in range(ASKED_OF_A_WORLD if len(names) > 1 else 0):
        one, other = chance.sample(names, 2)
        yield question(
            *(one, other),
            by=chance.choice(ORDERS),
            min=chance.choice([None, None, chance.choice(floors)]),
            at=chance.choice([None, None, *DAYS]),
            planned=chance.random() < 0.4,
            derived=chance.random() < 0.7,
            certain=chance.random() < 0.2,
        )


# Made-up worlds


def made_up(chance: random.Random) -> Dataset:
    """Some countries and bodies with ladders of two owners, and facts of every status and any date."""
    names = list("abcdefgh"[: chance.randint(4, 8)])
    actors = {name: Actor(name, chance.choice(["country"] * 4 + ["body"]), _called(name)) for name in names}
    actors["some"] = Actor("some", "group", "the some", members=tuple(chance.sample(names, 2)), basis="made up")
    vocabulary = _vocabulary(chance)
    cards = {name: Card(name, name, published=parse_date(date)) for name, date in _CARDS.items()}
    facts = [_fact(chance, number, names, vocabulary) for number in range(chance.randint(4, 26))]
    library = Library(cards)
    return Dataset(Path(), vocabulary, actors, tuple(sorted(facts, key=lambda fact: fact.id)), library)


_CARDS = {"early": "2011", "late": "2024-06-15", "undated": "unknown"}


def _called(name: str) -> str:
    return f"the {name} of {name.upper()}" if name in "cf" else f"Land {name.upper()}"


def _vocabulary(chance: random.Random) -> Vocabulary:
    rungs = {"relations": "relations", "cp": "close", "sp": "closer", "csp": "closest"}
    others = {"friend": "friend", "ally": "ally", **({"sp": "sp of b"} if chance.random() < 0.3 else {})}
    ladders = {
        "general": Ladder("general", "general", {"relations": "diplomatic relations"}),
        "of-a": Ladder("of-a", "ladder of a", rungs, "a", beside={"special": "special relations"}),
        "of-b": Ladder("of-b", "ladder of b", others, "b"),
    }
    compare = [{"general": "relations", "of-a": "relations"}]
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


def write() -> None:
    """Write the file: a world a line, so that a change shows where it is."""
    text = ",\n".join(json.dumps(world, ensure_ascii=False, separators=(",", ":")) for world in worlds())
    FILE.write_text(f"[\n{text}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write()
