"""The rules that look at one fact at a time, with the paragraphs that it cites: answers ask them before they tell one.

A new one is a function in a module of its subject and a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks import (
    counts,
    dates,
    dates_named,
    ends,
    evidence,
    figures,
    mentions,
    references,
    rows,
    statuses,
    tiers,
)
from relgraph.checks.rule import ERROR, NOTE, FactRule, breach
from relgraph.checks.traits import Traits, traits_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Context
    from relgraph.facts.records import Fact
    from relgraph.reading.place import Problem

FACT_RULES: tuple[FactRule, ...] = (
    FactRule("evidence-missing", "A fact cites something.", evidence.evidence_given, needs="uncited"),
    FactRule("card-missing", "A source that is cited has a card.", evidence.card_there, needs="unread"),
    FactRule("paragraph", "A paragraph that is cited exists.", evidence.paragraph_there, needs="unread"),
    FactRule(
        "terms-missing", "A citation names the terms that carry the fact.", evidence.terms_given, needs="termless"
    ),
    FactRule("term-length", "A term has at most six words.", evidence.terms_short),
    FactRule("term", "Each term stands in the paragraph that is cited for it.", evidence.terms_stand),
    FactRule(
        "row",
        "A row that is cited is there, and its columns say what the fact says.",
        rows.row_borne_out,
        needs="unread",
    ),
    FactRule("mention", "Every end of a fact is named in the cited paragraphs.", mentions.ends_named),
    FactRule("mention-unsure", "A word index leaves no doubt who is named.", mentions.ends_told_apart, NOTE),
    FactRule(
        "figure-named",
        "Every figure of a fact is given in the cited paragraphs.",
        figures.figures_named,
        regards=figures.counts_or_measures,
        needs="fields",
    ),
    FactRule(
        "figure-in-date",
        "A figure stands in a cited paragraph otherwise than as the day or year of a date.",
        figures.figures_not_of_dates,
        NOTE,
        figures.counts_or_measures,
        "fields",
    ),
    FactRule(
        "date-named", "Every date of a fact is given in the cited paragraphs.", dates_named.dates_named, needs="dated"
    ),
    FactRule("calendar", "A date is of the common calendar.", dates_named.of_common_calendar, NOTE, needs="dated"),
    FactRule("end-missing", "Somebody stands at every end that is not optional.", ends.ends_there, needs="misplaced"),
    FactRule("end-unknown", "Every end is an actor or a node.", ends.ends_known, needs="misplaced"),
    FactRule("end-kind", "What stands at an end is of a kind that may stand there.", ends.ends_fit, needs="misplaced"),
    FactRule("end-twice", "Ends that must differ do.", ends.ends_distinct, needs="misplaced"),
    FactRule("per", "Whoever says so is an actor.", references.speakers_known, needs="per"),
    FactRule(
        "field",
        "Ids and kinds in a fact's own fields are known.",
        references.fields_known,
        regards=references.refers,
        needs="fields",
    ),
    FactRule("date-order", "Dates come in order.", dates.dates_ordered, needs="lasting"),
    FactRule(
        "withdrawn", "A fact is taken back after its source was published.", dates.withdrawn_after, needs="withdrawn"
    ),
    FactRule(
        "over", "What had ended when its sources were published says so.", dates.over_by_then, NOTE, needs="lasting"
    ),
    FactRule("not-yet", "What is so had begun when its sources were published.", dates.not_yet, NOTE, needs="dated"),
    FactRule(
        "status-words", "No word of the cited paragraphs speaks against the status.", statuses.status_borne_out, NOTE
    ),
    FactRule(
        "despite", "A word listed under despite stands in its paragraph.", statuses.despite_stands, needs="despite"
    ),
    FactRule(
        "tier", "A tier is on a ladder of one of the ends.", tiers.tier_known, regards=tiers.ranks, needs="unowned"
    ),
    FactRule(
        "tier-owner",
        "A tier is not on the general ladder where an owner of one that has it is named.",
        tiers.tier_not_owned,
        regards=tiers.ranks,
        needs="unowned",
    ),
    FactRule(
        "tier-said",
        "Where cited paragraphs name a tier of its ladder, they name that of the fact.",
        tiers.tier_said,
        NOTE,
        tiers.ranks,
        "tier",
    ),
    FactRule(
        "tier-missing",
        "Where an end ranks its partnerships, the rank is given.",
        tiers.tier_given,
        NOTE,
        tiers.ranks,
        "untiered",
    ),
    FactRule("count", "A count says how many of what.", counts.count_told, regards=counts.is_count),
    FactRule(
        "count-exceeded", "No more are named than a count states.", counts.count_not_exceeded, regards=counts.is_count
    ),
    FactRule("count-unnamed", "Every member of a stated count is named.", counts.count_filled, NOTE, counts.is_count),
)


def check_fact(fact: Fact, context: Context) -> list[Problem]:
    """Hold one fact against every rule that looks at facts one by one."""
    case = context.case(fact)
    found: list[Problem] = []
    for rule in context.once(_RulesFor)[fact.kind, traits_of(case, context)]:
        for finding in rule.finds(case, context):
            found.append(breach(rule, finding))  # noqa: PERF401 - most rules find nothing: a list for each costs more
    return found


def errors_of(fact: Fact, context: Context) -> Iterator[Problem]:
    """The errors that one fact breaks a rule by; what is only noted is not looked for."""
    case = context.case(fact)
    for rule in context.once(_ErrorRulesFor)[fact.kind, traits_of(case, context)]:
        for finding in rule.finds(case, context):
            yield breach(rule, finding)


class _RulesFor(dict[tuple[str, Traits], tuple[FactRule, ...]]):
    """The rules that facts of a kind and some traits can break, found out when the first such fact is met."""

    among = FACT_RULES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._kinds = context.vocabulary.relations

    def __missing__(self, which: tuple[str, Traits]) -> tuple[FactRule, ...]:
        kind, traits = self._kinds[which[0]], which[1]
        met = (rule for rule in self.among if rule.needs is None or getattr(traits, rule.needs))
        found = self[which] = tuple(rule for rule in met if rule.regards(kind))
        return found


class _ErrorRulesFor(_RulesFor):
    """The same of rules whose breach is an error."""

    among = tuple(rule for rule in FACT_RULES if rule.severity == ERROR)
