"""`relgraph path A B`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp, Kenya]}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: sp, evidence: {p: 2, terms: [two powers]}}
      - {id: plan, of: kenya, with: egypt, status: intended}
      - {id: special, of: vietnam, with: malaysia, tier: special}
"""


def answer(ask: Ask, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask(FACTS, "path", *args, "--output", "json").stdout)
    return found


def test_the_answer_reads_step_by_step_with_its_evidence(ask: Ask) -> None:
    card = "id: talks\ntitle: talks\nfile: talks.txt\nparagraphs: {1: 2025 csp kenya vietnam, 2: 2 powers the vietnam}"
    result = ask(FACTS, "path", "Kenya", "France", files={"seeds/talks.yaml": card})

    assert result.exit_code == 0
    assert result.stdout == (
        "Kenya to France: 2 steps, over Việt Nam; the weakest is Strategic Partnership; no path at "
        "Comprehensive Strategic Partnership\n"
        "1. Kenya – Việt Nam\n"
        "   Kenya has a Comprehensive Strategic Partnership with Việt Nam"
        " [Comprehensive Strategic Partnership; in force; since 2025]\n"
        '     talks p 1: "csp", "Kenya" (verified against the index)\n'
        "2. Việt Nam – France\n"
        "   Việt Nam has a Strategic Partnership with France [Strategic Partnership; in force; derived]\n"
        "     by rule: what is said of the two powers holds for each of its members, from powers, two-powers\n"
        '     talks p 2: "two powers" (verified against the index)\n'
        "searched 5 countries and bodies, 4 tied pairs (diplomatic-relations, partnership)\n"
    )


def test_json_has_the_promised_keys(ask: Ask) -> None:
    found = answer(ask, "kenya", "france")

    assert found.keys() >= {"from", "to", "found", "by", "rung", "hops", "steps", "alternatives", "reason"}
    assert (found["from"], found["to"], found["found"], found["by"]) == ("kenya", "france", True, "strongest")
    assert (found["rung"], found["hops"], found["reason"]) == ("sp", 2, None)
    assert found["graph"]["nodes"] == 5
    assert [(step["from"], step["to"]) for step in found["steps"]] == [("kenya", "vietnam"), ("vietnam", "france")]
    assert found["steps"][0]["ties"] == [
        {
            "fact": "csp",
            "text": "Kenya has a Comprehensive Strategic Partnership with Việt Nam",
            "kind": "partnership",
            "tier": "csp",
            "status": "in-force",
            "since": "2025",
            "derived": False,
            "evidence": [
                {
                    "source": "talks",
                    "file": "talks.txt",
                    "paragraph": 1,
                    "terms": ["csp", "Kenya"],
                    "carries": ["words", "name"],
                    "verified": "index",
                }
            ],
            "holds": "yes",
        }
    ]
    assert found["steps"][1]["ties"][0]["derived"] is True


def test_no_path_is_status_1_and_explains_itself(ask: Ask) -> None:
    result = ask(FACTS, "path", "egypt", "france")

    assert result.exit_code == 1
    assert result.stdout.startswith(
        "no path between Egypt and France: Egypt has no tie in this view; it would open with"
    )
    assert answer(ask, "egypt", "france") | {"asked": None, "graph": None} == {
        "asked": None,
        "from": "egypt",
        "to": "france",
        "found": False,
        "by": "strongest",
        "rung": None,
        "hops": None,
        "steps": [],
        "alternatives": [],
        "equally_good": 0,
        "comparable": True,
        "no_path_at": None,
        "needed": None,
        "reason": "Egypt has no tie in this view; it would open with Kenya – Egypt (partnership, intended)",
        "silence": {
            "answer": "not known",
            "no": [],
            "not_known": ["diplomatic-relations", "partnership"],
            "not_covered": [],
        },
        "may_cover": [],
        "graph": None,
    }


@pytest.mark.usefixtures("believed")
def test_a_status_that_is_asked_for_is_marked(ask: Ask) -> None:
    result = ask(FACTS, "path", "egypt", "kenya", "--status", "intended")

    assert result.exit_code == 0
    assert "Egypt intends a partnership with Kenya [intended]" in result.stdout


