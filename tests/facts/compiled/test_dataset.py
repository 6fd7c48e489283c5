"""What is kept of a dataset answers as the dataset does: of worlds made up by chance, of the field, of the articles."""

from __future__ import annotations

import json
import random
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.analysis.dossier import dossier
from relgraph.analysis.gaps import gaps
from relgraph.analysis.listing import list_facts
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import ORDERS, Wanted
from relgraph.analysis.timeline import timeline
from relgraph.analysis.totals import totals
from relgraph.errors import MisuseError
from relgraph.facts.compiled import load as loading
from relgraph.facts.compiled.dataset import CompiledDataset, packed
from relgraph.facts.compiled.pages import Pages
from relgraph.facts.dataset import Dataset
from relgraph.facts.load import found_in
from relgraph.graph.ties import SCOPES
from relgraph.graph.views import View, select
from relgraph.graph.weighing import PLAIN, Weighing
from relgraph.reading.place import Place, Problem
from relgraph.store.kept import DamagedStoreError, Kept, made
from relgraph.store.shelf import Shelf, Workings, digest
from tests.webpage.random_worlds import DAYS, made_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relgraph.analysis.answer import Answer
    from tests.world import World

VIEWS = st.builds(
    View,
    as_of=st.sampled_from([None, *DAYS]),
    known=st.sampled_from([None, None, *DAYS]),
    kinds=st.sampled_from([None, None, frozenset({"partnership"}), frozenset({"mission", "agreement"})]),
    statuses=st.sampled_from([frozenset[str](), frozenset({"all"}), frozenset({"intended"})]),
    certain=st.booleans(),
    stated=st.booleans(),
)


def compiled(dataset: Dataset, workings: Workings | None = None) -> CompiledDataset:
    """The dataset as it comes back from its bytes."""
    read = Dataset(dataset.graph, dataset.vocabulary, {}, (), dataset.library, dataset.problems, files=dataset.files)
    if workings is not None:
        vars(read)["workings"] = workings
    return CompiledDataset(read, Pages(Kept(made(packed(dataset)))))


@cache
def world_of(seed: int) -> tuple[Dataset, CompiledDataset]:
    dataset = made_up(random.Random(seed))  # noqa: S311 - chance, not secrets
    return dataset, compiled(dataset)


SEEDS = st.integers(0, 10_000)
WEIGHINGS = [
    PLAIN,
    Weighing(direction="both", weight="count"),
    Weighing(direction="in"),
    Weighing(weight="amount:USD"),
    Weighing("shared"),
]


def told(ask: Callable[[], Answer]) -> object:
    """All that an answer says, or the misuse that it is."""
    try:
        answer = ask()
    except MisuseError as error:
        return str(error)
    return list(answer.lines()), list(answer.rows()), json.dumps(answer.plain())


def exactly(facts: object) -> str:
    """Facts as they are written out, their places too, which take no part in equality."""
    return repr([(*fact, *(one.place for one in fact.evidence)) for fact in facts])  # type: ignore[attr-defined]


@settings(max_examples=30)
@given(SEEDS)
def test_every_part_of_a_dataset_comes_back(seed: int) -> None:
    dataset, again = world_of(seed)
    for name in ("facts", "stated", "standing", "derived", "all_facts", "nodes"):
        assert exactly(getattr(again, name)) == exactly(getattr(dataset, name)), name
    for name in (
        "by_id",
        "written",
        "corroborations",
        "conflicts",
        "at_end",
        "concerning",
        "written_of_kind",
        "stated_of_kind",
        "citing",
    ):
        assert dict(getattr(again, name)) == dict(getattr(dataset, name)), name
    assert (again.actors, again.kinds) == (dataset.actors, dataset.kinds)
    assert again.kinds_of_nodes == dataset.kinds_of_nodes
    assert dict(again.names.by_name) == dict(dataset.names.by_name)
    assert again.names.articles == dataset.names.articles
    for one in dataset.by_id.keys() | dataset.actors.keys():
        assert again.names.all_of(one) == dataset.names.all_of(one)
        assert again.names.inside(one) == dataset.names.inside(one)


