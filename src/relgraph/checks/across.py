"""What several sources say of one thing is set side by side: nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.across import Alike, Conflict, compared

if TYPE_CHECKING:
    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings


def agreements(context: Context) -> Findings:
    """Two sources that say the same bear each other out."""
    for found in context.once(_compared):
        if isinstance(found, Alike):
            yield (
                found.other.place,
                f"says what {found.one.place} says too, from another source: the two corroborate it",
            )


def conflicts(context: Context) -> Findings:
    """Two sources that differ are both kept, and somebody looks at them."""
    for found in context.once(_compared):
        if isinstance(found, Conflict):
            mine, its = found.gives[1], found.gives[0]
            yield found.other.place, f"{found.what}: {mine} here, {its} at {found.one.place}: two sources differ"


def _compared(context: Context) -> tuple[Alike | Conflict, ...]:
    return tuple(compared(context.dataset.facts, context.vocabulary))
