from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.reading.characters import described, unprintable, unseen, visible, visible_json

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates too

IN_PLACE = {
    "Persian parts a prefix off": "می\u200cرود",
    "Hindi shows half a letter": "क्\u200dष",
    "a family of emoji": "👨\u200d👩\u200d👧",
    "a heart in colour, on a fire": "❤\ufe0f\u200d🔥",
    "a key cap": "1\ufe0f\u20e3",
    "the flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "flags of states": "🇻🇳 🇰🇪",
    "a variant in a Japanese name": "辻\U000e0100",
    "a mark beside Hebrew": "שלום\u200f!",
    "a Thai word break": "สวัสดี\u200bครับ",
    "a Mongolian vowel": "ᠠ\u180eᠠ",
    "a no-break space": "15\u00a0km",
    "marks apart from their letters": "Ha\u0300 No\u0323\u0302i",
}
FORGING = {
    "a line end": ("Here\np 4: verified", "\\u000a"),
    "a bare return": ("Here\rThere", "\\u000d"),
    "an escape of the terminal": ("\x1b[2KHere", "\\u001b"),
    "C1 controls": ("\x9b2KHere", "\\u009b"),
    "a line separator": ("Here\u2028There", "\\u2028"),
    "an override": ("\u202eereH", "\\u202e"),
    "an embedding": ("Here\u202bThere", "\\u202b"),
    "an isolate": ("Here \u2067There\u2069", "\\u2067"),
    "half a character": ("Here\ud800", "\\ud800"),
    "a zero width space": ("He\u200bre", "\\u200b"),
    "a joiner between Latin letters": ("He\u200dre", "\\u200d"),
    "two joiners": ("می\u200c\u200cرود", "\\u200c"),
    "a mark of direction among Latin letters": ("2024 \u200f- 2025", "\\u200f"),
    "a byte order mark": ("\ufeffHere", "\\ufeff"),
    "a soft hyphen": ("He\u00adre", "\\u00ad"),
    "a letter that is empty": ("\u3164", "\\u3164"),
    "a variant of a Latin letter": ("e\ufe0f", "\\ufe0f"),
    "hidden tags": ("Here\U000e0041", "\\U000e0041"),
}


@pytest.mark.parametrize("name", IN_PLACE)
def test_what_scripts_and_emoji_need_stays(name: str) -> None:
    text = f"{IN_PLACE[name]} and more"

    assert unprintable(text) is None
    assert list(unseen(text)) == []
    assert visible(text) == text


@pytest.mark.parametrize("name", FORGING)
def test_what_forges_is_found_and_written_out(name: str) -> None:
    text, written = FORGING[name]

    assert unprintable(text) is not None
    assert written in visible(text)
    assert unprintable(visible(text)) is None


def test_invisible_characters_are_found_in_a_text_of_many_lines() -> None:
    assert list(unseen("a: Hà\nb: x\u202ey\n\tc: م\u200cن\u200d\u200d\n")) == [10, 21]


def test_it_is_said_what_a_character_does() -> None:
    assert described("\n") == "control character U+000A"
    assert described("\u202e") == "U+202E (right-to-left override) turns the text round"
    assert described("\u200b") == "U+200B (zero width space) is not seen"


def test_a_tab_becomes_a_blank() -> None:
    assert visible("Here\tThere") == "Here There"


@given(ANY_TEXT)
def test_what_is_visible_can_be_written_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)

    assert unprintable(shown) is None
    assert "\n" not in shown
    assert shown.encode().decode() == shown
    assert visible(shown) == shown


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner), max_leaves=5))
def test_json_keeps_what_it_says(value: object) -> None:
    shown = visible_json(json.dumps(value, ensure_ascii=False, indent=2))

    assert json.loads(shown) == value
    assert all(unprintable(line) is None for line in shown.split("\n"))
