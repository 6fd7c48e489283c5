from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relgraph.layout import spacing
from relgraph.layout.spacing import LINE, SPACING, WIDE, WIDEST, apart, even, loosened, near, room

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]


def overlaps(points: Points, rooms: Points) -> int:
    between = np.abs(points[:, None] - points)
    inside = (between < rooms[:, None] + rooms - 0.01).all(axis=2)
    return int(np.triu(inside, 1).sum())


def groups(count: int, each: int, width: float) -> Points:
    """So many heaps of points in a circle, each so wide."""
    chance = np.random.default_rng(5)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    middles = np.stack((np.cos(turn), np.sin(turn)), axis=-1).repeat(each, axis=0)
    return middles + chance.normal(0, width, middles.shape)


def test_the_nearest_is_a_spacing_away_in_the_middle_of_all_cases() -> None:
    points = even(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [9.0, 0.0]]))

    assert points[1, 0] - points[0, 0] == pytest.approx(SPACING)


def test_long_names_get_room_up_to_a_bound() -> None:
    assert room("")[0] == LINE / 2
    assert room("ten letter")[0] == pytest.approx(33)
    assert room("x" * 90) == (WIDEST / 2, LINE / 2)


def test_no_two_rooms_overlap() -> None:
    points = np.random.default_rng(2).uniform(0, 1_500, (200, 2))
    rooms = np.array([room("x" * (number % 20)) for number in range(200)])

    assert overlaps(points, rooms) > 50
    assert overlaps(apart(points, rooms), rooms) == 0


@pytest.mark.parametrize(("count", "side"), [(1, 1), (40, 0), (40, 0.7), (300, 9), (300, 400)])
def test_those_near_are_all_pairs_within_1_along_either_axis(count: int, side: float) -> None:
    places = np.random.default_rng(2).uniform(-side, side, (count, 2))
    close = (np.abs(places[:, None] - places) <= 1).all(axis=2)

    assert np.stack(near(places)).tolist() == np.stack(np.nonzero(np.triu(close, 1))).tolist()


def test_pairs_that_are_kept_in_sight_are_those_that_would_be_sought_anew() -> None:
    points = np.random.default_rng(2).uniform(0, 1_000, (300, 2))
    rooms = np.array([room("x" * (number % 20)) for number in range(len(points))])
    kept = apart(points, rooms)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spacing, "SLACK", 0.0)
        anew = apart(points, rooms)

    assert (kept == anew).all()


def test_what_has_room_stays_where_it_is() -> None:
    points = np.array([[0.0, 0.0], [200.0, 0.0], [0.0, 60.0]])

    assert (apart(points, np.array([room("name")] * 3)) == points).all()


def test_dense_groups_get_room_and_stay_groups() -> None:
    points = groups(8, 100, width=0.02)
    loose = loosened(points)
    rooms = np.array([room("a name")] * 800)
    placed = apart(loose, rooms)
    middles = placed.reshape(8, 100, 2).mean(axis=1)
    nearest = np.hypot(*(placed[:, None] - middles).transpose(2, 0, 1)).argmin(axis=1)

    assert overlaps(placed, rooms) == 0
    assert (nearest == np.arange(800) // 100).mean() > 0.97
    assert float(np.ptp(placed, axis=0).prod()) < 3 * WIDE * SPACING**2 * 800


@pytest.mark.parametrize("points", [np.zeros((600, 2)), np.stack((np.arange(600.0), np.zeros(600)), axis=-1)])
def test_a_point_and_a_line_are_no_trouble(points: Points) -> None:
    assert np.isfinite(loosened(points)).all()
