"""What countries are called by CLDR: the JSON of the npm package cldr-localenames-full, unpacked."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from relgraph.errors import InputError
from tools.languages.cldr import language_of, locales

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENGLISH = "en"
_ALTERNATIVE = re.compile(r"([A-Z]{2})-alt-\w+")


class CountryNames:
    """The names of countries in each language, and of each language in English."""

    def __init__(self, package: Path) -> None:
        """Read the package. Raises InputError when it is not there, or not as expected."""
        self._package = package
        self.version = str(self._json("package.json")["version"])
        english = self._json(f"main/{_ENGLISH}/languages.json")["main"][_ENGLISH]
        self.languages: dict[str, str] = english["localeDisplayNames"]["languages"]
        self._names: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for locale, data in sorted(locales(package, "territories.json"), key=_plainest):
            for iso, name in _named(data["localeDisplayNames"]["territories"]):
                self._names[language_of(locale), iso][name] = None

    def names(self, language: str, iso: str) -> tuple[str, ...]:
        """What a language calls the country of an ISO code: first as is usual, then for short, then in its regions."""
        return tuple(self._names.get((language, iso), ()))

    def _json(self, name: str) -> Any:  # noqa: ANN401 - JSON
        try:
            return json.loads((self._package / name).read_text(encoding="utf-8"))
        except OSError:
            wanted = "unpack the npm package cldr-localenames-full there"
            raise InputError(f"{self._package}: no {name}; {wanted}") from None


def _plainest(locale: tuple[str, Any]) -> tuple[int, str]:
    """The language itself goes before its regions and scripts."""
    return locale[0].count("-"), locale[0]


def _named(territories: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each code with a name, the usual ones first; not where the code stands in for a name that is wanting."""
    usual = [(iso, name) for iso, name in territories.items() if len(iso) == len("XX")]
    others = [(found[1], name) for key, name in territories.items() if (found := _ALTERNATIVE.fullmatch(key))]
    yield from ((iso, name) for iso, name in (*usual, *others) if name != iso)
