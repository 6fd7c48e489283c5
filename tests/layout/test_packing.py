from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from relgraph.layout.packing import GAP, SCREEN, packed
from relgraph.layout.spacing import LINE, WIDEST


def part(width: float, height: float) -> np.ndarray:
    return np.array([[-width / 2, -height / 2], [width / 2, height / 2]])


def test_the_largest_stays_where_it_is_and_the_others_go_beside_and_below_it() -> None:
    largest, *others = packed([part(600, 400), part(200, 60), part(0, 0), part(0, 0)])

    assert (largest == part(600, 400)).all()
    for one in others:
        assert one[:, 0].min() >= 300 + GAP / 2 or one[:, 1].min() >= 200 + GAP / 2


def test_no_part_alone_is_moved_and_none_is_none() -> None:
    assert packed([]) == []
    assert (packed([part(10, 10)])[0] == part(10, 10)).all()


@example([(0, 0), (0, 0), (204, 1)])  # one wider than the screen that all of them make
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=2, max_size=40))
def test_no_two_parts_overlap(sizes: list[tuple[int, int]]) -> None:
    placed = packed([part(*size) for size in sizes])

    for one, other in combinations(placed, 2):
        apart = np.maximum(other.min(axis=0) - one.max(axis=0), one.min(axis=0) - other.max(axis=0))
        assert apart[0] >= WIDEST or apart[1] >= LINE
        assert (apart >= np.array((WIDEST, LINE)) + GAP / 2 - 0.01).any()


def test_many_take_about_the_shape_of_a_screen_and_little_more_room_than_they_need() -> None:
    chance = np.random.default_rng(3)
    sizes = [(float(wide), float(tall)) for wide, tall in chance.uniform(0, 900, (200, 2))]
    points = np.concatenate(packed([part(*size) for size in sizes]))
    width, height = np.ptp(points, axis=0)
    needed = sum((wide + WIDEST + GAP / 2) * (tall + LINE + GAP / 2) for wide, tall in sizes)

    assert 0.75 * SCREEN < width / height < 1.35 * SCREEN
    assert width * height < 1.25 * needed
