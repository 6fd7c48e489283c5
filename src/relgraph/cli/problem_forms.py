"""A report of problems as text, JSON, SARIF or GitHub workflow commands, line by line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.checks.rules import asks
from relgraph.reading.place import told
from relgraph.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from relgraph.checks.check import Report
    from relgraph.reading.place import Problem

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_text(report: Report) -> Iterator[str]:
    """One line a problem, place first, the first hundred of each rule, and the closing line."""
    yield from told(report.problems)
    yield report.summary


def as_json(report: Report) -> Iterator[str]:
    """{problems: [{file, line, rule, severity, message}], facts, citations: {text, index, cited}}."""
    problems = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "rule": problem.rule,
            "severity": problem.severity,
            "message": problem.message,
        }
        for problem in report.problems
    ]
    count = report.citations
    citations = {"text": count.text, "index": count.index, "cited": count.cited}
    yield _dumped({"problems": problems, "facts": report.facts, "citations": citations})


def as_sarif(report: Report) -> Iterator[str]:
    """SARIF 2.1.0 (OASIS), which code scanners and editors read."""
    names = sorted({problem.rule for problem in report.problems})
    rules = [{"id": name, "shortDescription": {"text": asks(name)}} for name in names]
    driver = {"name": "relgraph", "version": VERSION, "rules": rules}
    results = [_sarif_result(problem, names.index(problem.rule)) for problem in report.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_result(problem: Problem, index: int) -> dict[str, Any]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": _sarif_place(problem)}],
    }


def _sarif_place(problem: Problem) -> dict[str, Any]:
    """A file and a line; no region where the problem is the file's as a whole."""
    place = problem.place
    artifact = {"artifactLocation": {"uri": _uri(place.file)}}
    if not place.line:
        return artifact
    column = {"startColumn": place.column} if place.column else {}
    return artifact | {"region": {"startLine": place.line} | column}


def _uri(file: str) -> str:
    """A path as a URI: relative paths stay relative to the folder in which the check ran."""
    from urllib.parse import quote

    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def as_github(report: Report) -> Iterator[str]:
    """Workflow commands, which GitHub shows as remarks in the changed files."""
    for problem in report.problems:
        command = "error" if problem.is_error else "notice"
        line = f",line={problem.place.line}" if problem.place.line else ""
        message = problem.message.translate(_DATA)
        yield f"::{command} file={problem.place.file.translate(_PROPERTY)}{line}::{message}"
    yield report.summary


_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def _dumped(value: Mapping[str, Any]) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Report], Iterable[str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
