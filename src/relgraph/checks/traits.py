"""What few facts have, without which some rules cannot be broken: most facts are spared these rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.ends import ends_suit
from relgraph.checks.tiers import on_own_ladder

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context


class Traits(NamedTuple):
    """That a rule may find something in a fact, for what it asks for.

    That nothing is cited; a citation that no paragraph at hand answers, as of a row; one without terms, or with words
    under `despite`; an end that is missing, given twice, or taken by who may not stand there; somebody who says so;
    fields of the kind's own; a tier, or none; one on no ladder of the kind's or of an end; that it was withdrawn; any
    date, and one of `until` or `seen`.
    """

    uncited: bool
    unread: bool
    termless: bool
    despite: bool
    misplaced: bool
    per: bool
    fields: bool
    tier: bool
    untiered: bool
    unowned: bool
    withdrawn: bool
    dated: bool
    lasting: bool


def traits_of(case: Case, context: Context) -> Traits:
    """The traits of a fact."""
    fact, evidence = case.fact, case.fact.evidence
    when, tier = fact.when, fact.tier
    unread, termless, despite = len(case.paragraphs) < len(evidence), False, False
    for citation in evidence:
        unread = unread or bool(citation.row)
        termless = termless or not citation.terms
        despite = despite or bool(citation.despite)
    lasting, fields = when.until is not None or when.seen is not None, bool(fact.fields)
    return Traits(
        not evidence,
        unread,
        termless,
        despite,
        not ends_suit(fact, context),
        bool(fact.per),
        fields,
        tier is not None,
        tier is None,
        tier is not None and not on_own_ladder(fact, context.vocabulary),
        fact.withdrawn is not None,
        lasting or fields or when.since is not None or when.on is not None,
        lasting,
    )
