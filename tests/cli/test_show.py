"""`relgraph show X`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Ask
    from tests.fixture_types import Command

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
      - {id: plan, of: vietnam, with: egypt, tier: cp, status: intended}
    memberships: [{id: member, member: vietnam, in: asean}]
"""


@pytest.mark.usefixtures("believed")
def test_a_dossier_reads_by_kind(ask: Ask) -> None:
    assert ask(FACTS, "show", "Vietnam", "--stated").stdout == (
        "Việt Nam (vietnam, country)\n"
        "also: Vietnam\n"
        "\n"
        "partnerships (2)\n"
        "  Việt Nam has a Comprehensive Strategic Partnership with Kenya [since 2025; talks p 1]\n"
        "  Việt Nam intends a Comprehensive Partnership with Egypt\n"
        "\n"
        "memberships (1)\n"
        "  Việt Nam is a member of ASEAN\n"
        "\n"
        "3 facts, 1 of them resting on one source\n"
    )


def test_evidence_is_printed_when_it_is_asked_for(ask: Ask) -> None:
    assert '    talks p 1: "csp" (verified against the index)\n' in ask(FACTS, "show", "kenya", "--evidence").stdout


def test_a_group_is_shown_with_its_members_and_their_basis(ask: Ask) -> None:
    assert "members: France, Russia (test)\n" in ask(FACTS, "show", "the two powers").stdout


def test_json_has_facts_by_kind(ask: Ask) -> None:
    found = json.loads(ask(FACTS, "show", "VN", "--stated", "--output", "json").stdout)

    assert (found["id"], found["name"], found["kind"], found["iso"]) == ("vietnam", "Việt Nam", "country", "VN")
    assert [fact["id"] for fact in found["facts"]["partnership"]] == ["csp", "plan"]
    assert found["facts"]["partnership"][0]["holds"] == "yes"
    assert found["single_source"] == ["csp"]


def test_as_of_a_day(ask: Ask) -> None:
    assert "since 2025; maybe; talks p 1]" in ask(FACTS, "show", "kenya", "--as-of", "2025-06", "--stated").stdout
    before = ask(FACTS, "show", "kenya", "--as-of", "2024", "--stated").stdout
    assert "partnerships (" not in before
    assert "partnerships; not covered: all other kinds" in before  # and nobody looked


def test_an_actor_of_whom_nothing_is_said(ask: Ask) -> None:
    told = "France (france, country)\n\n0 facts, 0 of them resting on one source\nnot covered: any kind\n"
    assert ask(FACTS, "show", "France").stdout == told


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Frence", 'relgraph: no actor is called "Frence"; did you mean france (France)'),
        ("", 'relgraph: no actor is called ""'),
    ],
)
def test_an_unknown_name_is_one_line_and_status_2(ask: Ask, name: str, message: str) -> None:
    result = ask(FACTS, "show", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["Việt Nam", "P4G Summit", "unsc-permanent", "Lương Cường", "hanoi"])
def test_the_curated_facts_have_dossiers(relgraph: Command, name: str) -> None:
    text, data = relgraph("show", name).stdout, relgraph("show", name, "--output", "json").stdout
    total = sum(map(len, json.loads(data)["facts"].values()))

    assert total > 0
    assert f"\n{total} facts, " in text
