"""A path, as a whole process, beside importing click, yaml and networkx."""

import os
import sys
from pathlib import Path

from tests.benchmarks.measure import process_ratio, report
from tests.benchmarks.table import Row
from tests.checkout import ROOT

LIMIT = 0.5


def test_a_path_beside_the_imports_alone() -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    relgraph = str(Path(sys.executable).with_name("relgraph"))
    ours = [relgraph, "path", "Kenya", "United Kingdom", "--graph", str(ROOT / "graph")]
    theirs = [sys.executable, "-c", "import click, yaml, networkx"]
    mine, other, ratio = process_ratio(ours, theirs, env)
    print(f"\nrelgraph path {mine * 1000:.0f} ms, the imports alone {other * 1000:.0f} ms")
    report(Row("path on our own facts, the whole process", "import click, yaml, networkx", ratio, LIMIT))
