"""The forms that a name takes in the cases of a language, spelled out once so that texts need no stemmer.

A rule gives, for a word, its forms case by case; the words of a name are put together case by case. Where a rule is
in doubt it gives every form: one that nobody writes is never met. Clitics, elision and suffixes behind an apostrophe
are not here, since whoever cuts a text into words takes them off.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Cases: TypeAlias = tuple[str, ...]  # for each case its forms, with | between; "" for the word as it is
    Rule: TypeAlias = Callable[[str, bool], Cases]  # the word, and whether another of the name follows it

_SMALL = re.compile(r"[^\W\d_]{1,3}|[A-ZА-ЯІЇЄ.]+|.*[()].*")
"""Words that take no case: and, of, in, abbreviations, what stands in brackets."""
_ALONE = re.compile(r"[A-ZА-ЯІЇЄ.]+|.*[()].*")
"""Such as take none where they are the whole name: Чад has three letters, and is no particle."""


def forms(name: str, language: str) -> list[str]:
    """Every form of a name in a language, the name itself first."""
    rule = RULES.get(language)
    return list(dict.fromkeys([name, *(_declined(name.split(" "), rule) if rule else ())]))


def _declined(words: list[str], rule: Rule) -> Iterator[str]:
    small = _SMALL if len(words) > 1 else _ALONE
    cases = [_cases(word, rule, place < len(words) - 1, small) for place, word in enumerate(words)]
    for case in range(max(map(len, cases))):
        choices = [_in_case(word, forms, case) for word, forms in zip(words, cases, strict=True)]
        yield from map(" ".join, product(*choices))
    for case in range(len(cases[0]) if len(words) > 1 else 0):  # the rest of a name may stay: Republic of ...
        yield from (" ".join((form, *words[1:])) for form in _in_case(words[0], cases[0], case))


def _cases(word: str, rule: Rule, followed: bool, small: re.Pattern[str] = _SMALL) -> Cases:  # noqa: FBT001 - as a rule takes it
    """The cases of a word; of one with a hyphen its last part takes them, or else its first."""
    if not word or small.fullmatch(word):
        return ()
    head, hyphen, last = word.rpartition("-")
    if not hyphen:
        return rule(word, followed)
    if last and (found := _cases(last, rule, followed)):
        return tuple("|".join(f"{head}-{form}" for form in one.split("|")) if one else "" for one in found)
    return tuple("|".join(f"{form}-{last}" for form in one.split("|")) for one in _cases(head, rule, followed))


def _in_case(word: str, cases: Cases, case: int) -> list[str]:
    return cases[case].split("|") if case < len(cases) and cases[case] else [word]


def _with(stem: str, *endings: str) -> Cases:
    """The stem with the endings of each case: "ой" for two; - for none."""
    return tuple("|".join(stem + ending.replace("-", "") for ending in one.split("|")) for one in endings)


def _by_ending(word: str, table: Iterable[tuple[str, int, tuple[str, ...]]]) -> Cases:
    """The forms by the first ending of a table that the word has: the ending, letters to take off, the endings."""
    for ending, off, endings in table:
        if word.endswith(tuple(ending.split("|"))):
            return _with(word[: len(word) - off], *endings)
    return ()


_RU_FOLLOWED = (
    ("ая", 2, ("ой", "ой", "ую", "ой", "ой")),
    ("яя", 2, ("ей", "ей", "юю", "ей", "ей")),
    ("ый|ой", 2, ("ого", "ому", "-ый", "ым", "ом")),
    ("ский", 2, ("ого", "ому", "ий", "им", "ом")),
    ("ое", 2, ("ого", "ому", "ое", "ым|им", "ом")),
    ("ые", 2, ("ых", "ым", "ые", "ыми", "ых")),
    ("ие", 2, ("их", "им", "ие", "ими", "их")),
    ("овы", 1, ("ых", "ым", "ы", "ыми", "ых")),
)
_RU = (
    ("ия", 1, ("и", "и", "ю", "ей", "и")),
    ("я", 1, ("и", "е", "ю", "ей", "е")),
    ("уа|оа|иа", 0, ()),
    ("Острова|острова", 1, ("ов", "ам", "а", "ами", "ах")),
    ("ка|га|ха", 1, ("и", "е", "у", "ой", "е")),
    ("ша|жа|ча|ца", 1, ("и|ы", "е", "у", "ей", "е")),
    ("а", 1, ("ы", "е", "у", "ой", "е")),
    ("ство", 1, ("а", "у", "о", "ом", "е")),
    ("ий", 1, ("я", "ю", "й", "ем", "и")),
    ("й", 1, ("я", "ю", "й", "ем", "е")),
    ("ь", 1, ("я|и", "ю|и", "ь", "ем|ью", "е|и")),
    ("ы|и", 1, ("|ов", "ам", "ы|и", "ами", "ах")),
    ("пет", 2, ("та", "ту", "ет", "том", "те")),
)
_RU_CONSONANT = ("а", "у", "-", "ом|ем", "е")
_CYRILLIC_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"


def russian(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """Genitive, dative, accusative, instrumental, prepositional."""
    if (followed or word.endswith(("ская", "ские"))) and (found := _by_ending(word, _RU_FOLLOWED)):
        return found
    if found := _by_ending(word, _RU):
        return found
    return _with(word, *_RU_CONSONANT) if word[-1] in _CYRILLIC_CONSONANTS else ()


_UK_FOLLOWED = (
    ("ня", 1, ("ьої", "ій", "ю", "ьою", "ій")),
    ("а", 1, ("ої", "ій", "у", "ою", "ій")),
    ("ий", 2, ("ого", "ому", "ий", "им", "ому|ім")),
    ("е", 1, ("ого", "ому", "е", "им", "ому|ім")),
    ("і", 1, ("их", "им", "і", "ими", "их")),
    ("ові", 1, ("их", "им", "і", "ими", "их")),
)
_UK = (
    ("ія", 1, ("ї", "ї", "ю", "єю", "ї")),
    ("я", 1, ("і|ї", "і|ї", "ю", "ею|єю", "і|ї")),
    ("ка", 2, ("ки", "ці", "ку", "кою", "ці")),
    ("га", 2, ("ги", "зі", "гу", "гою", "зі")),
    ("уа|оа|іа", 0, ()),
    ("жа|ча|ша|ща", 1, ("і", "і", "у", "ею", "і")),
    ("а", 1, ("и", "і", "у", "ою", "і")),
    ("ство", 1, ("а", "у", "о", "ом", "і")),
    ("ій", 2, ("ію|ія", "ію|ієві", "ій", "ієм", "ії")),
    ("й", 1, ("ю|я", "ю|єві", "й", "єм", "ї")),
    ("усь", 1, ("і", "і", "ь", "сю", "і")),
    ("ь", 1, ("я|ю|і", "ю|еві|і", "ь", "ем", "і|ю")),
    ("ти|ни|ви|ри|ли|ми|ди|пи|би|ги|ки|си", 1, ("|ів", "ам", "и", "ами", "ах")),
    ("Острови|острови", 1, ("ів", "ам", "и", "ами", "ах")),
    ("пет", 2, ("ту", "ту|тові", "ет", "том", "ті")),
)
_UK_CONSONANT = ("у|а", "у|ові", "-", "ом|ем", "і|у")


def ukrainian(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """Genitive, dative, accusative, instrumental, locative."""
    if (followed or word.endswith(("ська", "ські"))) and (found := _by_ending(word, _UK_FOLLOWED)):
        return found
    if found := _by_ending(word, _UK):
        return found
    return _with(word, *_UK_CONSONANT) if word[-1] in _CYRILLIC_CONSONANTS else ()


_PL_ADJECTIVES = (
    ("ska|cka", 1, ("iej", "iej", "ą", "ą", "iej")),
    ("owa|wna|czna|lna|rna|nowa|Nowa", 1, ("ej", "ej", "ą", "ą", "ej")),
    ("skie|ckie", 1, ("ch", "m", "e", "mi", "ch")),
    ("one|owe|wne|lne", 1, ("ych", "ym", "e", "ymi", "ych")),
    ("cze|sze", 1, ("ych", "ym", "e", "ymi", "ych")),
    ("dni|ski|cki", 1, ("iego", "iemu", "i", "im", "im")),
    ("owy|czny|lny|wny", 1, ("ego", "emu", "y", "ym", "ym")),
)
_PL = (
    ("Niemcy", 6, ("Niemiec", "Niemcom", "Niemcy", "Niemcami", "Niemczech")),
    ("Włochy", 6, ("Włoch", "Włochom", "Włochy", "Włochami", "Włoszech")),
    ("Węgry", 5, ("Węgier", "Węgrom", "Węgry", "Węgrami", "Węgrzech")),
    ("Niger", 5, ("Nigru", "Nigrowi", "Niger", "Nigrem", "Nigrze")),
    ("Egipt", 5, ("Egiptu", "Egiptowi", "Egipt", "Egiptem", "Egipcie")),
    ("Stany", 5, ("Stanów", "Stanom", "Stany", "Stanami", "Stanach")),
    ("Emiraty", 7, ("Emiratów", "Emiratom", "Emiraty", "Emiratami", "Emiratach")),
    ("Wyspy", 5, ("Wysp", "Wyspom", "Wyspy", "Wyspami", "Wyspach")),
    ("Czechy", 6, ("Czech", "Czechom", "Czechy", "Czechami", "Czechach")),
    ("ia|ja|ea", 1, ("i", "i", "ę", "ą", "i")),
    ("ska", 3, ("ski|skiej", "sce|skiej", "skę|ską", "ską", "sce|skiej")),
    ("ko|go", 1, ("a", "u", "o", "iem", "u")),
    ("o", 1, ("a", "u", "o", "em", "u")),
    ("ka", 2, ("ki", "ce", "kę", "ką", "ce")),
    ("ga", 2, ("gi", "dze", "gę", "gą", "dze")),
    ("ra", 2, ("ry", "rze", "rę", "rą", "rze")),
    ("ta", 2, ("ty", "cie", "tę", "tą", "cie")),
    ("da", 2, ("dy", "dzie", "dę", "dą", "dzie")),
    ("ła", 2, ("ły", "le", "łę", "łą", "le")),
    ("la", 1, ("i", "i", "ę", "ą", "i")),
    ("a", 1, ("y|i", "ie|i", "ę", "ą", "ie|i")),
    ("dy|ny|ty|wy|ry|ły|my|py|by|sy", 1, ("|ów", "om", "y", "ami", "ach")),
    ("ki|gi", 1, ("|ów", "om", "i", "ami", "ach")),
    ("nie", 1, ("i", "om", "e", "ami", "ach")),
    ("ie", 1, ("", "om", "e", "ami", "ach")),
)
_PL_HARD = {"t": "cie", "d": "dzie", "r": "rze", "ł": "le", "n": "nie", "m": "mie", "b": "bie", "w": "wie", "s": "sie"}


def polish(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """Genitive, dative, accusative, instrumental, locative."""
    if word.endswith(("ej", "ego", "ych", "ich")):
        return ()  # a genitive already
    adjective = _by_ending(word, _PL_ADJECTIVES)
    noun = _by_ending(word, _PL)
    if adjective and noun and not followed:
        return tuple(
            "|".join(dict.fromkeys((one, *other.split("|")))) for one, other in zip(adjective, noun, strict=True)
        )
    if found := adjective or noun:
        return found
    if word[-1] in "aeiouyóąę":
        return ()
    hard = word[:-1] + _PL_HARD[word[-1]] if word[-1] in _PL_HARD else f"{word}u"
    return (f"{word}u|{word}a", f"{word}owi", word, f"{word}em|{word}iem", f"{hard}|{word}u")


def german(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """Genitive and dative: a name takes s, an adjective before it n."""
    if followed and word.endswith(("e", "es")):
        stem = word.removesuffix("s")
        return (f"{stem}n|{stem}r", f"{stem}n|{stem}r", stem)
    if word[-1] in "sxzß":
        return (f"{word}'|{word}’",)
    return (f"{word}s",) if word[-1].isalpha() and not word.endswith(("aaten", "inseln", "Inseln")) else ()


_SWEDISH_LIKE = ("s",)


def genitive_s(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """A genitive in s, of the last word only."""
    return () if followed or word[-1] in "sxz" else _with(word, *_SWEDISH_LIKE)


_FI_ENDINGS = ("n", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "na", "nä", "ksi", "tta", "ttä")
_FI_VOWELS = "aeiouyäö"
_FI_WEAK = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nt", "nn"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("t", "d"),
    ("k", ""),
    ("p", "v"),
)


def finnish(word: str, followed: bool) -> Cases:  # noqa: ARG001, FBT001 - as every rule
    """The cases of the singular, or of a plural in t, each in both harmonies."""
    if word.endswith("t"):
        return _finnish_plural(word[:-1])
    if word.endswith("nen"):
        return _fi_cases([word[:-3] + "se"], word[:-3] + "sta|" + word[:-3] + "stä", word[:-3] + "seen")
    if word.endswith(("maa", "Maa")):
        return _fi_cases([word], f"{word}ta", f"{word}han")
    if word[-1] not in _FI_VOWELS:
        return _fi_cases([f"{word}i"], f"{word}ia|{word}iä", f"{word}iin")
    if word.endswith("i") and word[:-1].endswith(("suom", "Suom")):
        return _fi_cases([word[:-1] + "e"], word[:-1] + "ea", word[:-1] + "een")
    partitive = f"{word}a|{word}ä|{word}ta|{word}tä"
    illative = f"{word}{word[-1]}n|{word}h{word[-1]}n|{word}seen"
    return _fi_cases([word, *_weakened(word)], partitive, illative)


def _weakened(word: str) -> list[str]:
    """The weak grade of the last stop of a word: kk is k, t is d."""
    body, vowel = word[:-1], word[-1]
    return [body[: -len(strong)] + weak + vowel for strong, weak in _FI_WEAK if body.endswith(strong)][:1]


def _fi_cases(stems: list[str], partitive: str, illative: str) -> Cases:
    return (*("|".join(stem + ending for stem in stems) for ending in _FI_ENDINGS), partitive, illative)


_FI_PLURALS = (
    ("kunna", 2, "tii", "tien"),  # kunnat: kuntien
    ("valla", 2, "toi|loi", "tojen"),
    ("aa", 1, "i", "iden"),
    ("i", 1, "ei", "ien"),
    ("e", 1, "i", "ten|ien"),
    ("a", 1, "i|oi", "ien|ojen"),
)


def _finnish_plural(stem: str) -> Cases:
    """Yhdysvallat, saaret: the genitive, and the plural stem in i with each ending."""
    for ending, off, plurals, genitives in _FI_PLURALS:
        if stem.endswith(ending):
            base = stem[: len(stem) - off]
            plural = [base + one for one in plurals.split("|")]
            rest = ("|".join(one + ending for one in plural) for ending in _FI_ENDINGS[1:])
            more = "|".join(f"{one}hin|{one}n|{one}a|{one}ä" for one in plural)
            return ("|".join(base + one for one in genitives.split("|")), *rest, more)
    return ()


_HU_BACK = ["ban", "ba", "ból", "ra", "ról", "nál", "hoz", "tól", "nak", "ért", "ig", "ként", "ul"]
_HU_FRONT = ["ben", "be", "ből", "re", "ről", "nél", "hez", "höz", "től", "nek", "ért", "ig", "ként", "ül"]
_HU_AFTER_VOWEL = ["n", "t", "i"]
_HU_AFTER_CONSONANT = {True: ["on", "ot", "at", "i"], False: ["en", "ön", "et", "öt", "i"]}
_HU_BARE_ACCUSATIVE = ("j", "l", "ly", "n", "ny", "r", "s", "sz", "z", "zs")
_HU_LONG = {"a": "á", "e": "é"}
_HU_VOWELS = "aáeéiíoóöőuúüű"


def hungarian(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """The last word with each ending in its harmony; val and vel take on its last consonant."""
    if followed:
        return ()
    stem = word[:-1] + _HU_LONG.get(word[-1], word[-1])
    vowel = word[-1].lower() in _HU_VOWELS
    found: list[str] = []
    for back in _hu_harmonies(word):
        found += [stem + ending for ending in (_HU_BACK if back else _HU_FRONT)]
        found += [stem + ending for ending in (_HU_AFTER_VOWEL if vowel else _HU_AFTER_CONSONANT[back])]
        found += [f"{stem}t"] if word.endswith(_HU_BARE_ACCUSATIVE) else []
        with_ = "al" if back else "el"
        found.append(f"{stem}v{with_}" if vowel else f"{_hu_doubled(word)}{with_}")
    return tuple(found)


def _hu_harmonies(word: str) -> tuple[bool, ...]:
    """Whether endings have back vowels, front ones, or either: by the last vowel that is not i."""
    vowels = [letter for letter in word.lower() if letter in _HU_VOWELS]
    decisive = [letter for letter in vowels if letter not in "ií"]
    last = decisive[-1] if decisive else "e"
    return (True,) if last in "aáoóuú" else (False, True) if vowels != decisive or last in "eé" else (False,)


def _hu_doubled(word: str) -> str:
    """Its last consonant doubled: of one that two letters write, the first of them."""
    pair = word[-2:] in {"sz", "zs", "cs", "gy", "ly", "ny", "ty"}
    return word[:-2] + word[-2] + word[-2:] if pair else word + word[-1]


def greek(word: str, followed: bool) -> Cases:  # noqa: ARG001, FBT001 - as every rule
    """Genitive and accusative: a vowel takes ς, -ς loses it or turns to υ."""
    return _by_ending(
        word,
        (
            ("ος", 2, ("ου", "ο")),
            ("ός", 2, ("ού", "ό")),
            ("ες", 2, ("ων|ών", "ες")),
            ("α|ά|η|ή", 0, ("ς", "-")),
            ("ο|ό", 1, ("ου|ού", "ο|ό")),
        ),
    )


def romanian(word: str, followed: bool) -> Cases:  # noqa: FBT001 - as every rule
    """Genitive and dative."""
    table = (("ia", 1, ("ei", "ei")), ("a", 1, ("ei", "ei")), ("ă", 1, ("ei", "ei")), ("le", 1, ("or", "or")))
    if found := _by_ending(word, table):
        return found
    return () if followed or word[-1] in "aeiouăâî" else _with(word, "ului", "ul")


RULES: dict[str, Rule] = {
    "de": german,
    "el": greek,
    "fi": finnish,
    "hu": hungarian,
    "nl": genitive_s,
    "pl": polish,
    "ro": romanian,
    "ru": russian,
    "sv": genitive_s,
    "uk": ukrainian,
}
