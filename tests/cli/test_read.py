"""`relgraph read SOURCE`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.world import CARD

if TYPE_CHECKING:
    from tests.cli.conftest import Ask

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp, Kenya]}}
      - {id: plan, of: vietnam, with: egypt, status: intended, evidence: {p: 1, terms: [csp]}}
"""
MORE = {"seeds/talks.yaml": CARD.replace("file:", "publisher: News\n    no_facts: {2: heading}\n    file:")}
SAYS = "Việt Nam has a Comprehensive Strategic Partnership with Kenya"


@pytest.mark.usefixtures("believed")
def test_a_source_is_told_paragraph_by_paragraph(ask: Ask) -> None:
    lines = ask(FACTS, "read", "talks", files=MORE).stdout.splitlines()
    places = [line.rpartition(" (")[2] for line in lines[4:6]]

    assert lines[:4] == [
        "talks: talks (News, 2025-06-15)",
        "2 paragraphs, from the word index: which words stand there, not in what order",
        "",
        "p 1  kenya vietnam csp 2025",
    ]
    assert lines[4].startswith(f'   {SAYS} [since 2025]: "csp", "Kenya" (')
    assert lines[5].startswith('   Việt Nam intends a partnership with Egypt: "csp" (')
    assert [place.rpartition("/")[2] for place in places] == ["talks.yaml:4)", "talks.yaml:5)"]
    assert lines[6:] == [
        "",
        "p 2  2 france powers russia",
        "   no fact: heading",
        "",
        "told 2: 1 cited, 1 without a fact for a reason, 0 neither",
    ]


def test_from_the_text_where_it_is_at_hand(ask: Ask) -> None:
    text = {"seeds/texts/talks.txt": "Kenya and Vietnam: csp, 2025 \x1b[31mred\n"}
    told = ask(FACTS, "read", "talks", files=text).stdout

    assert "1 paragraph, from the text\n" in told
    assert "\np 1  Kenya and Vietnam: csp, 2025 \\u001b[31mred\n" in told  # no terminal obeys a text


@pytest.mark.parametrize(
    ("args", "numbers"), [([], [1, 2]), (["--uncited"], [2]), (["--p", "1"], [1]), (["--p", "2", "--p", "1"], [1, 2])]
)
def test_paragraphs_are_chosen(ask: Ask, args: list[str], numbers: list[int]) -> None:
    found = json.loads(ask(FACTS, "read", "talks", *args, "--output", "json").stdout)

    assert [one["paragraph"] for one in found["paragraphs"]] == numbers


def test_json(ask: Ask) -> None:
    found = json.loads(ask(FACTS, "read", "talks", "--output", "json", files=MORE).stdout)
    first, second = found.pop("paragraphs")
    (csp, plan) = first.pop("facts")

    assert found.pop("asked")["read"] == "talks"
    assert found == {
        "source": "talks",
        "title": "talks",
        "publisher": "News",
        "published": "2025-06-15",
        "file": "talks.txt",
        "state": "index",
        "size": 2,
    }
    assert first == {"paragraph": 1, "words": ["kenya", "vietnam", "csp", "2025"]}
    assert csp.pop("file") == "graph/talks.yaml"
    assert csp == {"id": "csp", "says": SAYS, "terms": ["csp", "Kenya"], "line": 4}
    assert plan["says"] == "Việt Nam intends a partnership with Egypt"
    assert second == {"paragraph": 2, "words": ["2", "france", "powers", "russia"], "no_facts": "heading", "facts": []}


def test_a_source_without_text_and_index(ask: Ask) -> None:
    told = ask(FACTS, "read", "talks", files={"seeds/talks.yaml": "{id: talks, title: talks}"}).stdout

    assert told.startswith("talks: talks\nneither text nor word index is at hand: only what is cited is told\n\np 1\n")


def test_facts_that_cannot_be_read_do_not_stop_it(ask: Ask) -> None:
    result = ask(FACTS + "    visitss: []", "read", "talks")

    assert result.exit_code == 0
    assert SAYS in result.stdout
    assert result.stderr == "relgraph: 1 problem may hide facts; see relgraph check\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["talk"], "relgraph: there is no source talk; did you mean talks?\n"),
        (["talks", "--p", "3"], "relgraph: talks has no p 3; its last is p 2\n"),
        (["talks", "--p", "0"], "relgraph: Invalid value for '--p'"),
    ],
)
def test_misuse_is_one_line_and_status_2(ask: Ask, args: list[str], message: str) -> None:
    result = ask(FACTS, "read", *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
