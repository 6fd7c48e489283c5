"""How much a tie weighs that a machine read."""

from __future__ import annotations

from relgraph.facts.figures import parse_figure
from relgraph.facts.machine_read.weight import weight_of
from relgraph.facts.records import Fact
from relgraph.vocabulary.load import shipped_vocabulary

VISIT = shipped_vocabulary().relations["visit"]


def test_it_is_the_count_that_the_mapping_names() -> None:
    fact = Fact("f", "clashes", (), "machine-read", fields={"events": parse_figure("5"), "days": parse_figure("4")})
    kinds = {name: VISIT._replace(words={"": {"weight": name}}) for name in ("events", "days", "sources")}

    assert {name: weight_of(fact, kind) for name, kind in kinds.items()} == {"events": 5, "days": 4, "sources": 0}
    assert weight_of(fact, VISIT) == 0
