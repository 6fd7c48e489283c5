"""A report of problems as text, JSON, SARIF or GitHub workflow commands, line by line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.checks.rules import asks
from relgraph.reading.characters import visible, visible_json
from relgraph.reading.place import told
from relgraph.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from relgraph.checks.check import Report
    from relgraph.reading.place import Problem

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_text(report: Report, home: Path) -> Iterator[str]:
    """One line a problem, place first, the first hundred of each rule, and the closing line."""
    del home
    yield from told(report.problems)
    yield report.summary


def as_json(report: Report, home: Path) -> Iterator[str]:
    """{problems: [{file, line, rule, severity, message}], facts, citations: {text, index, cited}}."""
    del home
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
    citations |= {"table": count.table} if count.table else {}
    yield _dumped({"problems": problems, "facts": report.facts, "citations": citations})


def as_sarif(report: Report, home: Path) -> Iterator[str]:
    """SARIF 2.1.0 (OASIS), which code scanners and editors read: each result with a relative address and a line."""
    names = sorted({problem.rule for problem in report.problems})
    rules = [{"id": name, "shortDescription": {"text": asks(name)}} for name in names]
    driver = {"name": "relgraph", "version": VERSION, "rules": rules}
    results = [_sarif_result(problem, names.index(problem.rule), home) for problem in report.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_result(problem: Problem, index: int, home: Path) -> dict[str, Any]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": _sarif_place(problem, home)}],
    }


def _sarif_place(problem: Problem, home: Path) -> dict[str, Any]:
    """A file and a line; the first where the problem is the file's as a whole, for scanners show no other."""
    place = problem.place
    column = {"startColumn": place.column} if place.column else {}
    region = {"startLine": place.line or 1} | column
    return {"artifactLocation": {"uri": _uri(place.file, home)}, "region": region}


def _uri(file: str, home: Path) -> str:
    """A path as a URI, relative: see _relative."""
    from urllib.parse import quote

    return quote(os.fsencode(_relative(file, home)))


def _relative(file: str, home: Path) -> str:
    """A path as it is from the folder in which the check runs, or from `home` if that is not around it.

    `home` is the folder that holds the dataset's own. A path that lies in neither is told by its last two names.
    """
    path = Path(os.path.abspath(file))  # noqa: PTH100 - links stay as they are written
    for folder in (Path.cwd(), Path(os.path.abspath(home))):  # noqa: PTH100 - as above
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return "/".join(path.parts[-2:])


def as_github(report: Report, home: Path) -> Iterator[str]:
    """Workflow commands, which GitHub shows as remarks in the changed files."""
    for problem in report.problems:
        command = "error" if problem.is_error else "notice"
        line = f",line={problem.place.line}" if problem.place.line else ""
        message = problem.message.translate(_DATA)
        place = _relative(problem.place.file, home).translate(_PROPERTY)
        yield visible(f"::{command} file={place}{line}::{message}")
    yield report.summary


_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def _dumped(value: Mapping[str, Any]) -> str:
    import json

    return visible_json(json.dumps(value, ensure_ascii=False, indent=2))


FORMS: Mapping[str, Callable[[Report, Path], Iterable[str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
"""Each takes a report, and the folder that holds those of the dataset."""
