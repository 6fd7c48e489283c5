"""Paths that compare tiers: drawn by hand, by brute force over all simple paths, and on the curated facts."""

from __future__ import annotations

from itertools import combinations, pairwise, permutations
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.pairs import tied_pairs
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import SHORTEST, Wanted
from relgraph.errors import MisuseError
from relgraph.facts.load import load
from relgraph.graph.ties import ALL, collect_ties
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.load import shipped_vocabulary
from tests.world import ACTORS, FRIENDSHIP, RUNGS, beside_vietnam, drawn, ladder, world_files

if TYPE_CHECKING:
    from random import Random

    from relgraph.analysis.paths.answer import PathAnswer
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Ties
    from relgraph.vocabulary.model import Vocabulary
    from tests.fixture_types import WriteFolder
    from tests.world import World

Link: TypeAlias = tuple[str, str, str | None]
TIERS = [None, *RUNGS]


def network(text: str) -> Dataset:
    """A network such as "ab:high bc:low cd": a link without a tier has no rung."""
    parts = [word.partition(":") for word in text.split()]
    return drawn((ends[0], ends[1], tier or None) for ends, _, tier in parts)


def ways(answer: PathAnswer) -> list[str]:
    return ["".join(path.nodes) for path in answer.paths]


# Drawn by hand


def test_the_strongest_path_may_be_the_longer_one() -> None:
    dataset = network("ab:low ac:high cd:high db:high")
    strongest, shortest = find_path(dataset, "a", "b"), find_path(dataset, "a", "b", Wanted(SHORTEST))

    assert (ways(strongest), strongest.best.rung, strongest.best.hops) == (["acdb"], "high", 3)
    assert (ways(shortest), shortest.best.rung, shortest.best.hops) == (["ab"], "low", 1)


def test_a_path_is_as_strong_as_its_weakest_step() -> None:
    answer = find_path(network("ab:high bc:low ad:mid dc:mid"), "a", "c")

    assert (ways(answer), answer.best.rung) == (["adc"], "mid")


def test_of_equally_strong_paths_the_shortest_wins() -> None:
    assert ways(find_path(network("ab:mid bc:mid cd:mid ad:mid"), "a", "d")) == ["ad"]


def test_of_equally_short_ones_the_one_with_fewest_weak_steps_wins() -> None:
    assert ways(find_path(network("ab:low bd:low ac:low cd:high"), "a", "d")) == ["acd"]


def test_equally_good_paths_are_all_given_and_counted() -> None:
    answer = find_path(network("ab:mid bd:high ac:high cd:mid ad:low"), "a", "d")

    assert (ways(answer), answer.equals) == (["abd", "acd"], 2)


def test_the_answer_names_the_rung_at_which_there_is_no_path() -> None:
    dataset = network("ab:low bc:high xy:high")

    assert find_path(dataset, "a", "c").above == "mid"
    assert find_path(dataset, "b", "c").above is None
    assert find_path(dataset, "a", "c", Wanted(SHORTEST)).above is None


def test_a_step_without_a_rung_leaves_a_path_without_one() -> None:
    answer = find_path(network("ab:high bc"), "a", "c")

    assert (answer.best.rung, answer.above) == (None, "low")


def test_a_step_has_all_ties_of_its_best_kind() -> None:
    dataset = drawn([("a", "b", "low"), ("a", "b", "high"), ("b", "a", "high"), ("a", "b", None)])

    assert [tie.fact.id for tie in find_path(dataset, "a", "b").best.steps[0].ties] == ["link-1", "link-2"]


def test_alternatives_follow_the_best_without_repetition() -> None:
    dataset = drawn([("a", "b", "high"), ("a", "b", "high"), ("a", "c", "mid"), ("c", "b", "high")])
    answer = find_path(dataset, "a", "b", Wanted(most=9))

    assert (ways(answer), answer.equals) == (["ab", "acb"], 1)
    assert [path.rung for path in answer.paths] == ["high", "mid"]
    assert ways(find_path(dataset, "a", "b", Wanted(most=1))) == ["ab"]


