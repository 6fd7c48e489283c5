"""The table of countries, territories and former states, put together from the sources."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from relgraph.countries.table import BETWEEN, MANY, SCHEMES, SPAN
from relgraph.sources.ids import id_of
from relgraph.sources.words import fold
from tools.source import headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.countries.source import Sources

COLUMNS = (
    *(
        "id",
        "kind",
        *SCHEMES,
        "region",
        "name",
        "article",
        "official",
        "others",
        "former",
        "local",
        "adjectives",
        "people",
        "capitals",
    ),
    *("since", "until", "successors"),
)
ABOUT = """\
Countries and territories (ISO 3166-1, and XK) and former states: codes, regions, English names, capital, years.
Cells with several values part them by {many}; a former name has the years of its use behind {span}, where known.
A region is that of the M49 standard of the United Nations; in Africa and the Americas the smaller one.
Sources: the table of country codes of Datahub (PDDL) with the names of the United Nations; The World Factbook of
the CIA (public domain); of former states also the Department of State (public domain), and ISO 3166-3.
Licence: public domain; what was added by hand, in tools/countries/by_hand.yaml, is under the licence of relgraph.
Made by tools/countries from
{sources}
"""
_WITH_ARTICLE = re.compile(
    "^(?:United|Democratic|Republic of|Federa|Kingdom of|Socialist|Isle of|Trust Territory|First Republic|Free City)"
    "|(?:Islands|Republic|Union|Empire|Antilles|Lands|Territory|Emirates|Netherlands|Philippines|Bahamas|Gambia|Comoros"
    "|Maldives|Holy See|Hebrides|Federation|Confederation|Zone|State|States|Porte|West Indies|Issas)$"
)
"""English names with the before them."""
KINDS = {"state": "country", "federation": "country", "de facto": "territory", "territory": "territory"}
"""What kinds of former state are here; a state that only bore another name, or goes on, is none."""
_HINT = re.compile(r"\((?:until|before|Joseon|\d{4})[^)]*\)")
_INDEPENDENT = "Yes"
_PARTED = {"Africa", "Americas"}
"""Continents whose regions M49 parts once more into those that people name: Eastern Africa, the Caribbean."""


def entries(sources: Sources) -> list[dict[str, str]]:
    """Every row of the table, in order of ids. Raises KeyError when a source lacks a column."""
    codes = {row["ISO3166-1-Alpha-2"]: row for row in sources.codes}
    ids = {row["iso2"]: _id(row) for row in sources.countries}
    former = [row for row in sources.former if row["id"] not in sources.by_hand["left_out"]]
    states = [row for row in former if row["kind"] in KINDS]
    taken = {_alike(name) for row in states for name in _names_of_state(row)}
    shared = _shared(row[column] for column in ("iso_alpha2", "iso3166_3") for row in states)
    renamed = _renamed(former)
    rows = [
        *(_country(row, ids, codes, renamed, taken, sources.by_hand) for row in sources.countries),
        *(_state(row, ids, shared, sources) for row in states),
    ]
    return sorted(rows, key=lambda row: row["id"])


def entries_table(rows: Iterable[Mapping[str, str]], sources: Sources) -> str:
    """The text of the table."""
    lines = [BETWEEN.join(COLUMNS), *(BETWEEN.join(row.get(column, "") for column in COLUMNS) for row in rows)]
    return headed(ABOUT.format(many=MANY, span=SPAN, sources=sources), lines)


def _article(name: str) -> str:
    return "the" if _WITH_ARTICLE.search(name) else ""


def _shared(codes: Iterable[str]) -> set[str]:
    """Codes that two former states had one after the other: of neither alone."""
    return {code for code, times in Counter(codes).items() if times > 1}


def _id(row: Mapping[str, str]) -> str:
    return {"SH": "saint-helena"}.get(row["iso2"]) or id_of(row["name"])


def _alike(name: str) -> str:
    return fold(name).removeprefix("the ")


def _renamed(former: Iterable[Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """By the code of a country, the names that it bore once and the years of that."""
    found: dict[str, dict[str, str]] = {}
    for row in former:
        if row["kind"] not in KINDS:
            when = f"{row['since'] or '..'}/{row['until'] or '..'}" if row["since"] or row["until"] else ""
            borne = found.setdefault(row["successors"], {})
            borne |= dict.fromkeys(_names_of_state(row), when)
    return found


def _country(
    row: Mapping[str, str],
    ids: Mapping[str, str],
    codes: Mapping[str, Mapping[str, str]],
    renamed: Mapping[str, Mapping[str, str]],
    taken: set[str],
    hand: Mapping[str, Any],
) -> dict[str, str]:
    iso = row["iso2"]
    territory = iso in hand["territories"] or codes.get(iso, {}).get("is_independent") != _INDEPENDENT
    borne = {**renamed.get(iso, {}), **hand["borne"].get(iso, {})}
    moved = [*hand["moved"].get(iso, ()), *borne]
    usual = [name for name in [*_cell(row["other_names"]), *hand["others"].get(iso, ())] if name not in moved]
    former = [name for name in dict.fromkeys([*moved, *_cell(row["former_names"])]) if _alike(name) not in taken]
    return {
        "id": ids[iso],
        "kind": "territory" if territory else "country",
        "iso2": iso,
        "iso3": row["iso3"],
        "m49": row["m49"],
        "gec": row["gec"],
        "wikidata": row["wikidata"],
        "region": _region(codes.get(iso, {})),
        "name": row["name"].removeprefix("The "),
        "article": _article(row["name"].removeprefix("The ")),
        "official": row["official_name"],
        "others": MANY.join(_new(usual, [row["name"].removeprefix("The "), *_cell(row["official_name"])])),
        "former": MANY.join(name + (SPAN + borne[name] if borne.get(name) else "") for name in former),
        "local": MANY.join(_local(row)),
        "adjectives": MANY.join(dict.fromkeys([*_cell(row["adjectives"]), *hand["adjectives"].get(iso, ())])),
        "people": MANY.join(_new([*_cell(row["nouns"])], _cell(row["adjectives"]))),
        "capitals": row["capital"],
    }


def _region(row: Mapping[str, str]) -> str:
    """The region that the United Nations count it to; none of Antarctica, nor of whom they do not count."""
    parts = row.get("Intermediate Region Name") if row.get("Region Name") in _PARTED else ""
    return parts or row.get("Sub-region Name", "")


_FALSE_LOCAL = {"IS": {"Island"}, "TN": {"Tunis"}}
"""Local names without marks that are another word, or another place, in English."""


def _local(row: Mapping[str, str]) -> list[str]:
    names = [*_cell(row["local_names"]), *_cell(row["local_long_names"])]
    return _new(names, [row["name"], *_FALSE_LOCAL.get(row["iso2"], ())])


def _state(row: Mapping[str, str], ids: Mapping[str, str], shared: set[str], sources: Sources) -> dict[str, str]:
    hand = sources.by_hand
    names = _names_of_state(row)
    name = hand["states"].get(row["id"]) or names[0]
    others = _new(names, [name])
    return {
        "id": row["id"],
        "kind": KINDS[row["kind"]],
        "iso2": "" if {row["iso_alpha2"]} & (ids.keys() | shared) else row["iso_alpha2"],
        "iso3": hand["alpha3"].get(row["id"], sources.alpha3.get(row["iso3166_3"], "")),
        "iso3166-3": "" if row["iso3166_3"] in shared else row["iso3166_3"],
        "name": name,
        "article": _article(name),
        "others": MANY.join(others),
        "adjectives": row["adjectives"],
        "since": row["since"],
        "until": row["until"],
        "successors": MANY.join(ids.get(one, one) for one in _cell(row["successors"])),
    }


def _names_of_state(row: Mapping[str, str]) -> list[str]:
    """Its names without what only tells them apart (until 1923); none where nothing else would be left."""
    return [name for name in [row["name"], *_cell(row["other_names"])] if not _HINT.search(name)] or [row["name"]]


def _cell(text: str) -> list[str]:
    return [value for value in text.split(MANY) if value]


def _new(values: Iterable[str], known: Iterable[str]) -> list[str]:
    """The values, each once, that are not known already."""
    kept = set(known)
    return [value for value in dict.fromkeys(values) if value not in kept]
