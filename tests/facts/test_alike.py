"""What is said of facts that are alike is made once, and is what would be said of each by itself."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from relgraph.facts import alike
from relgraph.facts.alike import Alike
from relgraph.facts.sentences import along, sentence
from relgraph.graph.steps import Steps
from relgraph.graph.views import Held
from relgraph.reading.dates import Truth, day_asked

if TYPE_CHECKING:
    import pytest

    from relgraph.facts.dataset import Dataset
    from tests.world import World

ARTICLES = """
countries:
  netherlands: {name: Netherlands, article: the}
  each: {name: Each Land}
  usual: {name: Usualland}
  umbra: {name: Umbra}
"""
ALIKE = """
partnerships:
  - {of: kenya, with: egypt, tier: csp, since: 2020}
  - {of: vietnam, with: kenya, tier: csp}
  - {of: netherlands, with: each, tier: csp}
  - {of: each, with: netherlands, tier: csp}
  - {of: umbra, with: usual, tier: csp, until: 1999}
  - {of: umbra, with: kenya, tier: csp, status: intended}
missions:
  post: {kind: embassy, sender: kenya, host: netherlands}
  seat: {kind: embassy, sender: netherlands, host: kenya}
  own: {kind: embassy, sender: vietnam, host: kenya, name: Lotus House}
  wide: {kind: embassy, sender: vietnam, host: kenya, covers: [kenya, umbra]}
  like: {kind: embassy, sender: kenya, host: umbra, covers: [umbra, egypt]}
  other: {kind: embassy, sender: egypt, host: kenya, covers: [vietnam, kenya]}
alliances:
  stays: {members: [kenya, egypt, vietnam]}
  left: {members: [egypt, vietnam, kenya]}
treaty_actions:
  - {participant: kenya, treaty: left, kind: withdrawal, on: 2005}
diplomatic_relations:
  - {of: umbra, with: egypt, per: kenya}
  - {of: umbra, with: vietnam, disputed: true}
"""
OWN = """
relations:
  calling:
    section: callings
    label: calling
    form: tie
    time: state
    statuses: [in-force, ended]
    status: in-force
    ends: {of: {types: [country]}, with: {types: [country]}}
    reads: {forward: "there is a {of} way ({with}'s) {braces}", back: "{with}: a {of} way"}
    words: {braces: "of {some} kind"}
"""
CALLINGS = """
callings: [{of: kenya, with: umbra}, {of: umbra, with: kenya}, {of: egypt, with: usual}, {of: usual, with: egypt}]
"""


def told_alike(dataset: Dataset) -> None:
    """Every fact, and every step of one, reads as it does by itself, whatever day is asked for."""
    assert not dataset.problems
    made, steps = Alike(dataset), Steps(dataset)
    for fact, day in product(dataset.all_facts, (None, day_asked("1990"), day_asked("2024"))):
        assert made.sentence(fact, day) == sentence(dataset, fact, day)
        for tie in steps.of(Held(fact, Truth.YES)):
            for start, end in ((tie.source, tie.target), (tie.target, tie.source)):
                read = along(dataset, fact, tie.walk, start, end, label=str.upper, day=day)
                assert made.along(fact, tie.walk, start, end, label=str.upper, day=day) == read


def test_facts_that_are_alike_read_as_each_by_itself(world: World) -> None:
    told_alike(world(ALIKE, {"graph/actors/more.yaml": ARTICLES}))


def test_a_word_that_fits_its_name_is_made_for_each(world: World) -> None:
    files = {"graph/actors/more.yaml": ARTICLES, "graph/vocabulary.yaml": OWN}
    told_alike(world(CALLINGS, files))


def test_the_curated_facts_read_as_each_by_itself(curated: Dataset) -> None:
    told_alike(curated)


def test_a_sentence_is_made_once_for_all_that_are_alike_with_somebody_at_several_ends_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(dataset: Dataset, fact: object, *more: object) -> str:
        made.append(fact.id)  # type: ignore[attr-defined]  # it is a fact
        return sentence(dataset, fact, *more)  # type: ignore[arg-type]  # as above

    monkeypatch.setattr(alike, "sentence", counted)
    dataset = world("""
        diplomatic_relations: [{of: kenya, with: [egypt, vietnam]}, {of: vietnam, with: egypt}]
        missions:
          one: {kind: embassy, sender: kenya, host: vietnam, covers: [vietnam, egypt]}
          two: {kind: embassy, sender: vietnam, host: egypt, covers: [egypt, kenya]}
    """)
    told = Alike(dataset)

    assert len({told.sentence(fact) for fact in dataset.facts}) == 5
    assert len(made) == 2