@pytest.mark.slow
@settings(max_examples=40)
@given(SEEDS, VIEWS)
def test_the_same_is_listed_and_told_of_each(seed: int, view: View) -> None:
    dataset, again = world_of(seed)
    assert select(again, view) == select(dataset, view)
    for one in dataset.actors:
        assert told(lambda: dossier(again, one, view)) == told(lambda: dossier(dataset, one, view))  # noqa: B023 - at once
    asks: list[Callable[[Dataset], Answer]] = [
        lambda one: gaps(one, view.belief),
        lambda one: totals(one, view.belief),
        lambda one: timeline(one, view=view),
    ]
    for ask in asks:
        assert told(lambda: ask(again)) == told(lambda: ask(dataset))  # noqa: B023 - at once
    for about in ((), ("a",), ("a", "b"), ("b", "some")):
        assert told(lambda: list_facts(again, view, about)) == told(lambda: list_facts(dataset, view, about))  # noqa: B023


@pytest.mark.slow
@settings(max_examples=40)
@given(SEEDS, VIEWS, st.sampled_from(ORDERS), st.sampled_from(SCOPES), st.integers(0, 3))
def test_the_same_paths_are_found_at_once_and_later(
    tmp_path_factory: pytest.TempPathFactory, seed: int, view: View, by: str, scope: str, most: int
) -> None:
    dataset, _ = world_of(seed)
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    wanted = Wanted(by=by, most=most, scope=scope)
    ends = [("a", "b"), ("a", "c"), ("d", "b")]
    answers = [told(lambda: find_path(dataset, *pair, wanted, view)) for pair in ends]  # noqa: B023 - at once
    for _ in range(2):  # the second time the network is there
        again = compiled(dataset, Workings(shelf, digest(b"world")))
        assert [told(lambda: find_path(again, *pair, wanted, view)) for pair in ends] == answers  # noqa: B023


@pytest.mark.slow
@settings(max_examples=40)
@given(SEEDS, VIEWS, st.tuples(st.sampled_from(WEIGHINGS), st.booleans()))
def test_the_same_stand_high_at_once_and_later(
    tmp_path_factory: pytest.TempPathFactory, seed: int, view: View, asked: tuple[Weighing, bool]
) -> None:
    dataset, _ = world_of(seed)
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))

    weighing, isolates = asked

    def answers(dataset: Dataset) -> list[object]:
        names = ("strength", "degree", "bridges", "communities")
        asks = (partial(rank, dataset, name, view, isolates=isolates, weighing=weighing) for name in names)
        return list(map(told, asks))

    first = answers(dataset)
    for _ in range(2):  # the second time the network is there
        assert answers(compiled(dataset, Workings(shelf, digest(b"world")))) == first


@pytest.mark.slow
def test_the_curated_facts_come_back(curated: Dataset) -> None:
    again = compiled(curated)
    assert exactly(again.all_facts) == exactly(curated.all_facts)
    assert repr(list(again.actors.values())) == repr(list(curated.actors.values()))
    assert [one.place for one in again.actors.values()] == [one.place for one in curated.actors.values()]
    assert [one.declared for one in again.actors.values()] == [one.declared for one in curated.actors.values()]
    for one in curated.actors:
        assert told(lambda: dossier(again, one)) == told(lambda: dossier(curated, one))  # noqa: B023 - at once
    assert told(lambda: list_facts(again)) == told(lambda: list_facts(curated))


def test_each_fact_is_one_record(world: World) -> None:
    again = compiled(world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp, since: 2025}]"))
    fact = again.by_id["csp"]

    assert again.at_end["kenya"][0] is fact
    assert again.facts[0] is fact
    assert again.by_id.get("vietnam") is None
    assert again.by_id[again.derived[0].id] is again.derived[0]
    assert again.written.keys() == {"csp"}


def test_only_what_is_asked_for_is_unpacked(world: World) -> None:
    names = [f"land-{number}" for number in range(30)]
    lands = "countries:\n" + "".join(f"  {name}: {{name: {name}}}\n" for name in ("hub", *names))
    facts = "partnerships:\n" + "".join(f"  - {{of: hub, with: {name}, tier: cp}}\n" for name in names)
    again = compiled(world(facts, {"graph/actors/lands.yaml": lands}))

    found = list_facts(again, about=["hub", "land-7"])

    assert {held.fact.pair for held in found} == {("hub", "land-7")}
    assert len(again._pages._facts) == len(found)  # noqa: SLF001 - nothing else tells what was unpacked


