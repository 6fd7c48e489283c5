"""Firefox for the tests of the page: an installed one, driven through Marionette, which every Firefox has inside.

Marionette speaks JSON over a socket, each message behind its length: `12:[0,1,"Name",{}]`.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("firefox", "firefox-esr")
MISSING = "no Firefox for this test: install firefox, or name one in RELGRAPH_FIREFOX"
PREFERENCES = {
    "marionette.port": 0,  # any free one; it is told in PORT_FILE
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
PORT_FILE = "MarionetteActivePort"
PATIENCE = 60  # seconds; Firefox starts in two or three
ENDED = "Script terminated by timeout"  # said of a script that ran while its page was left
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "Home": "\ue011", "End": "\ue010"}


class FirefoxError(AssertionError):
    """Firefox refused what it was asked; the message is its own."""


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream = connection.makefile("rb")
        self._count = 0
        self._read()  # who it is
        self._ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": False}})

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self._ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """Run the body of a function in the page and return what it returns."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=[])["value"]

    def wait(self, condition: str) -> None:
        """Wait until an expression holds in the page."""
        end = time.monotonic() + PATIENCE
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"waited {PATIENCE} s for {condition}"
            time.sleep(0.05)

    def text(self, selector: str) -> str:
        """What an element reads."""
        return str(self.run(f"return document.querySelector({json.dumps(selector)}).innerText"))

    def click(self, selector: str) -> None:
        """Click an element as a reader does: one that is covered is not clicked."""
        self._ask("WebDriver:ElementClick", id=self._element(selector))

    def type(self, selector: str, text: str, *keys: str) -> None:
        """Type into an element, then press keys of `KEYS`."""
        typed = text + "".join(KEYS[key] for key in keys)
        self._ask("WebDriver:ElementSendKeys", id=self._element(selector), text=typed)

    def back(self) -> None:
        """Go one step back in the history."""
        self._ask("WebDriver:Back")

    def complaints(self) -> list[str]:
        """What the browser's own console says of pages from files, such as policies that were broken."""
        self._ask("Marionette:SetContext", value="chrome")
        said = self.run("return Services.console.getMessageArray().map(String)")
        self._ask("Marionette:SetContext", value="content")
        ours = [message for message in said if '{file: "file:' in message or "Content-Security-Policy" in message]
        return [message for message in ours if ENDED not in message]

    def _element(self, selector: str) -> str:
        found = self._ask("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][ELEMENT])

    def _ask(self, command: str, **arguments: object) -> dict[str, Any]:
        self._count += 1
        message = json.dumps([0, self._count, command, arguments]).encode()
        self._connection.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise FirefoxError(f"{command}: {error['error']}: {error['message']}")
        return dict(result or {})

    def _read(self) -> Any:  # noqa: ANN401 - the greeting is an object, answers are lists
        length = b""
        while (digit := self._stream.read(1)) != b":":
            length += digit
        return json.loads(self._stream.read(int(length)))


def find() -> Path | None:
    """The browser that RELGRAPH_FIREFOX names, else the first one on PATH."""
    named = os.environ.get("RELGRAPH_FIREFOX")
    found = (shutil.which(name) for name in ([named] if named else NAMES))
    return next((Path(program) for program in found if program), None)


@contextmanager
def started(program: Path, profile: Path) -> Iterator[Firefox]:
    """Run Firefox without a window, in a profile of its own, and end it afterwards."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    running = subprocess.Popen(
        [program, *options, "--profile", profile, "--window-size=1440,900"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with closing(socket.create_connection(("127.0.0.1", _port(profile)), timeout=PATIENCE)) as connection:
            yield Firefox(connection)
    finally:
        running.terminate()
        running.wait(PATIENCE)


def _port(profile: Path) -> int:
    file = profile / PORT_FILE
    end = time.monotonic() + PATIENCE
    while not (file.exists() and (told := file.read_text(encoding="ascii").strip())):
        assert time.monotonic() < end, f"Firefox did not start within {PATIENCE} s"
        time.sleep(0.05)
    return int(told)
