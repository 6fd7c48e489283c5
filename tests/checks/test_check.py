"""Everything wrong at once, place first, in one order; what was checked is counted, and nothing is changed."""

from relgraph.checks.check import Citations, Report, check
from relgraph.facts.load import load
from relgraph.reading.place import Place, Problem
from tests.checks.articles import Article
from tests.fixture_types import WriteFolder

TEXT = "Kenya and Vietnam met in 2025.\nA Comprehensive Strategic Partnership of Vietnam and Britain.\nVietnam, Brazil."

WRONG = """
    partnerships:
      - of: viet-nam
        with: united-kingdom
        tier: scp
        since: Feb 2025
        colour: red
        evidence: {p: 1, terms: [Comprehensive Strategic]}
      - of: vietnam
        with: [kenya, brazil]
        tier: csp
        evidence: {p: 3, terms: [Vietnam], despite: [former]}
"""


def test_all_mistakes_are_told_in_one_run_place_first(article: Article) -> None:
    report = check(article(TEXT, WRONG, card="no_facts: {2: heading}"))
    told = [str(problem).partition("graph/")[2] or str(problem).partition("seeds/")[2] for problem in report.problems]
    assert told == [
        "talks.yaml:4: viet-nam is not an id; did you mean vietnam (Việt Nam)?",
        "talks.yaml:5: the cited paragraphs never mention United Kingdom (UK, Britain, British)",
        (
            "talks.yaml:6: scp is not a tier of the general ladder, which has relations, cp, sp, csp, special, sectoral"
            "; did you mean sp (Strategic Partnership)?"
        ),
        'talks.yaml:7: "Feb 2025" is not a date; write 2025-02, with ? if unsure',
        (
            "talks.yaml:8: colour is not a field of partnerships; there are of, with, id, kind, status, stance, per, "
            "note, disputed, implies_nothing, inferred, withdrawn, evidence, tier, in_field, step, since, until, seen"
        ),
        'talks.yaml:9: p 1 of talks does not say "Comprehensive Strategic"; p 2 does. Change p?',
        "talks.yaml:11: the cited paragraphs never mention Kenya (Kenyan)",
        'talks.yaml:13: p 3 of talks does not say "former", listed under despite',
    ]
    assert report.summary == "checked 3 facts, 2 citations (2 against the text): 8 errors, 0 notes"


def test_rules_about_the_whole_are_asked_too(article: Article) -> None:
    facts = "diplomatic_relations: [{of: vietnam, with: kenya, evidence: {p: 1, terms: [met]}}]"
    report = check(article(TEXT, facts))
    assert [str(problem).partition(": ")[2] for problem in report.problems] == [
        "note: p 2 and 3 of talks are neither cited nor explained under no_facts"
    ]
    assert (report.errors, report.notes) == (0, 1)


def test_the_order_is_the_same_in_every_run(article: Article) -> None:
    dataset = article(TEXT, WRONG)
    assert check(dataset) == check(dataset)


def test_in_a_line_what_reading_found_comes_first(article: Article) -> None:
    report = check(article(TEXT, "partnerships:\n  - {of: zzz, with: kenya, colour: red}\n"))
    assert [problem.rule for problem in report.problems if problem.place.line == 3] == [
        "shape",
        "end-unknown",
        "evidence-missing",
    ]


def test_checking_changes_nothing(article: Article) -> None:
    dataset = article(TEXT, WRONG)
    before = (dataset.facts, dict(dataset.actors), dataset.problems)
    check(dataset)
    assert (dataset.facts, dict(dataset.actors), dataset.problems) == before


def test_a_citation_is_counted_once_as_it_was_written(article: Article) -> None:
    facts = "diplomatic_relations: [{of: vietnam, with: [brazil, kenya, france], evidence: {p: 3, terms: [Vietnam]}}]"
    report = check(article(TEXT, facts, by_index=True))
    assert (report.facts, report.citations) == (3, Citations(index=1))


def test_the_closing_line() -> None:
    error, note = Problem(Place("a", 1), "x", "y"), Problem(Place("a", 2), "x", "y", "note")
    ways = "(100 against the text, 20 against the index, 11 only cited)"
    told = [
        Report((), 96, Citations(131)).summary,
        Report((error, note), 1, Citations(0, 1)).summary,
        Report((error, error, note, note), 96, Citations(100, 20, 11)).summary,
        Report((), 0, Citations()).summary,
    ]
    assert told == [
        "checked 96 facts, 131 citations (131 against the text): 0 errors, 0 notes",
        "checked 1 fact, 1 citation (1 against the index): 1 error, 1 note",
        f"checked 96 facts, 131 citations {ways}: 2 errors, 2 notes",
        "checked 0 facts, 0 citations: 0 errors, 0 notes",
    ]


def test_a_text_that_is_not_the_cards_is_not_checked_against(article: Article) -> None:
    dataset = article(TEXT, WRONG, card=f"sha256: {'0' * 64}")
    report = check(dataset)
    (message,) = [problem.message for problem in report.problems if problem.rule == "text-hash"]
    assert message.endswith("talks.txt is not the text that the card was made from: its sha256 differs")
    assert report.citations == Citations(index=2)


def test_a_name_may_be_anything_and_breaks_no_line(dataset: WriteFolder) -> None:
    folder = dataset(
        {
            "graph/actors/a.yaml": 'countries: {a: {name: "</script><img onerror=x>\u202e"}, b: {name: B}}',
            "graph/s.yaml": "source: s\ndiplomatic_relations: [{of: a, with: b, evidence: {p: 1, terms: [b]}}]",
            "seeds/s.yaml": "id: s\ntitle: s\nparagraphs: {1: b}",
        }
    )
    report = check(load(folder / "graph"))
    (problem,) = [problem for problem in report.problems if problem.rule == "mention"]
    assert "</script><img onerror=x>" in str(problem)
    assert r"\u202e" in str(problem)
    assert str(problem).isprintable()


def test_nothing_depends_on_the_day_of_the_check(article: Article) -> None:
    facts = "diplomatic_relations: [{of: vietnam, with: kenya, since: 2999?, evidence: {p: 1, terms: [met]}}]"
    report = check(article(TEXT, facts, card="published: unknown"))
    assert report.errors == 0
