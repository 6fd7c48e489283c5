"""What the tables are made from: tables in a folder, the names that CLDR gives, and what was added by hand."""

from __future__ import annotations

import csv
import io
from functools import cached_property
from pathlib import Path
from typing import Any

import pycountry
import yaml

from tools.countries.cldr import CountryNames
from tools.source import Source, read_source

HAND = Path(__file__).with_name("by_hand.yaml")
NAMES_BY_HAND = Path(__file__).with_name("names_by_hand.yaml")
ADJECTIVES_BY_HAND = Path(__file__).with_name("adjectives_by_hand.yaml")


class Sources:
    """The files of a folder, and a package of CLDR, read once."""

    def __init__(self, folder: Path, package: Path) -> None:
        """Read them. Raises InputError naming one that cannot be read."""
        self._files = [read_source(folder / f"{name}.csv") for name in NAMES]
        self._package = package

    def __str__(self) -> str:
        """Every file, with its digest."""
        return "\n".join(map(str, self._files))

    @cached_property
    def cldr(self) -> CountryNames:
        """What CLDR calls countries in other languages."""
        return CountryNames(self._package)

    def name_of_language(self, language: str) -> str:
        """The English name of a language, by its tag."""
        return self.cldr.languages[language]

    @cached_property
    def countries(self) -> list[dict[str, str]]:
        """Rows of country_names.csv."""
        return _rows(self._files[0])

    @cached_property
    def codes(self) -> list[dict[str, str]]:
        """Rows of datahub_country-codes.csv."""
        return _rows(self._files[1])

    @cached_property
    def former(self) -> list[dict[str, str]]:
        """Rows of former_states.csv."""
        return _rows(self._files[2])

    @cached_property
    def by_hand(self) -> dict[str, Any]:
        """What the sources lack."""
        return _yaml(HAND)

    @cached_property
    def names_by_hand(self) -> dict[str, Any]:
        """Names in other languages that the sources lack."""
        return _yaml(NAMES_BY_HAND)

    @cached_property
    def adjectives_by_hand(self) -> dict[str, Any]:
        """Adjectives, which none of the sources has."""
        return _yaml(ADJECTIVES_BY_HAND)

    @cached_property
    def alpha3(self) -> dict[str, str]:
        """The withdrawn codes of three letters, by those of four in ISO 3166-3."""
        return {one.alpha_4: one.alpha_3 for one in pycountry.historic_countries}


NAMES = ("country_names", "datahub_country-codes", "former_states")


def _yaml(path: Path) -> dict[str, Any]:
    """A file with nothing but text in it: NO is Norway."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - builds only text
    return found


def _rows(source: Source) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(source.text)))
