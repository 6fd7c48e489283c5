"""Golden files: what a reader may look over in the checkout, and the tests compare with what is made today.

`make golden` writes all of them anew; what differs is then seen in the difference to the last commit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OPTION = "--golden"


@dataclass(frozen=True)
class Golden:
    """Compares texts with files of the checkout or, if `renewing`, writes the files anew."""

    renewing: bool

    def __call__(self, file: Path, made: str) -> None:
        if self.renewing:
            file.write_text(made, encoding="utf-8", newline="\n")
        kept = file.read_text(encoding="utf-8")
        assert kept == made, f"{file.relative_to(ROOT)} is stale: look why; if it should be as it is now, make golden"
