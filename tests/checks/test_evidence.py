"""Evidence is there, is short, and stands where it is said to stand."""

import pytest

from tests.checks.articles import Article, breaches, rules_broken

TEXT = """
    Kenya and Vietnam met in 2025.
    A Comprehensive Strategic Partnership of Vietnam and Kenya was made.
    Sixty-four states came to the Strategic Partnership Forum of Kenya.
"""


def tie(evidence: str) -> str:
    return f"diplomatic_relations:\n  - {{of: vietnam, with: kenya, evidence: {evidence}}}\n"


def test_a_fact_that_its_paragraph_bears_is_let_through(article: Article) -> None:
    assert rules_broken(article(TEXT, tie("{p: 2, terms: [Comprehensive Strategic, made]}"))) == ["paragraph-unread"]


def test_a_fact_cites_something(article: Article) -> None:
    dataset = article(TEXT, "diplomatic_relations: [{of: vietnam, with: kenya}]")
    assert breaches(dataset, "evidence-missing") == [
        "2: no evidence is given; write evidence: {p: paragraph, terms: [...]}"
    ]


def test_a_source_has_a_card(article: Article) -> None:
    dataset = article(TEXT, tie("{in: talk, p: 2, terms: [made]}"))
    assert breaches(dataset, "card-missing") == ["3: no card tells of the source talk; did you mean talks?"]


@pytest.mark.parametrize("by_index", [False, True])
def test_a_paragraph_exists(article: Article, *, by_index: bool) -> None:
    dataset = article(TEXT, tie("{p: 4, terms: [made]}"), by_index=by_index)
    assert breaches(dataset, "paragraph") == ["3: talks has no p 4; its last is p 3"]


def test_of_a_source_that_cannot_be_read_no_paragraph_is_asked_for(article: Article) -> None:
    bare = {"seeds/talks.yaml": "id: talks\ntitle: neither text nor index\n"}
    assert breaches(article(TEXT, tie("{p: 4, terms: [made]}"), files=bare), "paragraph") == []


def test_a_citation_has_terms(article: Article) -> None:
    assert breaches(article(TEXT, tie("{p: 2}")), "terms-missing") == [
        "3: no terms are given that carry the fact in p 2"
    ]


def test_a_term_has_at_most_six_words(article: Article) -> None:
    six, seven = (
        "Comprehensive Strategic Partnership of Vietnam and",
        "Comprehensive Strategic Partnership of Vietnam and Kenya",
    )
    assert breaches(article(TEXT, tie(f"{{p: 2, terms: [{six}]}}")), "term-length") == []
    assert breaches(article(TEXT, tie(f"{{p: 2, terms: [{seven}]}}")), "term-length") == [
        f'3: "{seven}" has 7 words; a term has at most 6'
    ]


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("Strategic Partnership", 'p 1 of talks does not say "Strategic Partnership"; p 2 and 3 do. Change p?'),
        ("was made", 'p 1 of talks does not say "was made"; p 2 does. Change p?'),
        ("treaty", 'p 1 of talks does not say "treaty"; no paragraph does'),
        ("Viet", 'p 1 of talks does not say "Viet"; no paragraph does'),  # Vietnam is another word
        ("…", 'p 1 of talks does not say "…"; no paragraph does'),
    ],
)
def test_a_term_stands_in_its_paragraph(article: Article, term: str, message: str) -> None:
    assert breaches(article(TEXT, tie(f'{{p: 1, terms: [met, "{term}"]}}')), "term") == [f"3: {message}"]


@pytest.mark.parametrize("term", ["64", "sixty-four states", "STRATEGIC partnership forum"])
def test_case_marks_and_number_words_do_not_matter(article: Article, term: str) -> None:
    assert breaches(article(TEXT, tie(f"{{p: 3, terms: [{term}]}}")), "term") == []


def test_an_index_knows_words_but_not_their_order(article: Article) -> None:
    wrong_order = tie("{p: 2, terms: [Partnership Strategic]}")
    assert breaches(article(TEXT, wrong_order, by_index=True), "term") == []
    assert len(breaches(article(TEXT, wrong_order), "term")) == 1


def test_a_citation_of_a_record_with_several_partners_is_told_once(article: Article) -> None:
    dataset = article(
        TEXT, "diplomatic_relations:\n  - {of: vietnam, with: [kenya, brazil], evidence: {p: 2, terms: [treaty]}}"
    )
    assert len(breaches(dataset, "term")) == 1


def test_a_term_that_stands_only_in_other_letters_is_told_so(article: Article) -> None:
    facts = "diplomatic_relations:\n  - {of: vietnam, with: kenya, evidence: {p: 1, terms: [Polish bell]}}\n"
    assert breaches(article("Vietnam and Kenya had to polish bell and gong; polish bell.", facts), "term") == [
        '3: p 1 of talks does not say "Polish bell"; only in other letters, small or capital'
    ]


def test_a_term_of_a_script_without_blanks_is_counted_by_its_characters(article: Article) -> None:
    facts = "diplomatic_relations:\n  - {of: vietnam, with: kenya, evidence: {p: 1, terms: [%s]}}\n"
    card = "published: 2026-01-12\nlanguage: zh"
    text = "越南与肯尼亚建立全面战略合作伙伴关系并扩大港口和铁路的合作。"
    assert not breaches(article(text, facts % "全面战略合作伙伴关系", card=card), "term-length")
    assert breaches(article(text, facts % "建立全面战略合作伙伴关系并扩大港口", card=card), "term-length") == [
        '3: "建立全面战略合作伙伴关系并扩大港口" has 9 words; a term has at most 6'
    ]


LADDER = """
    ladders:
      kenya:
        owner: kenya
        rungs: {low: low, high: high}
        evidence: {in: SOURCE, p: PARAGRAPH, terms: [TERM]}
    compare:
      - {general: sp, kenya: high, evidence: {in: talks, p: 1, terms: [equal rank]}}
"""


@pytest.mark.parametrize(
    ("source", "paragraph", "term", "told"),
    [
        ("talks", "1", "high partners", []),
        ("talks", "1", "low partners", ['6: p 1 of talks does not say "low partners"']),
        ("talks", "9", "high partners", ["6: the ladder kenya cites p 9 of talks, whose last is p 1"]),
        ("talk", "1", "high", ["6: the ladder kenya cites talk, of which no card tells; did you mean talks?"]),
    ],
)
def test_what_a_ladder_cites_says_so(article: Article, source: str, paragraph: str, term: str, told: list[str]) -> None:
    vocabulary = LADDER.replace("SOURCE", source).replace("PARAGRAPH", paragraph).replace("TERM", term)
    found = article("Kenya has high partners, of equal rank.", files={"graph/vocabulary.yaml": vocabulary})

    assert [one.split("; it says")[0] for one in breaches(found, "vocabulary-evidence")] == told


def test_what_a_comparison_cites_says_so(article: Article) -> None:
    vocabulary = LADDER.replace("SOURCE", "talks").replace("PARAGRAPH", "1").replace("TERM", "high partners")
    found = article("Kenya has high partners.", files={"graph/vocabulary.yaml": vocabulary})

    (told,) = breaches(found, "vocabulary-evidence")
    assert told.startswith('8: p 1 of talks does not say "equal rank"')
