"""By what names actors are met, and which longer names hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.checks.name import named
from relgraph.checks.naming import Naming, Who
from relgraph.checks.paragraphs import CitedParagraph
from relgraph.countries.english import longer_names
from relgraph.facts.names import Names
from relgraph.sources.paragraph import BY_INDEX, BY_TEXT, Paragraph
from relgraph.sources.words import words
from tests.corpora.declined import Meeting, countries

if TYPE_CHECKING:
    from collections.abc import Iterator

ACTORS = countries()
KINDS = {one: actor.kind for one, actor in ACTORS.items()}


@pytest.fixture(scope="module")
def naming() -> Naming:
    return Naming(Who(Names(ACTORS, {}), ACTORS, KINDS, frozenset(KINDS.values())), "en")


def held(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every longer name in English with a country whose name it holds and that does not bear it.

    Left out are those that "and" joins, which may be two, and those that several bear, written with and without a dash.
    """
    for one, actor in ACTORS.items():
        for name in naming.shipped(one):
            for longer, bearers in longer_names(name.words):
                made = named(longer)
                own = any(words(longer) == other.words for other in naming.shipped(one))
                if made and actor.iso not in bearers and not own and "and" not in made.words and made.holds(name):
                    yield longer, one


def test_no_longer_name_vouches_for_a_shorter_one_inside_it(naming: Naming) -> None:
    pairs = set(held(naming))
    missed = []
    for longer, one in sorted(pairs):
        line = f"Ties were made with {longer} then."
        paragraph = CitedParagraph(("made", 1), Paragraph(BY_TEXT, words(line), "en", line), naming)
        missed += [(longer, one)] if paragraph.names(one) else []

    assert len(pairs) > 100
    assert {("South Sudan", "sudan"), ("Northern Ireland", "ireland"), ("Republic of China", "china")} <= pairs
    assert missed == []


def test_a_name_keeps_the_capitals_that_tell() -> None:
    minister, president = named("Minister of Trade", keeps_capitals=False), named("Abdel Fattah al-Sisi")
    union, country = named("EU", keeps_capitals=False), named("Poland")

    assert minister is not None
    assert minister.cased == ("minister", "of", "trade")
    assert president is not None
    assert president.cased == ("Abdel", "Fattah", "al", "Sisi")
    assert union is not None
    assert union.cased == ("EU",)
    assert union.is_abbreviation
    assert country is not None
    assert not country.is_abbreviation
    assert named("...") is None


@pytest.mark.parametrize(
    ("longer", "shorter", "holds"),
    [
        ("Papua New Guinea", "Guinea", True),
        ("Papua New Guinea", "New Guinea", True),
        ("Papua New Guinea", "Papua Guinea", False),
        ("Guinea", "Guinea", False),
        ("Serbia and Montenegro", "Serbia", False),
        ("Serbia and Montenegro", "Montenegro", False),
        ("Niger", "Nigeria", False),
        ("Netherlands Antilles", "The Netherlands", True),
        ("The Netherlands", "The Netherlands", False),
    ],
)
def test_a_longer_name_has_the_words_of_a_shorter_one_in_a_row(longer: str, shorter: str, holds: bool) -> None:  # noqa: FBT001 - a row of the table
    one, other = named(longer), named(shorter)

    assert one is not None
    assert other is not None
    assert one.holds(other) is holds


@pytest.mark.parametrize(
    ("language", "word", "met"),
    [
        ("fi", "Nigeria", "nigeria"),
        ("fi", "Nigeriä", "niger"),
        ("fi", "NIGERIÄ", "niger"),
        ("fi", "Nigerian", "nigeria"),
        ("fi", "Nigerin", "niger"),
        ("pl", "Nigrem", "niger"),
        ("pl", "Nigerii", "nigeria"),
        ("ru", "Нигере", "niger"),
    ],
)
def test_a_case_of_one_country_is_not_the_name_of_another(language: str, word: str, met: str) -> None:
    meeting = Meeting(language)
    assert [one for one in ("niger", "nigeria") if meeting.meets(word, one)] == [met]


