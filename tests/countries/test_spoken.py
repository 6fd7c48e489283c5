from __future__ import annotations

import pytest

from relgraph.countries.spoken import LANGUAGES, Spoken, spoken_in
from relgraph.countries.table import table


def said(language: str, text: str) -> set[str]:
    """Whom a form may mean."""
    return {one for spoken in spoken_in(language) if spoken.text == text for one in spoken.ids}


def test_a_country_is_met_by_names_adjectives_and_people() -> None:
    spoken = set(spoken_in("en"))
    assert Spoken("Kenya", frozenset({"kenya"}), adjective=False) in spoken
    assert Spoken("Kenyan", frozenset({"kenya"}), adjective=True) in spoken
    assert said("en", "Spaniards") == {"spain"}


def test_a_form_that_two_share_means_either() -> None:
    assert said("en", "Congo") == {"republic-of-the-congo", "democratic-republic-of-the-congo"}
    assert said("en", "Congolese") == {"republic-of-the-congo", "democratic-republic-of-the-congo"}
    assert said("en", "Korea") == {"north-korea", "south-korea"}


def test_names_that_only_hold_a_country_mean_nobody() -> None:
    spoken = {one.text: one.ids for one in spoken_in("en")}
    assert spoken["Northern Ireland"] == spoken["New Mexico"] == spoken["Gulf of Guinea"] == frozenset()


@pytest.mark.parametrize(
    ("language", "form", "country"),
    [
        ("ru", "Казахстаном", "kazakhstan"),
        ("ru", "Чада", "chad"),
        ("uk", "Чаду", "chad"),
        ("ko", "적도기니", "equatorial-guinea"),
        ("id", "Guinea Khatulistiwa", "equatorial-guinea"),
        ("ru", "молдавского", "moldova"),
        ("fr", "togolaise", "togo"),
        ("fr", "ivoiriennes", "cote-d-ivoire"),
        ("fr", "équato-guinéen", "equatorial-guinea"),
        ("es", "nicaragüense", "nicaragua"),
        ("es", "letones", "latvia"),
        ("it", "camerunesi", "cameroon"),
        ("de", "kuwaitischen", "kuwait"),
        ("ar", "العُمانية", "oman"),
        ("ru", "Саудовской Аравией", "saudi-arabia"),
        ("ru", "Гвинеи-Бисау", "guinea-bissau"),
        ("ru", "Соединенных Штатах", "united-states"),
        ("uk", "Польщею", "poland"),
        ("uk", "Південної Кореї", "south-korea"),
        ("pl", "Niemczech", "germany"),
        ("pl", "Stanami Zjednoczonymi", "united-states"),
        ("pl", "Arabii Saudyjskiej", "saudi-arabia"),
        ("de", "Kenias", "kenya"),
        ("de", "Vereinigten Königreich", "united-kingdom"),
        ("fi", "Turkissa", "turkiye"),
        ("fi", "Yhdysvaltojen", "united-states"),
        ("hu", "Kenyával", "kenya"),
        ("hu", "Vietnámmal", "vietnam"),
        ("el", "Γαλλίας", "france"),
        ("ro", "Franței", "france"),
        ("sv", "Kenyas", "kenya"),
        ("ar", "جمهورية كينيا", "kenya"),
        ("zh", "肯尼亚", "kenya"),
        ("zh", "肯亞", "kenya"),
        ("pt-BR", "Vietnã", "vietnam"),
        ("pt", "Vietname", "vietnam"),
        ("vi", "Mỹ", "united-states"),
        ("ru", "кенийского", "kenya"),
        ("ru", "российскими", "russia"),
        ("uk", "польською", "poland"),
        ("pl", "kenijskiej", "kenya"),
        ("de", "kenianischen", "kenya"),
        ("de", "britisch", "united-kingdom"),
        ("fr", "kényane", "kenya"),
        ("fr", "vietnamiennes", "vietnam"),
        ("fr", "turques", "turkiye"),
        ("fr", "français", "france"),
        ("es", "japonesas", "japan"),
        ("es", "alemana", "germany"),
        ("it", "tedeschi", "germany"),
        ("pt", "alemãs", "germany"),
        ("ar", "كينية", "kenya"),
    ],
)
def test_other_languages_have_their_names_in_every_case(language: str, form: str, country: str) -> None:
    assert said(language, form) == {country}


def test_every_country_of_today_has_a_name_in_every_language() -> None:
    today = {one.id for one in table().values() if "m49" in one.codes or one.id == "kosovo"}
    today.remove("british-indian-ocean-territory")  # which CLDR leaves without a name in some languages
    for language in LANGUAGES:
        assert today <= {one for spoken in spoken_in(language) for one in spoken.ids}, language


def test_a_language_that_is_not_known_has_no_names() -> None:
    assert spoken_in("tlh") == ()
