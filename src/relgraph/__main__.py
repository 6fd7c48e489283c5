"""The program: `relgraph`, or `python -m relgraph`."""

from __future__ import annotations

import signal


def run() -> None:
    """Run the command. Until it can tidy up after itself, which takes imports, Ctrl-C ends it on the spot."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from relgraph.cli.main import main  # noqa: PLC0415 - what is imported here takes most of the time of a start

    main(prog_name="relgraph")


if __name__ == "__main__":
    run()