@pytest.mark.parametrize(
    ("language", "line", "met"),
    [
        ("en", "talks with the Netherlands Antilles", ()),
        ("en", "talks with the Netherlands", ("netherlands",)),
        ("en", "along the Gambia River", ()),
        ("it", "con la Guinea equatoriale", ("equatorial-guinea",)),
        ("es", "con Guinea ecuatorial", ("equatorial-guinea",)),
        ("es", "con Corea del sur", ("south-korea",)),
        ("fr", "le ministre nigérien", ("niger",)),
        ("fr", "la délégation grecque", ("greece",)),
        ("fr", "dans l'océan Indien", ()),
        ("pl", "w Sudanie Południowym", ("south-sudan",)),
        ("ru", "в Индийском океане", ()),
        ("ru", "индийский министр", ("india",)),
        ("ar", "الوزير المصري", ("egypt",)),
        ("ar", "للسودانيين", ("sudan",)),
        ("ar", "في المحيط الهندي", ()),
        ("vi", "ở Ấn Độ Dương", ()),
    ],
)
def test_of_names_inside_names_the_longest_is_met(language: str, line: str, met: tuple[str, ...]) -> None:
    asked = (
        *("egypt", "equatorial-guinea", "gambia", "greece", "guinea", "india", "netherlands", "niger", "nigeria"),
        *("south-korea", "south-sudan", "sudan"),
    )
    meeting = Meeting(language)

    assert tuple(one for one in asked if meeting.meets(line, one)) == met


@pytest.mark.parametrize(
    ("language", "forms"),
    {
        "az": "Türkiyənin Rusiyaya İranla",
        "bg": "Германия",
        "cs": "Německem Číně Japonsku Keňou Itálii Španělskem Maďarska Íránu",
        "eu": "Alemaniako Errusiarekin",
        "hr": "Njemačkom Kini Japana Kenijom",
        "hy": "Ռուսաստանի Գերմանիայի Չինաստանում",
        "is": "Þýskalandi Noregs",
        "ka": "გერმანიის ირანში რუსეთთან",
        "kk": "Қытаймен Ресейдің Германияға",
        "lt": "Vokietijos Vietnamo Kiniją Egipte Lenkijos",
        "lv": "Vācijas Vjetnamas Ķīnu Krievijā",
        "no": "Tysklands",
        "sk": "Nemecka Číne Francúzskom",
        "sl": "Nemčijo Japonske Kitajski Vietnamu",
        "sq": "Gjermania Kinën Iranit",
        "sr": "Немачком Кини Јапана",
        "tr": "Irakl\u0131 Kenyal\u0131 Çinli Hindistan\u0131n",
        "uz": "Germaniyaning Xitoyga",
    }.items(),
)
def test_countries_are_met_by_the_regular_endings_where_no_cases_ship(language: str, forms: str) -> None:
    meeting = Meeting(language)
    assert [form for form in forms.split() if not meeting.meets_any(form)] == []


def by_index(language: str, one: str, line: str) -> str | None:
    """What may stand instead of a country in a line of which only the words are known."""
    paragraph = CitedParagraph(("made", 1), Paragraph(BY_INDEX, words(line), language), Meeting(language).naming)
    return paragraph.instead(one)


@pytest.mark.parametrize(
    ("language", "one", "line", "other"),
    [
        (
            "it",
            "republic-of-the-congo",
            "La Repubblica Democratica del Congo saluta.",
            "Repubblica Democratica del Congo",
        ),
        ("fi", "niger", "Nigeria allekirjoitti.", "Nigeria"),
        ("en", "china", "They ate from plates of china.", "china"),
        ("en", "china", "Ties with China were made.", ""),
        ("en", "turkiye", "Roast turkey was eaten.", "turkey"),
        ("en", "turkiye", "Turkey signed.", ""),
    ],
)
def test_an_index_tells_what_may_have_stood_there_instead(language: str, one: str, line: str, other: str) -> None:
    assert by_index(language, one, line) == other
