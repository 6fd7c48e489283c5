"""The slips of a person at a desk: each is told once, on its line, with its mend, and nothing that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.articles import article_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fixture_types import Command, WriteFolder

TEXT = "Kenya has diplomatic relations with Vietnam.\nKenya and Egypt made a Comprehensive Strategic Partnership."
FACTS = """\
diplomatic_relations:
  - of: kenya
    with: vietnam
    evidence: {p: 1, terms: [diplomatic relations]}
partnerships:
  - of: kenya
    with:
      - egypt
    tier: csp
    evidence: {p: 2, terms: [Comprehensive Strategic Partnership]}
"""
LADDER = "ladders: {ours: {owner: kenya, rungs: {sp: Strategic Partnership, csp: Comprehensive Strategic Partnership}}}"

SLIPS = {  # what is written, what should have been, and all that check tells of it
    "a misspelt term": (
        "Comprehensive Strategic P",
        "Comprehensiv Strategic P",
        [
            (
                'graph/talks.yaml:11: p 2 of talks does not say "Comprehensiv Strategic Partnership"; '
                'it says "Comprehensive Strategic Partnership"'
            )
        ],
    ),
    "the paragraph of another": (
        "{p: 2",
        "{p: 1",
        [
            "graph/talks.yaml:9: the cited paragraphs never mention Egypt (Egyptian)",
            'graph/talks.yaml:11: p 1 of talks does not say "Comprehensive Strategic Partnership"; p 2 does. Change p?',
        ],
    ),
    "a paragraph in words": (
        "{p: 2",
        "{p: two",
        ['graph/talks.yaml:11: p must be the number of a paragraph, such as p: 9, not "two"'],
    ),
    "two paragraphs in one": (
        "{p: 2",
        "{p: 1-2",
        [
            (
                'graph/talks.yaml:11: p must be the number of a paragraph, such as p: 9, not "1-2"; several are cited '
                "as a list: [{p: 9, terms: [...]}, {p: 10, terms: [...]}]"
            )
        ],
    ),
    "no number of a paragraph": (
        "{p: 2, ",
        "{",
        ["graph/talks.yaml:11: p must be the number of a paragraph, such as p: 9"],
    ),
    "evidence in words": (
        "{p: 2, terms: [Comprehensive Strategic Partnership]}",
        "paragraph 2",
        ["graph/talks.yaml:11: evidence wants {p: paragraph, terms: [...]}, or a list of such"],
    ),
    "a label in place of a tier": (
        "tier: csp",
        "tier: Strategic Partnership",
        [
            (
                "graph/talks.yaml:10: Strategic Partnership is not a tier of ours, which has sp, csp; "
                "did you mean sp (Strategic Partnership)?"
            )
        ],
    ),
    "a misspelt end in a list": (
        "      - egypt",
        "      - egipt",
        ["graph/talks.yaml:9: egipt is not an id; did you mean egypt (Egypt)?"],
    ),
    "an end of the wrong kind": (
        "      - egypt",
        "      - ruto",
        [
            "graph/talks.yaml:9: ruto (William Ruto) is a person; with takes body, country or group",
            "graph/talks.yaml:9: the cited paragraphs never mention William Ruto",
        ],
    ),
    "two ends in one": (
        "with: vietnam",
        "with: vietnam, egypt",
        ["graph/talks.yaml:4: vietnam, egypt is not an id; several ids are a list: [vietnam, egypt]"],
    ),
    "a misspelt field": (
        "evidence: {p: 1",
        "evidnce: {p: 1",
        ["graph/talks.yaml:5: evidnce is not a field of diplomatic_relations; did you mean evidence?"],
    ),
    "a field in capitals": (
        "with: vietnam",
        "With: vietnam",
        ["graph/talks.yaml:4: With is not a field of diplomatic_relations; did you mean with?"],
    ),
    "a field that there is not": (
        "tier: csp",
        "tier: csp\n    colour: red",
        [
            (
                "graph/talks.yaml:11: colour is not a field of partnerships; there are of, with, id, kind, status, "
                "stance, per, note, disputed, implies_nothing, inferred, withdrawn, evidence, tier, in_field, step, "
                "since, until, seen"
            )
        ],
    ),
    "no hyphen": (
        "  - of: kenya\n    with: vietnam\n    evidence",
        "    of: kenya\n    with: vietnam\n    evidence",
        ["graph/talks.yaml:2: diplomatic_relations must be a list of records: begin each with a hyphen"],
    ),
    "no blank after a hyphen": (
        "  - of: kenya\n    with: vietnam\n    evidence",
        "  -of: kenya\n  with: vietnam\n  evidence",
        ["graph/talks.yaml:2: diplomatic_relations must be a list of records: begin each with a hyphen and a blank"],
    ),
    "a second source": (
        "partnerships:",
        "source: others\npartnerships:",
        ["graph/talks.yaml:6: source is given twice, on lines 1 and 6"],
    ),
    "a section in two places": (
        "partnerships:",
        "diplomatic_relations:\n  - {of: kenya, with: egypt, evidence: {p: 2, terms: [made]}}\npartnerships:",
        ["graph/talks.yaml:6: diplomatic_relations is given twice, on lines 2 and 6"],
    ),
}


def checked(
    relgraph: Command, dataset: WriteFolder, facts: str, files: Mapping[str, str] | None = None
) -> tuple[int, list[str]]:
    """Exit status, and what check tells but for notes of paragraphs that no fact cites."""
    written = article_files(TEXT, facts, "published: 2026-01-12")
    folder = dataset(written | {"graph/vocabulary.yaml": LADDER} | dict(files or {}))
    result = relgraph("check", "--graph", folder / "graph")
    lines = [line.removeprefix(f"{folder}/") for line in result.output.splitlines()[:-1]]
    return result.exit_code, [line for line in lines if "neither cited nor explained" not in line]


def test_all_is_right_before_a_slip(relgraph: Command, dataset: WriteFolder) -> None:
    assert checked(relgraph, dataset, FACTS) == (0, [])


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_with_its_mend(name: str, relgraph: Command, dataset: WriteFolder) -> None:
    right, wrong, told = SLIPS[name]
    assert FACTS.count(right) == 1
    assert checked(relgraph, dataset, FACTS.replace(right, wrong)) == (1, told)


@pytest.mark.parametrize(
    ("actors", "told"),
    [
        ("countries:\n  kenya: {name: 'Kenya}\n", "2: not YAML: the quote that opens here is never closed"),
        ("countries:\n  kenya: {name: Kenya\x07}\n", "2: control character U+0007; take it out"),
        ("countries:\n\tkenya: {name: Kenya}\n", "2: a tab stands here; use blanks and plain line ends"),
        ("<<<<<<< HEAD\ncountries: {}\n", "1: a merge was not finished: its conflict marks stand on line 1; keep what"),
        (
            "contries:\n  kenya: {name: K}\n  vietnam: {name: V}\n  egypt: {name: E}\n",
            "1: contries is not a section of",
        ),
        ("countries:\n  - kenya\n  - vietnam\n", "1: countries must be a mapping"),
    ],
)
def test_actors_that_cannot_be_read_are_told_once(
    actors: str, told: str, relgraph: Command, dataset: WriteFolder
) -> None:
    status, lines = checked(relgraph, dataset, FACTS, {"graph/actors/all.yaml": actors})
    assert status == 1
    assert [line.startswith(f"graph/actors/all.yaml:{told}") for line in lines] == [True]


def test_of_a_card_or_vocabulary_that_cannot_be_read_nothing_follows(relgraph: Command, dataset: WriteFolder) -> None:
    card = {"seeds/talks.yaml": "id: talks\ntitle: Talks: of two\n"}
    assert checked(relgraph, dataset, FACTS, card) == (
        1,
        ["seeds/talks.yaml:2: not YAML: a colon stands inside this text; put the whole text in quotes"],
    )
    assert checked(relgraph, dataset, FACTS, {"graph/vocabulary.yaml": "ladders: [\n"}) == (
        1,
        ["graph/vocabulary.yaml:2: not YAML: the [ that opens here is not closed by a ]"],
    )


def test_a_missing_card_is_told_once_with_the_command_that_makes_it(relgraph: Command, dataset: WriteFolder) -> None:
    facts = {"graph/other.yaml": FACTS.replace("diplomatic", "source: other\ndiplomatic", 1)}
    status, lines = checked(relgraph, dataset, "", facts)
    assert status == 1
    assert lines == [
        "graph/other.yaml:5: no card tells of the source other; make it with: relgraph add-source FILE --id other"
    ]


def test_what_is_passed_over_is_told_once_for_a_folder(relgraph: Command, dataset: WriteFolder) -> None:
    files = {
        **{f"graph/{name}": "x" for name in ("a.yml", "b.csv", "sub/c.yaml", "README.md", "talks.yaml~", "d.YAML")},
        **{f"graph/{name}": "\0" for name in ("._talks.yaml", ".#talks.yaml")},
        "graph/actors/e.yml": "x",
        "seeds/f.yml": "x",
    }
    assert checked(relgraph, dataset, FACTS, files) == (
        0,
        [
            "graph: note: not read, since only files that end in .yaml are, and no folders: a.yml, b.csv, d.YAML, sub/",
            "graph/actors: note: not read, since only files that end in .yaml are, and no folders: e.yml",
            "seeds: note: not read, since only cards that end in .yaml are: f.yml",
        ],
    )
