"""A network at its thresholds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.graph import network as networks
from relgraph.graph.network import Layer, Network
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.rungs import UNRANKED, Rungs, rungs_of
from tests.world import ladder

LOW, MID, HIGH = range(3)


def one_ladder() -> Rungs:
    return rungs_of(shipped_vocabulary()._replace(ladders={"general": ladder("general")}, compare=()))


def network(**links: int) -> Network:
    """A network of links such as ab=HIGH."""
    levels: dict[str, dict[str, int]] = {}
    for ends, level in links.items():
        one, other = ends[0], ends[1]
        levels.setdefault(one, {})[other] = levels.setdefault(other, {})[one] = level
    return Network(levels, one_ladder())


CHAIN = network(ab=HIGH, bc=LOW, cd=UNRANKED, ef=MID)


@pytest.mark.parametrize(
    ("threshold", "pairs"), [(UNRANKED, "ab bc cd ef"), (LOW, "ab bc ef"), (MID, "ab ef"), (HIGH, "ab")]
)
def test_a_layer_holds_the_pairs_at_or_above_its_threshold(threshold: int, pairs: str) -> None:
    layer = CHAIN.at(threshold)
    found = {"".join(sorted((one, other))) for one, others in layer.neighbours.items() for other in others}

    assert found == set(pairs.split())


def test_components_join_what_is_tied() -> None:
    layer = CHAIN.at(UNRANKED)

    assert layer.joins("a", "d")
    assert not layer.joins("a", "e")
    assert not CHAIN.at(HIGH).joins("b", "c")


def test_a_node_without_a_tie_at_the_threshold_is_in_no_component() -> None:
    assert not CHAIN.at(HIGH).joins("c", "c")
    assert not CHAIN.at(UNRANKED).joins("nobody", "nobody")


def test_thresholds_come_highest_first() -> None:
    assert CHAIN.thresholds() == [HIGH, MID, LOW, UNRANKED]
    assert CHAIN.thresholds(MID) == [HIGH, MID]


@pytest.mark.parametrize(
    ("ends", "best"), [("ab", [HIGH]), ("ac", [LOW]), ("ad", [UNRANKED]), ("ef", [MID]), ("ae", [])]
)
def test_the_best_threshold_of_two_nodes(ends: str, best: list[int]) -> None:
    assert CHAIN.best_thresholds(*ends) == best


def test_the_core_of_a_layer_is_without_the_trees_that_hang_on_it() -> None:
    layer = network(ab=LOW, bc=LOW, ac=LOW, cd=LOW, de=LOW, df=LOW).at(UNRANKED)

    assert {node: sorted(others) for node, others in layer.core.items()} == {
        "a": ["b", "c"],
        "b": ["a", "c"],
        "c": ["a", "b"],
    }
    assert layer.way_in("e") == ["e", "d", "c"]
    assert layer.way_in("a") == ["a"]


def test_the_core_of_a_tree_is_one_node() -> None:
    layer = CHAIN.at(UNRANKED)
    roots = {layer.way_in(node)[-1] for node in "abcd"}

    assert len(roots) == 1
    assert layer.core.keys() == roots | {layer.way_in("e")[-1]}
    assert not any(layer.core.values())


def test_a_layer_says_whether_all_of_its_ties_are_alike() -> None:
    assert CHAIN.at(HIGH).even
    assert not CHAIN.at(MID).even
    assert network(ab=LOW, bc=LOW).at(UNRANKED).even
    assert not network().at(UNRANKED).even


LEVELS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda ends: ends[0] < ends[1]),
    st.sampled_from([UNRANKED, LOW, MID, HIGH]),
)


@given(LEVELS)
def test_layers_are_the_same_where_many_ladders_have_their_ties_put_into_buckets(
    levels: dict[tuple[str, str], int],
) -> None:
    usual = network(**{one + other: level for (one, other), level in levels.items()})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(networks, "LADDERS", 0)
        bucketed = [repr(Network(usual.levels, usual.rungs).at(level)) for level in usual.thresholds()]
        joined = [usual.joins(level, "a", "b") for level in usual.thresholds()]

    assert bucketed == [repr(usual.at(level)) for level in usual.thresholds()]  # order and all
    assert joined == [usual.at(level).joins("a", "b") for level in usual.thresholds()]


def test_of_many_ladders_only_layers_that_both_ends_touch_are_made() -> None:
    ladders = {f"of-{at}": ladder(f"of-{at}", rungs=["low", "high"]) for at in range(50)}
    rungs = rungs_of(shipped_vocabulary()._replace(ladders=ladders, compare=()))
    levels: dict[str, dict[str, int]] = {"all": {}}
    for at in range(50):
        level = rungs.class_of(f"of-{at}", "high")
        levels["all"][f"c{at}"] = level
        levels[f"c{at}"] = {"all": level}
    many = Network(levels, rungs)
    made: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        layer_at = Network.at

        def recorded(self: Network, threshold: int) -> Layer:
            made.append(threshold)
            return layer_at(self, threshold)

        patch.setattr(Network, "at", recorded)
        assert many.best_thresholds("c7", "all") == [rungs.class_of("of-7", "high")]
    assert made == [rungs.class_of("of-7", "high")]


def test_layers_are_made_once() -> None:
    assert CHAIN.at(LOW) is CHAIN.at(LOW)


def test_two_ways_on_ladders_that_nothing_compares_are_both_best() -> None:
    ladders = {"one": ladder("one", rungs=["low", "high"]), "other": ladder("other", rungs=["gold"])}
    rungs = rungs_of(shipped_vocabulary()._replace(ladders=ladders, compare=()))
    high, gold = *rungs.called("high"), *rungs.called("gold")
    levels = {"a": {"b": high, "c": gold}, "b": {"a": high, "d": high}, "c": {"a": gold, "d": gold}}
    both = Network({**levels, "d": {"b": high, "c": gold}}, rungs)

    assert set(both.best_thresholds("a", "d")) == {high, gold}
    assert both.thresholds() == [*sorted((high, gold), reverse=True), *rungs.called("low"), UNRANKED]
    assert both.thresholds(gold) == [gold]