def test_a_weaker_way_is_no_equal_though_it_be_shorter() -> None:
    answer = find_path(network("ab:low ac:high cd:high db:high"), "a", "b", Wanted(most=9))

    assert (ways(answer), answer.equals) == (["acdb", "ab"], 1)


def test_no_more_are_given_than_are_asked_for() -> None:
    dataset = network("ab:low ax:low xb:low ac:high cd:high db:high")

    assert ways(find_path(dataset, "a", "b", Wanted(most=2))) == ["acdb", "ab"]
    assert ways(find_path(dataset, "a", "b", Wanted(most=3))) == ["acdb", "ab", "axb"]


def test_a_minimum_tier_bars_weaker_steps() -> None:
    dataset = network("ab:low ac:mid cb:mid")

    assert ways(find_path(dataset, "a", "b", Wanted(SHORTEST, min_tier="mid"))) == ["acb"]
    assert not find_path(dataset, "a", "b", Wanted(min_tier="high")).found


def test_avoided_actors_are_not_passed() -> None:
    assert ways(find_path(network("ab:high bc:high ad:low dc:low"), "a", "c", Wanted(avoid=("B",)))) == ["adc"]


def test_actors_to_pass_are_passed_in_their_order() -> None:
    dataset = network("ab:high bc:high cd:high ac:high bd:high")

    assert ways(find_path(dataset, "a", "d", Wanted(via=("b", "c")))) == ["abcd"]
    assert ways(find_path(dataset, "a", "d", Wanted(via=("c", "b")))) == ["acbd"]


def test_equally_good_paths_past_an_actor_are_all_given() -> None:
    answer = find_path(network("av:low vb:mid bz:mid vc:mid cz:mid"), "a", "z", Wanted(via=("v",)))

    assert (ways(answer), answer.equals) == (["avbz", "avcz"], 2)


# Ladders of different owners

KENYA = "kenya: {owner: kenya, rungs: {friend: friend, brother: brother}}"
TWO = beside_vietnam(KENYA)
APART = """
    partnerships:
      - {of: vietnam, with: [egypt, russia], tier: csp}
      - {of: kenya, with: [egypt, russia], tier: brother}
      - {of: kenya, with: brazil, tier: friend}
"""


def test_ladders_that_nothing_compares_are_reported(world: World) -> None:
    answer = find_path(world(APART, TWO), "vietnam", "kenya", view=View(stated=True))

    assert answer.best.rung == "csp and brother"
    assert answer.incomparable
    assert "Comprehensive Strategic Partnership and brother stand on ladders that nothing compares" in str(answer)


def test_a_comparison_makes_one_answer_of_them(world: World) -> None:
    compared = beside_vietnam(KENYA, "{kenya: brother, vietnam: sp}")
    answer = find_path(world(APART, compared), "vietnam", "kenya", view=View(stated=True))

    assert (answer.best.rung, answer.above, answer.incomparable) == ("brother", "csp", False)


def test_rungs_that_stand_equal_are_told_in_the_words_of_those_on_the_way(world: World) -> None:
    own = """
ladders:
  kenya: {owner: kenya, rungs: {friend: Friendship, ally: Alliance}}
  egypt: {owner: egypt, rungs: {near: Nearness, dear: Dearness}}
compare:
  - {kenya: friend, egypt: near}
"""
    facts = "partnerships: [{of: kenya, with: france, tier: friend}, {of: egypt, with: brazil, tier: near}]"
    dataset = world(facts, {"graph/vocabulary.yaml": own})

    for one, other, rung, told in [
        ("kenya", "france", "friend", "at Friendship; no path at Alliance"),
        ("egypt", "brazil", "near", "at Nearness; no path at Dearness"),
    ]:
        answer = find_path(dataset, one, other, view=View(stated=True))
        assert answer.best.rung == rung
        assert str(answer).splitlines()[0].endswith(told)
    answer = find_path(dataset, "egypt", "brazil", Wanted(min_tier="dear"), View(stated=True))
    assert "they connect at Nearness" in str(answer)
    assert {pair.tier(dataset) for pair in tied_pairs(dataset, View(stated=True)).values()} == {
        "Friendship",
        "Nearness",
    }


