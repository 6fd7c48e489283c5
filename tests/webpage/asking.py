"""What the command answers to questions that the page can be asked too: for the script tests/js/answers.mjs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest.mock import patch

from relgraph.analysis.compare import compare
from relgraph.analysis.matrix import matrix
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.analysis.silence import silence
from relgraph.analysis.two_days import compare_days
from relgraph.errors import MisuseError
from relgraph.facts.sentences import along
from relgraph.graph.multigraph import build_graph
from relgraph.graph.ties import path_kinds
from relgraph.graph.views import EVERY_STATUS, View, select
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.kinds import Effect
from relgraph.webpage.data import nodes as page_nodes
from relgraph.webpage.data.payload import payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.paths.answer import PathAnswer
    from relgraph.facts.dataset import Dataset
    from relgraph.reading.dates import Date

Record: TypeAlias = dict[str, Any]

KEPT_OF_FACTS = (
    *(
        "kind",
        "type",
        "tier",
        "ladder",
        "level",
        "steps",
        "steps_then",
        "status",
        "effect",
        "origin",
        "ends",
    ),
    *(
        "on",
        "since",
        "until",
        "seen",
        "lasts",
        "dates",
        "counted",
        "stance",
        "disputed",
        "rivals",
        "climbs",
        "groups",
        "evidence",
        "effective",
        "closed_by",
        "premises",
    ),
)
MOST_SILENT = 5
"""Actors of a world of whom it is asked what it means that nothing ties two."""
YEARS = ("2010", "2015-06?", "2024/2025", "2025-06", "2026")
"""Dates that may mean several days, to be compared too."""
KEPT_OF_NODES = ("id", "label", "called", "kind", "fact", "facts", "part_of")


def asked(name: str, dataset: Dataset, questions: Iterable[Record], days: Iterable[str]) -> Record:
    """A dataset as the page has it, cut to what its answers need, with questions and the command's answers."""
    with patch.object(page_nodes, "placed", _nowhere):
        data = cut(dict(payload(dataset, build_graph(dataset))))
    paths = [{"question": question, "answer": answer_of(dataset, question)} for question in questions]
    days = list(days)
    compared = [comparison(dataset, *pair) for pair in pairwise((*days, *YEARS))]
    pairs = [{"at": at, **pairs_of(dataset, at)} for at in (None, *days)]
    held_on = list(held(dataset, data, days))
    silent = list(silences(dataset, data, (None, *days)))
    answers = {"paths": paths, "days": held_on, "compared": compared, "pairs": pairs, "silent": silent}
    return {"name": name, "data": data, **answers}


def _nowhere(nodes: Iterable[str], *_: object, **__: object) -> dict[str, tuple[float, float]]:
    """Lay nothing out: no answer asks for places, and they take longer than all the rest."""
    return dict.fromkeys(nodes, (0.0, 0.0))


def question(one: str, other: str, **more: str | bool | None) -> Record:
    """A question as the page puts it; what is not said is as at first."""
    usual = {"from": one, "to": other, "by": "strongest", "planned": False, "derived": True, "certain": False}
    return {name: value for name, value in {**usual, **more}.items() if value is not None}


def cut(data: Record) -> Record:
    """Leave out what only the drawing and the panel need."""
    facts = {name: {key: fact[key] for key in KEPT_OF_FACTS if key in fact} for name, fact in data["facts"].items()}
    for fact in facts.values():
        fact["evidence"] = [{"source": one["source"]} for one in fact.get("evidence", ())]
    nodes = [{key: node[key] for key in KEPT_OF_NODES if key in node} for node in data["nodes"]]
    sources = {name: {"published": source["published"]} for name, source in data["sources"].items()}
    kinds = {fact["kind"] for fact in facts.values()}
    relations = {
        kind: {key: term[key] for key in ("label", "figure") if key in term}
        for kind, term in data["terms"]["relations"].items()
        if kind in kinds
    }
    terms = {"relations": relations, **{name: data["terms"][name] for name in ("statuses", "ladders")}}
    kept = {name: data[name] for name in ("others", "spans", "paths", "changes", "silence")}
    return {"nodes": nodes, "edges": [], "facts": facts, "sources": sources, "terms": terms, **kept}


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
                    [
                        tie.fact.id,
                        tie.truth.value,
                        tie.holds.value,
                        along(dataset, tie.fact, tie.walk, step.source, step.target, day=tie.day),
                    ]
                    for tie in step.ties
                ]
                for step in path.steps
            ],
        }
        for path in answer.paths
    ]
    more = {"above": answer.above, "incomparable": answer.incomparable, "reason": answer.reason}
    return {"paths": paths, **more, "nodes": answer.nodes, "pairs": answer.pairs}


def pairs_of(dataset: Dataset, at: str | None) -> Record:
    """The matrix of a day with what is planned, and the first three of its actors side by side."""
    planned = {name for name, status in dataset.vocabulary.statuses.items() if status.effect is Effect.PLANNED}
    view = View(as_of=day(at) if at else None, statuses=frozenset(planned))
    found = matrix(dataset, view)
    three = found.actors[:3]
    told = compare(dataset, *three, view=view).plain() if len(three) > 1 else None
    beside = told and {"among": [_pair(one) for one in told["among"]], "common": told["common"], "only": told["only"]}
    return {"pairs": [_pair(row) for row in found.rows()], "three": three, "compared": beside}


def _pair(row: Record) -> Record:
    return {name: value for name, value in row.items() if name != "tier"}


def silences(dataset: Dataset, data: Record, days: Iterable[str | None]) -> Iterator[Record]:
    """What it means on each day that nothing would tie each two of some actors: of the kinds that paths walk."""
    walked = [node["id"] for node in data["nodes"] if node["kind"] in data["paths"]["actors"]][:MOST_SILENT]
    for at in days:
        view = View(as_of=day(at) if at else None)
        for pair in permutations(walked, 2):
            found = silence(dataset, pair, path_kinds(dataset), view)
            no = [
                {"kind": one.kind, "by": list(one.covered_by), "said": [fact.id for fact in one.said_by]}
                for one in found.no
            ]
            sought = [{"kind": one.kind, "told": one.told} for one in found.sought]
            lists = {"no": no, "unknown": list(found.not_known), "uncovered": list(found.not_covered), "sought": sought}
            by_itself = found._replace(no=tuple(one for one in found.no if not one.said_by))
            yield {"at": at, "pair": list(pair), "answer": found.answer, "told": by_itself.told(dataset), **lists}


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


def comparison(dataset: Dataset, *days: str) -> Record:
    """What the answer to two days is, the earlier first."""
    first, second = sorted(days, key=lambda text: day(text).first)
    found = compare_days(dataset, first, second)
    changes = [
        [one.word, one.certain, one.fact.id, *([one.instead_of.id] if one.instead_of else []), *filter(None, [one.who])]
        for one in found.changes
    ]
    return {"days": [first, second], "changes": changes, "open": [fact.id for fact in found.open]}


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found
