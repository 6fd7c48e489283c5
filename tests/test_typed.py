"""What holds plain values against their types notices what is wrong with them."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

import pytest

from tests.typed import Field, fields, in_script, misfits, typedefs, used


class Inner(TypedDict):
    name: str
    how: NotRequired[Literal["well", "badly"]]


class Outer(TypedDict):
    inner: list[Inner]
    numbers: dict[str, float]
    sure: bool
    maybe: NotRequired[str | None]


RIGHT: dict[str, Any] = {"inner": [{"name": "a", "how": "well"}, {"name": "b"}], "numbers": {"x": 1}, "sure": True}


def test_a_record_of_its_type_has_no_misfit() -> None:
    assert list(misfits(RIGHT, Outer)) == []
    assert list(misfits(RIGHT | {"maybe": None}, Outer)) == []


@pytest.mark.parametrize(
    ("wrong", "places"),
    [
        ({"inner": [{"name": 1}]}, [".inner[0].name"]),
        ({"inner": [{"how": "well"}]}, [".inner[0].name"]),
        ({"inner": [{"name": "a", "how": "so-so"}]}, [".inner[0].how"]),
        ({"inner": {}}, [".inner"]),
        ({"numbers": {"x": "1", "y": True}}, [".numbers.x", ".numbers.y"]),
        ({"sure": 1}, [".sure"]),
        ({"maybe": 1}, [".maybe"]),
        ({"more": 1}, [".more"]),
    ],
)
def test_a_misfit_is_told_with_its_place(wrong: dict[str, Any], places: list[str]) -> None:
    assert list(misfits(RIGHT | wrong, Outer)) == places


def test_keys_are_those_that_are_declared_and_those_that_occur() -> None:
    found: dict[Any, set[str]] = {}
    used(RIGHT, Outer, found)

    assert fields(Inner) == {"name": Field(str, required=True), "how": Field(Literal["well", "badly"], required=False)}
    assert found == {Outer: {"inner", "numbers", "sure"}, Inner: {"name", "how"}}


def test_a_script_says_the_same_in_its_own_words() -> None:
    script = """
        /** @typedef {import("./other.mjs").Thing} Thing */
        /** @typedef {{name: string, how?: "well" | "badly"}} Inner  what is inside, {as it is} */
        /**
         * @typedef {object} Outer  what is outside
         * @property {Inner[]} inner
         * @property {Record<string, number>} numbers  by name
         * @property {boolean} sure
         * @property {string | null} [maybe]
         * @property {import("./other.mjs").Thing[]} [things]
         * @property {[number, string, string][]} [steps]
         */
    """
    told = typedefs(script)

    assert told.keys() == {"Inner", "Outer"}
    assert told["Inner"] == {name: Field(in_script(one.type, {}), one.required) for name, one in fields(Inner).items()}
    assert told["Outer"] == {
        **{name: Field(in_script(one.type, {Inner: "Inner"}), one.required) for name, one in fields(Outer).items()},
        "things": Field("Thing[]", required=False),
        "steps": Field("(number | string)[][]", required=False),
    }
    assert in_script(list[Inner], {}) == '{name: string, how?: "well" | "badly"}[]'
    assert in_script(list[list[int | str]], {}) == "(number | string)[][]"