def test_conflicts_are_read_in_a_row_but_once_though_there_are_none(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = compiled(world("partnerships: [{of: kenya, with: [vietnam, egypt, france, russia], tier: cp}]"))
    read: list[str] = []

    def texts(section: str) -> Iterator[tuple[str, str]]:
        read.append(section)
        return iter(())

    monkeypatch.setattr(again._pages, "texts", texts)  # noqa: SLF001 - as above

    assert [again.conflicts.get(str(number)) for number in range(30)] == [None] * 30
    assert read == ["conflict"]


def test_no_fact_is_unpacked_for_a_name(world: World) -> None:
    embassy = "name: Embassy in Hanoi, aliases: [Compound], article: the, kind: embassy, sender: kenya, host: vietnam"
    dataset = world(f"missions: {{embassy: {{{embassy}}}, office: {{kind: consulate, sender: kenya, host: vietnam}}}}")
    again = compiled(dataset)

    assert [again.names.resolve(name) for name in ("embassy in hanoi", "Compound", "office")] == ["embassy"] * 2 + [
        "office"
    ]
    assert (again.names.inside("embassy"), again.names.label("office")) == ("the Embassy in Hanoi", "office")
    assert again.names.suggestions("Embassy in Hanoy") == dataset.names.suggestions("Embassy in Hanoy") == ("embassy",)
    assert again._pages._facts == {}  # noqa: SLF001 - nothing else tells what was unpacked


@pytest.mark.parametrize("row", ["[]", "{}", "7", '"x"', "[1,2,3,4,5,6,7,8,9,10]", "no json", "[" * 5000])
def test_a_row_of_another_shape_is_damage(world: World, row: str) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")
    sections = {name: list(texts) for name, texts in packed(dataset).items()}
    sections["fact"][0] = (0, row)
    read = Dataset(dataset.graph, dataset.vocabulary, {}, (), dataset.library)

    with pytest.raises(DamagedStoreError):
        list(CompiledDataset(read, Pages(Kept(made(sections)))).all_facts)


def test_with_other_facts_it_is_a_dataset_like_any(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")

    assert compiled(dataset).with_facts(dataset.facts) == dataset


def test_names_of_a_time_and_notes_come_back(world: World) -> None:
    actor = "countries: {siam: {name: Siam, names: [{name: Old Siam, until: 1939}, {name: New Siam, since: 1945}]}}"
    dataset = world("partnerships: [{id: csp, of: vietnam, with: siam, tier: csp}]", {"graph/actors/siam.yaml": actor})
    again = compiled(dataset)

    assert again.actors["siam"].names == dataset.actors["siam"].names != ()
    assert len(again.at_end) == len(dataset.at_end) == 2
    note = Problem(Place("graph/talks.yaml", 3, 5), "passed-over", "not read", "note")
    pages = Pages(Kept(made(packed(dataset, [note]))))
    assert pages.part("notes", lambda notes: [*map(pages.unpacker.problem, notes)]) == [note]


def test_a_part_or_a_fact_that_is_missing_is_damage(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")
    with pytest.raises(DamagedStoreError):
        Pages(Kept(made({})))
    with pytest.raises(DamagedStoreError):
        Pages(Kept(made(packed(dataset)))).fact(1000)


def test_a_fact_that_was_withdrawn_on_no_day_is_damage(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: kenya, tier: csp, withdrawn: {on: 2026, why: misread}}]")
    sections = {name: list(texts) for name, texts in packed(dataset).items()}
    ((number, row),) = [(at, text) for at, text in sections["fact"] if "misread" in text]
    sections["fact"] = [(number, row.replace('["2026","misread"]', '["unknown","misread"]'))]

    assert Pages(Kept(made(packed(dataset)))).fact(int(number)).withdrawn is not None
    with pytest.raises(DamagedStoreError):
        Pages(Kept(made(sections | {"fact": sections["fact"]}))).fact(int(number))


def test_what_is_damaged_within_is_read_anew(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "FEWEST", 1)
    monkeypatch.setattr(loading, "FEWEST_BYTES", 1)
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")
    shelf = Shelf(tmp_path / "kept")
    shelf.keep(loading.key_of(found_in(dataset.graph, None, None)), {})

    again = loading.load_kept(dataset.graph, shelf=shelf)

    assert [fact.id for fact in again.facts] == ["csp"]


@pytest.mark.parametrize("more", ["", ", despite: [not]", ", inferred: yes", ", despite: [not], inferred: yes"])
def test_a_citation_comes_back_with_what_speaks_against_it_and_that_it_is_inferred(world: World, more: str) -> None:
    dataset = world(f"visits: [{{visitor: ruto, host: vietnam, on: 2025, evidence: {{p: 1, terms: [csp]{more}}}}}]")

    assert exactly(compiled(dataset).facts) == exactly(dataset.facts)
    assert dataset.facts[0].evidence[0][3:5] == (("not",) * ("despite" in more), "inferred" in more)
