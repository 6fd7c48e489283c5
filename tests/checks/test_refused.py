"""What check refuses is known to whoever tells of a fact."""

from relgraph.checks.refused import is_refused
from tests.checks.articles import Article

TEXT = "Northern ties: Vietnam has relations with Kenya since 2020."
FACTS = """
missions:
  embassy: {kind: embassy, sender: vietnam, host: kenya, evidence: {p: 1, terms: [relations]}}
  elsewhere: {kind: embassy, sender: vietnam, host: france, evidence: {p: 1, terms: [relations]}}
diplomatic_relations:
  - {id: right, of: vietnam, with: kenya, since: 2020, evidence: {p: 1, terms: [relations]}}
  - {id: wrong-year, of: vietnam, with: kenya, since: 1999, evidence: {p: 1, terms: [relations]}}
  - {id: wrong-term, of: vietnam, with: kenya, since: 2020, evidence: {p: 1, terms: [friendship]}}
"""


def test_a_fact_in_which_a_rule_finds_an_error_is_refused(article: Article) -> None:
    dataset = article(TEXT, FACTS)

    refused = {fact.id for fact in dataset.facts if is_refused(dataset, fact)}
    assert refused == {"elsewhere", "wrong-year", "wrong-term"}


def test_what_follows_from_a_refused_fact_is_refused_too(article: Article) -> None:
    dataset = article(TEXT, FACTS)

    assert [fact.id for fact in dataset.derived if is_refused(dataset, fact)] == [
        "derived:diplomatic-relations:france:vietnam"
    ]


def test_a_fact_of_two_records_is_refused_when_both_are_and_each_citation_with_its_record(article: Article) -> None:
    wrong = "  - {of: kenya, with: vietnam, since: 2020, evidence: {p: 1, terms: [PLACE]}}\n"
    files = {
        f"graph/{name}.yaml": f"source: {name}\ndiplomatic_relations:\n{wrong.replace('PLACE', term)}"
        for name, term in (("gazette", "relations"), ("herald", "friendship"))
    }
    card = "title: x\npublished: 2026\nparagraphs: {1: 2020 kenya relations vietnam}\n"
    files |= {f"seeds/{name}.yaml": f"id: {name}\n{card}" for name in ("gazette", "herald")}
    facts = "diplomatic_relations:\n" + wrong.replace("PLACE", "friendship")

    dataset = article(TEXT, facts, files=files)
    (fact,) = dataset.stated
    refused = {one.source for one in fact.evidence if is_refused(dataset, fact, one)}
    assert (refused, is_refused(dataset, fact)) == ({"herald", "talks"}, False)

    dataset = article(TEXT, facts, files=files | {"graph/gazette.yaml": "source: gazette\n"})
    (fact,) = dataset.stated
    assert {citation.source for citation in fact.evidence} == {"herald", "talks"}
    assert is_refused(dataset, fact)


def test_each_dataset_is_judged_for_itself(article: Article) -> None:
    wrong = article(TEXT, FACTS)
    right = article("Vietnam has relations with Kenya, a friendship since 1999, 2020.", FACTS)

    assert is_refused(wrong, wrong.by_id["wrong-year"])
    assert not is_refused(right, right.by_id["wrong-year"])
    assert is_refused(wrong, wrong.by_id["wrong-year"])
