"""The forms of an adjective in each gender, number and case, by its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.countries.table import MANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ORDER, OTHERS, NONE = "order", "others", "-"
_STEMS = {
    "de": " e en er es em",
    "pl": "i a ie iego iemu im iej ą ich imi",
    "ru": "ий ая ое ие ого ому им ом ой ую их ими",
    "uk": "ий а е і ого ому им ім ої ій у ою их ими",
}
"""The endings that a stem takes, in languages where all take the same; German has the stem itself too."""
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "ar": (("ي", "ي ية يون يين يات"),),
    "es": (
        ("és", "és esa eses esas"),
        ("án", "án ana anes anas"),
        ("ol", "ol ola oles olas"),
        ("í", "í íes ís"),
        ("o", "o a os as"),
        ("", " s"),
    ),
    "fr": (
        ("en", "en enne ens ennes"),
        ("turc", "turc turque turcs turques"),
        ("grec", "grec grecque grecs grecques"),
        ("s", "s se ses"),
        ("e", "e es"),
        ("", " e s es"),
    ),
    "it": (("co", "co ca ci chi che"), ("o", "o a i e"), ("e", "e i"), ("a", "a i e")),
    "pt": (
        ("ês", "ês esa eses esas"),
        ("ão", "ão ã ães ãs"),
        ("ol", "ol ola óis olas"),
        ("o", "o a os as"),
        ("", " s"),
    ),
}
"""For each ending of the masculine, what it becomes; the first that fits."""
_ARTICLES = {"ar": ("", "ال")}
"""What is written in one word with an adjective before it."""


def adjectives(language: str, by_hand: Mapping[str, Any]) -> dict[str, list[str]]:
    """The forms of every adjective that is listed in a language, by the code of its country."""
    pairs = [pair for table in (by_hand, by_hand[OTHERS]) if language in table for pair in _pairs(table, language)]
    return {iso: list(dict.fromkeys(_all_forms(cell.split(MANY), language))) for iso, cell in pairs if cell != NONE}


def _pairs(table: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    return zip(table[ORDER].split(), table[language].split(), strict=True)


def _all_forms(words: Iterable[str], language: str) -> list[str]:
    return [form for word in words for form in _forms(word, language)]


def _forms(word: str, language: str) -> list[str]:
    if language in _STEMS:
        return [word + ending for ending in _STEMS[language].split(" ")]
    for ending, becomes in _ENDINGS[language]:
        if word.endswith(ending):
            found = [word.removesuffix(ending) + one for one in becomes.split(" ")]
            return [before + one for before in _ARTICLES.get(language, ("",)) for one in found]
    return [word]
