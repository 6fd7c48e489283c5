"""The dates of a text: months named as months, with the days and years beside them, in many languages."""

from __future__ import annotations

import pytest

from relgraph.sources.dates_said import DatesSaid, Said, dates_in_text, dates_in_words
from relgraph.sources.scripts import indexed
from relgraph.sources.words import words


def said(text: str, language: str | None = "en") -> list[tuple[int, list[int], list[int]]]:
    """Month, days and years of each date in a text."""
    return [(one.month, sorted(one.days), sorted(one.years)) for one in dates_in_text(text, language).dates]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "signed on 12 December 1963"),
        ("en", "signed on December 12th, 1963"),
        ("en", "SIGNED ON 12 DECEMBER 1963"),
        ("en", "signed on the 12th of December, 1963"),
        ("fr", "signé le 12 décembre 1963"),
        ("es", "firmado el 12 de diciembre de 1963"),
        ("pt", "assinado em 12 de dezembro de 1963"),
        ("it", "firmato il 12 dicembre 1963"),
        ("de", "unterzeichnet am 12. Dezember 1963"),
        ("nl", "getekend op 12 december 1963"),
        ("sv", "undertecknat den 12 december 1963"),
        ("ru", "подписано 12 декабря 1963 г."),
        ("uk", "підписано 12 грудня 1963 року"),
        ("pl", "podpisano 12 grudnia 1963 r."),
        ("cs", "podepsáno 12. prosince 1963"),
        ("fi", "allekirjoitettu 12. joulukuuta 1963"),
        ("hu", "aláírták 1963. december 12-én"),
        ("tr", "12 Aralık 1963'te imzalandı"),
        ("el", "υπεγράφη στις 12 Δεκεμβρίου 1963"),
        ("ar", "وُقّع في ١٢ ديسمبر ١٩٦٣"),
        ("ar", "وُقّع في 12 كانون الأول 1963"),
        ("fa", "در ۱۲ دسامبر ۱۹۶۳ امضا شد"),
        ("he", "נחתם ב-12 בדצמבר 1963"),
        ("hi", "१२ दिसंबर १९६३ को हस्ताक्षर हुए"),
        ("th", "ลงนามวันที่ 12 ธันวาคม 1963"),
        ("vi", "ký ngày 12 tháng 12 năm 1963"),
        ("id", "ditandatangani pada 12 Desember 1963"),
        ("sw", "ulitiwa saini tarehe 12 Desemba 1963"),
        ("zh", "于1963年12月12日签署"),
        ("zh", "一九六三年十二月十二日签署"),
        ("ja", "1963年12月12日に署名"),
        ("ko", "1963년 12월 12일 서명"),
        ("de", "am 12.12.1963"),
        ("nb", "12. desember 1963"),
    ],
)
def test_a_day_is_read_with_its_month_and_year(language: str, text: str) -> None:
    assert said(text, language) == [(12, [12], [1963])]


def test_may_is_read_whatever_its_name_and_its_day() -> None:
    for language, text in [("de", "am ersten Mai 1963"), ("ru", "первого мая 1963 года"), ("as", "১ মে ১৯৬৩")]:
        assert said(text, language) == [(5, [1], [1963])]
        assert Said(5, frozenset({1})) in by_index(text, language).dates
    assert [month for month, _, _ in said("১৯৬৩ সালের মে মাসে", "bn")] == [5]
    assert [month for month, _, _ in said("मे महिन्यात", "mr")] == [5]


def test_days_in_english_words() -> None:
    assert said("on the thirty-first of May and the twentieth of June 1963") == [(5, [31], []), (6, [20], [1963])]
    assert said("in the first week of May 1963, its second May Day") == [(5, [], [1963])]


@pytest.mark.parametrize("text", ["১ মা ১৯৬৩", "১ মেঘ ১৯৬৩", "১ নামে ১৯৬৩", "আমার নামে, ১ মি ১৯৬৩"])
def test_a_month_of_one_letter_is_met_with_its_sign_alone(text: str) -> None:
    assert said(text, "bn") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "в декабре"), ("pl", "w grudniu"), ("fi", "joulukuussa"), ("hu", "decemberben"), ("uk", "у грудні")],
)
def test_a_month_may_have_the_ending_of_its_case(language: str, text: str) -> None:
    assert said(text, language) == [(12, [], [])]


def test_one_month_does_not_begin_another() -> None:
    assert said("v červnu, v červenci", "cs") == [(6, [], []), (7, [], [])]


