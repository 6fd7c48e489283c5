"""All rules, in one tuple. A new rule is a function in a module of its subject and a line here."""

from __future__ import annotations

from relgraph.checks import (
    across,
    actors,
    counts,
    coverage,
    cycles,
    dates,
    dates_named,
    ends,
    evidence,
    figures,
    lives,
    mentions,
    references,
    repeats,
    statuses,
    tiers,
)
from relgraph.checks.rule import NOTE, FactRule, Rule, WholeRule

RULES: tuple[Rule, ...] = (
    FactRule("evidence-missing", "A fact cites something.", evidence.evidence_given),
    FactRule("card-missing", "A source that is cited has a card.", evidence.card_there),
    FactRule("paragraph", "A paragraph that is cited exists.", evidence.paragraph_there),
    FactRule("terms-missing", "A citation names the terms that carry the fact.", evidence.terms_given),
    FactRule("term-length", "A term has at most six words.", evidence.terms_short),
    FactRule("term", "Each term stands in the paragraph that is cited for it.", evidence.terms_stand),
    FactRule("mention", "Every end of a fact is named in the cited paragraphs.", mentions.ends_named),
    FactRule("mention-unsure", "A word index leaves no doubt who is named.", mentions.ends_told_apart, NOTE),
    FactRule(
        "figure-named",
        "Every figure of a fact is given in the cited paragraphs.",
        figures.figures_named,
        regards=figures.counts_or_measures,
    ),
    FactRule("date-named", "Every date of a fact is given in the cited paragraphs.", dates_named.dates_named),
    FactRule("calendar", "A date is of the common calendar.", dates_named.of_common_calendar, NOTE),
    FactRule("end-missing", "Somebody stands at every end that is not optional.", ends.ends_there),
    FactRule("end-unknown", "Every end is an actor or a node.", ends.ends_known),
    FactRule("end-kind", "What stands at an end is of a kind that may stand there.", ends.ends_fit),
    FactRule("end-twice", "Ends that must differ do.", ends.ends_distinct),
    FactRule("per", "Whoever says so is an actor.", references.speakers_known),
    FactRule(
        "field", "Ids and kinds in a fact's own fields are known.", references.fields_known, regards=references.refers
    ),
    FactRule("date-order", "Dates come in order.", dates.dates_ordered),
    FactRule("withdrawn", "A fact is taken back after its source was published.", dates.withdrawn_after),
    FactRule("over", "What had ended when its sources were published says so.", dates.over_by_then, NOTE),
    FactRule("not-yet", "What is so had begun when its sources were published.", dates.not_yet, NOTE),
    FactRule(
        "status-words", "No word of the cited paragraphs speaks against the status.", statuses.status_borne_out, NOTE
    ),
    FactRule("despite", "A word listed under despite stands in its paragraph.", statuses.despite_stands),
    FactRule("tier", "A tier is on a ladder of one of the ends.", tiers.tier_known, regards=tiers.ranks),
    FactRule(
        "tier-missing", "Where an end ranks its partnerships, the rank is given.", tiers.tier_given, NOTE, tiers.ranks
    ),
    FactRule("count", "A count says how many of what.", counts.count_told, regards=counts.is_count),
    FactRule(
        "count-exceeded", "No more are named than a count states.", counts.count_not_exceeded, regards=counts.is_count
    ),
    FactRule("count-unnamed", "Every member of a stated count is named.", counts.count_filled, NOTE, counts.is_count),
    WholeRule(
        "vocabulary-evidence",
        "What ladders and comparisons cite stands in the paragraph that is cited for it.",
        evidence.vocabulary_borne_out,
    ),
    WholeRule("corroborated", "What two sources say alike is said so.", across.agreements, NOTE),
    WholeRule("sources-differ", "Sources that differ are set side by side.", across.conflicts, NOTE),
    WholeRule("id-twice", "Every id is there once.", repeats.ids_unique),
    WholeRule("fact-twice", "A source is not made to say the same twice.", repeats.facts_once),
    WholeRule("life", "Nobody takes part in anything before it began or after it ended.", lives.within_lives),
    WholeRule("life-over", "What has ended with one of its ends says when.", lives.ended_with_lives, NOTE),
    WholeRule("tier-clash", "A pair stands on one rung of a ladder at a time.", tiers.tiers_clash),
    WholeRule("tier-order", "Of two rungs it can be told which came later.", tiers.tiers_unordered, NOTE),
    WholeRule("actor", "What an actor refers to is there and of the right kind.", actors.actors_refer),
    WholeRule("basis", "A group says where its membership is laid down.", actors.groups_based, NOTE),
    WholeRule("code", "A country code is two capitals, and one country's.", actors.codes_valid),
    WholeRule("code-known", "A country code is one of ISO 3166-1.", actors.codes_known, NOTE),
    WholeRule("code-owner", "A country code is that of the country.", actors.codes_own),
    WholeRule("name", "A name has something that can be looked for.", actors.names_say),
    WholeRule("name-shared", "No two actors share a name.", actors.names_own, NOTE),
    WholeRule("circle", "Nothing is part of itself.", cycles.parts_not_circular),
    WholeRule("group-circle", "No group is its own member.", cycles.groups_not_circular),
    WholeRule("own-premise", "No derived fact is its own premise.", cycles.rules_not_circular),
    WholeRule("paragraph-unread", "Each paragraph is cited, or explained.", coverage.paragraphs_read, NOTE),
    WholeRule("no-facts", "A paragraph that yields no fact is not cited.", coverage.no_facts_right, NOTE),
    WholeRule("no-facts-paragraph", "A paragraph under no_facts exists.", coverage.no_facts_there),
    WholeRule("covers", "The period that a source covers is given in it.", coverage.period_given),
    WholeRule("covers-paragraph", "The paragraph that gives that period is named.", coverage.period_placed, NOTE),
    WholeRule("index", "A card's word index is that of its text.", coverage.index_true),
    WholeRule("source-unreadable", "A source has a text or a word index.", coverage.sources_readable, NOTE),
    WholeRule("nothing-checked", "At least one citation was checked.", coverage.something_checked),
)

FACT_RULES: tuple[FactRule, ...] = tuple(rule for rule in RULES if isinstance(rule, FactRule))
WHOLE_RULES: tuple[WholeRule, ...] = tuple(rule for rule in RULES if isinstance(rule, WholeRule))

READING = {
    "card": "A source card has the fields of a card.",
    "date": "A date is written as the format has it.",
    "evidence": "A citation names a paragraph by its number.",
    "figure": "A figure is written as the format has it.",
    "id": "An id is well formed, and one actor's.",
    "kind": "A narrower kind is one that the vocabulary lists.",
    "passed-over": "What holds data is of a kind that is read.",
    "reference": "A capital that is referred to is known.",
    "shape": "Sections and fields are those that the vocabulary knows.",
    "status": "A status is one that the kind of relation can have.",
    "text": "A source text can be read.",
    "text-hash": "A source text is the one that the card was made from.",
    "vocabulary": "The entries of a vocabulary fit together.",
    "yaml": "A file is YAML of the plain kind that is read here.",
}
"""What reading asks for, before any rule has its turn."""


def asks(name: str) -> str:
    """What the rule of that name asks for."""
    return next((rule.asks for rule in RULES if rule.name == name), None) or READING[name]
