"""What a dataset does to the vocabulary that ships: adds to it, words it otherwise, switches parts of it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.sentences import sentence
from relgraph.graph.ties import collect_ties
from relgraph.vocabulary.load import shipped_vocabulary
from tests.vocabulary.entries import PACT, read, told

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.world import World


def widened(world: World, vocabulary: str, facts: str) -> Dataset:
    """A dataset with a vocabulary of its own, in which reading found nothing wrong."""
    dataset = world(facts, {"graph/vocabulary.yaml": vocabulary})
    assert dataset.problems == ()
    return dataset


def test_a_narrower_kind_is_added_to_those_that_ship(world: World) -> None:
    dataset = widened(
        world,
        "relations: {measure: {kinds: [cattle-ban, sanction]}}",
        "measures: [{issuer: kenya, target: egypt, kind: cattle-ban}, {issuer: kenya, target: egypt, kind: sanction}]",
    )

    assert [fact.type for fact in dataset.facts] == ["cattle-ban", "sanction"]
    assert dataset.vocabulary.relations["measure"].kinds == (
        *shipped_vocabulary().relations["measure"].kinds,
        "cattle-ban",
    )


def test_a_narrower_kind_brings_its_words_along(world: World) -> None:
    dataset = widened(
        world,
        "relations: {measure: {kinds: {cattle-ban: {as: a ban on cattle}}}}",
        "measures: [{issuer: kenya, target: egypt, kind: cattle-ban}]",
    )

    assert sentence(dataset, dataset.facts[0]) == "Kenya maintains a ban on cattle against Egypt"


def test_types_of_an_end_fields_and_statuses_are_added(world: World) -> None:
    dataset = widened(
        world,
        """
        statuses: {frozen: {label: frozen, effect: ended}}
        relations:
          support:
            statuses: [frozen]
            ends: {supported: {types: [city]}}
            fields: {since_when: text}
        """,
        "supports: [{supporter: kenya, supported: nairobi, status: frozen, since_when: long ago}]",
    )

    assert sentence(dataset, dataset.facts[0]) == "Kenya formerly supported Nairobi; since when: long ago"


def test_readings_and_labels_in_another_language_take_the_place_of_those_that_ship(world: World) -> None:
    dataset = widened(
        world,
        """
        relations:
          diplomatic-relations:
            label: Diplomatische Beziehungen
            reads: {forward: "{of} unterhält Beziehungen zu {with}"}
        """,
        "diplomatic_relations: [{of: kenya, with: egypt}]",
    )

    assert sentence(dataset, dataset.facts[0]) == "Kenya unterhält Beziehungen zu Egypt"
    assert dataset.vocabulary.relations["diplomatic-relations"].label == "Diplomatische Beziehungen"


def test_paths_go_through_the_kinds_of_actor_that_are_walked(world: World) -> None:
    cities = "missions: {m: {sender: kenya, host: egypt, seat: cairo}}\ncooperations: [{of: kenya, with: egypt}]"
    shipped = collect_ties(world(cities))
    walked = collect_ties(widened(world, "relations: {cooperation: {path: true}}", cities))

    assert "cooperation" not in shipped.kinds
    assert "cooperation" in walked.kinds
    assert shipped_vocabulary().walked == {"country", "territory", "body"}
    dataset = widened(world, "actors: {organisation: {walked: true}}", cities)
    assert dataset.vocabulary.walked == {"country", "territory", "body", "organisation"}


def test_a_tie_of_ones_own_takes_part_in_paths_unless_it_says_otherwise(tmp_path: Path) -> None:
    assert read(tmp_path, PACT)[0].relations["pact"].path
    assert not read(tmp_path, f"{PACT}    path: false\n")[0].relations["pact"].path


def test_a_ladder_that_ships_is_replaced_or_switched_off(tmp_path: Path) -> None:
    owned, problems = read(tmp_path, "ladders: {general: {rungs: {relations: relations, entente: entente}}}")

    assert problems == []
    assert list(owned.ladders["general"].rungs) == ["relations", "entente"]
    assert read(tmp_path, "ladders_off: [nobodys]")[1] == ["v.yaml:1: ladders_off: nobodys is not a ladder"]


def test_kinds_that_are_switched_off_are_unknown_and_nothing_refers_to_them(tmp_path: Path) -> None:
    vocabulary, problems = read(tmp_path, "kinds_off: [event, diplomatic-relations, mission]")

    assert problems == []
    assert not vocabulary.relations.keys() & {"event", "diplomatic-relations", "mission"}
    assert "event" not in vocabulary.relations["visit"].roles["occasion"].types
    assert vocabulary.relations["partnership"].implies == ()
    assert vocabulary.relations["diplomatic-step"].closes == ()


def test_a_rule_that_ends_something_is_switched_off_by_its_id(tmp_path: Path) -> None:
    vocabulary, problems = read(tmp_path, "rules_off: [relations-severed]")

    assert problems == []
    assert [rule.id for rule in vocabulary.relations["diplomatic-step"].closes] == ["mission-closed"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "relations: {visit: {section: trips}}",
            "v.yaml:1: section of an entry that ships with relgraph stays as it is",
        ),
        ("relations: {visit: {form: node}}", "v.yaml:1: form of an entry that ships with relgraph stays as it is"),
        (
            "statuses: {ended: {effect: current}}",
            "v.yaml:1: effect of an entry that ships with relgraph stays as it is",
        ),
        ("relations: {visit: {kinds: {a: [b]}}}", "v.yaml:1: a must be a mapping"),
        ("relations: {visit: {kinds: [[a]]}}", "v.yaml:1: kinds must be text or a list of texts"),
        ("relations: {visit: {ends: {visitor: {types: [cuntry]}}}}", "cuntry cannot stand at the end visitor"),
        ("relations: {visit: {statuses: [maybe]}}", "maybe is not a status"),
        ("relations: {visit: {fields: {host: text}}}", "the end host is called like a field"),
        ("relations: {visit: {reads: {forward: '{traveller} came'}}}", "{traveller} means nothing"),
        (
            "relations: {measure: {words: {issuer: x}}}",
            "measure: the word issuer stands for something else already: choose another name",
        ),
        (
            "relations: {visit: {implies: {kind: measure, from: visitor, to: host, rule: r, gives: ban}}}",
            "visit: ban is not a kind of measure",
        ),
        (
            "relations: {visit: {closes: {kind: count, from: visitor, to: host, rule: r, kinds: [stay]}}}",
            "visit: closes count, which is neither a tie nor a node",
        ),
        (
            "relations: {visit: {closes: {kind: event, from: visitor, to: host, rule: r, named: occassion}}}",
            "visit: occassion is not one of its ends; did you mean occasion?",
        ),
        (
            "relations: {membership: {details: [sinse]}}",
            "membership: details: sinse is not one of its fields; did you mean since?",
        ),
        ("relations: {visit: x}", "v.yaml:1: visit must be a mapping of fields"),
        ("kinds_off: [visits]", "v.yaml:1: kinds_off: visits is not a kind of relation; did you mean visit?"),
    ],
)
def test_what_cannot_be_is_told_and_the_entry_that_ships_stays_in_force(
    tmp_path: Path, text: str, problem: str
) -> None:
    vocabulary, _ = read(tmp_path, text)

    assert any(problem in line for line in told(tmp_path, text))
    assert vocabulary._replace(aside=frozenset()) == shipped_vocabulary()
