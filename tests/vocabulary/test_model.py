"""What can be asked of a vocabulary."""

from __future__ import annotations

import json

from relgraph.vocabulary.kinds import TIMES, Effect
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.load import shipped_vocabulary

VIETNAM = Ladder("vietnam", "the ladder", {"relations": "relations", "cp": "Comprehensive Partnership"}, ("vietnam",))


def test_rungs_count_from_one_and_labels_beside_have_no_height() -> None:
    ladder = VIETNAM._replace(beside={"special": "special relations"})

    assert [ladder.height(tier) for tier in ("relations", "cp", "special", "nothing")] == [1, 2, 0, 0]
    assert [ladder.label_of(tier) for tier in ("cp", "special", "nothing")] == [
        "Comprehensive Partnership",
        "special relations",
        "nothing",
    ]


def test_a_pair_stands_on_the_ladder_of_the_first_who_has_one() -> None:
    vocabulary = shipped_vocabulary()._replace(ladders={**shipped_vocabulary().ladders, "vietnam": VIETNAM})

    assert vocabulary.ladder_of("kenya", "vietnam").id == "vietnam"
    assert vocabulary.ladder_of("kenya", "malaysia").id == "general"
    assert vocabulary.ladder_of().id == "general"


def test_every_owner_of_a_pair_has_its_ladder_looked_at() -> None:
    vocabulary = shipped_vocabulary()._replace(ladders={**shipped_vocabulary().ladders, "vietnam": VIETNAM})
    both = vocabulary._replace(ladders={**vocabulary.ladders, "kenya": VIETNAM._replace(id="kenya", owners=("kenya",))})

    assert [ladder.id for ladder in both.ladders_of("kenya", "vietnam")] == ["kenya", "vietnam"]
    assert [ladder.id for ladder in vocabulary.ladders_of("kenya", "vietnam")] == ["vietnam"]
    assert [ladder.id for ladder in vocabulary.ladders_of("kenya", "malaysia")] == ["general"]


def test_a_tier_that_the_general_ladder_alone_has_stands_on_that() -> None:
    general = Ladder("general", "general", {"relations": "diplomatic relations", "friends": "friends"})
    vocabulary = shipped_vocabulary()._replace(ladders={"general": general, "vietnam": VIETNAM})

    assert vocabulary.ladder_with("relations", "vietnam").id == "vietnam"
    assert vocabulary.ladder_with("friends", "vietnam").id == "general"
    assert vocabulary.ladder_with("nothing", "vietnam").id == "vietnam"
    assert vocabulary.ladder_with("cp", "kenya").id == "general"


def test_a_kind_knows_its_form_its_pair_and_its_dates() -> None:
    relations = shipped_vocabulary().relations
    tie, node, figure = relations["partnership"], relations["mission"], relations["count"]

    assert [(kind.is_tie, kind.is_node, kind.is_figure) for kind in (tie, node, figure)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert [kind.pair for kind in (tie, node, figure)] == [("of", "with"), ("sender", "host"), ("of",)]
    assert [tie._replace(time=time).dates for time in TIMES] == [
        ("on",),
        ("since", "until", "seen"),
        ("on", "since", "until", "seen"),
        (),
    ]


def test_sections_lead_to_kinds() -> None:
    vocabulary = shipped_vocabulary()
    country, partnership = vocabulary.actor_section("countries"), vocabulary.relation_section("partnerships")

    assert country is vocabulary.actors["country"]
    assert partnership is vocabulary.relations["partnership"]
    assert vocabulary.actor_section("partnerships") is None
    assert vocabulary.relation_section("countries") is None


def test_several_are_called_by_the_words_of_the_section_unless_better_is_said() -> None:
    relations = shipped_vocabulary().relations

    assert relations["consular-case"].plural_label == "consular cases"
    assert relations["hold"].plural_label == "offices held"
    assert relations["hold"]._replace(plural=None).plural_label == "holds"


def test_a_status_has_an_effect_on_the_world() -> None:
    vocabulary = shipped_vocabulary()

    assert vocabulary.effect("explored") is Effect.PLANNED
    assert vocabulary.effect("signed") is Effect.AGREED
    assert vocabulary.effect("in-force") is Effect.CURRENT


def test_what_has_come_about_binds_and_only_what_is_signed_must_be_qualified() -> None:
    assert [effect for effect in Effect if effect.binds] == ["agreed", "current", "occurred"]
    assert [effect for effect in Effect if effect.is_so] == ["current", "occurred"]
    assert [effect for effect in Effect if effect.over] == ["ended"]


def test_an_effect_is_written_as_its_word() -> None:
    assert (str(Effect.ENDED), f"{Effect.ENDED}", json.dumps(Effect.ENDED)) == ("ended", "ended", '"ended"')
