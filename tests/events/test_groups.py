"""What is left out, added up."""

from __future__ import annotations

import pytest

from relgraph.events import groups
from relgraph.events.expression import REFUSED
from relgraph.events.groups import LeftOut, LeftOuts, _Left, split
from relgraph.events.parsing import read_event_mapping
from relgraph.events.texts import MATCHES_NOBODY, Meanings
from relgraph.reading.held import HeldFile
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from tests.events.counting import mapping_of


@pytest.mark.parametrize("totals", [[5, None, -(2**53) - 1], [93 * 10**17, None, -3 * 10**19]])
def test_a_total_of_very_many_events_is_told_as_the_nearest_number(totals: list[int | None]) -> None:
    pa = pytest.importorskip("pyarrow")

    small = {name: [1, 1, 0] for name in ("events", "sources", "days", "figures")}
    left = {"reason": [0, 0, -2], "refused": [0, 0, 0], "first": ["x", "y", "z"]}
    batch = pa.record_batch({**small, **left, "total": pa.array(totals, pa.decimal128(38, 0))})
    counts, others = split(batch)
    assert counts.column("total").to_pylist() == [None if one is None else float(one) for one in totals[:2]]
    assert counts.column("events").type == pa.int64()
    assert [one.first for one in others] == ["z"]


def test_values_beyond_a_number_are_put_together_by_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST_VALUES", 2)
    mapping, _ = read_event_mapping(HeldFile("m.yaml", mapping_of("x.csv").encode()), "m.yaml")
    assert mapping is not None
    meanings = Meanings(mapping, Schemes(NOBODY_KNOWN, {}, ()))
    ids = [meanings.refuse(MATCHES_NOBODY, text, "a", "iso3") for text in ("Q1", "Q2", "Q3", "Q4")]
    left_out = LeftOuts(mapping, meanings)
    left_out.add(_Left(REFUSED, one, rows, f"e{rows}") for one, rows in zip(ids, (1, 9, 5, 2), strict=True))
    left_out.add([_Left(REFUSED, ids[2], 1, None), _Left(1, 0, 4, "e0")])

    assert left_out.report() == (
        LeftOut(MATCHES_NOBODY, 9, "Q2", "a", "iso3", "e9"),
        LeftOut(MATCHES_NOBODY, 6, "Q3", "a", "iso3", "e5"),
        LeftOut("hearsay", 4, example="e0", others=1),
        LeftOut(MATCHES_NOBODY, 3, column="a", scheme="iso3", example="e1", others=2),
    )
