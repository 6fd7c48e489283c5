"""A dataset: read once, never changed, and the same however its files are cut and ordered."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import MisuseError
from relgraph.facts.load import load
from relgraph.facts.unread import Unread
from relgraph.sources.paragraph import BY_INDEX, BY_TEXT
from tests.world import ACTORS, CARD, FRIENDSHIP, world_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import WriteFolder
    from tests.world import World


def test_a_folder_is_read_whole(world: World) -> None:
    dataset = world("""
        partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]
        events: {summit: {name: the Summit, host: kenya}}
    """)

    assert [fact.id for fact in dataset.facts] == ["summit", "talks:partnership:vietnam:two-powers:csp"]
    assert list(dataset.actors) == sorted(dataset.actors)
    assert dataset.nodes == (dataset.by_id["summit"],)
    assert dataset.all_facts == dataset.facts + dataset.derived
    assert set(dataset.by_id) == {fact.id for fact in dataset.all_facts}
    assert dataset.names.resolve("the summit") == "summit"
    assert list(dataset.library.cards) == ["talks"]


def test_who_held_an_office_holds_it_no_more(world: World) -> None:
    dataset = world("""
        holds:
          - {holder: cuong, office: president-of-vietnam}
          - {holder: ruto, office: president-of-vietnam, status: ended}
    """)

    assert dataset.holders == {"president-of-vietnam": ("cuong",)}


def test_a_vocabulary_beside_the_facts_is_read_first(world: World) -> None:
    dataset = world("friendships: [{of: kenya, with: egypt}]", {"graph/vocabulary.yaml": FRIENDSHIP})

    assert [fact.kind for fact in dataset.facts] == ["friendship"]
    assert not dataset.unread


def test_what_a_wrong_vocabulary_leaves_unread_is_named(dataset: WriteFolder) -> None:
    wrong = FRIENDSHIP.replace("form: tie", "form: knot")
    facts = "friendships: [{of: kenya, with: egypt}]\nvisits: [{visitor: kenya, host: egypt}]"
    loaded = load(dataset(world_files(facts, {"graph/vocabulary.yaml": wrong})) / "graph")

    assert [fact.kind for fact in loaded.facts] == ["visit"]
    assert loaded.unread == Unread(frozenset({"friendships"}))
    assert {problem.rule for problem in loaded.problems} == {"vocabulary"}


def test_everything_wrong_is_told_in_one_run(dataset: WriteFolder) -> None:
    folder = dataset(
        {
            "graph/actors/a.yaml": "countries: {kenya: {name: Kenya}, vietnam: {nam: Việt Nam}}",
            "graph/actors/b.yaml": "countries: {kenya: {name: Kenya again}}",
            "graph/talks.yaml": "source: talks\nvisits: [{visitor: kenya, host: vietnam, on: Feb 2025}]",
            "graph/bad.yaml": "a: *b",
            "seeds/talks.yaml": "{id: talks, titel: t}",
        }
    )
    loaded = load(folder / "graph")

    assert [str(problem).removeprefix(f"{folder}/") for problem in loaded.problems] == [
        "seeds/talks.yaml:1: titel is not a field here; did you mean title?",
        "graph/actors/a.yaml:1: nam is not a field here; did you mean name?",
        f"graph/actors/b.yaml:1: kenya is an actor already, at {folder}/graph/actors/a.yaml:1",
        "graph/bad.yaml:1: the alias *b is refused; write the value out, or put a text in quotes",
        'graph/talks.yaml:2: "Feb 2025" is not a date; write 2025-02, with ? if unsure',
    ]
    assert loaded.actors["kenya"].name == "Kenya"


def test_a_missing_folder_is_misuse(dataset: WriteFolder) -> None:
    folder = dataset({"graph/talks.yaml": "source: talks"})
    with pytest.raises(MisuseError, match="none: no such folder of facts"):
        load(folder / "none")
    with pytest.raises(MisuseError, match="seeds: no such folder of source cards"):
        load(folder / "graph")
    with pytest.raises(MisuseError, match=r"none: no such folder \(--texts\)"):
        load(folder / "graph", folder, folder / "none")


def test_an_empty_folder_is_a_dataset_without_facts(dataset: WriteFolder) -> None:
    folder = dataset({"graph/.gitkeep": "", "seeds/.gitkeep": ""})
    loaded = load(folder / "graph")

    assert (loaded.facts, loaded.derived, loaded.actors, loaded.problems) == ((), (), {}, ())


def test_seeds_and_texts_may_lie_elsewhere(dataset: WriteFolder) -> None:
    files = {"graph/x.yaml": "source: x", "cards/x.yaml": "{id: x, title: t, file: x.txt, paragraphs: {1: kenya}}"}
    folder = dataset({**files, "texts/x.txt": "Kenya"})

    assert load(folder / "graph", folder / "cards").library.state("x") == BY_INDEX
    assert load(str(folder / "graph"), folder / "cards", folder / "texts").library.state("x") == BY_TEXT


def test_a_folder_in_the_place_of_a_file_is_told(dataset: WriteFolder) -> None:
    folder = dataset({"graph/x.yaml/y": "", "seeds/.gitkeep": ""})

    assert [problem.message for problem in load(folder / "graph").problems] == ["cannot be read: not a regular file"]


SECTIONS: dict[str, Any] = {
    "partnerships": [
        {"of": "vietnam", "with": ["kenya", {"every": "two-powers"}], "tier": "csp", "since": "2025"},
        {"of": "kenya", "with": "egypt", "tier": "sp"},
        {"of": "kenya", "with": "egypt", "tier": "sp", "in_field": "tea"},
    ],
    "missions": {
        "m": {"sender": "kenya", "host": "vietnam", "kind": "embassy"},
        "n": {"sender": "egypt", "host": "kenya"},
    },
    "diplomatic_relations": [{"of": "vietnam", "with": "kenya"}],
}


def shuffled(node: Any, draw: st.DrawFn) -> Any:  # noqa: ANN401 - any tree
    """The same with records and keys in some other order; partners too, for each is a fact of its own."""
    if isinstance(node, dict):
        return {key: shuffled(node[key], draw) for key in draw(st.permutations(list(node)))}
    return [shuffled(item, draw) for item in draw(st.permutations(node))] if isinstance(node, list) else node


@st.composite
def orders(draw: st.DrawFn) -> tuple[Any, list[str]]:
    """The facts in some order, and an order in which the files of actors come."""
    return shuffled(SECTIONS, draw), draw(st.permutations(["a", "b"]))


def write(folder: Path, sections: Mapping[str, Any], names: list[str]) -> Path:
    """A dataset whose actors are cut into two files with these names."""
    countries, others = dedent(ACTORS).split("cities:")
    files = {
        f"graph/actors/{names[0]}.yaml": countries,
        f"graph/actors/{names[1]}.yaml": f"cities:{others}",
        "graph/talks.yaml": json.dumps({"source": "talks", **sections}),
        "seeds/talks.yaml": dedent(CARD),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "graph"


@pytest.mark.slow
@given(orders())
def test_neither_files_nor_records_nor_keys_need_an_order(
    tmp_path_factory: pytest.TempPathFactory, order: tuple[Any, list[str]]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "orders"
    expected = load(write(folder, SECTIONS, ["a", "b"]))
    found = load(write(folder, *order))

    assert found.problems == expected.problems == ()
    assert found.facts == expected.facts
    assert found.derived == expected.derived != ()
    assert found.corroborations == expected.corroborations != {}
    assert found.actors == expected.actors
    assert list(found.actors) == list(expected.actors)


def test_a_dataset_does_not_change_when_it_is_asked(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]")
    before = dataset.facts

    assert dataset.derived is dataset.derived
    assert dataset.facts is before
    with pytest.raises(AttributeError):
        dataset.facts = ()  # type: ignore[misc]


def test_the_facts_of_this_repository_are_read_without_a_problem(curated: Dataset) -> None:
    assert curated.problems == ()
    assert len({fact.id for fact in curated.all_facts}) == len(curated.all_facts)
