"""The table of numbers in words: those from 2 to 99, and hundreds, by the rules that CLDR has for spelling them out."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.errors import InputError
from tools.languages.cldr import language_of, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

HEAD = """\
The numbers from 2 to 99 in words, in whatever gender and case, and hundreds, as they stand before more too. One is left
out, since many languages have no other article, and so are words that mean something else more often.
Source: Unicode CLDR 48.2, npm package cldr-rbnf, and by hand what it lacks. Licence: Unicode License V3, see
UNICODE-LICENSE. Made by tools/languages; do not edit."""

NUMBERS, HUNDREDS = range(2, 100), range(100, 1000, 100)
_CARDINALS = re.compile(r"%spellout-(?:cardinal|numbering)(?!.*(?:year|financial|days|verbose)).*")
_ENGLISH, _UNKNOWN = "en", "und"
_UNSEEN = str.maketrans("", "", "\u00ad\u200b")
_FROM_TEN = frozenset({"th", "lo", "km", "my"})
"""Languages without blanks, in which shorter numbers are parts of other words."""
_OTHER_WORDS = {
    "he": {"שני", "שתי"},  # Monday is the second day
    "ko": set("이삼사오육칠팔구십"),  # 이 is this
    "vi": {"năm"},  # year
}


def _by_hand(words: str, start: int = 2) -> dict[int, list[str]]:
    """Words for one number after another, with | between those of one."""
    return {number: forms.split("|") for number, forms in enumerate(words.split(), start)}


_MORE: Mapping[str, Mapping[int, list[str]]] = {
    "ar": _by_hand("اثنين|اثنتين ثلاث أربع خمس ست سبع ثماني|ثمان تسع عشر"),
    "bn": _by_hand(
        "দুই|দুটি তিন|তিনটি চার|চারটি পাঁচ|পাঁচটি ছয়|ছয়টি সাত|সাতটি আট|আটটি নয়|নয়টি দশ|দশটি এগারো|এগারোটি বারো|বারোটি"
        " তেরো|তেরোটি চৌদ্দ|চৌদ্দটি পনেরো|পনেরোটি ষোলো|ষোলোটি সতেরো|সতেরোটি আঠারো|আঠারোটি উনিশ|উনিশটি বিশ|বিশটি"
    ),
    "pt": {14: ["quatorze"]},
    "sw": {
        2: ["wawili", "viwili", "mawili", "miwili"],
        3: ["watatu", "vitatu", "matatu", "mitatu"],
        4: ["wanne", "vinne", "manne", "minne"],
        5: ["watano", "vitano", "matano", "mitano"],
        8: ["wanane", "vinane", "manane", "minane"],
    },
    "ur": _by_hand("دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس"),
}


def spelled_table(package: Path) -> str:
    """The text of the table. Raises InputError."""
    folder = package / "rbnf"
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; unpack the npm package there")
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for path in sorted(folder.glob("*.json")):
        language = language_of(path.stem)
        rules = json.loads(path.read_text(encoding="utf-8"))["rbnf"]["rbnf"].get("SpelloutRules", {})
        for number, words in _spelled(rules) if language not in {_ENGLISH, _UNKNOWN} else ():
            if _is_usable(words, number, language):
                found[language, str(number)][words] = None
    for language, numbers in _MORE.items():
        for number, forms in numbers.items():
            found[language, str(number)].update(dict.fromkeys(forms))
    return table(HEAD, {key: tuple(forms) for key, forms in found.items()})


def _is_usable(words: str, number: int, language: str) -> bool:
    short = number < 10 and language in _FROM_TEN  # noqa: PLR2004 - as named
    return not short and words not in _OTHER_WORDS.get(language, ()) and not re.search(r"[\d|\t]", words)


def _spelled(rules: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Each number in words, by every set of rules for cardinal numbers."""
    sets = {name: _rules(given) for name, given in rules.items() if isinstance(given, list)}
    for name in filter(_CARDINALS.fullmatch, sets):
        said = {number: _said(number, name, sets).translate(_UNSEEN).strip() for number in range(2, 903)}
        yield from ((number, said[number]) for number in (*NUMBERS, *HUNDREDS))
        for number in HUNDREDS:  # trois cents, but trois cent deux; trezentos e dois
            before = said[number + 2].removesuffix(said[2])
            if before.endswith(" "):
                yield number, before.strip()


class _Rule(NamedTuple):
    """From which number on it holds, what parts the number in two, and what is said.

    There → stands for the rest, ← for how often the divisor goes into it, = for the number itself.
    """

    base: int
    divisor: int
    text: str


def _rules(given: list[list[str]]) -> list[_Rule]:
    found = []
    for head, text in given:
        base, _, radix = head.replace(",", "").rstrip(">").partition("/")
        if base.isdigit():
            found.append(_Rule(int(base), _divisor(int(base), int(radix or 10)), text.removesuffix(";").lstrip("'")))
    return found


def _divisor(base: int, radix: int) -> int:
    """The highest power of the radix that is no more than the base."""
    power = 1
    while power * radix <= base:
        power *= radix
    return power


def _said(number: int, name: str, sets: Mapping[str, list[_Rule]]) -> str:
    """A number as a set of rules says it."""
    rule = [one for one in sets[name] if one.base <= number][-1]
    parts = {"→": number % rule.divisor, "←": number // rule.divisor, "=": number}
    text = re.sub(r"\[(.*?)\]", lambda found: found[1] if parts["→"] else "", rule.text)

    def part(found: re.Match[str]) -> str:
        sign, other = found[0][0], found[0].strip("→←=")
        return _said(parts[sign], other if other.startswith("%") else name, sets) if not other.startswith("#") else "0"

    return re.sub(r"→→→|→[^→]*→|←[^←]*←|=[^=]*=", part, text)
