"""Cards of sources."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.dates import day_asked, parse_date
from relgraph.sources.card import Card, Covers, index_line, read_card
from relgraph.sources.coverage import Search

if TYPE_CHECKING:
    from pathlib import Path

DIGEST = "0" * 64


def card_of(folder: Path, text: str) -> tuple[Card | None, list[str]]:
    """The card that a file makes, and what is wrong with it."""
    path = folder / "x.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    card, problems = read_card(path, "seeds/x.yaml")
    return card, [str(problem) for problem in problems]


def test_a_card_says_what_period_its_source_covers(tmp_path: Path) -> None:
    def covers(value: str) -> tuple[Covers | None, list[str]]:
        card, problems = card_of(tmp_path, f"id: x\ntitle: t\ncovers: {value}\n")
        assert card is not None
        return card.covers, problems

    year = parse_date("2025")
    assert year is not None
    assert covers("2025") == (Covers(year), [])
    assert covers("{period: 2025, p: 1}") == (Covers(year, 1), [])
    assert covers("unknown") == (None, [])
    assert covers("{p: 1}") == (None, ["seeds/x.yaml:3: covers wants {period: date, p: paragraph}"])
    assert covers("{period: 2025, p: first}")[1] == ['seeds/x.yaml:3: p must be a whole number, not "first"']


def test_a_card_says_what_a_source_is_and_what_stands_in_it(tmp_path: Path) -> None:
    card, problems = card_of(
        tmp_path,
        f"""
        id: x
        title: A review of the year
        publisher: Viet Nam News
        language: en
        published: 2026-01-12
        file: 002.txt
        sha256: {DIGEST}
        no_facts:
          2: heading
        paragraphs:
          1: 2025 kenya viet
          2: ""
          3: asia
        """,
    )

    assert problems == []
    assert card == Card(
        id="x",
        title="A review of the year",
        publisher="Viet Nam News",
        language="en",
        published=parse_date("2026-01-12"),
        file="002.txt",
        sha256=DIGEST,
        no_facts={2: "heading"},
        index=("2025 kenya viet", "", "asia"),
    )
    assert card.place.file == "seeds/x.yaml"


def test_a_card_says_who_wrote_a_source_and_where_it_is_kept(tmp_path: Path) -> None:
    card, problems = card_of(
        tmp_path,
        """
        id: x
        title: x
        author: A. Writer
        url: https://example.org/a?b=1#p2
        archived: http://archive.example/2026/x
        retrieved: 2026-01-15
        """,
    )

    assert problems == []
    assert card is not None
    assert (card.author, card.url) == ("A. Writer", "https://example.org/a?b=1#p2")
    assert (card.archived, card.retrieved) == ("http://archive.example/2026/x", parse_date("2026-01-15"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "example.org", "https://", "https://a b", 'https://a"b=']
)
def test_an_address_that_no_reader_may_be_sent_to_is_refused(tmp_path: Path, address: str) -> None:
    card, problems = card_of(tmp_path, f"id: x\ntitle: x\nurl: '{address}'")

    assert problems == ["seeds/x.yaml:3: url must be an address that begins with http:// or https://"]
    assert card is not None
    assert card.url is None


def test_unknown_publisher_and_date_are_none(tmp_path: Path) -> None:
    card, problems = card_of(tmp_path, "{id: x, title: t, publisher: unknown, published: unknown}")

    assert problems == []
    assert card is not None
    assert (card.publisher, card.published, card.file, card.index) == (None, None, None, ())


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("id: y\ntitle: t", "seeds/x.yaml:1: the id y and the name of the file differ"),
        ("title: t", "seeds/x.yaml:1: id is missing"),
        ("id: x", "seeds/x.yaml:1: title is missing"),
        ("id: x\ntitle: t\npublishd: 2025", "seeds/x.yaml:3: publishd is not a field here; did you mean published?"),
        ("id: x\ntitle: t\npublished: Jan 2026", 'seeds/x.yaml:3: "Jan 2026" is not a date; write 2026-01'),
        ("id: x\ntitle: t\nfile: ../x.txt", "seeds/x.yaml:3: file must be a bare file name, with no folder in it"),
        ("id: x\ntitle: t\nfile: /etc/passwd", "seeds/x.yaml:3: file must be a bare file name"),
        ("id: x\ntitle: t\nfile: a\\b", "seeds/x.yaml:3: file must be a bare file name"),
        ("id: x\ntitle: t\nfile: ..", "seeds/x.yaml:3: file must be a bare file name"),
        (f"id: x\ntitle: t\nfile: {'x' * 256}", "seeds/x.yaml:3: file must be a bare file name"),
        ("id: x\ntitle: t\nsha256: abc", "seeds/x.yaml:3: sha256 must be 64 hexadecimal digits in lower case"),
        ("id: x\ntitle: t\nparagraphs: {1: a, 3: b}", "seeds/x.yaml:3: paragraphs must be numbered 1, 2, 3 ..."),
        ("id: x\ntitle: t\nparagraphs: {0: a}", 'paragraphs wants the number of a paragraph, not "0"'),
        ("id: x\ntitle: t\nparagraphs: [a]", "seeds/x.yaml:3: paragraphs must be a mapping"),
        ("id: x\ntitle: t\nparagraphs:\n  1: [a]", "seeds/x.yaml:4: 1 must be text"),
        ("id: x\ntitle: t\nno_facts:\n  two: a", 'seeds/x.yaml:4: no_facts wants the number of a paragraph, not "two"'),
        ("id: x\ntitle: t\nno_facts:\n  2:", "seeds/x.yaml:4: 2 is missing"),
        (f"id: x\ntitle: t\nno_facts: {{{'9' * 500}: a}}", "no_facts wants the number of a paragraph, not"),
        ("id: [x]\ntitle: t", "seeds/x.yaml:1: id must be text"),
    ],
)
def test_a_damaged_card_is_told_at_its_line(tmp_path: Path, lines: str, problem: str) -> None:
    _, problems = card_of(tmp_path, lines)

    assert len(problems) == 1
    assert problem in problems[0]


def test_a_file_that_is_no_card_gives_none(tmp_path: Path) -> None:
    assert card_of(tmp_path, "- a") == (
        None,
        ["seeds/x.yaml:1: a mapping is expected here, not a list: fields, each with a name, a colon and a blank"],
    )


def test_the_index_holds_each_word_once_in_order() -> None:
    assert index_line("Kenya and Việt Nam; Kenya's sixty-four years") == "64 and kenya nam viet years"


def test_a_language_that_is_no_tag_is_told_with_the_one_meant(tmp_path: Path) -> None:
    card, problems = card_of(tmp_path, "{id: x, title: x, language: English}")

    assert problems == [
        'seeds/x.yaml:1: language: "English" is not the tag of a language (BCP 47); write en',
    ]
    assert card is not None
    assert card.language is None


def test_a_search_says_what_between_whom_by_whom_and_when(tmp_path: Path) -> None:
    def searches(value: str) -> tuple[tuple[Search, ...], list[str]]:
        card, problems = card_of(tmp_path, f"id: x\ntitle: t\nlooked_for: {value}\n")
        assert card is not None
        return card.looked_for, problems

    right = "{kinds: visits, between: [a, b], who: me, when: 2026}"
    assert searches(right) == ((Search(("visits",), ("a", "b"), "me", day_asked("2026")),), [])
    assert searches("[{between: [a, b], who: me}]") == (
        (),
        [
            "seeds/x.yaml:3: looked_for wants kinds: the kinds of relation that were looked for",
            "seeds/x.yaml:3: looked_for wants when: the day of the search",
        ],
    )
    assert searches("{kinds: visits, between: [a, b], when: 2026}")[1] == ["seeds/x.yaml:3: who is missing"]
