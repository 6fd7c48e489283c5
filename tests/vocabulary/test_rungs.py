"""Which rungs may be set against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.vocabulary.load import load_vocabulary, shipped_vocabulary
from relgraph.vocabulary.rungs import UNRANKED, circular, rungs_of
from tests.world import ladder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.vocabulary.rungs import Rungs
    from tests.fixture_types import WriteFolder


def rungs(*compare: Mapping[str, str], **ladders: str) -> Rungs:
    """The rungs of ladders given as name="low mid high", with comparisons."""
    made = {name: ladder(name, rungs=text.split()) for name, text in ladders.items()}
    return rungs_of(shipped_vocabulary()._replace(ladders=made, compare=compare))


def test_rungs_of_one_ladder_stand_in_its_order() -> None:
    found = rungs(general="low mid high")
    low, mid, high = (found.class_of("general", rung) for rung in ("low", "mid", "high"))

    assert found.below(low, mid)
    assert found.below(low, high)
    assert not found.below(high, low)
    assert found.comparable(high, low)
    assert [found.height(one) for one in (UNRANKED, low, mid, high)] == [0, 1, 2, 3]


def test_a_rung_is_at_its_own_height() -> None:
    found = rungs(general="low")

    assert found.below(0, 0)


def test_no_rung_and_labels_beside_the_ladder_are_below_all() -> None:
    found = rungs(general="low")

    assert found.class_of("general", None) == found.class_of("general", "special") == UNRANKED
    assert found.below(UNRANKED, 0)


def test_ladders_that_nothing_compares_are_not_comparable() -> None:
    found = rungs(asia="low high", africa="gold")

    assert not found.comparable(found.class_of("asia", "high"), found.class_of("africa", "gold"))


def test_a_comparison_equates_two_rungs_and_orders_what_is_around_them() -> None:
    found = rungs({"asia": "mid", "africa": "gold"}, asia="low mid high", africa="silver gold")
    gold, mid = found.class_of("africa", "gold"), found.class_of("asia", "mid")

    assert gold == mid
    assert found.below(found.class_of("africa", "silver"), found.class_of("asia", "high"))
    assert not found.comparable(found.class_of("africa", "silver"), found.class_of("asia", "low"))
    assert found.height(mid) == 2


def test_comparisons_lead_on_from_one_to_the_next() -> None:
    found = rungs({"a": "x", "b": "x"}, {"b": "x", "c": "x"}, a="x", b="x", c="x y")

    assert found.class_of("a", "x") == found.class_of("c", "x")
    assert found.below(found.class_of("a", "x"), found.class_of("c", "y"))


def test_a_higher_class_has_a_higher_number() -> None:
    found = rungs({"a": "z", "b": "x"}, b="x y", a="w z")
    order = [found.class_of("a", "w"), found.class_of("a", "z"), found.class_of("b", "y")]

    assert order == sorted(order)
    assert len(set(order)) == 3


def test_a_rung_is_called_by_its_ladder_only_where_another_has_one_of_that_name() -> None:
    found = rungs({"asia": "low", "africa": "low"}, asia="low high", africa="low high gold")

    assert found.name(found.class_of("asia", "low")) == "low"
    assert found.name(found.class_of("asia", "high")) == "asia:high"
    assert found.name(found.class_of("africa", "gold")) == "gold"
    assert found.called("high") == sorted([found.class_of("asia", "high"), found.class_of("africa", "high")])
    assert found.called("africa:high") == [found.class_of("africa", "high")]
    assert found.called("bronze") == []


def test_the_highest_and_the_lowest_of_some_rungs() -> None:
    found = rungs(asia="low high", africa="gold")
    low, high, gold = (*found.called("low"), *found.called("high"), *found.called("gold"))

    assert found.highest([low, high, gold, UNRANKED]) == {high, gold}
    assert found.lowest([low, high, gold]) == {low, gold}
    assert found.lowest([high, UNRANKED]) == {UNRANKED}


def test_a_pair_tied_on_two_ladders_stands_above_both_rungs() -> None:
    plain = rungs({"asia": "top", "africa": "top"}, asia="low high top", africa="gold top")
    low, high, gold, top = (plain.called(rung)[0] for rung in ("low", "high", "gold", "top"))
    found = plain.joined([frozenset({high, gold})])
    both = len(plain.above)

    assert found.below(low, both)
    assert found.below(high, both)
    assert found.below(gold, both)
    assert not found.below(both, high)
    assert found.below(both, top)
    assert not found.below(top, both)
    assert found.name(both) == "high and gold"
    assert found.height(both) == 2


def test_idle_rungs_come_last_and_leave_their_names_to_others() -> None:
    made = {"general": ladder("general"), "asia": ladder("asia", "vietnam")}
    vocabulary = shipped_vocabulary()._replace(ladders=made, compare=({"general": "low", "asia": "low"},))
    found = rungs_of(vocabulary, [("general", "mid"), ("general", "high")])
    high, low, idle = found.class_of("asia", "high"), found.class_of("asia", "low"), found.class_of("general", "high")

    assert found.idle == {idle, found.class_of("general", "mid")} == {len(found.above) - 2, len(found.above) - 1}
    assert (found.called("high"), found.called("general:high")) == ([high], [idle])
    assert (found.name(high), found.name(idle)) == ("high", "general:high")
    assert found.below(low, idle)


def test_a_rung_of_the_general_ladder_leaves_its_name_to_that_of_an_owner() -> None:
    made = {"general": ladder("general"), "asia": ladder("asia", "vietnam")}
    found = rungs_of(shipped_vocabulary()._replace(ladders=made, compare=()))

    assert [found.name(found.class_of(one, "high")) for one in made] == ["general:high", "high"]
    assert len(found.called("high")) == 2


def test_ladders_of_kinds_rank_paths_where_they_say_so_or_are_compared() -> None:
    kinds = ladder("posts", rungs=["small", "large"])._replace(kinds=("accreditation",), path=False)
    made = {"general": ladder("general"), "posts": kinds}
    vocabulary = shipped_vocabulary()._replace(ladders=made, compare=())

    assert rungs_of(vocabulary).called("large") == []
    assert len(rungs_of(vocabulary._replace(ladders={**made, "posts": kinds._replace(path=True)})).called("large")) == 1
    compared = rungs_of(vocabulary._replace(compare=({"posts": "large", "general": "low"},)))
    assert compared.class_of("posts", "large") == compared.class_of("general", "low")


def test_comparisons_may_not_put_a_rung_above_itself(dataset: WriteFolder) -> None:
    folder = dataset(
        {
            "vocabulary.yaml": """
                ladders:
                  africa: {owner: kenya, rungs: {silver: silver, gold: gold}}
                compare:
                  - {africa: silver, general: csp}
                  - {africa: gold, general: cp}
            """
        }
    )

    _, problems = load_vocabulary(folder / "vocabulary.yaml", "vocabulary.yaml")

    assert "put gold of africa above itself" in "\n".join(map(str, problems))
    assert circular(shipped_vocabulary()) == []