@pytest.mark.parametrize(
    "text",
    [
        "9 ministers came in 1963",
        "they may send 12 ministers",
        "a march of 12 days",
        "Theresa May went",
        "the 5.4 per cent of 1963",
        "at 12:05 by 2:1",
    ],
)
def test_a_number_or_a_verb_is_no_month(text: str) -> None:
    assert said(text) == []


def test_a_number_after_in_may_counts_something_else() -> None:
    assert said("In May 12 ministers came") == [(5, [], [])]
    assert said("im Mai 12 Minister", "de") == [(5, [], [])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12–14 May 1963", [(5, [12, 14], [1963])]),
        ("5, 6 and 7 May", [(5, [5, 6, 7], [])]),
        ("from 3 May to 5 June 1963", [(5, [3], []), (6, [5], [1963])]),
        ("May 12-14, 1963", [(5, [12, 14], [1963])]),
        ("in May and June 1963", [(5, [], []), (6, [], [1963])]),
        ("on 12 May 1963 and in June 1964", [(5, [12], [1963]), (6, [], [1964])]),
        ("mid-April", [(4, [], [])]),
    ],
)
def test_each_month_has_its_own_days_and_year(text: str, found: list[tuple[int, list[int], list[int]]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("zh", "5月12日至14日", [12, 14]),
        ("zh", "五月十二日和十四日", [12, 14]),
        ("ja", "5月12日から14日まで", [12, 14]),
        ("ko", "5월 12일부터 14일까지", [12, 14]),
        ("ar", "يومي ١٢ و١٤ مايو", [12, 14]),
        ("ar", "12، 13 و14 مايو", [12, 13, 14]),
        ("he", "12 ו-14 במאי", [12, 14]),
        ("fr", "le 12 et le 14 mai", [12, 14]),
        ("de", "am 12. und am 14. Mai", [12, 14]),
        ("en", "May 12 through 14", [12, 14]),
        # what stands before the article or preposition of a date is none of its days
        ("en", "they met 14 on 12 May", [12]),
        ("fr", "on en reçut 14 le 12 mai", [12]),
        ("zh", "5月12日有14人", [12]),
    ],
)
def test_one_month_may_have_several_days(language: str, text: str, days: list[int]) -> None:
    assert [(month, found) for month, found, _ in said(text, language)] == [(5, days)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "05.12.1963", [(12, [5], [1963])]),
        ("de", "am 5.12. in", [(12, [5], [])]),
        ("en", "1963-12-05", [(12, [5], [1963])]),
        ("en-GB", "5/12/1963", [(12, [5], [1963])]),
        ("en-US", "12/5/1963", [(12, [5], [1963])]),
        ("en", "5/12/1963", [(12, [5], [1963]), (5, [12], [1963])]),
        ("en", "13/12/1963", [(12, [13], [1963])]),
        ("fr", "5/12/63", [(12, [5], [1863, 1963, 2063])]),
        ("hu", "1963. 12. 05.", [(12, [5], [1963])]),
        ("pl", "5 XII 1963", [(12, [5], [1963])]),
        ("en", "12/1963", [(12, [], [1963])]),
        ("en", "2011-12", []),
        (None, "99/99/1963", []),
    ],
)
def test_dates_in_figures(language: str | None, text: str, found: list[tuple[int, list[int], list[int]]]) -> None:
    assert said(text, language) == found


def test_years_are_read_as_written() -> None:
    assert dates_in_text("พ.ศ. 2506", "th").years == {2506}
    assert dates_in_text("سنة ١٣٨٣", "ar").years == {1383}
    assert dates_in_text("in 1,963 of 12.1963", "en").years == {1963}  # of the month, not of the number


def relative(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.what, one.words) for one in dates_in_text(text, language).relative]


def test_words_that_rest_on_another_day() -> None:
    assert relative("on Tuesday; last June; yesterday; this year; next week") == [
        ("m6-1", "last June"),
        ("w2", "Tuesday"),
        ("day-1", "yesterday"),
        ("year+0", "this year"),
        ("week+1", "next week"),
    ]
    assert relative("mardi dernier, cette année", "fr") == [("w2-1", "mardi dernier"), ("year+0", "cette année")]
    assert relative("в прошлом году", "ru") == [("year-1", "в прошлом году")]
    assert relative("去年", "zh") == [("year-1", "去年")]


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("en", "sixty-one years ago", "year-61"),
        ("fr", "il y a 10 jours", "day-10"),
        ("de", "vor 3 Wochen", "week-3"),
        ("es", "hace 2 años", "year-2"),
        ("ru", "5 лет назад", "year-5"),
        ("ar", "قبل ٣ سنوات", "year-3"),
        ("ar", "قبل سنتين", "year-2"),
        ("he", "לפני שנתיים", "year-2"),
        ("zh", "2年前", "year-2"),
        ("ja", "3か月前", "month-3"),
        ("vi", "2 năm trước", "year-2"),
        ("sw", "miaka 3 iliyopita", "year-3"),
    ],
)
def test_a_time_may_be_told_by_how_long_ago_it_was(language: str, text: str, what: str) -> None:
    assert (what, text) in relative(text, language)
    assert what in {one.what for one in by_index(text, language).relative}


