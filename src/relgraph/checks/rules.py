"""All rules: those of single facts, and those of the dataset as a whole, each in one tuple.

A new one is a function in a module of its subject and a line here, or in `fact_rules`.
"""

from __future__ import annotations

from relgraph.checks import across, actors, coverage, cycles, evidence, lives, machine_read, repeats, tiers
from relgraph.checks.fact_rules import FACT_RULES
from relgraph.checks.rule import NOTE, Rule, WholeRule

WHOLE_RULES: tuple[WholeRule, ...] = (
    WholeRule(
        "vocabulary-evidence",
        "What ladders and comparisons cite stands in the paragraph that is cited for it.",
        evidence.vocabulary_borne_out,
    ),
    WholeRule("corroborated", "What two sources say alike is said so.", across.agreements, NOTE),
    WholeRule("sources-differ", "Sources that differ are set side by side.", across.conflicts, NOTE),
    WholeRule("id-twice", "Every id is there once.", repeats.ids_unique),
    WholeRule("fact-twice", "A source is not made to say the same twice.", repeats.facts_once),
    WholeRule("node-twice", "What two sources tell of is one node, or told apart.", repeats.nodes_once, NOTE),
    WholeRule("text-twice", "No two sources are one text.", repeats.texts_once, NOTE),
    WholeRule("life", "Nobody takes part in anything before it began or after it ended.", lives.within_lives),
    WholeRule("life-over", "What has ended with one of its ends says when.", lives.ended_with_lives, NOTE),
    WholeRule("ladder-owner", "The owner of a ladder is known.", tiers.ladders_owned),
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
    WholeRule("coverage", "What a source covers, or was searched for, is known by name.", coverage.covering_known),
    WholeRule("index", "A card's word index is that of its text.", coverage.index_true),
    WholeRule("source-unreadable", "A source has a text or a word index.", coverage.sources_readable, NOTE),
    WholeRule("ties", "A file of machine-read ties can be read by its mapping.", machine_read.ties_there),
    WholeRule("machine-read", "Of machine-read ties it is said what is taken.", machine_read.ties_told, NOTE),
    WholeRule("nothing-checked", "At least one citation was checked.", coverage.something_checked),
)

RULES: tuple[Rule, ...] = (*FACT_RULES, *WHOLE_RULES)

READING = {
    "actor-differs": "Datasets say the same of one actor.",
    "card": "A source card has the fields of a card.",
    "codes-in-doubt": "Who has a code of another dataset's actor is that actor.",
    "date": "A date is written as the format has it.",
    "evidence": "A citation names a paragraph by its number.",
    "figure": "A figure is written as the format has it.",
    "id": "An id is well formed, and one actor's.",
    "kind": "A narrower kind is one that the vocabulary lists.",
    "node-differs": "Datasets say the same of a node of one id.",
    "passed-over": "What holds data is of a kind that is read.",
    "reference": "A capital that is referred to is known.",
    "rows-left-out": "Every row of a table makes a fact.",
    "shape": "Sections and fields are those that the vocabulary knows.",
    "source-differs": "Datasets say the same of one source.",
    "status": "A status is one that the kind of relation can have.",
    "table": "A table is there, and can be read by its mapping.",
    "text": "A source text can be read.",
    "text-hash": "A source text is the one that the card was made from.",
    "unmatched": "Every code and name of a table is somebody's.",
    "vocabulary": "The entries of a vocabulary fit together.",
    "yaml": "A file is YAML of the plain kind that is read here.",
}
"""What reading asks for, before any rule has its turn."""


STORIES = {
    "caption": "Each name, figure, date and tier of a story's caption is borne by the facts that its step shows.",
    "story": "A story has the fields of a story, and what it names is there.",
    "story-shown": "A step of a story shows facts.",
}
"""What is asked of the stories beside the facts, after all rules."""


def asks(name: str) -> str:
    """What the rule of that name asks for."""
    return next((rule.asks for rule in RULES if rule.name == name), None) or (READING | STORIES)[name]
