"""The parts of a document that are made."""

from __future__ import annotations

import pytest

from tools.documents import parts

TEXT = """\
By hand.

<!-- made from the code: words -->
stale
<!-- end -->

By hand too.
"""


@pytest.fixture(autouse=True)
def _made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PARTS", {"words": lambda: ("one", "two")})


def test_a_part_is_made_anew_and_what_is_written_by_hand_stays() -> None:
    made = parts.renewed(TEXT)

    assert made == TEXT.replace("stale\n", "\none\ntwo\n\n")
    assert parts.renewed(made) == made
    assert parts.names(made) == ["words"]


def test_a_part_that_nothing_makes_is_an_error() -> None:
    with pytest.raises(KeyError, match="wrods"):
        parts.renewed(TEXT.replace("words", "wrods"))


def test_a_document_without_such_parts_stays_as_it_is() -> None:
    assert parts.renewed("By hand.\n") == "By hand.\n"
