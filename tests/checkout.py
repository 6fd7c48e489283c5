"""Where the tests run: the checkout, what may lie beside it, and whether nobody watches."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _texts_folder() -> Path | None:
    named = os.environ.get("RELGRAPH_TEXTS")
    folders = [Path(named)] if named else [ROOT / "seeds" / "texts", ROOT.parent / "shared" / "seeds"]
    return next((folder for folder in folders if any(folder.glob("*.txt"))), None)


def _data_folder() -> Path | None:
    named = os.environ.get("RELGRAPH_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    return folder if (folder / "ne_capitals.csv").is_file() else None


def _schemas_folder() -> Path | None:
    named = os.environ.get("RELGRAPH_SCHEMAS")
    folder = Path(named) if named else ROOT.parent / "shared" / "schemas"
    return folder if (folder / "gexf-1.3").is_dir() else None


# Looked for at once: no test sees the settings of whoever runs it.
TEXTS = _texts_folder()
"""The folder that holds the articles' texts, if this machine has one."""

DATA = _data_folder()
"""The folder of the tables of others from which some of ours are made, if this machine has one."""

SCHEMAS = _schemas_folder()
"""The folder of the schemas of others' formats, if this machine has one."""
