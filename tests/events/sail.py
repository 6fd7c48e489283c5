"""Sail, a server of Spark Connect that needs no Java, on the loopback."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pysail.spark import SparkConnectServer

if TYPE_CHECKING:
    from collections.abc import Iterator

ENOUGH = "100000"
"""Batches that wait between workers: with its usual 16 each waits for another where there are many rows (0.7.2)."""


@contextmanager
def served(mode: str) -> Iterator[SparkConnectServer]:
    """A server of a mode of Sail."""
    settings = {"SAIL_MODE": mode, "RUST_LOG": "off", "SAIL_CLUSTER__TASK_STREAM_BUFFER": ENOUGH}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        server = SparkConnectServer(ip="127.0.0.1", port=0)
        server.start(background=True)
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    try:
        yield server
    finally:
        with suppress(RuntimeError):  # it is stopped already
            server.stop()


def address_of(server: SparkConnectServer) -> str:
    """How it is named as an engine."""
    host, port = server.listening_address
    return f"spark://{host}:{port}"
