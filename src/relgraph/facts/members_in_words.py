"""What a total counts, in words, where it has none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.figures import Figure
from relgraph.facts.tiers import tier_label

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.kinds import RelationKind


def members_in_words(dataset: Dataset, total: Fact, kind: RelationKind) -> str:
    """Of which kind, rung and role a total's members are: visit, of one; partnerships (Strategic Partnership)."""
    says, narrower, role = (total.fields.get(name) for name in ("says", "kind", "role"))
    noun = kind.label if isinstance(says, Figure) and says.has_value(1) else kind.plural_label
    narrowed = [tier_label(dataset, total)] if total.tier else []
    narrowed += [str(narrower).replace("-", " ")] if narrower else []
    narrowed += [f"as {role}"] if role else []
    return f"{noun} ({', '.join(narrowed)})" if narrowed else noun
