"""Records as plain data for JSON; `plain_types` has what programs may rely on in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from relgraph.analysis.telling import cells
from relgraph.checks.refused import borne_out, dates_resting, is_refused
from relgraph.facts.figures import Figure
from relgraph.facts.statuses import status_on
from relgraph.facts.weight import carried, weighed
from relgraph.facts.witnesses import publishers
from relgraph.reading.dates import Date, Truth

if TYPE_CHECKING:
    from relgraph.analysis.plain_types import (
        PlainAbsence,
        PlainCitation,
        PlainDated,
        PlainDerivation,
        PlainEnd,
        PlainFact,
        PlainHeld,
    )
    from relgraph.checks.dates_resting import Dated
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Citation, End, Fact
    from relgraph.graph.views import Held


def plain_fact(dataset: Dataset, fact: Fact, day: Date | None = None) -> PlainFact:
    """A fact with its ends, dates, figures and evidence; what it lacks is left out. Text and status are of the day."""
    found: dict[str, Any] = {
        "id": fact.id,
        "kind": fact.kind,
        "type": fact.type,
        "text": dataset.alike.sentence(fact, day),
        "name": fact.name,
        "ends": [plain_end(dataset, end) for end in fact.ends],
        "tier": fact.tier,
        "status": status_on(dataset, fact, day),
        **dict(fact.when),
        "dated": [_dated(one) for one in dates_resting(dataset, fact)],
        "derived": fact.derived,
        "rule": fact.derivation.rule if fact.derivation else None,
        "premises": list(fact.derivation.premises) if fact.derivation else None,
        "closed_by" if dataset.vocabulary.effect(fact.status).over else "changed_by": (
            list(fact.closed.premises) if fact.closed else None
        ),
        "corroborated": _corroborated(dataset, fact),
        "per": list(fact.per),
        "figures": {name: str(value) for name, value in fact.fields.items() if isinstance(value, Figure)},
        "details": {name: plain_value(value) for name, value in fact.fields.items() if not isinstance(value, Figure)},
        "note": fact.note,
        "stance": fact.stance,
        "disputed": fact.disputed or None,
        "withdrawn": {"on": str(fact.withdrawn.on), "why": fact.withdrawn.why} if fact.withdrawn else None,
        "inferred": fact.is_inferred or None,
        "refused": is_refused(dataset, fact) or None,
        **plain_witnesses(dataset, fact),
        "evidence": plain_evidence(dataset, fact),
        "file": dataset.file_of(fact) or None,
        "line": fact.place.line or None,
    }
    kept = ("ends", "evidence")
    told = {
        name: plain_value(value) for name, value in found.items() if name in kept or value not in (None, [], {}, ())
    }
    return cast("PlainFact", told)


def plain_evidence(dataset: Dataset, fact: Fact) -> list[PlainCitation]:
    """The citations of a fact; of one that check refuses none is verified: its words do not carry the fact."""
    return [plain_citation(dataset, one.citation, fact) for one in weighed(dataset, fact)]


def plain_witnesses(dataset: Dataset, fact: Fact) -> dict[str, Any]:
    """Records put together with a fact, the publishers that corroborate it, and what sources differ in."""
    named = publishers(dataset, fact)
    return {
        "also": list(fact.also),
        "publishers": list(named) if len(named) > 1 else [],
        "differs": [
            {"fact": one.other.id, "what": one.what, "gives": list(one.gives)}
            for one in dataset.conflicts.get(fact.id, ())
        ],
    }


def plain_held(dataset: Dataset, held: Held) -> PlainHeld:
    """A fact of a view: as `plain_fact`, whether it holds on the day asked for, and whether a later tier replaced it.

    `holds` is yes or maybe, and so is `superseded`, which is left out where nothing replaced the fact.
    """
    found = cast("PlainHeld", plain_fact(dataset, held.fact, held.day))
    found["holds"] = held.holds.value
    if held.superseded is not Truth.NO:
        found["superseded"] = held.superseded.value
    return found


def plain_end(dataset: Dataset, end: End) -> PlainEnd:
    """Who stands at an end: role, id, name and kind of actor (or of the fact that stands there)."""
    actor = dataset.actors.get(end.id)
    kind = actor.kind if actor else dataset.by_id[end.id].kind if end.id in dataset.by_id else "unknown"
    told: PlainEnd = {"role": end.role, "id": end.id, "name": dataset.names.label(end.id), "type": kind}
    if end.until is not None:
        told["until"] = end.until.text
    away: list[PlainAbsence] = [
        {"since": one.since.text, "until": one.until.text} for one in end.away if one.until is not None
    ]
    return {**told, "away": away} if away else told


def plain_citation(dataset: Dataset, citation: Citation, fact: Fact) -> PlainCitation:
    """A citation, with what its card says, how far it was verified (text, index or cited), and what it carries."""
    card = dataset.library.cards.get(citation.source)
    found = {
        "source": citation.source,
        "author": card.author if card else None,
        "file": card.file if card else None,
        "url": card.url if card else None,
        "archived": card.archived if card else None,
        "retrieved": str(card.retrieved) if card and card.retrieved else None,
        "paragraph": citation.paragraph if not citation.row else None,
        "row": citation.row or None,
        "address": citation.address or None,
        "columns": dict(citation.columns) or None,
        "cells": cells(dataset, citation) or None,
        "terms": list(citation.terms),
        "inferred": citation.inferred or None,
        "carries": list(carried(dataset, fact, citation)),
        "verified": borne_out(dataset, fact, citation),
    }
    return cast("PlainCitation", {name: value for name, value in found.items() if value is not None})


def _dated(one: Dated) -> PlainDated:
    """A date that no paragraph gives by itself, with what it rests on."""
    rests: PlainDated = {
        "field": one.field,
        "date": one.date,
        "by": one.by,
        "of": str(one.of),
        "source": one.source,
        "paragraph": one.paragraph,
    }
    return {**rests, "words": one.words} if one.words else rests


def _corroborated(dataset: Dataset, fact: Fact) -> list[PlainDerivation]:
    given = dataset.corroborations.get(fact.id, ())
    return [{"rule": one.rule, "premises": list(one.premises)} for one in given]


def plain_value(value: Any) -> Any:  # noqa: ANN401 - it turns whatever a field may hold into what JSON can
    """A date or figure as text, several values as a list, parts by their names; anything else as it is."""
    if isinstance(value, (Date, Figure)):
        return str(value)
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {name: plain_value(item) for name, item in value.items() if item is not None}
    return value
