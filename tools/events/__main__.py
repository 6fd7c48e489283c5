"""Makes the tables of kinds of event: `python -m tools.events`, in the top folder.

What codes there are, and which of the four classes each is of, are facts that the codebooks of CAMEO and PLOVER and of
GDELT (its QuadClass) publish. The names and labels are our own: none of the words of a codebook stands here.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relgraph.events.codes import COLUMNS, TABLES
from tools.making import Wanted, make

if TYPE_CHECKING:
    from pathlib import Path

TALK, HELP, WORDS, DEEDS = "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"

CAMEO = """
01 statement said something in public
02 appeal asked the other for something
03 intended-cooperation said that it means to work together
04 consultation met, visited or talked
05 diplomatic-cooperation agreed, recognised or backed the other
06 material-cooperation worked together in deed
07 aid gave help of some worth
08 yielding gave way to the other
09 investigation looked into what the other did
10 demand demanded something
11 disapproval found fault with the other
12 rejection turned something down
13 threat announced harm
14 protest took to the streets or went on strike
15 show-of-force moved or readied forces
16 reduced-relations cut back ties or help
17 coercion put pressure on the other by deeds
18 assault used violence without an army in battle
19 fighting fought with armed force
20 mass-violence killed or drove out many
"""
PLOVER = """
AGREE agreement said that it will go along
CONSULT consultation met, visited or talked
SUPPORT support backed the other
CONCEDE concession gave way in words or in law
COOPERATE cooperation worked together in deed
AID aid gave help of some worth
RETREAT retreat drew back or let go
REQUEST request asked the other for something
ACCUSE accusation found fault with the other
REJECT rejection turned something down
THREATEN threat announced harm
PROTEST protest took to the streets or went on strike
SANCTION sanction cut back ties or help
MOBILIZE mobilisation moved or readied forces
COERCE coercion put pressure on the other by deeds
ASSAULT assault used violence
"""
CAMEO_CLASSES = (TALK,) * 5 + (HELP,) * 3 + (WORDS,) * 6 + (DEEDS,) * 6  # as GDELT has them: protest among words
PLOVER_CLASSES = (TALK,) * 4 + (HELP,) * 3 + (WORDS,) * 4 + (DEEDS,) * 5
HEAD = """\
# {what}: code, our name for the kind, its class of four, and our label; made by tools/events.
# The codes and classes are published facts; names and labels are worded anew. Licence: that of relgraph (MIT).
"""


def tables() -> dict[Path, str]:
    """The text of each table, by the file that it belongs in."""
    return {
        TABLES / "cameo.tsv": _table("The twenty root codes of CAMEO", CAMEO, CAMEO_CLASSES),
        TABLES / "plover.tsv": _table("The sixteen types of event of PLOVER", PLOVER, PLOVER_CLASSES),
    }


def _table(what: str, entries: str, classes: tuple[str, ...]) -> str:
    rows = [COLUMNS]
    for line, one in zip(entries.strip().splitlines(), classes, strict=True):
        code, kind, label = line.split(" ", 2)
        rows.append((code, kind, one, label))
    return HEAD.format(what=what) + "".join("\t".join(row) + "\n" for row in rows)


def main(*arguments: str) -> int:
    """Write the tables; 2, and nothing written, when more is named than there is to read."""
    return make("tools.events", Wanted("nothing", ()), arguments, tables)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
