"""Tags of languages (BCP 47): whether one is right, and which was meant."""

from __future__ import annotations

ENGLISH = "en"
UNKNOWN = "und"

_CODES = (  # ISO 639-1
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el"
    " en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it"
    " iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt"
    " my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk"
    " sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi"
    " yo za zh zu"
)
_TWO_LETTERS = frozenset(_CODES.split())
_OWN_NAMES = {  # what pycountry has no name for: what languages call themselves, and codes of countries
    "deutsch": "de",
    "francais": "fr",
    "espanol": "es",
    "castellano": "es",
    "portugues": "pt",
    "italiano": "it",
    "nederlands": "nl",
    "polski": "pl",
    "turkce": "tr",
    "magyar": "hu",
    "suomi": "fi",
    "svenska": "sv",
    "tieng viet": "vi",
    "bahasa indonesia": "id",
    "bahasa": "id",
    "kiswahili": "sw",
    "swahili": "sw",
    "farsi": "fa",
    "русскии": "ru",
    "українська": "uk",
    "украінська": "uk",
    "العربية": "ar",
    "فارسي": "fa",
    "עברית": "he",
    "हिन्दी": "hi",
    "हिंदी": "hi",
    "中文": "zh",
    "汉语": "zh",
    "漢語": "zh",
    "日本語": "ja",
    "한국어": "ko",
    "ไทย": "th",
    "ລາວ": "lo",
    "ខ្មែរ": "km",
    "ελληνικα": "el",
    "greek": "el",
    "mandarin": "zh",
    "cantonese": "yue",
    "khmer": "km",
    "cn": "zh",
    "jp": "ja",
    "kp": "ko",
    "vn": "vi",
    "ua": "uk",
    "gr": "el",
    "cz": "cs",
    "dk": "da",
    "il": "he",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "malay": "ms",
    "us": "en",
    "gb": "en",
}
_REST = (
    r"(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
)


def primary(tag: str | None) -> str:
    """The language of a tag, without script and region: pt-BR is pt. English where there is none."""
    return tag.partition("-")[0].lower() if tag else ENGLISH


def wrong_language(tag: str) -> str | None:
    """Why a tag is none of BCP 47, with the one that was meant where that is known; None where it is right."""
    if tag in _TWO_LETTERS:
        return None
    first, rest = primary(tag), tag.lower()[len(primary(tag)) :]
    known = first in _TWO_LETTERS or first == UNKNOWN
    if (known or _is_three_letters(first)) and _is_well_formed(rest) and not rest.endswith("-uk"):
        return None
    meant = _meant(tag)
    advice = f"write {meant}" if meant else "write en, vi, pt-BR or the like, or leave it out"
    return f'"{tag}" is not the tag of a language (BCP 47); {advice}'


def _is_well_formed(rest: str) -> bool:
    import re  # noqa: PLC0415 - asked of few tags

    return re.fullmatch(_REST, rest) is not None


def _is_three_letters(code: str) -> bool:
    """Whether a code of three letters is one of ISO 639-3 that has none of two."""
    if len(code) != 3 or not code.isalpha():  # noqa: PLR2004 - as the name says
        return False
    import pycountry

    language = pycountry.languages.get(alpha_3=code)
    return language is not None and not hasattr(language, "alpha_2")


def _meant(tag: str) -> str | None:
    """The tag that a name, another code or another spelling stands for."""
    from relgraph.sources.words import plain  # noqa: PLC0415 - asked of wrong tags alone

    first, _, rest = tag.replace("_", "-").partition("-")
    code = first.lower() if first.lower() in _TWO_LETTERS else _OWN_NAMES.get(plain(tag)) or _code_of(tag, first)
    region = {"uk": "GB"}.get(rest.lower(), rest.upper() if len(rest) == 2 else rest)  # noqa: PLR2004 - a region
    if code is None:
        return None
    return f"{code}-{region}" if region and _is_well_formed(f"-{region}".lower()) else code


def _code_of(*names: str) -> str | None:
    import pycountry

    for name in filter(lambda one: len(one) > 1, names):
        try:
            language = pycountry.languages.lookup(name)
        except LookupError:
            continue
        return str(getattr(language, "alpha_2", language.alpha_3))
    return None
