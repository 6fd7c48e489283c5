"""What a written word may be read as, where a language writes small words together with the one that they belong to.

French and Italian join an article or "of" by an apostrophe, Turkish sets its endings behind one, Arabic and Hebrew
write "and", "to", "in" and "the" before the word, Korean and languages of India their particles behind it. Each
reading is only a candidate: it counts where it is, letter for letter, a word that is looked for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from relgraph.sources.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SHORTEST = 2
"""A reading has at least so many letters: less would be found in anything."""


def _after_apostrophe(word: str) -> Iterator[str]:
    """l'italie: italie; dell'egitto: egitto."""
    if "'" in word:
        yield word.rpartition("'")[2]
        yield word.partition("'")[2]


def _before_apostrophe(word: str) -> Iterator[str]:
    """turkiye'nin: turkiye; n'djamena'da: n'djamena."""
    if "'" in word:
        yield word.partition("'")[0]
        yield word.rpartition("'")[0]


def _arabic(word: str) -> Iterator[str]:
    """وكينيا: كينيا; للصين: الصين; بالسودان: السودان. And, so; by, like, to; with لل for "to the"."""
    rest = word[1:] if word[:1] in {"و", "ف"} else word
    if rest != word:
        yield rest
    for one in {word, rest}:
        if one.startswith("لل"):
            yield f"ال{one[2:]}"
        if one[:1] in {"ب", "ك", "ل"}:
            yield one[1:]


_HEBREW = r"[\u05d5]?(?:כש|מה|שב|של|שמ|לכש|[שבלמכה])?[ה]?"
_USUAL_HEBREW = r"[\u05d5]?[בלמה]?"
_LONG = 4


def _hebrew(word: str) -> Iterator[str]:
    """לקניה: קניה; והודו: הודו; שבהודו: הודו. And, that, in, to, from, as, the; the rarer before longer names alone."""
    for size in range(1, 6):
        before, rest = word[:size], word[size:]
        if re.fullmatch(_HEBREW if len(rest) >= _LONG else _USUAL_HEBREW, before):
            yield rest


_PARTICLES = (
    "은 는 이 가 을 를 의 에 와 과 랑 로 도 만 나 란 다 며 고 인 측 자 간 에서 에게 께서 하고 이랑 으로 로서 부터"
    " 까지 보다 처럼 같이 마다 이나 라는 든지 이다 이며 이고 한테 에는 에도 와는 과는 와의 과의 로의 에의 로는 만의"
    " 만이 만을 만은 이자 간의 측은 측이 측과 에게서 으로서 로부터 이라는 에서는 에서도 에게는 으로의 에서의 으로는"
    " 까지의 부터의 께서는 으로부터"
)


_VERBS = (
    "하다 한다 하였다 했다 하는 한 할 하며 하여 하고 하였고 했고 하였으며 했으며 하면서 하기 하기로 하던 했던 합니다"
    " 하였습니다 했습니다 되다 된다 되었다 됐다 되는 된 될 되며 되어 되었고 됐고 되었으며 됐으며 됩니다 되었습니다"
)
"""What makes a verb of a noun, 방문 (visit) in 방문하였다; not what denies it, as in 방문하지 않았다."""


_INDIA = "인도"
"""Of which a verb is made that means to hand over."""


def _korean(word: str) -> Iterator[str]:
    """케냐는, 케냐와의: 케냐; 방문하였다: 방문."""
    yield from _without(word, _PARTICLES.split())
    yield from (one for one in _without(word, _VERBS.split()) if one != _INDIA)


_CASES = {
    "as": "ৰ ৰে ত লৈ ক ে ও",
    "bn": "র ের এর তে ে য় কে ও ই দের রা টি",
    "gu": "ના ની નું નો ને થી માં એ",
    "mr": "ला ने चा ची चे च्या त तून शी हून साठी ाला ाने ाचा ाची ाचे ाच्या ात ातून ाशी ाहून ासाठी",
    "ne": "को का की ले लाई मा बाट सँग देखि सम्म",
    "ta": "வின் வில் வுடன் வுக்கு விற்கு வை வும் யின் யில் யுடன் யுக்கு யை யும்",
}
"""What stands for in, of, to and with behind a name, in languages of India that write it together with that."""


def _indian(language: str) -> Callable[[str], Iterator[str]]:
    """ভারতের, ভারতে: ভারত."""
    return lambda word: _without(word, _endings(language))


@cache  # each command imports this module, and few texts are in these languages
def _endings(language: str) -> tuple[str, ...]:
    return tuple(map(plain, _CASES[language].split()))


def _without(word: str, endings: Iterable[str]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending):
            yield word.removesuffix(ending)


_BY_LANGUAGE: dict[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys(("fr", "it", "ca", "oc", "lb"), _after_apostrophe),
    **dict.fromkeys(("tr", "az", "ku", "tk", "crh", "fi", "et"), _before_apostrophe),
    "ar": _arabic,
    "he": _hebrew,
    "ko": _korean,
    **{language: _indian(language) for language in _CASES},
}


def reads(language: str) -> bool:
    """Whether a language joins words so that one may be read as another."""
    return language in _BY_LANGUAGE


@lru_cache(maxsize=65_536)
def readings(word: str, language: str) -> frozenset[str]:
    """What a normalised word may be read as besides itself."""
    find = _BY_LANGUAGE.get(language)
    return frozenset(one for one in find(word) if len(one) >= SHORTEST) - {word} if find else frozenset()
