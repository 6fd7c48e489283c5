"""Circles are found, each once."""

from sys import getrecursionlimit

from relgraph.checks.check import check
from relgraph.checks.cycles import circles
from tests.checks.articles import Article, breaches
from tests.world import FRIENDSHIP

TEXT = "Kenya and Vietnam met."


def test_circles_of_small_graphs() -> None:
    assert list(circles({})) == []
    assert list(circles({"a": ["b"], "b": ["c"]})) == []
    assert list(circles({"a": ["b", "c"], "b": ["d"], "c": ["d"]})) == []  # two ways to d are no circle
    assert list(circles({"a": ["a"]})) == [("a", "a")]
    assert list(circles({"c": ["b"], "b": ["a"], "a": ["c"]})) == [("a", "c", "b", "a")]
    assert list(circles({"x": ["b"], "b": ["a", "c"], "a": ["b"], "c": ["b"]})) == [("a", "b", "a"), ("b", "c", "b")]


def test_a_long_chain_needs_no_recursion() -> None:
    links = {str(number): [str(number + 1)] for number in range(3 * getrecursionlimit())}
    assert list(circles(links)) == []


def test_offices_and_bodies_are_not_part_of_themselves(article: Article) -> None:
    bodies = {"graph/actors/b.yaml": "bodies:\n  one: {name: One, of: two}\n  two: {name: Two, of: one}\n"}
    assert breaches(article(TEXT, files=bodies), "circle") == ["2: one is part of two is part of one: a circle"]


def test_events_are_not_part_of_themselves(article: Article) -> None:
    facts = """
        events:
          one: {part_of: two, evidence: {p: 1, terms: [met]}}
          two: {part_of: one, evidence: {p: 1, terms: [met]}}
    """
    assert breaches(article(TEXT, facts), "circle") == ["4: one is part of two is part of one: a circle"]


def test_a_group_is_not_its_own_member(article: Article) -> None:
    groups = {"graph/actors/g.yaml": "groups:\n  trio: {name: trio, basis: x, members: [kenya, trio]}\n"}
    assert breaches(article(TEXT, files=groups), "group-circle") == ["2: trio has the member trio: a circle"]


def test_a_derived_fact_is_not_its_own_premise(article: Article) -> None:
    implied = "    implies: [{kind: friendship, from: with, to: of, rule: friends are friends}]\n"
    dataset = article(TEXT, files={"graph/vocabulary.yaml": FRIENDSHIP + implied})
    assert breaches(dataset, "own-premise") == [
        "0: friendship implies friendship: a derived fact would be its own premise"
    ]
    (problem,) = [problem for problem in check(dataset).problems if problem.rule == "own-premise"]
    assert problem.place.file.endswith("graph/vocabulary.yaml")
