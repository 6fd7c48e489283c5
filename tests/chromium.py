"""Chromium for the tests of the page: an installed one, driven by Playwright, which downloads none.

The tests of one process share one browser, and in it one tab for each kind of screen, which is emptied in between: a
profile for each test takes four times as long, since in it every script is compiled anew. A test that changes what
cannot be undone (a clock, a script at start-up) says so with the mark `own_profile` and gets one.

`python -m tests.chromium` (in `make test`) looks for it and, as root on a machine with apt-get, installs Debian's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict

from tests.checkout import ON_CI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize

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


class Screen(TypedDict):
    """What a page is seen on, in the words of Playwright."""

    viewport: ViewportSize
    has_touch: bool
    is_mobile: bool
    device_scale_factor: int


ScreenName: TypeAlias = Literal["desktop", "phone"]
SCREENS: dict[ScreenName, Screen] = {
    "desktop": {
        "viewport": {"width": 1440, "height": 900},
        "has_touch": False,
        "is_mobile": False,
        "device_scale_factor": 1,
    },
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "device_scale_factor": 3,
    },
}
MISSING = "no Chromium for the tests of the page: install chromium, or name one in RELGRAPH_CHROMIUM"


@dataclass
class PageLog:
    """What a page asked for and complained about since it was opened, in order."""

    requests: list[str] = field(default_factory=list)  # addresses, the page's own among them
    complaints: list[str] = field(default_factory=list)  # console errors and warnings
    errors: list[str] = field(default_factory=list)  # exceptions nobody caught

    @contextmanager
    def watching(self, page: Page) -> Iterator[Page]:
        """Write down what happens on a page meanwhile."""
        page.on("request", self._ask)
        page.on("pageerror", self._fail)
        page.on("console", self._hear)
        yield page
        page.remove_listener("request", self._ask)
        page.remove_listener("pageerror", self._fail)
        page.remove_listener("console", self._hear)

    def to_network(self) -> list[str]:
        """Those requests that a page in one file, offline, may not make."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def _ask(self, request: Request) -> None:
        self.requests.append(request.url)

    def _fail(self, error: Error) -> None:
        self.errors.append(str(error))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


class Tabs:
    """The tabs of one browser: one for each kind of screen, used by turns."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[ScreenName, Page] = {}

    def blank(self, screen: ScreenName) -> Page:
        """The tab of a screen, with nothing left of what was done in it; a new one where that cannot be had."""
        kept = self._kept.get(screen)
        if kept is None or not _is_emptied(kept, SCREENS[screen]["viewport"]):
            if kept is not None:
                kept.context.close()
            self._kept[screen] = self._browser.new_context(**SCREENS[screen]).new_page()
        return self._kept[screen]

    @contextmanager
    def private(self, screen: ScreenName) -> Iterator[Page]:
        """A tab in a profile of its own, which ends with it."""
        with self._browser.new_context(**SCREENS[screen]) as profile:
            yield profile.new_page()


def _is_emptied(page: Page, size: ViewportSize) -> bool:
    from playwright.sync_api import Error  # noqa: PLC0415 - the suite of `make bounds` has no Playwright

    with suppress(Error):  # a page that hangs or has crashed
        if page.url.startswith("file:"):
            page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
        page.set_viewport_size(size)
        page.mouse.up()
        page.mouse.move(0, 0)
        return True
    return False


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
