"""Data as text that a page can hold: JSON that cannot end its element, in strings that forge nothing."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from relgraph.reading.characters import unprintable, visible

_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_PLAIN = bytes(range(0x20, 0x7F))
_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\[bfnrtu]")  # as JSON writes it


def json_in_html(data: object) -> Markup:
    """Write data as JSON for a script element, with what forges written out in every text of it.

    Raises ValueError for NaN and infinities, which JSON lacks.
    """
    text = _dumped(data)
    if ("\\" in text and _CONTROL.search(text)) or (not _is_plain(text) and unprintable(text)):
        text = _dumped(_visible(data))
    for character, written in _IN_SCRIPT.items():  # several times as quick as `translate`
        text = text.replace(character, written)
    return Markup(text)  # noqa: S704 - no character is left that HTML would read


def _is_plain(text: str) -> bool:
    """Whether a text is soon seen to be harmless: none of its characters forges anything, wherever it stands."""
    beyond = text.encode(errors="surrogatepass").translate(None, _PLAIN).decode(errors="surrogatepass")
    return not any(map(unprintable, set(beyond)))


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _visible(data: object) -> object:
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, dict):
        return {_visible(key): _visible(value) for key, value in data.items()}
    return list(map(_visible, data)) if isinstance(data, (list, tuple)) else data
