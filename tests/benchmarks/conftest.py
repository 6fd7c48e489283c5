"""What was measured is told as one table in the end, and kept in the documents if asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.table import ROWS, machine, markdown, renewed, today
from tests.checkout import ROOT

if TYPE_CHECKING:
    import pytest

DOCUMENT = ROOT / "docs" / "engines.md"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--keep", action="store_true", help="write what was measured into docs/engines.md")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not ROWS:
        return
    terminalreporter.section(f"{sum(row.kept for row in ROWS)} of {len(ROWS)} promises kept")
    for line in markdown(row.cells(today()) for row in ROWS):
        terminalreporter.write_line(line)
    terminalreporter.write_line(machine())
    if config.getoption("--keep"):
        text = renewed(DOCUMENT.read_text(encoding="utf-8"), ROWS, today(), machine())
        DOCUMENT.write_text(text, encoding="utf-8")
