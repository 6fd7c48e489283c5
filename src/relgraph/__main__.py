"""The program: `relgraph`, or `python -m relgraph`."""

from __future__ import annotations

import gc
import signal


def run() -> None:
    """Run the command. Until it can tidy up after itself, which takes imports, Ctrl-C ends it on the spot.

    It makes many small records, drops few of them, and ends soon: what it dropped in circles is never looked for.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from relgraph.cli.main import main  # noqa: PLC0415 - what is imported here takes most of the time of a start

    try:
        main(prog_name="relgraph")
    finally:
        gc.freeze()  # Python looks through all that is not frozen when it ends, though it be told to leave that


if __name__ == "__main__":
    run()
