"""`make audit`: what is known of the packages that relgraph is installed with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.checkout import ROOT
from tools import audit

if TYPE_CHECKING:
    from pathlib import Path

SOUND = {"name": "click", "version": "8.0", "vulns": []}
SKIPPED = {"name": "numpy", "version": "2.0", "skip_reason": "not found"}
FAULTY = {
    "name": "jinja2",
    "version": "3.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1", "3.2"]}, {"id": "GHSA-2", "fix_versions": []}],
}


@pytest.mark.parametrize(
    ("report", "status", "told"),
    [
        ([SOUND, SKIPPED], 0, ["1 package asked about, 1 unknown: 0 known faults"]),
        (
            [SOUND, FAULTY],
            1,
            [
                "jinja2 3.0: PYSEC-1; mended in 3.1, 3.2",
                "jinja2 3.0: GHSA-2; mended in no version yet",
                "2 packages asked about, 0 unknown: 2 known faults",
            ],
        ),
    ],
)
def test_what_is_known_is_told(
    report: list[dict[str, Any]],
    status: int,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = json.dumps({"dependencies": report, "fixes": []})

    def answered(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], status, said, "")

    monkeypatch.setattr(subprocess, "run", answered)

    assert audit.main() == status
    assert capsys.readouterr().out.splitlines() == told


@pytest.mark.parametrize("said", ["", "no network", "{}", json.dumps({"dependencies": [SKIPPED]})])
def test_without_advisories_versions_and_licences_are_listed(
    said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, said, ""))

    assert audit.main() == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == "no advisories can be had here; what is installed, and its licences:"
    assert all(re.fullmatch(r"[a-z0-9-]+ [0-9]\S*: .*[A-Z].*", line) for line in rest), rest
    assert len(set(rest)) == len(rest)
    assert {"click", "networkx", "numpy", "pyvis", "pyyaml"} <= {line.partition(" ")[0] for line in rest}


def test_where_the_tool_is_missing_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))

    assert audit.advisories(ROOT / "requirements/runtime.lock") == []
