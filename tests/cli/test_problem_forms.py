"""Problems as SARIF and as GitHub's workflow commands."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from relgraph.checks.check import Citations, Report
from relgraph.cli.problem_forms import as_github, as_sarif, as_text
from relgraph.reading.place import Place, Problem

PROBLEMS = (
    Problem(Place("graph/a b,c.yaml", 7, 3), "term", 'p 1 does not say "100%"'),
    Problem(Place("graph/x.yaml", 9), "status-words", "look", "note"),
    Problem(Place("graph"), "nothing-checked", "nothing was checked"),
)
REPORT = Report(PROBLEMS, 3, Citations(2, 0, 1))

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn")},
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "locations": {
            "type": "array",
            "items": {
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "required": ["artifactLocation"],
                        "properties": {
                            "artifactLocation": {"properties": {"uri": {"type": "string", "pattern": "^[^ ,\\\\]+$"}}},
                            "region": REGION,
                        },
                        "additionalProperties": False,
                    }
                },
            },
        },
    },
}
RULE = {"type": "object", "required": ["id", "shortDescription"], "properties": {"shortDescription": TEXT}}
SARIF: dict[str, Any] = {  # what section 3 of the standard demands of a log with results
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"type": "array", "items": RULE, "uniqueItems": True}},
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


@pytest.mark.parametrize("report", [REPORT, Report((), 0, Citations())])
def test_sarif_has_the_structure_of_the_standard(report: Report) -> None:
    log = json.loads("\n".join(as_sarif(report, Path())))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one.rule for one in report.problems]


def test_every_result_has_a_line() -> None:
    log = json.loads("\n".join(as_sarif(REPORT, Path())))
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert places == [
        {"artifactLocation": {"uri": "graph/a%20b%2Cc.yaml"}, "region": {"startLine": 7, "startColumn": 3}},
        {"artifactLocation": {"uri": "graph/x.yaml"}, "region": {"startLine": 9}},
        {"artifactLocation": {"uri": "graph"}, "region": {"startLine": 1}},
    ]


def test_addresses_are_relative_wherever_the_dataset_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def addresses(*files: str) -> list[str]:
        report = Report(tuple(Problem(Place(file), "term", "wrong") for file in files), 0, Citations())
        (run,) = json.loads("\n".join(as_sarif(report, tmp_path / "a data")))["runs"]
        return [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]

    inside, elsewhere = str(tmp_path / "a data/graph/x.yaml"), "/cards/of others/y.yaml"
    (tmp_path / "beside").mkdir()
    monkeypatch.chdir(tmp_path)
    assert addresses(inside, elsewhere) == ["a%20data/graph/x.yaml", "of%20others/y.yaml"]
    monkeypatch.chdir(tmp_path / "beside")
    assert addresses(inside, "../a data/graph/x.yaml") == ["graph/x.yaml", "graph/x.yaml"]
    assert addresses("caf\udce9.yaml") == ["caf%E9.yaml"]


def test_github_commands_are_escaped() -> None:
    assert list(as_github(REPORT, Path())) == [
        '::error file=graph/a b%2Cc.yaml,line=7::p 1 does not say "100%25"',
        "::notice file=graph/x.yaml,line=9::look",
        "::error file=graph::nothing was checked",
        "checked 3 facts, 3 citations (2 against the text, 1 only cited): 2 errors, 1 note",
    ]


def test_text_marks_what_is_only_a_note() -> None:
    assert list(as_text(REPORT, Path()))[:2] == [
        'graph/a b,c.yaml:7: p 1 does not say "100%"',
        "graph/x.yaml:9: note: look",
    ]