def test_a_step_without_a_rung_is_told(ask: Ask) -> None:
    assert ask(FACTS, "path", "kenya", "malaysia", "--stated").stdout.startswith(
        "Kenya to Malaysia: 2 steps, over Việt Nam; a step without a rung; no path at diplomatic relations\n"
    )


def test_what_may_not_hold_on_a_day_is_marked(ask: Ask) -> None:
    args = ("path", "kenya", "vietnam", "--as-of", "2025-06-30", "--stated")

    assert "since 2025; maybe]" in ask(FACTS, *args).stdout
    assert ask(FACTS, *args, "--certain").exit_code == 1


DIAMOND = """
    partnerships:
      - {of: vietnam, with: [kenya, egypt], tier: sp}
      - {of: vietnam, with: [france, russia], tier: csp}
    diplomatic_relations: [{of: france, with: [brazil, malaysia]}, {of: russia, with: [brazil, malaysia]}]
"""


def test_equally_good_paths_and_those_after_them_are_listed(ask: Ask) -> None:
    lines = ask(DIAMOND, "path", "brazil", "vietnam", "-k", "3").stdout.splitlines()

    assert "2 paths are equally good; the others:" in lines
    assert "   Brazil – Russia – Việt Nam (diplomatic relations)" in lines
    assert (
        lines[lines.index("after these:") + 1]
        == "   Brazil – France – Malaysia – Russia – Việt Nam (diplomatic relations)"
    )


def test_alternatives_are_in_json(ask: Ask) -> None:
    found = json.loads(ask(DIAMOND, "path", "brazil", "vietnam", "-k", "3", "--output", "json").stdout)

    assert found["equally_good"] == 2
    assert [other["hops"] for other in found["alternatives"]] == [2, 4]
    assert found["alternatives"][0]["steps"][0]["to"] == "russia"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--via", "russia"], "Brazil – Russia"),
        (["--avoid", "France"], "Brazil – Russia"),
        (["--avoid", "FR,Malaysia", "--via", "Russian Federation"], "Brazil – Russia"),
        (["--by", "shortest"], "Brazil – France"),
        (["--min-tier", "relations"], "Brazil – France"),
    ],
)
def test_options_of_the_path(ask: Ask, args: list[str], told: str) -> None:
    assert f"1. {told}\n" in ask(DIAMOND, "path", "brazil", "vietnam", *args).stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["kenya", "keyna"], 'relgraph: no actor is called "keyna"; did you mean kenya (Kenya)?'),
        (["kenya", "Kenyan"], "relgraph: both ends are Kenya; a path needs two"),
        (
            ["kenya", "cuong"],
            "relgraph: Lương Cường is of the kind person; paths go between bodies, countries and territories",
        ),
        (["kenya", "egypt", "-k", "0"], "relgraph: Invalid value for '-k': 0 is not in the range 1<=x<=10000."),
        (["kenya", "egypt", "-k", "two"], "relgraph: Invalid value for '-k': 'two' is not a valid integer range."),
        (["kenya", "egypt", "--by", "best"], "relgraph: Invalid value for '--by': 'best' is not one of"),
        (["kenya", "egypt", "--min-tier", "spp"], 'relgraph: no ladder has a tier "spp"; did you mean sp?'),
        (["kenya", "egypt", "--via", "nobody"], 'relgraph: no actor is called "nobody"'),
        (["kenya", "egypt", "--output", "xml"], "relgraph: Invalid value for '--output': 'xml' is not one of"),
    ],
)
def test_misuse_is_one_line_and_status_2(ask: Ask, args: list[str], message: str) -> None:
    result = ask(FACTS, "path", *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("ends", [("Kenya", "United Kingdom"), ("UK", "New Zealand"), ("Malaysia", "Egyptian")])
def test_every_step_on_the_curated_facts_has_evidence(relgraph: Command, ends: tuple[str, str]) -> None:
    found = json.loads(relgraph("path", *ends, "--output", "json").stdout)
    ties = [tie for step in found["steps"] for tie in step["ties"]]

    assert len(ties) >= found["hops"] > 0
    assert all(tie["evidence"] for tie in ties)
    assert {citation["verified"] for tie in ties for citation in tie["evidence"]} <= {"text", "index"}
