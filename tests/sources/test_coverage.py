"""What a source says that it covers, and what was looked for in it."""

from __future__ import annotations

import pytest

from relgraph.reading.fields import Fields
from relgraph.reading.tree import read_bytes
from relgraph.sources.coverage import Coverage, is_between, read_coverage


@pytest.mark.parametrize(
    ("pair", "named", "among"),
    [
        (("kenya", "egypt"), ("kenya", "egypt", "france"), True),
        (("kenya", "egypt"), ("kenya", "france"), False),
        (("kenya",), ("kenya",), True),
        (("kenya", "egypt"), ("everyone",), True),
        (("kenya", "egypt"), ("everyone", "kenya"), True),
        (("kenya", "egypt"), ("everyone", "france"), False),
        (("kenya", "egypt"), (), False),
    ],
)
def test_a_pair_is_among_those_who_are_named_with_everyone_one_of_them(
    pair: tuple[str, ...], named: tuple[str, ...], *, among: bool
) -> None:
    assert is_between(pair, named) is among


@pytest.mark.parametrize(
    ("actors", "coverage"),
    [
        ("everyone", Coverage(("mission",), actors=("everyone",))),
        ("[kenya, egypt]", Coverage(("mission",), actors=("kenya", "egypt"))),
        ("{scheme: cow}", Coverage(("mission",), scheme="cow")),
    ],
)
def test_those_who_are_covered_are_everyone_some_or_whoever_has_a_code(actors: str, coverage: Coverage) -> None:
    text = f"coverage: {{kinds: mission, actors: {actors}}}"
    tree, problems = read_bytes(text.encode(), "x.yaml")
    assert tree is not None

    assert read_coverage(Fields(tree, "x.yaml", problems, "card")) == coverage
    assert problems == []
