"""Whatever datasets say: one with its copy is itself, their order changes no fact, and none is lost."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.facts.load import load
from relgraph.facts.united.dataset import UnitedDataset
from tests.several import Small, relations, tie, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset

IDS = ("kenya", "vietnam", "northland", "southland", "ke", "x")
NAMES = ("Kenya", "Northland", "Vietnam", "Elsewhere")

codes = st.dictionaries(st.sampled_from(("cow", "gw")), st.sampled_from(("1", "2", "3")), max_size=2)
iso = st.sampled_from(("", "KE", "VN"))
actors = st.dictionaries(st.sampled_from(IDS), st.tuples(st.sampled_from(NAMES), iso, codes), max_size=4)
years = st.sampled_from(("", ", since: 1973", ", since: 1975", ", since: 1975, status: ended, until: 1980"))
ties = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), years), max_size=4, unique=True)


def _small(actors: dict[str, tuple[str, str, dict[str, str]]], ties: list[tuple[str, str, str]], source: str) -> Small:
    entries = "".join(
        f"  {one}: {{name: {name}{f', iso: {iso}' if iso else ''}, codes: {{{_flow(codes)}}}}}\n"
        for one, (name, iso, codes) in actors.items()
    )
    told = [tie(one, other, more) for one, other, more in ties if one != other]
    return Small(f"countries:\n{entries}" if entries else "", relations(*told) if told else "", source)


def _flow(codes: dict[str, str]) -> str:
    return ", ".join(f'{scheme}: "{code}"' for scheme, code in codes.items())


sources = st.sampled_from(("", "gazette"))
smalls = st.builds(_small, actors, ties, sources)


def _with_folder(try_: Callable[[Path], None]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        try_(folder)
    finally:
        shutil.rmtree(folder)


def _said(dataset: Dataset) -> list[tuple[object, ...]]:
    """Every fact without what follows the order of the datasets: names, and which record stands for several."""
    told = [
        (fact.kind, sorted(fact.pair), fact.status, str(fact.when), sorted(map(str, fact.evidence)))
        for fact in dataset.all_facts
    ]
    return sorted(told, key=str)


@settings(max_examples=20)
@given(smalls)
def test_one_with_its_copy_is_itself(small: Small) -> None:
    def try_(folder: Path) -> None:
        one, copy = write(folder, a=small._replace(source="gazette"), b=small._replace(source="gazette"))
        assert load([one, copy]) == load(one)

    _with_folder(try_)


@settings(max_examples=20)
@given(smalls, smalls, smalls)
def test_the_order_of_datasets_changes_no_fact_and_no_id(one: Small, other: Small, third: Small) -> None:
    def try_(folder: Path) -> None:
        folders = write(folder, a=one, b=other, c=third)
        dataset, turned = load(folders), load(folders[::-1])
        assert list(dataset.actors) == list(turned.actors)
        assert _said(dataset) == _said(turned)
        assert dataset.files == turned.files
        assert [fact.id for fact in dataset.facts] == [fact.id for fact in turned.facts]

    _with_folder(try_)


@settings(max_examples=30)
@given(smalls, smalls)
def test_no_fact_and_no_actor_is_lost_and_none_is_made(one: Small, other: Small) -> None:
    def try_(folder: Path) -> None:
        both = load(write(folder, a=one, b=other))
        if not isinstance(both, UnitedDataset):
            return  # copies of each other
        alone = [part.dataset for part in both.parts]
        for part, names in both.named:
            assert {names.ids[actor] for actor in part.dataset.actors} <= both.actors.keys()
            meant = {both.names.resolve(part.qualified(actor)) for actor in part.dataset.actors}
            assert len(meant) == len(part.dataset.actors)
            for fact in part.dataset.facts:
                found = both.written[names.ids[fact.id]]
                assert names.ids[fact.id] in both.by_id
                assert [end.id for end in found.ends] == [names.ids[end.id] for end in fact.ends]
                assert (found.status, found.kind) == (fact.status, fact.kind)
        assert len(both.facts) <= sum(len(dataset.facts) for dataset in alone)
        assert {fact.place for fact in both.facts} <= {fact.place for dataset in alone for fact in dataset.facts}

    _with_folder(try_)


@settings(max_examples=15)
@given(ties)
def test_two_in_which_everyone_has_a_code_are_one_where_they_say_the_same(said: list[tuple[str, str, str]]) -> None:
    def try_(folder: Path) -> None:
        everyone = {
            one: ("A country", "", {"own": str(number)})
            for number, one in enumerate(IDS)
            if one not in ("kenya", "vietnam")
        }
        small = _small(everyone, said, "gazette")
        one, other = write(folder, a=small, b=small._replace(actors=f"# other bytes\n{small.actors}"))
        both, alone = load([one, other]), load(one)
        assert both.sets
        assert both.facts == alone.facts
        assert both.all_facts == alone.all_facts
        assert both.actors == alone.actors

    _with_folder(try_)
