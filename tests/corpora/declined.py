"""Twenty countries in all cases of languages that decline, and words that only look like their names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from relgraph.checks.naming import Naming, Who
from relgraph.checks.paragraphs import CitedParagraph
from relgraph.countries.table import table
from relgraph.facts.names import Names
from relgraph.facts.records import Actor
from relgraph.sources.paragraph import BY_TEXT, Paragraph
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "cases"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


class Cases(NamedTuple):
    """The forms of each country's name in a language, and other words."""

    language: str
    names: Mapping[str, tuple[str, ...]]
    others: tuple[str, ...]


def cases(language: str) -> Cases:
    data = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    names = {one: tuple(forms.split()) for one, forms in data["names"].items()}
    return Cases(language, names, tuple(data["others"].split()))


def countries() -> dict[str, Actor]:
    """Every country of the table that has an ISO code."""
    coded = (entry for entry in table().values() if "iso2" in entry.codes)
    return {entry.id: Actor(entry.id, entry.kind, entry.name, iso=entry.codes["iso2"]) for entry in coded}


class Meeting:
    """Who is met in a word of a language."""

    def __init__(self, language: str) -> None:
        self.actors = countries()
        kinds = {one: actor.kind for one, actor in self.actors.items()}
        who = Who(Names(self.actors, {}), self.actors, kinds, frozenset(kinds.values()))
        self.naming = Naming(who, language)

    def meets(self, word: str, one: str) -> bool:
        """Whether the word names this country."""
        return self._paragraph(word).names(one)

    def meets_any(self, word: str) -> bool:
        """Whether the word names any country."""
        paragraph = self._paragraph(word)
        return any(paragraph.names(one) for one in self.actors)

    def _paragraph(self, word: str) -> CitedParagraph:
        text = Paragraph(BY_TEXT, words(word), self.naming.language, word)
        return CitedParagraph(("made", 1), text, self.naming)
