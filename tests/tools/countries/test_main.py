from __future__ import annotations

from typing import TYPE_CHECKING

from tools.countries import __main__ as tool

if TYPE_CHECKING:
    import pytest

    from tests.fixture_types import WriteFolder


def test_it_takes_a_folder_and_a_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main("data") == 2
    asked = "name the folder of the sources and the package: python -m tools.countries DATA LOCALENAMES"
    assert capsys.readouterr().err == f"tools.countries: {asked}\n"


def test_a_source_that_lacks_a_column_is_told(dataset: WriteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder = dataset(
        {
            "country_names.csv": "iso2,name\nKE,Kenya\n",
            "datahub_country-codes.csv": "a\nb\n",
            "former_states.csv": "id\nx\n",
        }
    )
    assert tool.main(str(folder), str(folder)) == 2
    assert "is not as expected: KeyError" in capsys.readouterr().err


def test_a_source_that_is_not_there_is_told(dataset: WriteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(dataset({"other.csv": ""}))
    assert tool.main(folder, folder) == 2
    assert "country_names.csv" in capsys.readouterr().err
