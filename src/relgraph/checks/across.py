"""What several sources say of one thing is set side by side: nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.conflicts import conflicts as found_conflicts

if TYPE_CHECKING:
    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings


def agreements(context: Context) -> Findings:
    """Two sources that say the same bear each other out."""
    for fact in context.dataset.stated:
        for one in fact.also:
            other = context.stated[one]
            if not other.sources <= context.stated[fact.id].sources:
                whose = context.dataset.whose(context.stated[fact.id])
                of = f" of {whose}" if whose not in ("", context.dataset.whose(other)) else ""
                told = f"says what {fact.place} says too, from another source{of}: the two corroborate it"
                yield other.place, told


def conflicts(context: Context) -> Findings:
    """Two sources that differ are both kept, and somebody looks at them; so are two readings of one."""
    dataset = context.dataset
    for found in found_conflicts(dataset.facts, context.vocabulary, context.library, dataset.whose):
        mine, its = found.gives[1], found.gives[0]
        there, here = (dataset.whose(fact) for fact in (found.one, found.other))
        of = f", of {here} here and of {there} there" if here != there else ""
        who = "two sources" if found.one.sources.isdisjoint(found.other.sources) else "two readings of one source"
        yield found.other.place, f"{found.what}: {mine} here, {its} at {found.one.place}: {who} differ{of}"
