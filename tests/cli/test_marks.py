"""What keeps a fact from being believed too much, and where its source is kept, stand in every form of every answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

FACTS = """
    partnerships:
      - {id: wrong, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp, Egypt]}}
      - {id: right, of: vietnam, with: france, tier: csp, since: 2025, evidence: {p: 2, terms: [csp, France]}}
    counts:
      - {id: total, of: vietnam, counts: partnership, tier: csp, what: partners, says: 9,
         evidence: {p: 1, terms: [csp]}}
    indicators:
      - {id: growth, of: vietnam, what: growth, value: 8 %, evidence: {p: 1, terms: [csp]}}
"""
CARD = """
    id: talks
    title: talks
    author: A. Scribe
    published: 2025-06-15
    url: https://example.org/talks
    archived: https://example.net/copy
    retrieved: 2025-07-01
    file: talks.txt
    paragraphs: {1: 2025 csp kenya vietnam, 2: 2025 csp france vietnam}
"""
URL, COPY, REFUSED = "https://example.org/talks", "https://example.net/copy", "refused by relgraph check"
QUESTIONS = (
    *("facts", "show vietnam", "between vietnam kenya", "path vietnam kenya", "timeline", "read talks"),
    "counts vietnam",
)


class Answer(Protocol):
    """What a command prints in a form of output: `answer("show vietnam", "csv")`."""

    def __call__(self, question: str, output: str) -> str: ...


@pytest.fixture
def folder(dataset: WriteFolder) -> Path:
    return dataset(world_files(FACTS, {"seeds/talks.yaml": CARD}))


@pytest.fixture
def answer(folder: Path, relgraph: Command) -> Answer:
    def ask(question: str, output: str) -> str:
        return relgraph(*question.split(), "--graph", folder / "graph", "--output", output).stdout

    return ask


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_check_refuses_is_marked_in_every_form(answer: Answer, question: str) -> None:
    name = "Việt Nam: 9 partners" if question.startswith("counts") else "with Kenya"
    lines = [line for line in answer(question, "text").splitlines() if name in line and "diplomatic" not in line]

    assert lines
    assert [line for line in lines if REFUSED not in line and "(refused" not in line and "between" not in line] == []
    assert '"refused": true' in answer(question, "json")
    assert "refused" in answer(question, "csv").splitlines()[0].split(",")
    marked = [line for line in answer(question, "csv").splitlines()[1:] if name in line and "diplomatic" not in line]
    assert marked
    assert all(",yes," in line or ",True," in line for line in marked)
    assert "| yes |" in answer(question, "md") or "| True |" in answer(question, "md")


def test_what_check_lets_pass_is_not_marked(answer: Answer) -> None:
    facts = {fact["id"]: fact for fact in json.loads(answer("facts", "json"))}

    assert "refused" not in facts["right"]
    lines = answer("facts", "text").splitlines()
    assert f"Việt Nam has a {CSP} with France [since 2025]" in lines
    assert f"Việt Nam has a {CSP} with Kenya [since 2025; {REFUSED}]" in lines


CSP = "Comprehensive Strategic Partnership"


def test_a_ranking_says_how_much_of_it_rests_on_what_check_refuses(answer: Answer) -> None:
    assert "\n1 tied pair rests on nothing but facts that relgraph check refuses\n" in answer("rank degree", "text")
    assert json.loads(answer("rank degree", "json"))["graph"]["refused"] == 1
    assert "refuses" not in answer("rank degree --kind mission", "text")


def test_graphml_and_the_page_mark_what_check_refuses(folder: Path, relgraph: Command, tmp_path: Path) -> None:
    graph = ("--graph", folder / "graph")
    for form in ("graphml", "html"):
        written = tmp_path / f"x.{form}"
        assert relgraph("export", form, "-o", written, *graph).exit_code == 1
        assert relgraph("export", form, "-o", written, *graph, "--with-errors").exit_code == 0
    drawn = (tmp_path / "x.graphml").read_text("utf-8")
    edges = {line.split('"')[1]: line for line in drawn.splitlines() if line.startswith("<edge")}

    assert '<data key="e_refused">yes</data>' in edges["wrong"]
    assert "e_refused" not in edges["right"]
    assert f"growth: 8 % [{REFUSED}]" in drawn
    assert f'<data key="e_urls">{URL}; {COPY}</data>' in edges["right"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_where_a_source_is_kept_is_told_with_every_answer(answer: Answer, question: str) -> None:
    for output in ("text", "json"):
        told = answer(question, output)
        assert all(word in told for word in (URL, COPY, "2025-07-01", "A. Scribe")), output
    for output in ("csv", "md") if question != "read talks" else ():
        assert f"{URL}; {COPY}" in answer(question, output), output


def test_a_card_takes_no_address_but_of_the_web(dataset: WriteFolder, relgraph: Command) -> None:
    card = CARD.replace(URL, "javascript:alert(1)")
    found = relgraph("facts", "--graph", dataset(world_files(FACTS, {"seeds/talks.yaml": card})) / "graph")

    assert "javascript:" not in found.stdout


def test_facts_are_listed_by_how_many_sources_they_rest_on(dataset: WriteFolder, relgraph: Command) -> None:
    facts = """
        memberships:
          - {id: one, member: kenya, in: asean, evidence: [{p: 1}, {p: 2}]}
          - {id: two, member: egypt, in: asean, evidence: [{p: 1}, {p: 1, in: other}]}
    """
    graph = dataset(world_files(facts, {"seeds/other.yaml": "{id: other, title: other}"})) / "graph"

    def listed(number: str) -> list[str]:
        said = relgraph("facts", "--sources", number, "--graph", graph, "--output", "json").stdout
        return [fact["id"] for fact in json.loads(said)]

    assert (listed("1"), listed("2"), listed("3")) == (["one"], ["two"], [])
    assert relgraph("facts", "--sources", "0", "--graph", graph).exit_code == 2
