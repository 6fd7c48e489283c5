"""Whether the words of the cited paragraphs bear the status of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.records import AGAINST
from relgraph.sources.words import words

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings


def status_borne_out(case: Case, context: Context) -> Findings:
    """No cited paragraph holds a word against the status, unless the curator has read and listed it.

    A record that denies is not held against words that deny, nor one of a suspended member against that word.
    """
    status = context.vocabulary.statuses[case.fact.status]
    if not status.beware or case.fact.stance == AGAINST:
        return
    for citation, paragraph in case.cited:
        if paragraph is not None and (doubts := paragraph.against(status)):
            weighed = {words(word) for word in (*citation.despite, case.fact.type or "")}
            for word in doubts:
                if words(word) not in weighed:
                    said = f'{paragraph} says "{word}", which speaks against {status.label}'
                    yield citation.place, f"{said}; if not of this fact, add despite: [{word}]"


def despite_stands(case: Case, context: Context) -> Findings:
    """A word listed under `despite` stands in its paragraph."""
    del context
    for citation, paragraph in case.cited:
        if paragraph is not None:
            for word in citation.despite:
                if not paragraph.says(words(word)):
                    yield (
                        citation.place,
                        f'{paragraph} does not say "{word}", listed under despite',
                    )