@pytest.mark.parametrize("text", ["over 2 years ago", "2,002 years ago", "201 years ago", "some ages ago", "an ago"])
def test_what_is_longer_ago_or_not_known_so_well_is_no_time(text: str) -> None:
    assert relative(text) == []


def test_a_day_of_the_week_beside_its_date_rests_on_nothing() -> None:
    assert relative("on Tuesday, 5 May 1963, and on Wednesday, May 6") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le premier mai 1974"),
        ("es", "el primero de mayo de 1974"),
        ("ca", "el primer de maig de 1974"),
        ("pt", "primeiro de maio de 1974"),
        ("it", "il primo maggio 1974"),
        ("ro", "întâi mai 1974"),
        ("en", "on the first of May 1974"),
    ],
)
def test_the_first_of_a_month_is_a_word(language: str, text: str) -> None:
    assert said(text, language) == [(5, [1], [1974])]
    assert language == "en" or Said(5, frozenset({1})) in by_index(text, language).dates


def test_what_comes_first_in_a_month_is_no_day() -> None:
    assert said("au premier semestre, en mai 1974", "fr") == [(5, [], [1974])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bn", "৩ মে ১৯৭৪ স্বাক্ষরিত"),
        ("gu", "3 મે 1974"),
        ("kn", "3 ಮೇ 1974"),
        ("mr", "3 मे 1974 रोजी"),
        ("ta", "3 மே 1974 அன்று"),
        ("te", "3 మే 1974 న"),
    ],
)
def test_a_month_of_one_letter_stands_beside_a_figure(language: str, text: str) -> None:
    assert said(text, language) == [(5, [3], [1974])]
    assert Said(5, frozenset({3})) in by_index(text, language).dates


def test_another_word_of_that_letter_is_no_month() -> None:
    for text in ("আমার মা ১৯৭৪ সালে", "৫ মি ১৯৭৪"):  # my mother; 5 m
        assert said(text, "bn") == [] == [one for one in by_index(text, "bn").dates if one.whole]


def by_index(text: str, language: str = "en") -> DatesSaid:
    return dates_in_words(frozenset(indexed(words(text))), language)


def test_the_word_index_has_months_and_days_in_no_order() -> None:
    assert by_index("on 12 May 1963, and 3 June").dates == (
        Said(5, frozenset({3, 12})),
        Said(6, frozenset({3, 12})),
    )
    assert by_index("am 05.12.1963", "de").dates == (Said(12, frozenset({5}), frozenset({1963})),)
    assert by_index("с декабря 1963").years == {1963}


def test_figures_of_the_word_index_may_be_a_day_but_no_bare_month() -> None:
    assert by_index("on 2/9, 2025").dates == (
        Said(2, frozenset({2, 9}), whole=False),
        Said(9, frozenset({2, 9}), whole=False),
    )


def test_a_language_without_months_gives_none() -> None:
    assert said("12 May 1963", "tlh") == []


@pytest.mark.parametrize(
    ("language", "line"),
    [("ja", "令和7年1月12日"), ("zh", "民國114年1月12日"), ("ko", "2025년 1월 12일"), ("zh", "二〇二五年一月十二日")],
)
def test_the_year_before_a_month_is_never_its_day(language: str, line: str) -> None:
    assert [said.days for said in dates_in_text(line, language).dates] == [{12}]


@pytest.mark.parametrize("language", ["th", "lo"])
def test_months_are_found_by_pairs_where_no_blanks_are_set(language: str) -> None:
    line = {"th": "ลงนามเมื่อวันที่ 5 ธันวาคม 1963", "lo": "ເຊັນໃນວັນທີ 5 ທັນວາ 1963"}[language]
    found = dates_in_words(frozenset(indexed(words(line))), language)
    assert {(said.month, said.days) for said in found.dates} == {(12, frozenset({5}))}
    assert found.years == {1963}
