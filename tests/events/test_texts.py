"""What texts mean is found out once for each, whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.events.parsing import read_event_mapping
from relgraph.events.texts import Meanings
from relgraph.reading.held import HeldFile
from relgraph.tables.decisions import Decision
from relgraph.tables.schemes import NOBODY_KNOWN, Known, Life, Schemes
from tests.events.counting import mapping_of

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = Known(
    kinds={"old-land": "country", "new-land": "country", "our-kenya": "country"},
    lives={"old-land": Life(last=1999), "new-land": Life(first=2000), "our-kenya": Life()},
    codes={("iso3", "L"): ("old-land", "new-land")},
    names={},
    entries={"kenya": "our-kenya"},
)
DAYS = ("1998-05-01", "2001-05-01", "some day")


def meanings(schemes: Schemes, of: Sequence[str], kinds: Sequence[str] = (), **instead: str) -> Meanings:
    """What texts mean by the usual mapping, in which something else may stand."""
    text = mapping_of("x.csv")
    for old, new in instead.items():
        text = text.replace(f"codes: {old}", new)
    mapping, problems = read_event_mapping(HeldFile("m.yaml", text.encode()), "m.yaml")
    assert mapping is not None, problems
    found = Meanings(mapping, schemes)
    found.read(DAYS, of, [], kinds)
    return found


def test_only_a_text_that_turns_has_a_meaning_by_era() -> None:
    found = meanings(Schemes(OURS, {}, ()), ["L", "VNM", "KEN", "XYZ"])
    names = found.names

    assert found.eras == (2000,)
    assert [(one.text, one.turn > 0) for one in found.actors["of"]] == [
        ("L", True),
        ("VNM", False),
        ("KEN", False),
        ("XYZ", False),
    ]
    assert [(one.era, names[one.id]) for one in found.turns] == [(0, "old-land"), (1, "new-land")]
    assert [names[one.id] for one in found.actors["of"][1:3]] == ["vietnam", "our-kenya"]
    assert found.refused_by(found.actors["of"][3].id).text == "XYZ"


def test_a_decision_for_somebody_who_ships_is_for_the_entry_that_a_dataset_has_of_him() -> None:
    schemes = Schemes(OURS, {}, [Decision("iso3", "KE?", "kenya"), Decision("iso3", "EG?", "egypt")])

    assert meanings(schemes, ["KE?", "EG?"]).names == ("egypt", "our-kenya")


@pytest.mark.parametrize("code", ["42", "251", "99"])
def test_codes_without_their_leading_zero_are_refused(code: str) -> None:
    with pytest.raises(InputError, match=f"column code has {code}, which is no code: a leading zero was lost"):
        meanings(Schemes(NOBODY_KNOWN, {}, ()), [], [code])


def test_codes_of_every_length_are_taken() -> None:
    found = meanings(Schemes(NOBODY_KNOWN, {}, ()), [], ["01", "1", "20", "203", "2042", "0251"])

    assert [one.text for one in found.kinds if one.id < 0] == []


def test_a_value_that_cannot_be_a_name_is_no_kind() -> None:
    found = meanings(Schemes(NOBODY_KNOWN, {}, ()), [], ["talks", "ta\u202elks"], cameo="other: own")

    assert found.kind_names == ("talks",)
    assert [found.refused_by(one.id).text for one in found.kinds if one.id < 0] == ["ta\u202elks"]
