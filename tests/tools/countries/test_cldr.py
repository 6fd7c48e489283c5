"""What countries are called in a package of CLDR."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from tools.countries.cldr import CountryNames

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder


def package(**territories: dict[str, str]) -> dict[str, str]:
    """The files of a package with these names in each locale, its tag written with _ for -."""
    files = {"package.json": '{"version": "48.2.0"}'}
    languages = {"main": {"en": {"localeDisplayNames": {"languages": {"xx": "Exish"}}}}}
    files["main/en/languages.json"] = json.dumps(languages)
    for locale, names in territories.items():
        tag = locale.replace("_", "-")
        data = {"main": {tag: {"localeDisplayNames": {"territories": names}}}}
        files[f"main/{tag}/territories.json"] = json.dumps(data)
    return files


def test_names_are_those_of_all_regions_the_usual_one_first(dataset: WriteFolder) -> None:
    xx = {"CZ-alt-variant": "Czech Rep", "CZ": "Czechi", "150": "Europa", "TZ": "TZ"}
    names = CountryNames(dataset(package(xx=xx, xx_AA={"CZ": "Chekki", "CZ-alt-variant": "Czech Rep"})))

    assert names.names("xx", "CZ") == ("Czechi", "Czech Rep", "Chekki")
    assert names.names("xx", "TZ") == ()
    assert names.languages == {"xx": "Exish"}
    assert names.version == "48.2.0"


def test_a_folder_without_the_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unpack the npm package cldr-localenames-full there"):
        CountryNames(tmp_path)
