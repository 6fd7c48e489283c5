"""Tags of languages."""

from __future__ import annotations

import pytest

from relgraph.sources.tags import primary, wrong_language


@pytest.mark.parametrize(
    "tag", ["en", "EN", "pt-BR", "zh-Hant", "zh-Hans-CN", "sr-Latn", "es-419", "yue", "fil", "und", "de-1996"]
)
def test_a_tag_of_bcp_47_is_right(tag: str) -> None:
    assert wrong_language(tag) is None


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("English", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("Deutsch", "de"),
        ("français", "fr"),
        ("中文", "zh"),
        ("tiếng Việt", "vi"),
        ("en_US", "en-US"),
        ("en-UK", "en-GB"),
        ("pt_br", "pt-BR"),
        ("jp", "ja"),
        ("Русский", "ru"),
    ],
)
def test_another_spelling_is_told_with_the_tag_that_was_meant(tag: str, meant: str) -> None:
    assert wrong_language(tag) == f'"{tag}" is not the tag of a language (BCP 47); write {meant}'


@pytest.mark.parametrize("tag", ["xx", "e", "en--x", "the usual one", "qqqq-XX", "-", "1"])
def test_what_is_no_language_is_told_so(tag: str) -> None:
    assert f'"{tag}" is not the tag of a language (BCP 47)' in str(wrong_language(tag))


def test_the_language_of_a_tag_is_its_first_part() -> None:
    assert [primary(tag) for tag in ("pt-BR", "EN", None)] == ["pt", "en", "en"]
