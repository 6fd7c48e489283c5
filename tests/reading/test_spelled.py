"""Numbers in words, in languages other than English."""

from __future__ import annotations

import pytest

from relgraph.reading.amounts import amounts_in
from relgraph.reading.spelled import forms_of, with_digits


def values(text: str, language: str) -> list[float]:
    return [amount.value for amount in amounts_in(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "quatorze pays, vingt-et-un accords, quatre-vingt-dix ports", [14, 21, 90]),
        ("fr", "trois cents pays, trois cent quatorze accords", [300, 314]),
        ("es", "Catorce socios y sesenta y cuatro acuerdos", [14, 64]),
        ("pt", "quatorze parceiros, trezentos e catorze acordos", [14, 314]),
        ("it", "quattordici porti, ventitré paesi", [14, 23]),
        ("de", "Vierzehn Partner, einundzwanzig Länder", [14, 21]),
        ("nl", "veertien landen", [14]),
        ("ru", "между четырнадцатью странами, двадцать один договор", [14, 21]),
        ("uk", "чотирнадцять країн", [14]),
        ("pl", "czternastu partnerów, dwadzieścia dwa kraje", [14, 22]),
        ("ar", "أربعة عشر شريكا", [14]),
        ("fa", "چهارده کشور و بیست و یک توافق", [14, 21]),
        ("he", "ארבע עשרה מדינות", [14]),
        ("hi", "चौदह देश, दो समझौते", [14, 2]),
        ("bn", "চৌদ্দটি দেশ", [14]),
        ("tr", "on dört ülke, yirmi bir anlaşma", [14, 21]),
        ("sw", "nchi kumi na nne, mawaziri watatu", [14, 3]),
        ("vi", "mười bốn nước, năm nay", [14]),
        ("id", "empat belas negara", [14]),
        ("ko", "열네 개 나라, 이 회담", [14]),
        ("th", "สิบสี่ประเทศสามารถ", [14]),
        ("fi", "neljässätoista maassa", [14]),
        ("zh", "十四个伙伴、两国、三百人、一千零三十二项", [14, 2, 300, 1032]),
        ("ja", "十四カ国", [14]),
    ],
)
def test_a_number_may_stand_in_words(language: str, text: str, found: list[float]) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "二〇一五年三月十二日、第三次、四川、星期五"),
        ("fr", "un accord, une centaine"),
        ("he", "ביום שני"),
        ("de", "Dreieck, achtbar"),
        ("tlh", "wa' cha' wej"),
    ],
)
def test_what_is_part_of_something_else_is_no_number(language: str, text: str) -> None:
    assert values(text, language) == []
    assert with_digits(text, language) == text


def test_what_multiplies_it_and_its_currency_are_read() -> None:
    assert [(one.value, one.currency) for one in amounts_in("deux milliards d'euros", "fr")] == [
        (2e9, frozenset({"EUR"}))
    ]
    assert values("二十亿元", "zh") == [2e9]


def test_the_forms_of_a_number() -> None:
    assert "vierzehn" in forms_of(14, "de-AT")
    assert forms_of(14.5, "de") == forms_of(14, "tlh") == ()
