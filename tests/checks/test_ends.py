"""The ends of a fact: there, known, fitting, distinct."""

import pytest

from tests.checks.articles import Article, breaches

TEXT = "Kenya and Vietnam met in Hanoi."
EVIDENCE = "evidence: {p: 1, terms: [met]}"


def tie(of: str, with_: str) -> str:
    return f"diplomatic_relations:\n  - {{of: {of}, with: {with_}, {EVIDENCE}}}\n"


def mission(ends: str) -> str:
    return f"missions:\n  embassy: {{{ends}, {EVIDENCE}}}\n"


@pytest.mark.parametrize("with_", ["unknown", '""', "[]"])
def test_an_end_that_is_needed_is_there(article: Article, with_: str) -> None:
    messages = breaches(article(TEXT, tie("vietnam", with_)), "end-missing")
    assert messages == ["3: with is missing: diplomatic relations need that end"]


def test_an_optional_end_may_be_left_out(article: Article) -> None:
    assert breaches(article(TEXT, mission("sender: kenya")), "end-missing") == []
    assert breaches(article(TEXT, mission("host: vietnam")), "end-missing") == [
        "3: sender is missing: a diplomatic mission needs that end"
    ]


@pytest.mark.parametrize(
    ("one", "message"),
    [
        ("viet-nam", "viet-nam is not an id; did you mean vietnam (Việt Nam)?"),
        ("kenia", "kenia is not an id; did you mean kenya (Kenya)?"),
        ("Kenya", "Kenya is not an id; did you mean kenya (Kenya)?"),
        ("britain", "britain is not an id; did you mean united-kingdom (United Kingdom)?"),
        ("brazli", "brazli is not an id; did you mean brazil (Brazil)?"),
        (
            "congo",
            (
                "congo is not an id; did you mean democratic-republic-of-the-congo (Democratic Republic of the Congo) "
                "or republic-of-the-congo (Republic of the Congo)?"
            ),
        ),
        ("ivory-coast", "ivory-coast is not an id; did you mean cote-d-ivoire (Côte d'Ivoire)?"),
        ("zzz", "zzz is not an id"),
    ],
)
def test_an_unknown_id_gets_a_suggestion(article: Article, one: str, message: str) -> None:
    assert breaches(article(TEXT, tie(one, "france")), "end-unknown") == [f"3: {message}"]


def test_only_a_node_can_be_named_by_another_fact(article: Article) -> None:
    facts = f"""
        diplomatic_relations: [{{id: dr, of: vietnam, with: kenya, {EVIDENCE}}}]
        participations: [{{participant: kenya, in: dr, {EVIDENCE}}}]
    """
    assert breaches(article(TEXT, facts), "end-unknown") == [
        "4: dr is diplomatic relations, not a node that another fact can name"
    ]


def test_what_stands_at_an_end_is_of_a_kind_that_may(article: Article) -> None:
    assert breaches(article(TEXT, tie("vietnam", "hanoi")), "end-kind") == [
        "3: hanoi (Hà Nội) is a city; with takes body, country or group"
    ]
    facts = f"""
        holds:
          - {{holder: kenya, office: president-of-vietnam, {EVIDENCE}}}
          - {{holder: forum, office: president-of-vietnam, {EVIDENCE}}}
        events: {{forum: {{name: the Forum, {EVIDENCE}}}}}
    """
    assert breaches(article(TEXT, facts), "end-kind") == [
        "4: kenya (Kenya) is a country; holder takes person",
        "5: forum (the Forum) is an event; holder takes person",
    ]


def test_nobody_is_tied_to_itself(article: Article) -> None:
    assert breaches(article(TEXT, tie("kenya", "kenya")), "end-twice") == [
        "3: kenya stands at of and at with; these must differ"
    ]


def test_a_mission_is_not_accredited_to_its_sender(article: Article) -> None:
    assert breaches(article(TEXT, mission("sender: kenya, covers: [vietnam, kenya]")), "end-twice") == [
        "3: kenya stands at sender and at covers; these must differ"
    ]


def test_nobody_is_listed_twice(article: Article) -> None:
    assert breaches(article(TEXT, mission("sender: kenya, covers: [vietnam, vietnam]")), "end-twice") == [
        "3: vietnam stands twice at covers"
    ]
    assert breaches(article(TEXT, tie("vietnam", "[kenya, kenya]")), "id-twice") == [
        "3: kenya stands twice in this record"
    ]
