"""Whether the cited paragraphs give the figures of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.paragraphs import any_says
from relgraph.facts.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.vocabulary.model import RelationKind

ORDINAL = "ordinal"
_NUMBERS = {"figure", ORDINAL, "parts"}


def counts_or_measures(kind: RelationKind) -> bool:
    """Whether facts of a kind may give a figure."""
    return not _NUMBERS.isdisjoint(kind.fields.values())


def figures_named(case: Case, context: Context) -> Findings:
    """Every figure, those of parts too, stands in a cited paragraph in one of its spellings."""
    del context
    if not case.paragraphs or not case.fact.fields:
        return
    for name, figure in figures(case):
        spellings = figure.spellings(ordinal=case.kind.fields[name] == ORDINAL)
        if not any_says(case.paragraphs, spellings):
            written = " or ".join(" ".join(spelling) for spelling in spellings)
            yield case.fact.place, f"the cited paragraphs never give {written} ({name})"


def figures(case: Case) -> Iterator[tuple[str, Figure]]:
    """Each figure of a fact with the field that it stands in."""
    for name, value in case.fact.fields.items():
        if isinstance(value, Figure):
            yield name, value
        elif case.kind.fields[name] == "parts":
            yield from ((name, part["says"]) for part in value if part["says"] is not None)
