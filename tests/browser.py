"""Chromium for the tests of the page: an installed one, driven by Playwright, which downloads none.

`python -m tests.browser` (in `make test`) looks for it and, as root on a machine with apt-get, installs Debian's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import ON_CI

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "no Chromium for the tests of the page: install chromium, or name one in RELGRAPH_CHROMIUM"


@dataclass
class PageLog:
    """What a page asked for and complained about since it was opened, in order."""

    requests: list[str] = field(default_factory=list)  # addresses, the page's own among them
    complaints: list[str] = field(default_factory=list)  # console errors and warnings
    errors: list[str] = field(default_factory=list)  # exceptions nobody caught

    def watch(self, page: Page) -> None:
        """Write down what happens on a page from now on."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)

    def to_network(self) -> list[str]:
        """Those requests that a page in one file, offline, may not make."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


def find() -> Path | None:
    """The browser that RELGRAPH_CHROMIUM names, else the first one on PATH."""
    named = os.environ.get("RELGRAPH_CHROMIUM")
    found = (shutil.which(name) for name in ([named] if named else NAMES))
    return next((Path(program) for program in found if program), None)


def install() -> None:
    """Install Debian's chromium where that can be done unasked: as root, with apt-get."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, *step], env=quiet, stdout=sys.stderr, check=False)


def main() -> int:
    """Say which browser the tests will use; 1 if there is none where there must be one."""
    if find() is None:
        install()
    program = find()
    if program:
        print(f"the tests of the page use {program}")
        return 0
    print(MISSING if ON_CI else f"{MISSING}; they will be skipped", file=sys.stderr)
    return 1 if ON_CI else 0


if __name__ == "__main__":
    sys.exit(main())
