"""Currencies by their signs, codes and names: a sign or a name may be that of several, as $ and dollar are."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = {
    "€": "EUR",
    "£": "GBP EGP LBP SYP",
    "¥": "JPY CNY",
    "₫": "VND",
    "₹": "INR",
    "₨": "INR PKR LKR NPR MUR SCR",
    "₽": "RUB",
    "₩": "KRW KPW",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₴": "UAH",
    "₸": "KZT",
    "₵": "GHS",
    "₡": "CRC",
    "₭": "LAK",
    "₮": "MNT",
    "₼": "AZN",
    "₾": "GEL",
    "៛": "KHR",
    "৳": "BDT",
    "vnđ": "VND",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "nt$": "TWD",
    "r$": "BRL",
    "mx$": "MXN",
    "ksh": "KES",
    "kshs": "KES",
    "tsh": "TZS",
    "ush": "UGX",
    "rs": "INR PKR LKR NPR MUR SCR",
    "rp": "IDR",
    "rm": "MYR",
    "rmb": "CNY",
    "fcfa": "XAF XOF",
}
_DOLLARS = "USD AUD CAD NZD HKD SGD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD"
_NAMES = {
    "dollar|dollars|dólar|dólares|dollari|dollaro|доллар|доллара|долларов|ドル|달러|دولار|đô la|डॉलर": _DOLLARS,
    "euro|euros|евро|євро|ユーロ|유로|يورو|यूरो|欧元|歐元": "EUR",
    "pound|pounds|sterling|pound sterling|pounds sterling": "GBP EGP LBP SYP SDG SSP",
    "yen|日元|円": "JPY",
    "yuan|renminbi|人民币|人民幣": "CNY",
    "美元": "USD",
    "dong|đồng": "VND",
    "rouble|roubles|ruble|rubles|рубль|рубля|рублей": "RUB BYN",
    "rupee|rupees": "INR PKR LKR NPR MUR SCR",
    "won|원": "KRW KPW",
    "franc|francs": "CHF XAF XOF XPF CDF RWF BIF DJF GNF KMF",
    "shilling|shillings": "KES TZS UGX SOS",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht|บาท": "THB",
    "peso|pesos": "MXN ARS CLP COP CUP DOP PHP UYU",
    "real|reais": "BRL",
    "rand": "ZAR",
    "naira": "NGN",
    "riyal|riyals": "SAR QAR YER",
    "rial|rials": "IRR OMR",
    "dinar|dinars": "DZD BHD IQD JOD KWD LYD RSD TND",
    "dirham|dirhams": "AED MAD",
    "lira": "TRY",
    "krona|kronor|kroner|krone": "SEK NOK DKK ISK",
    "zloty|zlotys|złoty|złotych": "PLN",
    "birr": "ETB",
    "kyat|kyats": "MMK",
    "kip": "LAK",
    "riel|riels": "KHR",
    "taka": "BDT",
    "hryvnia|hryvnias|hryvnya|гривня|гривень": "UAH",
    "tenge": "KZT",
}
_OF_STATES = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "new zealand": "NZD",
    "hong kong": "HKD",
    "singapore": "SGD",
    "british": "GBP",
    "swiss": "CHF",
    "chinese": "CNY",
    "kenyan": "KES",
    "vietnamese": "VND",
    "indian": "INR",
    "russian": "RUB",
}
_BY_NAME = _SIGNS | {name: codes for names, codes in _NAMES.items() for name in names.split("|")}
CODES = frozenset(code for codes in _BY_NAME.values() for code in codes.split()) | frozenset(
    {"CZK", "HUF", "RON", "BGN", "MKD", "ALL", "BAM", "MDL", "AMD", "UZS", "KGS", "TJS", "TMT", "AFN", "MOP", "PGK"}
    | {"BTN", "MVR", "BOB", "PEN", "PYG", "VES", "GTQ", "HNL", "NIO", "PAB", "HTG", "AWG", "ANG", "ZMW", "MWK", "MZN"}
    | {"AOA", "BWP", "LSL", "SZL", "GMD", "SLE", "MRU", "CVE", "STN", "ERN", "MGA", "WST", "TOP", "VUV", "XDR"}
)
NONE: frozenset[str] = frozenset()

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)) + r"|\$"
_STATE = "|".join(re.escape(one) for one in sorted(_OF_STATES, key=len, reverse=True))
_NAME = "|".join(re.escape(one) for one in sorted(set(_BY_NAME) - set(_SIGNS), key=len, reverse=True))
BEFORE = rf"(?:(?<![^\W_])(?:{_SIGN}|(?-i:[A-Z]{{3}}))\.?)"
AFTER = rf"(?:(?:(?:{_STATE})[\s-])?(?:{_NAME})(?![^\W\d_])|(?:{_SIGN})(?![^\W\d_])|(?-i:[A-Z]{{3}})(?![^\W\d_]))"
"""Patterns, small letters or capitals alike, for what may stand before and after an amount."""


@cache
def currencies_of(text: str) -> frozenset[str]:
    """The codes (ISO 4217) that a sign, code or name may mean: USD of US$ and US dollars; none of what is none."""
    plain = " ".join(text.casefold().replace("-", " ").split())
    plain = plain if plain in _SIGNS else plain.removesuffix(".")
    if text.strip().upper() in CODES:
        return frozenset({text.strip().upper()})
    if plain == "$":
        return frozenset(_DOLLARS.split())
    if plain in _BY_NAME:
        return frozenset(_BY_NAME[plain].split())
    state, _, name = plain.rpartition(" ")
    return frozenset({_OF_STATES[state]}) if state in _OF_STATES and name in _BY_NAME else NONE


@cache
def currency_at_start(unit: str) -> frozenset[str]:
    """The codes of the currency that a unit begins with: of "USD", "US dollars a year"."""
    if currencies_of(unit) or not any(map(str.isalpha, unit)):
        return currencies_of(unit)
    found = re.match(rf"(?:of |de |d')?({AFTER})", unit, re.IGNORECASE)
    return currencies_of(found.group(1)) if found else NONE