def test_two_best_paths_on_different_ladders_are_both_given(world: World) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: [egypt, france], tier: csp}
          - {of: kenya, with: [egypt, france], tier: brother}
    """
    for most in (0, 1, 5):
        answer = find_path(world(facts, TWO), "egypt", "france", Wanted(most=most), View(stated=True))

        assert {path.rung for path in answer.paths} >= ({"csp", "brother"} if most != 1 else set())
        assert answer.incomparable


def test_a_rung_that_several_ladders_have_must_be_told_apart(world: World) -> None:
    own = beside_vietnam("kenya: {owner: kenya, rungs: {sp: partner}}")
    dataset = world("partnerships: [{of: vietnam, with: kenya, tier: sp}]", own)

    with pytest.raises(MisuseError, match='"sp" may mean vietnam:sp or kenya:sp; say which'):
        find_path(dataset, "vietnam", "kenya", Wanted(min_tier="sp"))
    assert find_path(dataset, "vietnam", "kenya", Wanted(min_tier="vietnam:sp")).best.rung == "vietnam:sp"


GENERAL_TOO = """
    partnerships:
      - {of: vietnam, with: [egypt, russia], tier: sp}
      - {of: egypt, with: kenya, tier: sp}
      - {of: kenya, with: france, tier: csp}
    diplomatic_relations:
      - {of: brazil, with: malaysia}
"""


def test_a_rung_is_that_of_the_owner_among_the_ends_and_of_the_general_ladder_where_it_says_so(world: World) -> None:
    dataset = world(GENERAL_TOO)

    found = find_path(dataset, "vietnam", "egypt", Wanted(min_tier="sp"))
    assert (found.best.rung, found.best.in_full) == ("sp", "Strategic Partnership")
    found = find_path(dataset, "egypt", "kenya", Wanted(min_tier="general:sp"))
    assert (found.best.rung, found.best.in_full) == ("general:sp", "Strategic Partnership (the general ladder)")
    missed = find_path(dataset, "egypt", "kenya", Wanted(min_tier="sp"))
    assert "they connect at Strategic Partnership (the general ladder)" in str(missed)


def test_a_rung_of_two_owners_is_that_of_the_one_among_the_ends(world: World) -> None:
    own = beside_vietnam("kenya: {owner: kenya, rungs: {sp: partner}}")
    dataset = world("partnerships: [{of: vietnam, with: egypt, tier: sp}, {of: kenya, with: france, tier: sp}]", own)

    assert find_path(dataset, "vietnam", "egypt", Wanted(min_tier="sp")).best.rung == "vietnam:sp"
    with pytest.raises(MisuseError, match='"sp" may mean vietnam:sp or kenya:sp; say which'):
        find_path(dataset, "egypt", "france", Wanted(min_tier="sp"))


def test_no_rung_of_the_general_ladder_is_missed_by_those_who_do_not_use_it(world: World) -> None:
    dataset = world(GENERAL_TOO)

    assert find_path(dataset, "brazil", "malaysia").above is None
    assert find_path(dataset, "egypt", "kenya").above == "general:csp"
    assert find_path(world("diplomatic_relations: [{of: brazil, with: kenya}]"), "brazil", "kenya").above is None


def test_a_rung_that_nothing_stands_on_can_be_asked_for(world: World) -> None:
    relations = {"graph/vocabulary.yaml": "{}"}
    dataset = world("diplomatic_relations: [{of: brazil, with: kenya}]", relations)

    assert not find_path(dataset, "brazil", "kenya", Wanted(min_tier="sp")).found
    ranked = world("partnerships: [{of: brazil, with: kenya, tier: sp}]", relations)
    assert find_path(ranked, "brazil", "kenya", Wanted(min_tier="sp")).best.rung == "sp"


# Views

HISTORY = """
    partnerships:
      - {id: sp, of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1}}
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025-09, evidence: {p: 1}}
      - {id: plan, of: kenya, with: egypt, tier: cp, status: proposed}
