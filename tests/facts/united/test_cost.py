"""What several datasets cost to put together: in proportion to what they hold, however one thing names another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.facts.united.unite import unite
from tests.several import Small, write
from tests.work import work_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FEW, TIMES = 50, 4


def events_within_one_another(first: str, number: int) -> Small:
    outer = (f"  e{n}: {{kind: summit, on: 2020, host: kenya, part_of: e{n - 1}}}\n" for n in range(1, number))
    return Small("", f"events:\n  e0: {{kind: summit, on: 2020, host: {first}}}\n{''.join(outer)}")


def groups_within_one_another(first: str, number: int) -> Small:
    outer = (f"  g{n}: {{name: G{n}, members: [g{n - 1}], codes: {{own: {n}}}}}\n" for n in range(1, number))
    return Small(f"groups:\n  g0: {{name: G0, members: [{first}], codes: {{own: 0}}}}\n{''.join(outer)}")


@pytest.mark.parametrize("small", [events_within_one_another, groups_within_one_another])
def test_a_chain_of_which_the_first_is_two_is_two_in_proportion(
    tmp_path: Path, small: Callable[[str, int], Small]
) -> None:
    def united(number: int) -> int:
        folders = write(tmp_path / str(number), a=small("kenya", number), b=small("egypt", number))
        each = [load(folder) for folder in folders]
        both = unite(each)
        found = {*both.actors, *both.written}
        last = number - 1
        assert found & {f"e{last}@a", f"g{last}@a"}
        assert found.isdisjoint({f"e{last}", f"g{last}"})
        return work_of(lambda: unite(each))

    few = united(FEW)
    assert united(FEW * TIMES) < few * TIMES * 1.4
