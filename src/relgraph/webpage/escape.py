"""Data as text that a page can hold: JSON that cannot end its element, strings that UTF-8 can write."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_in_html(data: object) -> Markup:
    """Write data as JSON for a script element. Raises ValueError for NaN and infinities, which JSON lacks."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, written in _IN_SCRIPT.items():  # several times as quick as `translate`
        text = text.replace(character, written)
    return Markup(text)  # noqa: S704 - no character is left that HTML would read


def whole(text: str) -> str:
    """Put the replacement character in the place of lone surrogates, which no UTF-8 file can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)
