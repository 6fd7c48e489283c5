"""Questions to 20,000 facts that a table makes, beside the same ones to the few facts of the articles."""

from __future__ import annotations

import csv
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.countries.table import table
from tests.benchmarks.measure import process_seconds, report
from tests.benchmarks.table import Row
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

RELGRAPH = str(Path(sys.executable).with_name("relgraph"))
FACTS = 20_000
MAPPING = """\
what: Missions that were made up
card: {title: Missions, publisher: nobody, published: 2025, language: en}
table: {path: missions.csv, key: [id]}
facts:
  - section: missions
    kind: {column: kind, values: {embassy: embassy, consulate: consulate}}
    sender: {column: sender, scheme: iso3}
    host: {column: host, scheme: iso3}
    since: {column: since}
"""
ASKED = [
    ("path", "Kenya", "Vietnam"),
    ("show", "Kenya"),
    ("between", "Kenya", "Vietnam"),
    ("timeline",),
    ("facts", "--output", "json"),
    ("counts",),
    ("gaps",),
    ("rank", "degree"),
    ("rank", "betweenness"),
    ("rank", "degree", "--kind", "mission", "--direction", "in", "--weight", "count"),
    ("sql", "SELECT kind, count(*) FROM facts GROUP BY kind"),
]
BOUND, MORE = 1.5, 0.3
"""So many times what it takes of the articles, and so many seconds, may it take of what was imported."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dataset with a table of missions alone."""
    chance = random.Random(1)  # noqa: S311 - a made-up table, not a secret
    codes = sorted(one.codes["iso3"] for one in table().values() if "iso3" in one.codes)
    folder = tmp_path_factory.mktemp("imported")
    for name in ("graph/tables", "seeds/texts"):
        (folder / name).mkdir(parents=True)
    (folder / "graph/tables/missions.yaml").write_text(MAPPING, encoding="utf-8")
    with (folder / "seeds/texts/missions.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "kind", "sender", "host", "since"))
        for number in range(FACTS):
            kind = chance.choice(("embassy", "consulate"))
            rows.writerow((number, kind, *chance.sample(codes, 2), chance.randint(1950, 2020)))
    subprocess.run([RELGRAPH, "import", "graph/tables/missions.yaml"], cwd=folder, check=True, capture_output=True)
    return folder / "graph"


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_questions_to_imported_facts(
    imported: Path, tmp_path_factory: pytest.TempPathFactory, asked: tuple[str, ...]
) -> None:
    cache = tmp_path_factory.getbasetemp() / "caches"
    env: Mapping[str, str] = {"XDG_CACHE_HOME": str(cache), "RELGRAPH_NO_CACHE": ""}
    few = [RELGRAPH, *asked, "--graph", str(ROOT / "graph")]
    many = [RELGRAPH, *asked, "--graph", str(imported)]
    process_seconds(many, env, rounds=1)  # which keeps what it works out
    ours, theirs = process_seconds(many, env), process_seconds(few, env)
    what = f"{' '.join(asked)}, {FACTS:,} facts imported, less {MORE} s"
    report(Row(what, "of the articles", max(ours - MORE, 0) / theirs, BOUND))
