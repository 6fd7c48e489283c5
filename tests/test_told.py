"""Whatever a fact of the articles has that changes its meaning is told in every form of output.

Each form is read for what it tells of each fact. In that must stand the name of every end, every figure and field, the
narrower kind, the tier, who says so, and the curator's note.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from relgraph.analysis.between import between
from relgraph.analysis.dossier import dossier
from relgraph.analysis.listing import list_facts
from relgraph.analysis.passages import read_source
from relgraph.analysis.paths.answer import Path, PathAnswer, Step
from relgraph.analysis.paths.wanted import STRONGEST, Wanted
from relgraph.analysis.timeline import timeline
from relgraph.analysis.totals import totals
from relgraph.export.graphml import graphml
from relgraph.facts.figures import Figure
from relgraph.facts.load import load
from relgraph.facts.sentences import sentence
from relgraph.facts.tiers import tier_label
from relgraph.graph.multigraph import build_graph
from relgraph.graph.ties import TIES, collect_ties
from relgraph.graph.views import EVERYTHING, select
from relgraph.layout import positions as layout
from relgraph.reading.dates import Date
from relgraph.webpage.data import nodes as page_nodes
from relgraph.webpage.data import payload as page
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from tests.fixture_types import Command
    from tests.world import World

    Told = dict[str, str]
    """By id of a fact, what a form of output tells of it."""


# What must be told


def wanted(dataset: Dataset, fact: Fact) -> Iterator[str]:
    """The words of a fact that must not be lost, some with others that do as well: this|that.

    What its sentence is to leave out is not among them.
    """
    kind, label = dataset.vocabulary.relations[fact.kind], dataset.names.label
    yield from (label(end.id) for end in fact.ends)
    yield from (label(one) for one in fact.per)
    if fact.is_inferred:
        yield "inferred by the curator"
    if fact.type and "kind" not in kind.unsaid:
        yield "|".join((fact.type.replace("-", " "), *kind.words.get(fact.type, {}).values()))
    if fact.tier and kind.rung is None and "tier" not in kind.unsaid:
        yield tier_label(dataset, fact)
    for name, value in fact.fields.items():
        if name not in kind.unsaid:
            yield from words(dataset, value)


def words(dataset: Dataset, value: object) -> Iterator[str]:
    """The words of a field: the years of dates, the digits of figures, names of actors, texts as they are."""
    match value:
        case Date():
            yield from re.findall(r"\d{4}", value.text)
        case Figure():
            yield value.digits if value.unit is None and value.bound is None else value.text
        case dict():
            yield from (word for one in value.values() for word in words(dataset, one))
        case tuple() | list():
            yield from (word for one in value for word in words(dataset, one))
        case str():
            yield dataset.names.label(value) if value in dataset.actors else value.replace("more-than", "more than")


def lacking(dataset: Dataset, fact: Fact, told: str) -> list[str]:
    """What a text that tells of a fact leaves out."""
    every = [*wanted(dataset, fact), *([fact.note] if fact.note else [])]
    lower = told.casefold()
    return [word for word in every if not any(one in lower for one in word.casefold().split("|"))]


# What is told


@cache
def facts() -> Dataset:
    """The facts of the articles."""
    return load(ROOT / "graph")


def blocks(lines: Iterable[str], indent: int) -> list[str]:
    """The blocks of lines that begin `indent` blanks from the left and go on further in; other lines end them."""
    found: list[str] = []
    inside = False
    for line in lines:
        depth = len(line) - len(line.lstrip(" ")) if line else -1
        if depth == indent:
            found.append(line)
        elif inside and depth > indent:
            found[-1] += f"\n{line}"
        inside = depth == indent or (inside and depth > indent)
    return found


def paired(facts_told: Iterable[Fact], told: Iterable[str]) -> Told:
    """What is told of each fact, where a form tells one after the other."""
    return {fact.id: text for fact, text in zip(facts_told, told, strict=True)}


def by_id(records: Iterable[Mapping[str, Any]], says: str) -> Told:
    """What the rows of a table, or plain records, tell of facts by their sentence and note."""
    return {record["id"]: f"{record[says]} {record.get('note') or ''}" for record in records}


def of_facts(form: str) -> Told:
    answer = list_facts(facts())
    if form == "text":
        return paired((held.fact for held in answer), blocks([*answer.lines()][:-1], 0))
    return by_id(answer.plain(), "text") if form == "json" else by_id(answer.rows(), "says")


def keep_worst(found: Told, told: Told) -> None:
    """Of what is told of a fact in several places, keep what leaves out most."""
    for one, text in told.items():
        fact = facts().by_id.get(one)
        if fact and (one not in found or len(lacking(facts(), fact, text)) > len(lacking(facts(), fact, found[one]))):
            found[one] = text


def of_dossiers(form: str) -> Told:
    """All that is told of a fact in the dossiers of all who stand in it."""
    found: Told = {}
    for one in sorted({end.id for fact in facts().all_facts for end in fact.ends}):
        answer = dossier(facts(), one)
        if form == "text":
            told = (held.fact for chapter in answer.chapters for held in chapter.facts)
            keep_worst(found, paired(told, blocks(answer.lines(), 2)))
        elif form == "json":
            keep_worst(found, by_id(chain.from_iterable(answer.plain()["facts"].values()), "text"))
        else:
            keep_worst(found, by_id(answer.rows(), "says"))
    return found


def of_pairs(form: str) -> Told:
    """What ties two of those who stand in a fact."""
    found: Told = {}
    for one, other in sorted({two for fact in facts().all_facts for two in combinations(standing(fact)[:2], 2)}):
        answer = between(facts(), one, other)
        if form == "text":
            lines = str(answer).partition("\ndirect (")[2].partition("\n\n")[0].splitlines()[1:]
            keep_worst(found, paired((held.fact for held in answer.direct), blocks(lines, 2)))
        else:
            keep_worst(
                found, by_id(answer.plain()["direct"], "text") if form == "json" else by_id(answer.rows(), "says")
            )
    return found


def standing(fact: Fact) -> list[str]:
    return sorted({end.id for end in fact.ends})


def of_paths(form: str) -> Told:
    """Every tie that paths may walk, each of them a path of one step, in either direction."""
    ties = collect_ties(facts(), EVERYTHING)
    found: Told = {}
    for one, other, tie in (
        (tie.source, tie.target, tie) for side in ties.between.values() for tie in chain(*side.values())
    ):
        searched = (len(ties.between), ties.pairs, ties.kinds, TIES, Wanted(), EVERYTHING, facts())
        answer = PathAnswer(one, other, STRONGEST, (Path((Step(one, other, (tie,)),), None),), 1, *searched)
        if form == "text":
            keep_worst(found, paired([tie.fact], blocks(answer.lines(), 3)))
        else:
            (told,) = answer.plain()["steps"][0]["ties"] if form == "json" else answer.rows()
            keep_worst(found, by_id([{**told, "id": tie.fact.id}], "text" if form == "json" else "tie"))
    return found


def of_timeline(form: str) -> Told:
    answer, plain = timeline(facts()), timeline(facts()).plain()
    if form == "json":
        return by_id([*(one["fact"] for one in plain["moments"]), *plain["undated"]], "text")
    if form == "rows":
        return by_id(answer.rows(), "says")
    lines = [*answer.lines(undated=True)]
    split = lines.index(answer.caption)
    dated = paired((one.held.fact for one in answer.moments), blocks(lines[:split], 0))
    return dated | paired((held.fact for held in answer.undated), blocks(lines[split + 1 :], 2))


def of_sources(form: str) -> Told:
    found: Told = {}
    for source in facts().library.cards:
        answer = read_source(facts(), source)
        if form == "text":
            told = [block for block in blocks(answer.lines(), 3) if not block.startswith("   no fact:")]
            keep_worst(found, paired((fact for passage in answer.passages for fact, _ in passage.facts), told))
        elif form == "json":
            keep_worst(found, by_id(chain(*(passage["facts"] for passage in answer.plain()["paragraphs"])), "says"))
        else:
            keep_worst(found, by_id((row for row in answer.rows() if "id" in row), "says"))
    return found


def of_counts(form: str) -> Told:
    answer = totals(facts())
    if form == "text":
        return paired((one.fact for one in answer), blocks(answer.lines(), 0))
    return by_id(answer.plain() if form == "json" else answer.rows(), "text")


EVERY_FORM = ("text", "json", "rows")


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize(
    ("told", "due"),
    [
        (of_facts, lambda fact: True),  # noqa: ARG005 - it tells every one
        (of_dossiers, lambda fact: True),  # noqa: ARG005 - as above
        (of_pairs, lambda fact: len(standing(fact)) > 1),
        (of_paths, lambda fact: fact.kind in {"partnership", "diplomatic-relations"} and not groups(fact)),
        (of_timeline, lambda fact: not fact.derived and fact.when.first is not None),
        (of_sources, lambda fact: bool(fact.evidence) and not fact.derived),
        (of_counts, lambda fact: fact.kind == "count"),
    ],
)
def test_nothing_that_changes_the_meaning_of_a_fact_is_lost(
    told: Callable[[str], Told], due: Callable[[Fact], bool], form: str
) -> None:
    assert_whole(told(form), (fact for fact in facts().all_facts if due(fact)))


def groups(fact: Fact) -> bool:
    """Whether a group stands in a fact, which no path walks."""
    return any(facts().actors[one].kind == "group" for one in standing(fact))


def assert_whole(told: Told, due: Iterable[Fact]) -> None:
    """Every fact that is due is told, and nothing of those told is lacking."""
    assert [fact.id for fact in due if fact.id not in told] == []
    lost = {one: lacking(facts(), facts().by_id[one], text) for one, text in told.items() if one in facts().by_id}
    assert {one: words for one, words in lost.items() if words} == {}


@pytest.mark.parametrize("output", ["csv", "md"])
@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("facts", lambda fact: True),  # noqa: ARG005 - it tells every one
        ("show vietnam", lambda fact: "vietnam" in standing(fact)),
        ("between kenya vietnam", lambda fact: {"kenya", "vietnam"} <= {*standing(fact)}),
        ("timeline", lambda fact: not fact.derived and fact.when.first is not None),
        ("read vns-2026", lambda fact: not fact.derived and fact.place.file.endswith("vns-2026.yaml")),
        ("counts", lambda fact: fact.kind == "count"),
    ],
)
def test_nothing_is_lost_in_the_tables_that_commands_print(
    relgraph: Command, asked: str, due: Callable[[Fact], bool], output: str
) -> None:
    printed = relgraph(*asked.split(), "--graph", ROOT / "graph", "--output", output).stdout
    rows = [*(csv.DictReader(printed.splitlines()) if output == "csv" else table(printed))]
    if asked == "counts":  # its rows have no id
        known = {sentence(facts(), fact): fact.id for fact in facts().all_facts}
        rows = [row | {"id": known[row["text"]]} for row in rows]
    rows = [row for row in rows if row["id"]]  # paragraphs without a fact have none

    assert_whole(by_id(rows, "text" if asked == "counts" else "says"), filter(due, facts().all_facts))


def table(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table in Markdown."""
    head, _, *rows = ([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in text.splitlines())
    return (dict(zip(head, row, strict=True)) for row in rows)


@pytest.fixture
def _anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every node stand at the same place: finding a better one takes longer than all the rest."""

    def nowhere(nodes: Iterable[str], *_: object, **__: object) -> dict[str, tuple[float, float]]:
        return dict.fromkeys(nodes, (0.0, 0.0))

    for module, name in ((layout, "positions"), (page_nodes, "placed")):
        monkeypatch.setattr(module, name, nowhere)


@pytest.mark.usefixtures("_anywhere")
def test_nothing_is_lost_in_graphml() -> None:
    root = ET.fromstring("".join(graphml(facts(), build_graph(facts()))))  # noqa: S314 - made here
    told: Told = {}
    for element in (one for one in root.iter() if one.tag.endswith(("}node", "}edge"))):
        about = {(data.get("key") or "")[2:]: data.text or "" for data in element}
        if "role" not in about and "fact" in about:
            told[about["fact"]] = f"{about.get('says') or about['label']} {about.get('note')}"
        told |= {
            one.id: f"{about['label']}: {about['figures']}" for one in figures() if one.at("of") == (element.get("id"),)
        }
    assert_whole(told, (held.fact for held in select(facts(), EVERYTHING)))


def figures() -> Iterator[Fact]:
    """The facts that are numbers said of somebody."""
    return (fact for fact in facts().facts if facts().vocabulary.relations[fact.kind].is_figure)


@pytest.mark.usefixtures("_anywhere")
def test_nothing_is_lost_in_the_page() -> None:
    told = page.payload(facts(), build_graph(facts()))["facts"]
    assert_whole(by_id(({**record, "id": one} for one, record in told.items()), "says"), facts().all_facts)


@pytest.mark.usefixtures("_anywhere")
def test_nothing_is_lost_in_the_steps_of_paths_on_the_page() -> None:
    made = page.payload(facts(), build_graph(facts()))
    told: Told = {}
    for one, record in made["facts"].items():
        for forward, back, source, target in record.get("steps", ()):
            ends = ("\ue000", facts().names.label(str(source))), ("\ue001", facts().names.label(str(target)))
            for number in (int(forward), int(back)):
                reading = made["paths"]["readings"][number]
                for sign, name in ends:
                    reading = reading.replace(sign, name)
                keep_worst(told, {one: f"{reading} {record.get('note')}"})

    assert len(told) > 50
    assert_whole(told, [])


# That it would be noticed


def test_whatever_is_left_out_is_noticed(world: World) -> None:
    dataset = world("""
        counts:
          - {of: vietnam, what: partners, says: more than 14, out_of: 200, parts: [{what: near, says: 6}], per: asean}
        visits: [{visitor: ruto, host: vietnam, kind: state, place: hanoi, topics: [tea, rice], note: a rumour}]
        statements: {s: {name: s, speaker: ruto, about: [kenya], says: all is well}}
        partnerships: [{of: vietnam, with: kenya, tier: csp, in_field: energy}]
        elections: [{elected: kenya, to: united-nations, votes: 180, term: 2026/2028}]
    """)

    for fact in dataset.facts:
        said = f"{sentence(dataset, fact)}; {fact.note}"
        every = [*wanted(dataset, fact), *([fact.note] if fact.note else [])]
        assert lacking(dataset, fact, said) == []
        assert len(every) > 2
        for word in every:
            assert word in lacking(dataset, fact, re.sub(re.escape(word), "", said, flags=re.IGNORECASE))


def test_lines_are_told_apart_by_how_far_in_they_stand() -> None:
    assert blocks(["a", "", "  b", "    c", "      d", "e", "    f", "  g"], 2) == ["  b\n    c\n      d", "  g"]