"""


@pytest.mark.parametrize(
    ("asked", "rung", "truth"), [("2015", "sp", "yes"), ("2025-09-15", "csp", "maybe"), ("2026", "csp", "yes")]
)
def test_a_path_as_of_a_day(world: World, asked: str, rung: str, truth: str) -> None:
    answer = find_path(world(HISTORY), "vietnam", "kenya", view=View(as_of=parse_date(asked)))

    assert answer.best.rung == rung
    assert {tie.truth.value for tie in answer.best.steps[0].ties} == {truth}


def test_an_intended_tie_opens_a_way_only_when_it_is_asked_for(world: World) -> None:
    dataset = world(HISTORY)

    assert not find_path(dataset, "vietnam", "egypt").found
    assert find_path(dataset, "vietnam", "egypt", view=View(statuses=frozenset({"proposed"}))).found


def test_a_kind_of_the_datasets_own_vocabulary_is_walked(world: World) -> None:
    dataset = world("friendships: [{of: kenya, with: egypt}]", {"graph/vocabulary.yaml": FRIENDSHIP})
    answer = find_path(dataset, "Egypt", "Kenya")

    assert answer.found
    assert "Egypt is a friend of Kenya" in str(answer)


# Misuse


@pytest.mark.parametrize(
    ("ends", "wanted", "message"),
    [
        (("kenya", "KE"), Wanted(), "both ends are Kenya; a path needs two"),
        (("kenya", "Atlantis"), Wanted(), 'no actor is called "Atlantis"'),
        (
            ("kenya", "Lương Cường"),
            Wanted(),
            "Lương Cường is of the kind person; paths go between bodies, countries and territories",
        ),
        (("kenya", "the two powers"), Wanted(), "the two powers is of the kind group"),
        (("kenya", "the Embassy"), Wanted(), "the Embassy is of the kind mission"),
        (("kenya", "Twin"), Wanted(), '"Twin" may mean north-twin (Twin), south-twin (Twin); say which by its id'),
        (("kenya", "egypt"), Wanted(min_tier="best"), 'no ladder has a tier "best"; there are relations, cp, sp, csp'),
        (("kenya", "egypt"), Wanted(via=("KE",)), "an actor named in --via is one of the ends, or named twice"),
        (
            ("kenya", "egypt"),
            Wanted(via=("france", "FR")),
            "an actor named in --via is one of the ends, or named twice",
        ),
        (("kenya", "egypt"), Wanted(via=("cuong",)), "Lương Cường is of the kind person"),
        (("kenya", "egypt"), Wanted(avoid=("Egyptian",)), "Egypt cannot be both passed and avoided"),
        (("kenya", "egypt"), Wanted(avoid=("nobody",)), 'no actor is called "nobody"'),
    ],
)
def test_misuse_is_told_in_one_sentence(world: World, ends: tuple[str, str], wanted: Wanted, message: str) -> None:
    more = {"graph/actors/more.yaml": "countries: {north-twin: {name: Twin}, south-twin: {name: Twin}}"}
    dataset = world("missions: {embassy: {name: the Embassy, sender: vietnam, host: egypt}}", more)

    with pytest.raises(MisuseError) as caught:
        find_path(dataset, *ends, wanted)
    assert str(caught.value).startswith(message)


# Brute force: all simple paths of small graphs

NODES = "abcdef"
PAIRS = [(one, other) for one in NODES for other in NODES if one < other]


@st.composite
def networks(draw: st.DrawFn) -> list[Link]:
    """Links between six nodes, some of them parallel."""
    pairs = draw(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=14))
    return [(one, other, draw(st.sampled_from(TIERS))) for one, other in pairs]


def level(tier: str | None) -> int:
    return TIERS.index(tier)


class Drawn:
    """What brute force knows of a network: every simple path from a to b, and how good each is."""

    def __init__(self, links: list[Link]) -> None:
        self.best: dict[frozenset[str], int] = {}
        for one, other, tier in links:
            pair = frozenset((one, other))
            self.best[pair] = max(self.best.get(pair, 0), level(tier))
        self.every = [way for way in _orders() if all(frozenset(step) in self.best for step in pairwise(way))]

    def levels(self, way: tuple[str, ...]) -> list[int]:
        return [self.best[frozenset(step)] for step in pairwise(way)]

    def strength(self, way: tuple[str, ...]) -> tuple[int, int, int]:
        """The lower the better: weakest rung (turned round), hops, steps as weak as that."""
        levels = self.levels(way)
        return -min(levels), len(levels), levels.count(min(levels))

    def shortness(self, way: tuple[str, ...]) -> tuple[int, int]:
        levels = self.levels(way)
        return len(levels), levels.count(0)


def _orders() -> list[tuple[str, ...]]:
    inner = NODES.replace("a", "").replace("b", "")
    return [("a", *way, "b") for size in range(len(inner) + 1) for way in permutations(inner, size)]


def from_a_to_b(links: list[Link], wanted: Wanted | None = None) -> PathAnswer:
    return find_path(drawn(links, nodes=NODES), "a", "b", wanted)


@given(networks())
def test_no_path_is_stronger_than_the_strongest(links: list[Link]) -> None:
    known, answer = Drawn(links), from_a_to_b(links)
    best = min(map(known.strength, known.every), default=None)

    assert [path.nodes for path in answer.paths] == sorted(w for w in known.every if known.strength(w) == best)
    assert answer.equals == len(answer.paths)
    for path in answer.paths:
        assert path.rung == TIERS[min(known.levels(path.nodes))]
        assert path.hops == len(path.nodes) - 1


@given(networks())
def test_no_path_is_shorter_than_the_shortest(links: list[Link]) -> None:
    known, answer = Drawn(links), from_a_to_b(links, Wanted(SHORTEST))
    best = min(map(known.shortness, known.every), default=None)

    assert [path.nodes for path in answer.paths] == sorted(w for w in known.every if known.shortness(w) == best)


@given(networks(), st.integers(1, 70))
def test_alternatives_are_the_best_of_all_simple_paths_in_order(links: list[Link], most: int) -> None:
    known, answer = Drawn(links), from_a_to_b(links, Wanted(most=most))
    ordered = sorted(known.every, key=lambda way: (known.strength(way), way))

    assert [path.nodes for path in answer.paths] == ordered[:most]
    same = sum(known.strength(way) == known.strength(ordered[0]) for way in ordered) if ordered else 0
    assert answer.equals == min(same, most)


@given(networks(), st.sampled_from(RUNGS))
def test_a_minimum_tier_leaves_the_paths_on_which_every_step_has_it(links: list[Link], rung: str) -> None:
    known, answer = Drawn(links), from_a_to_b(links, Wanted(most=100, min_tier=rung))
    allowed = {way for way in known.every if min(known.levels(way)) >= level(rung)}

    assert {path.nodes for path in answer.paths} == allowed


@given(networks(), st.sets(st.sampled_from("cdef"), max_size=3))
def test_what_is_avoided_is_on_no_path(links: list[Link], avoid: set[str]) -> None:
    known, answer = Drawn(links), from_a_to_b(links, Wanted(avoid=tuple(avoid)))
    allowed = [way for way in known.every if not avoid & set(way)]
    best = min(map(known.strength, allowed), default=None)

    assert [path.nodes for path in answer.paths] == sorted(way for way in allowed if known.strength(way) == best)


@given(networks(), st.permutations("cdef"), st.integers(1, 2), st.sampled_from([0, 1, 70]))
def test_what_must_be_passed_is_on_every_path(links: list[Link], order: list[str], size: int, most: int) -> None:
    via = order[:size]
    known, answer = Drawn(links), from_a_to_b(links, Wanted(via=tuple(via), most=most))
    allowed = [way for way in known.every if [node for node in way if node in via] == via]
    best = min(map(known.strength, allowed), default=None)
    found = [path.nodes for path in answer.paths]

    assert list(map(known.strength, found)) == sorted(map(known.strength, allowed))[: most or len(found)]
    if not most:
        assert found == sorted(way for way in allowed if known.strength(way) == best)


@given(networks(), st.data())
def test_removing_a_tie_never_raises_the_weakest_rung(links: list[Link], data: st.DataObject) -> None:
    answer = from_a_to_b(links)
    lost = data.draw(st.integers(0, len(links) - 1))
    less = from_a_to_b(links[:lost] + links[lost + 1 :])

    if less.found:
        assert answer.found
        assert level(less.best.rung) <= level(answer.best.rung)


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_facts_and_of_ends_makes_no_difference(links: list[Link], random: Random) -> None:
    turned = [(other, one, tier) if random.random() < 0.5 else (one, other, tier) for one, other, tier in links]
    random.shuffle(turned)
    first, second = (from_a_to_b(which, Wanted(most=9)) for which in (links, turned))

    assert [path.nodes for path in first.paths] == [path.nodes for path in second.paths]
    assert (first.equals, first.above, first.reason) == (second.equals, second.above, second.reason)


# Brute force on ladders that are compared only in part


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Link], Vocabulary]:
    """Links on the ladders of a and c, and on the general one; some rungs are compared."""
    ladders = {"general": ladder("general"), "ofa": ladder("ofa", "a"), "ofc": ladder("ofc", "c")}
    pairs = [("general", "ofa"), ("general", "ofc"), ("ofa", "ofc")]
    compare = [dict.fromkeys(pair, rung) for pair in pairs for rung in draw(st.sets(st.sampled_from(RUNGS)))]
    links = draw(networks())
    turned = [(other, one, tier) if draw(st.booleans()) else (one, other, tier) for one, other, tier in links]
    return turned, shipped_vocabulary()._replace(ladders=ladders, compare=tuple(compare))


def reached(ties: Ties, way: tuple[str, ...]) -> frozenset[int]:
    """The classes of rungs that every step of a path reaches."""
    rungs = ties.network.rungs
    classes = set(rungs.classes.values())
    for one, other in pairwise(way):
        classes = {at for at in classes if any(rungs.below(at, tie.level) for tie in ties.between[one][other])}
    return frozenset(classes)


@given(worlds())
def test_no_path_reaches_a_higher_rung_where_ladders_are_compared_in_part(
    drawn_world: tuple[list[Link], Vocabulary],
) -> None:
    links, vocabulary = drawn_world
    dataset = drawn(links, vocabulary, nodes="ab")
    ties, answer = collect_ties(dataset), find_path(dataset, "a", "b")
    steps = {frozenset(link[:2]) for link in links}
    every = [way for way in _orders() if all(frozenset(step) in steps for step in pairwise(way))]
    rungs = ties.network.rungs
    best = rungs.highest(at for way in every for at in reached(ties, way))

    assert answer.found == bool(every)
    for at in best:  # each of the highest rungs has a path among those given, and none that is shorter
        hops = min(len(way) for way in every if at in reached(ties, way))
        assert any(at in reached(ties, path.nodes) and len(path.nodes) == hops for path in answer.paths)
    if best:
        assert all(reached(ties, path.nodes) & best for path in answer.paths)
    assert len(set(answer.paths)) == len(answer.paths)


# Files


def test_the_order_of_files_records_and_keys_makes_no_difference(dataset: WriteFolder) -> None:
    forward = """
        partnerships:
          - {of: vietnam, with: [kenya, egypt], tier: sp}
          - {of: russia, with: [kenya, egypt]}
          - {of: vietnam, with: france, tier: csp}
    """
    backward = """
        partnerships:
          - {tier: csp, with: france, of: vietnam}
          - {with: [egypt, kenya], of: russia}
          - {tier: sp, with: [egypt, kenya], of: vietnam}
    """
    first = find_path(load(dataset(world_files(forward)) / "graph"), "kenya", "egypt", Wanted(most=9))
    split = ACTORS.index("    bodies:")
    actors = {"graph/actors/all.yaml": ACTORS[split:], "graph/actors/zz.yaml": ACTORS[:split]}
    second = find_path(load(dataset(world_files(backward, actors)) / "graph"), "kenya", "egypt", Wanted(most=9))

    assert str(first) == str(second)
    assert len(first.paths) == 2


# The curated facts


def at_least(ties: Ties, rung: int) -> nx.Graph[str]:
    """Those who are tied, by the ties that reach a class of rungs."""
    pairs = ((one, other, tied) for one, others in ties.between.items() for other, tied in others.items())
    below = ties.network.rungs.below
    return nx.Graph((one, other) for one, other, tied in pairs if any(below(rung, tie.level) for tie in tied))


@pytest.mark.slow
def test_between_any_two_of_the_curated_facts_no_path_reaches_a_higher_rung_or_is_shorter(curated: Dataset) -> None:
    ties = collect_ties(curated)
    rungs = ties.network.rungs
    graphs = {rung: at_least(ties, rung) for rung in set(rungs.classes.values())}
    found = 0
    for one, other in combinations(sorted(ties.between), 2):
        answer = find_path(curated, one, other)
        joined = [at for at, graph in graphs.items() if {one, other} <= set(graph) and nx.has_path(graph, one, other)]
        best = rungs.highest(joined)
        assert {at for path in answer.paths for at in reached(ties, path.nodes) & best} == best
        for at in best:
            hops = nx.shortest_path_length(graphs[at], one, other)
            assert {path.hops for path in answer.paths if at in reached(ties, path.nodes)} == {hops}
        found += answer.found and bool(best)
    assert found > 100


EVERYBODY = """
    holds: [{id: office, holder: cuong, office: president-of-vietnam}]
    events: {summit: {name: the Summit, kind: summit, host: vietnam}}
    participations: [{id: came, participant: ruto, in: summit}]
    nationalities: [{id: national, person: ruto, of: kenya}]
    memberships: [{id: group, member: kenya, in: two-powers}]
"""


def test_in_the_view_of_all_a_path_goes_through_people_and_events(world: World) -> None:
    answer = find_path(world(EVERYBODY), "Kenya", "Vietnam", Wanted(scope=ALL))

    assert answer.best.nodes == ("kenya", "ruto", "summit", "vietnam")
    assert "William Ruto took part in the Summit" in str(answer)
    assert "the Summit has Việt Nam as host" in str(answer) or "hosted" in str(answer)


def test_people_are_ends_in_the_view_of_all_only(world: World) -> None:
    dataset = world(EVERYBODY)

    assert find_path(dataset, "Ruto", "Vietnam", Wanted(scope=ALL)).best.hops == 2
    with pytest.raises(MisuseError, match="--view all goes through everybody"):
        find_path(dataset, "Ruto", "Vietnam")


def test_groups_are_not_walked_in_any_view(world: World) -> None:
    with pytest.raises(MisuseError, match="paths do not go through"):
        find_path(world(EVERYBODY), "two-powers", "Vietnam", Wanted(scope=ALL))
