"""A command that is asked to stop, within this process."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from relgraph.__main__ import run
from relgraph.cli.ending import tidied_up

if TYPE_CHECKING:
    from collections.abc import Iterator

STOP = signal.SIGTERM


@pytest.fixture
def usual_interrupt() -> Iterator[None]:
    """Python's own answer to Ctrl-C, as it is when a program starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_who_is_asked_to_stop_tidies_up_and_then_ends_by_that_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[int, int]] = []
    monkeypatch.setattr("os.kill", lambda process, number: sent.append((process, number)))
    before, tidied = signal.getsignal(STOP), []

    @tidied_up()
    def command() -> None:
        try:
            signal.raise_signal(STOP)
        finally:
            signal.raise_signal(STOP)  # who asks again meanwhile is not heard
            tidied.append("all")

    with pytest.raises(SystemExit):
        command()
    assert tidied == ["all"]
    assert sent == [(os.getpid(), STOP)]
    assert signal.getsignal(STOP) == before


def test_what_ends_by_itself_is_left_as_it_was() -> None:
    before = signal.getsignal(STOP)
    with tidied_up():
        assert signal.getsignal(STOP) != before
    assert signal.getsignal(STOP) == before


@pytest.mark.usefixtures("usual_interrupt", "collector_given_back")
def test_the_program_runs_its_command_and_ctrl_c_ends_it_on_the_spot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["whatever", "--version"])
    with pytest.raises(SystemExit) as ended:
        run()

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("relgraph")
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
