"""Finding an actor or a node by whatever it is called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.errors import MisuseError
from relgraph.facts.names import Names
from relgraph.facts.records import Actor, DatedName, Fact
from relgraph.reading.characters import unprintable

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(
            "vietnam",
            "country",
            "Việt Nam",
            ("Vietnam",),
            ("Vietnamese",),
            "VN",
            names=(DatedName("Annam"),),
            codes=(("cow", "816"),),
        ),
        Actor("united-kingdom", "country", "United Kingdom", ("UK", "Britain"), ("British",), "GB"),
        Actor("norway", "country", "Norge", iso="NO"),
        Actor("luong-cuong", "person", "Lương Cường", ("Cường",)),
        Actor("pham-minh-chinh", "person", "Phạm Minh Chính", ("Phạm",)),
        Actor("pham-quang-vinh", "person", "Phạm Quang Vinh", ("Phạm",)),
        Actor("nul", "organisation", "…"),
    )
}
SUMMIT = Fact("p4g-summit-4", "event", (), "occurred", name="P4G Summit in Việt Nam", aliases=("the Summit",))
UNNAMED = Fact("talks-1", "meeting", (), "occurred")
NAMES = Names(ACTORS, {fact.id: fact for fact in (SUMMIT, UNNAMED)})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vietnam", "vietnam"),
        ("Việt Nam", "vietnam"),
        ("viet nam", "vietnam"),
        ("VIET-NAM", "vietnam"),
        ("  Viet   Nam ", "vietnam"),
        ("Vietnamese", "vietnam"),
        ("VN", "vietnam"),
        ("vn", "vietnam"),
        ("NO", "norway"),
        ("Britain", "united-kingdom"),
        ("united\u2013kingdom", "united-kingdom"),
        ("LUONG CUONG", "luong-cuong"),
        ("Cuong", "luong-cuong"),
        ("the summit", "p4g-summit-4"),
        ("talks 1", "talks-1"),
        ("VNM", "vietnam"),
        ("iso3:VNM", "vietnam"),
        ("cow:816", "vietnam"),
        ("COW:816", "vietnam"),
        ("Annam", "vietnam"),
        ("Wietnam", "vietnam"),
        ("越南", "vietnam"),
        ("Cường, Lương", "luong-cuong"),
        ("704", "vietnam"),
        ("Socialist Republic of Viet Nam", "vietnam"),
        ("United Kingdom of Great Britain and Northern Ireland", "united-kingdom"),
    ],
)
def test_an_actor_answers_to_every_name(text: str, found: str) -> None:
    assert NAMES.resolve(text) == found


def test_folding_never_makes_two_into_one() -> None:
    assert NAMES.find("Phạm") == NAMES.find("pham") == ("pham-minh-chinh", "pham-quang-vinh")
    with pytest.raises(MisuseError) as told:
        NAMES.resolve("pham")
    assert str(told.value) == (
        '"pham" may mean pham-minh-chinh (Phạm Minh Chính), pham-quang-vinh (Phạm Quang Vinh); say which by its id'
    )


def test_a_code_is_compared_as_it_is_written() -> None:
    names = Names({"malaysia": Actor("malaysia", "country", "Malaysia", iso="MY")}, {})

    assert names.find("MY") == names.find("my") == ("malaysia",)
    assert names.find("Mỹ") == ()  # Vietnamese for the United States


def test_a_name_that_several_countries_share_is_asked_back_about() -> None:
    names = Names({"brazzaville": Actor("brazzaville", "country", "Republic of the Congo", iso="CG")}, {})

    with pytest.raises(MisuseError) as told:
        names.resolve("Congo")
    assert str(told.value) == (
        '"Congo" may mean brazzaville (Republic of the Congo), democratic-republic-of-the-congo '
        "(Democratic Republic of the Congo); say which by its id"
    )
    assert names.resolve("Congo-Brazzaville") == "brazzaville"


@pytest.mark.parametrize(
    ("text", "unlike"), [("USSR", "USA"), ("Republic of Korea", "Republic of the Congo"), ("UAE", "Ukraine")]
)
def test_names_that_are_only_written_alike_are_not_suggested(text: str, unlike: str) -> None:
    assert Names({"x": Actor("x", "country", unlike)}, {}).suggestions(text) == ()


def test_an_id_comes_before_any_name() -> None:
    names = Names({"kenya": Actor("kenya", "country", "Kenya"), "ke": Actor("ke", "body", "X", ("kenya",))}, {})

    assert names.resolve("kenya") == "kenya"
    assert names.find("Kenya") == ("ke", "kenya")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vietnan", 'no actor is called "Vietnan"; did you mean vietnam (Việt Nam)?'),
        ("Pham Minh Chin", 'no actor is called "Pham Minh Chin"; did you mean pham-minh-chinh (Phạm Minh Chính)'),
        ("Atlantis", 'no actor is called "Atlantis"'),
        ("Brazil", "Brazil (brazil) takes no part in this dataset"),
        ("USSR", "Soviet Union (soviet-union) takes no part in this dataset"),
        ("President Chinh", 'no actor is called "President Chinh"'),
        ("", 'no actor is called ""'),
        ("a\nb\x1b[31m\ud800", r'no actor is called "a\u000ab\u001b[31m\ud800"'),
        ("</script><img src=x onerror=alert(1)>", 'no actor is called "</script><img src=x onerror=alert(1)>"'),
    ],
)
def test_a_name_that_nobody_has_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(MisuseError) as told:
        NAMES.resolve(text)
    assert str(told.value).startswith(said)
    assert str(told.value).isprintable()


def test_a_name_of_a_million_letters_is_told_shortly() -> None:
    with pytest.raises(MisuseError) as told:
        NAMES.resolve("x" * 1_000_000)
    assert len(str(told.value)) < 400


@st.composite
def written(draw: st.DrawFn) -> str:
    """A name that somebody has, in some case, with its marks beside or within the letters."""
    name = draw(st.sampled_from([*ACTORS, *(actor.name for actor in ACTORS.values()), "Phạm", "the Summit", "GBR"]))
    case = draw(st.sampled_from([str.upper, str.lower, str.title]))
    return case(unicodedata.normalize("NFD", name) if draw(st.booleans()) else name)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=30) | written())
def test_any_text_is_found_or_told_to_be_unknown(text: str) -> None:
    found = NAMES.find(text)

    assert set(found) <= {*ACTORS, SUMMIT.id, UNNAMED.id}
    if len(found) == 1:
        assert NAMES.resolve(text) == found[0]
    else:
        with pytest.raises(MisuseError) as told:
            NAMES.resolve(text)
        assert unprintable(str(told.value)) is None


def test_labels() -> None:
    assert [NAMES.label(one) for one in ("vietnam", "p4g-summit-4", "talks-1", "nobody")] == [
        "Việt Nam",
        "P4G Summit in Việt Nam",
        "talks-1",
        "nobody",
    ]


def test_all_names_without_the_code() -> None:
    assert NAMES.all_of("vietnam") == ("Việt Nam", "Vietnam", "Annam", "Vietnamese")
    assert NAMES.all_of("p4g-summit-4") == ("P4G Summit in Việt Nam", "the Summit")
    assert NAMES.all_of("talks-1") == NAMES.all_of("nobody") == ()


def test_names_as_paragraphs_are_searched_for_them() -> None:
    assert NAMES.spoken("vietnam") == (("viet", "nam"), ("vietnam",), ("annam",), ("vietnamese",))
    assert NAMES.spoken("nul") == NAMES.spoken("nobody") == ()


def test_without_countries_the_tables_are_not_asked() -> None:
    with pytest.raises(MisuseError):
        Names({"x": Actor("x", "body", "X")}, {}).resolve("VNM")


def test_what_only_texts_say_finds_an_actor_and_is_no_name_of_it() -> None:
    names = Names({"president": Actor("president", "office", "President of Kenya", in_texts=("President Ruto",))}, {})

    assert names.find("president ruto") == ("president",)
    assert names.all_of("president") == ("President of Kenya",)
    assert names.met_as("president") == ("President of Kenya", "President Ruto")
