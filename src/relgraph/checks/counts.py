"""Stated totals, held against the members that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.facts.figures import BOUNDS
from relgraph.reading.plurals import agreeing, one_of_a_kind
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.vocabulary.kinds import RelationKind


COUNT_BOUNDS = ("exactly", *(bound.replace(" ", "-") for bound in BOUNDS))
"""What a count may say of its number under `bound`."""


def is_count(kind: RelationKind) -> bool:
    """Whether facts of a kind are stated totals."""
    return kind.is_total


def count_told(case: Case, context: Context) -> Findings:
    """A count says how many of what; its narrower kind, role and bound are words of the vocabulary."""
    for message in _unfit(case, context):
        yield case.fact.place, message
    if _is_reckoned(case, context) and context.reconciled(case.fact) is None:
        from relgraph.facts.counted import TOO_MANY  # noqa: PLC0415 - few totals have so many members

        yield case.fact.place, f"it is not set against its members: {TOO_MANY}"


def _unfit(case: Case, context: Context) -> Iterator[str]:
    fields = case.fact.fields
    if "says" not in fields:
        yield "says is missing: a count gives a figure"
    elif fields["says"].value < 0:
        yield f"says is {fields['says']}; a total is never less than 0"
    if "what" not in fields:
        yield "what is missing: say what is counted, in a few words"
    bound = fields.get("bound")
    if bound is not None and bound not in COUNT_BOUNDS:
        yield f"bound may be {', '.join(COUNT_BOUNDS)}, not {bound}{did_you_mean(bound, COUNT_BOUNDS)}"
    counted = context.vocabulary.relations.get(fields.get("counts", ""))
    if counted is not None:
        for name, known in (("kind", counted.kinds), ("role", tuple(counted.roles))):
            word = fields.get(name)
            if word and word not in known:
                yield f"{name}: {word} is not {one_of_a_kind(name)} of {counted.section}{did_you_mean(word, known)}"


def count_not_exceeded(case: Case, context: Context) -> Findings:
    """No more members are named than the count states, nor do its parts make more."""
    for told in _reconciled(case, context):
        if told.exact and len(told.named) > told.says:
            are = f"{len(told.named)} {agreeing(len(told.named), 'is', 'are')}"
            yield case.fact.place, f"states {told.says}, but {are} named: {listed(told.named, 20)}"
        if told.exact and told.rest is not None and told.rest < 0:
            parts = " + ".join(str(part.says) for part in told.parts)
            yield case.fact.place, f"states {told.says}, but its parts make more: {parts}"


def count_filled(case: Case, context: Context) -> Findings:
    """Every member that a count states is named or derived; what is missing is told, never made up."""
    for told in _reconciled(case, context):
        over = len(told.named) + len(told.derived) - told.says
        if told.unnamed and (told.named or told.derived or "counts" in case.fact.fields):
            yield case.fact.place, told.sentence
        elif told.exact and over > 0 and len(told.named) <= told.says:
            yield case.fact.place, f"{told.sentence}: {over} more than stated, with those derived"


def _reconciled(case: Case, context: Context) -> tuple[Reconciliation, ...]:
    """The count with its members, if it says how many, and of a kind that could be read."""
    found = context.reconciled(case.fact) if _is_reckoned(case, context) else None
    return () if found is None else (found,)


def _is_reckoned(case: Case, context: Context) -> bool:
    fields = case.fact.fields
    return "says" in fields and fields.get("counts") not in context.vocabulary.aside
