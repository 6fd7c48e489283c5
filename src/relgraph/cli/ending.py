"""How a command ends before its time: asked to stop by a signal, or left by the reader of its pipe."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ASKED_TO_STOP = ("SIGTERM", "SIGHUP", "SIGINT")
"""Signals, by name since not every system has each, that would end Python on the spot or with a traceback."""
GENERAL_ERROR = 1

_USUAL = (signal.SIG_DFL, signal.default_int_handler)
"""What signals do where nobody has asked for anything else."""


class Stopped(BaseException):
    """The command is to end by a signal, when what it was about is tidied up; no handler of errors stops it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@contextmanager
def tidied_up() -> Iterator[None]:
    """Let signals that ask to stop end what is under way as an exception, and then the process as they always do.

    One that is ignored, as nohup has it for SIGHUP and a shell for SIGINT in the background, stays so.
    """
    numbers = [getattr(signal, name) for name in ASKED_TO_STOP if hasattr(signal, name)]
    before = {number: handler for number in numbers if (handler := signal.getsignal(number)) in _USUAL}
    try:
        with suppress(ValueError):  # only the main thread may; what another one writes is left to its program
            for number in before:
                signal.signal(number, _stop)
        yield
    except Stopped as stopped:
        _die(stopped.name)
    finally:
        with suppress(ValueError):
            for number, handler in before.items():
                signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    """End what is under way; who asks again meanwhile is not heard."""
    del frame
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(signal.Signals(number).name)


def _die(name: str) -> NoReturn:
    """End the process by a signal, so that a shell sees why; with the status of an error where there is no such one."""
    number = getattr(signal, name, None)
    if number is not None:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    sys.exit(GENERAL_ERROR)  # pragma: no cover - a system without the signal
