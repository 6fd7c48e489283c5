"""The tables of names in other languages: from CLDR, the United Nations and by hand, with the forms that cases make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.countries.table import BETWEEN, MANY
from tools.countries.adjectives import adjectives
from tools.countries.inflection import forms
from tools.source import headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tools.countries.source import Sources

ABOUT = """\
Names of countries in {language}: id, names with the usual one first, their forms in other cases, adjectives.
Sources: Unicode CLDR {cldr}{united_nations}; short forms and adjectives by hand, in tools/countries.
Licence: Unicode License v3, in UNICODE-LICENSE.txt beside this file{un_licence}.
Made by tools/countries, which spells out the forms that cases make, from
{sources}
"""
UNITED_NATIONS = {
    "ar": ("Arabic", "ar"),
    "zh": ("Chinese", "cn"),
    "es": ("Spanish", "es"),
    "fr": ("French", "fr"),
    "ru": ("Russian", "ru"),
}
"""By language, what the table of codes calls it in the heads of its columns."""
_ARTICLE = re.compile(r"^(?:l['’]|(?:la|le|les|el|los|las)\s)(?=.)")
_BEHIND = re.compile(r"\s*\((?:l['’]|la|le|les|el|los|las)\)$")
_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[(（\[](?P<other>[^()（）\[\]]+)[)）\]]$")
_SHARED = frozenset({"CD", "CG", "SX"})
"""Those whose names only what stands in brackets tells from another's: Congo (DRC)."""


def names_table(language: str, ids: Mapping[str, str], sources: Sources) -> str:
    """The text of a language's table; `ids` are by codes of two letters."""
    un = UNITED_NATIONS.get(language)
    about = ABOUT.format(
        language=sources.name_of_language(language),
        cldr=sources.cldr.version,
        united_nations=", and the United Nations by the table of codes of Datahub" if un else "",
        un_licence="; the table of codes: PDDL" if un else "",
        sources=sources,
    )
    return headed(about, sorted(_rows(language, ids, sources)))


def _rows(language: str, ids: Mapping[str, str], sources: Sources) -> Iterator[str]:
    hand = sources.names_by_hand.get(language, {})
    listed = adjectives(language, sources.adjectives_by_hand)
    united = {row["ISO3166-1-Alpha-2"]: row for row in sources.codes}
    called = {
        iso: _each_once(
            (
                *(name for given in sources.cldr.names(language, iso) for name in _usable(given, iso)),
                *hand.get(iso, ()),
                *_united_nations(language, united.get(iso, {})),
            )
        )
        for iso in ids
    }
    taken = {name.casefold() for names in called.values() for name in names}
    for iso, names in ((iso, names) for iso, names in called.items() if names):
        made = dict.fromkeys(form for name in names for form in forms(name, language)[1:])
        cases = (form for form in made if form.casefold() not in taken)  # Nigeria is no case of Niger
        yield BETWEEN.join((ids[iso], MANY.join(names), MANY.join(cases), MANY.join(listed.get(iso, ()))))


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))


def _usable(name: str, iso: str) -> list[str]:
    """A name of CLDR as texts have it: without what brackets or a dash add."""
    name = name.replace("\u200f", "").replace("\u200e", "")
    if found := _BRACKETS.match(name):
        return [name] if iso in _SHARED else [found["name"], name]
    return [name.replace(" - ", "-"), name] if " - " in name else [name]


def _united_nations(language: str, row: Mapping[str, str]) -> list[str]:
    if language not in UNITED_NATIONS or not row:
        return []
    called, short = UNITED_NATIONS[language]
    names = [row[f"UNTERM {called} Short"], row[f"official_name_{short}"], row[f"UNTERM {called} Formal"]]
    return [_ARTICLE.sub("", _BEHIND.sub("", name)).strip() for name in names]
