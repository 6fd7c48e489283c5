"""Words that are names, and other words too: china on a table, Mali and mali, which an index does not tell apart."""

from __future__ import annotations

from functools import cache

from relgraph.sources.tags import ENGLISH

MARKS_TELL = frozenset({"vi"})
"""Languages in which marks alone tell names from other words: in Vietnamese Lao is another word with other tones."""

_COMMON = {
    "en": "us who it is in no to am an as at be by do he polish pole poles chad jersey guinea swede swedes",
    "es": "chile granada",
    "pt": "peru mali ira",
    "fr": "mali niger",
    "fi": "oman malin perun peruna perusta",
    "hu": "iran irant indian angol",
    "it": "mali",
    **dict.fromkeys(("bs", "cs", "hr", "pl", "sk", "sl", "sr"), "mali"),
}
"""Words that are also names where they are written with a capital."""
_AT_TABLE = (
    "plate plates cup cups saucer saucers tea bone dinner dinners vase vases porcelain ware dish dishes bowl bowls"
)
_MEAT = "ate eat eats eaten eating roast roasted meat thanksgiving lunch sandwich farm bird"
_COMMON_BESIDE = {
    "china": frozenset(_AT_TABLE.split()),
    "turkey": frozenset((*_AT_TABLE.split(), *_MEAT.split())),
}
"""English words that are seldom another than a name: doubted only where one of these stands in the paragraph too."""
_SHORT = 4


def may_be_common(word: str, language: str, beside: frozenset[str] | None = None) -> bool:
    """Whether a word of an index, which has neither capitals nor marks, may be another than a name.

    `beside` are the other words of its paragraph; None asks whether it may be in any.
    """
    if word in _common(language) or (language in MARKS_TELL and len(word) <= _SHORT):
        return True
    telling = _COMMON_BESIDE.get(word) if language == ENGLISH else None
    return telling is not None and (beside is None or not telling.isdisjoint(beside))


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(_COMMON.get(language, "").split())
