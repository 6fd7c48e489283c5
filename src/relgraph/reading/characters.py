r"""Characters that forge what a reader sees: found where texts are read, written out where texts are printed.

Controls and line ends make up lines of their own, bidirectional embeddings, overrides and isolates turn names round,
and invisible characters make two names out of what looks like one. Some of the invisible are needed in their place:
joiners in Arabic and Indic scripts and in emoji, marks of direction beside Hebrew and Arabic letters, word breaks in
Thai and Khmer, variants of emoji, ideographs and Mongolian letters, the flags of Scotland and Wales. There they stay.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_HALVES = "\ud800-\udfff\ufffe\uffff"  # no text at all: UTF-8 and XML cannot hold them
_TURNING = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
)
_INVISIBLE_FAR = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"

_UNPRINTABLE = f"{_CONTROLS}{_HALVES}{_TURNING}{_INVISIBLE}{_INVISIBLE_FAR}"

_RIGHT_TO_LEFT = "\u0590-\u05ff\u0600-\u0603\u0605-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
_JOINED = (
    "\u0600-\u0603\u0605-\u061b\u061d-\u07ff\u08a0-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18aa\u1b00-\u1bff"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff"
_PICTURES = "\u00a9\u00ae\u203c-\u2049\u2100-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_IN_PLACE = "|".join(
    (
        f"(?<=[{_JOINED}])[\u200c\u200d]",
        f"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])",
        f"(?<=[{_RIGHT_TO_LEFT}])[\u200e\u200f\u061c]|[\u200e\u200f\u061c](?=[{_RIGHT_TO_LEFT}])",
        f"(?<=[{_UNSPACED}])\u200b(?=[{_UNSPACED}])",
        f"(?<=[0-9#*{_PICTURES}])[\ufe0e\ufe0f]",
        f"(?<=[{_IDEOGRAPHS}])[\ufe00-\ufe0f\U000e0100-\U000e01ef]",
        "(?<=[\u1820-\u18aa])[\u180b-\u180f]",
        "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f",
    )
)
BEYOND = 0x10000
"""The first number that four hexadecimal digits cannot write."""

_FAR = (b"\xf0\x9b\xb2", b"\xf0\x9d\x85", b"\xf3\xa0")
"""How those beyond begin in UTF-8, where they are sought ten times as fast."""
_MAY_BE_UNSEEN = re.compile(f"[{_TURNING}{_INVISIBLE}]")


@cache  # it takes some milliseconds, and most datasets have no use for it
def _pattern(what: str) -> re.Pattern[str]:
    """Characters in their place, or else, as group 1, one that forges."""
    return re.compile(f"{_IN_PLACE}|([{what}])")


@cache
def _any(what: str) -> re.Pattern[str]:
    """The same characters wherever they stand."""
    return re.compile(f"[{what}]")


def unseen(text: str) -> Iterator[int]:
    """Where characters stand in a text of many lines that turn it round or are not seen; controls are not sought."""
    if text.isascii() or not (_MAY_BE_UNSEEN.search(text) or _is_far(text)):  # as most texts
        return
    for found in _pattern(f"{_TURNING}{_INVISIBLE}{_INVISIBLE_FAR}").finditer(text):
        if found[1]:
            yield found.start()


def unprintable(text: str, *, besides: str = "") -> str | None:
    """The first character of a name or a line that it must not hold: a control, a line end, or one of `unseen`.

    Those that stand in the text `besides` do not count.
    """
    if _is_plain(text) or not _any(_UNPRINTABLE).search(text):  # a long text is gone through ten times as fast
        return None
    found = (one[1] for one in _pattern(_UNPRINTABLE).finditer(text) if one[1])
    return next((one for one in found if one not in besides), None)


def visible(text: str) -> str:
    r"""A text that can be printed in one line as it is: what must not stand in it is written out, such as \u202e.

    Everything that is printed or handed on as text passes here. A tab becomes a blank.
    """
    return text if _is_plain(text) else _pattern(_UNPRINTABLE).sub(_written_out, text)


def clean_text(text: str) -> str:
    r"""Compose a text (NFC) and write out what forges, all that XML 1.0 cannot hold among it: \u0007 for a bell."""
    if text.isascii() and text.isprintable():
        return text
    import unicodedata  # noqa: PLC0415 - only what is handed on to other programs is composed

    return unicodedata.normalize("NFC", visible(text))


def visible_json(text: str) -> str:
    """The same JSON, in which what must not be printed is escaped; whoever reads it gets the characters back."""
    if _is_plain(text.replace("\n", "")):
        return text
    return re.sub(f"[{_UNPRINTABLE}]", lambda found: found[0] if found[0] == "\n" else _escaped(found[0]), text)


def described(character: str) -> str:
    """What to say of such a character: its number, and what it does if it is no plain control."""
    import unicodedata  # noqa: PLC0415 - only where something is wrong

    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    if re.match(f"[{_TURNING}]", character):
        return f"{number} ({name}) turns the text round"
    return f"{number} ({name}) is not seen" if name else f"control character {number}"


def _is_plain(text: str) -> bool:
    """Whether nothing in a text needs a closer look: all of it is printed, and none of it invisible."""
    return text.isprintable() and (text.isascii() or not (_MAY_BE_UNSEEN.search(text) or _is_far(text)))


def _is_far(text: str) -> bool:
    data = text.encode(errors="surrogatepass")
    return any(start in data for start in _FAR)


def _written_out(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    number = ord(found[1])
    return " " if found[1] == "\t" else f"\\u{number:04x}" if number < BEYOND else f"\\U{number:08x}"


def _escaped(character: str) -> str:
    number = ord(character)
    if number < BEYOND:
        return f"\\u{number:04x}"
    high, low = divmod(number - BEYOND, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
