from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tools.map import __main__ as tool

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder

SQUARE = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]]],
    "objects": {"land": {"geometries": [{"type": "Polygon", "arcs": [[0]]}]}},
}
CAPITALS = """\
iso2,capital,latitude,longitude,other_names,other_seats,source,note
AA,Ayton,5.0,5.0,,,hand,
BB,Beeton,-5.0,50.0,Beetown,,hand,"an island, alone"
"""
FOLDER = {"ne_capitals.csv": CAPITALS, "ne_land_50m.topojson": json.dumps(SQUARE)}


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Where the tables are written to in place of the package."""
    places = tmp_path / "capitals.csv", tmp_path / "land.txt"
    for name, place in zip(("CAPITALS", "LAND"), places, strict=True):
        monkeypatch.setattr(tool, name, place)
    return places


def test_both_tables_are_made_with_their_heads(dataset: WriteFolder, written: tuple[Path, Path]) -> None:
    assert tool.main(str(dataset(FOLDER))) == 0
    capitals, land = (path.read_text(encoding="utf-8").splitlines() for path in written)

    assert capitals[-3:] == [
        "iso2,capital,latitude,longitude,source,note",
        "AA,Ayton,5.0,5.0,hand,",
        'BB,Beeton,-5.0,50.0,hand,"an island, alone"',
    ]
    assert "#   BB" in land
    assert len([line for line in land if not line.startswith("#")]) == 2  # the square and the dot


def test_it_takes_one_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main() == 2
    assert capsys.readouterr().err == "tools.map: name the folder of the sources: python -m tools.map DATA\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ne_land_50m.topojson", "{", "is not as expected: JSONDecodeError"),
        ("ne_land_50m.topojson", '{"transform": {}}', "is not as expected: KeyError('arcs')"),
        ("ne_capitals.csv", "iso2,capital\nAA,Ayton\n", "is not as expected: KeyError('latitude')"),
        ("ne_capitals.csv", CAPITALS.replace("-5.0", "south"), "is not as expected: ValueError"),
    ],
)
def test_a_source_that_is_no_good_is_named_and_nothing_is_written(
    dataset: WriteFolder,
    written: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    said: str,
) -> None:
    assert tool.main(str(dataset(FOLDER | {name: text}))) == 2
    error = capsys.readouterr().err

    assert name in error
    assert said in error
    assert error.count("\n") == 1
    assert not any(path.exists() for path in written)
