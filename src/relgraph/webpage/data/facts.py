"""Facts as the page's panel reads them: plain records of text, lists and numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from relgraph.checks.refused import borne_out, dates_resting, is_refused
from relgraph.facts.conflicts import TIER
from relgraph.facts.reconcile import reconcile, told_in_full
from relgraph.facts.records import AGAINST, TAKES_EFFECT, UNDATED
from relgraph.facts.sentences import dates, sentence, unsaid
from relgraph.facts.statuses import day_held, effect_on, status_on
from relgraph.facts.valid_time import days_away, is_undated, lasts
from relgraph.facts.weight import weighed
from relgraph.facts.witnesses import beside, publishers
from relgraph.graph.lines import REFERENCE, origin_of
from relgraph.reading.dates import Truth, day_asked
from relgraph.reading.place import NOWHERE
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.alike import Likeness
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.facts.records import Citation, End, Fact
    from relgraph.facts.weight import Weighed
    from relgraph.webpage.data.payload_types import (
        CitationRecord,
        CountRecord,
        EndRecord,
        FactRecord,
        ThenRecord,
        ToldRecord,
    )


def fact_record(dataset: Dataset, fact: Fact, says: str | None = None, count: CountRecord | None = None) -> FactRecord:
    """All that the panel tells of a fact; what it lacks is left out. `says` is its sentence, where that is known.

    `count` tells the members of a stated total. Whoever tells of many facts asks `FactRecords`.
    """
    return FactRecords(dataset).of(fact, says, count)


class FactRecords:
    """Tells facts of one dataset to the panel; what they have in common is made once, and shared by their records."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._kinds: dict[Likeness, dict[str, Any]] = {}
        self._times: dict[tuple[object, ...], dict[str, Any]] = {}
        self._cited: dict[tuple[int, bool], tuple[object, list[CitationRecord]]] = {}

    def of(self, fact: Fact, says: str | None = None, count: CountRecord | None = None) -> FactRecord:
        """The record of a fact, as `fact_record` has it."""
        dataset, likeness = self._dataset, self._dataset.alike.likeness(fact)
        refused = is_refused(dataset, fact)
        record: dict[str, Any] = {"says": says or dataset.alike.sentence(fact)}
        if fact.name:
            record["name"] = capital(fact.name)
        record |= self._kinds.get(likeness) or self._kinds.setdefault(likeness, _of_its_kind(dataset, fact, likeness))
        record["ends"] = [_end(end) if end.away else {"role": end.role, "id": end.id} for end in fact.ends]
        record |= self._of_its_time(fact, likeness)
        if refused or fact.note or not likeness.plain:
            record |= _of_its_source(fact, refused=refused)
        if fact.derivation is None or fact.fields:
            record |= _of_others(dataset, fact, count)
        if fact.derivation is not None:
            record["rule"] = fact.derivation.rule
            record["premises"] = list(fact.derivation.premises)
        if fact.evidence:
            record["evidence"] = self._evidence(fact, refused=refused)
        if fact.place is not NOWHERE:
            record |= _given({"file": dataset.file_of(fact), "line": fact.place.line})
        return cast("FactRecord", record)

    def _of_its_time(self, fact: Fact, likeness: Likeness) -> dict[str, Any]:
        """Its dates as written and in words, what they rest on, and how it was told while it held."""
        dataset, when = self._dataset, fact.when
        if fact.fields or fact.closed is not None or when.until is not None or likeness.effect is Effect.ENDED:
            return {word: date.text for word, date in when} | _dates(dataset, fact)
        written = {word: date.text for word, date in when}
        key = (fact.kind, fact.status, fact.derivation is None, *written.items())
        found = self._times.get(key)
        if found is None:
            found = self._times[key] = written | _dates(dataset, fact._replace(evidence=()))
        dated = dates_resting(dataset, fact) if fact.derivation is None and when is not UNDATED else ()
        return {**found, "dated": [str(one) for one in dated]} if dated else found

    def _evidence(self, fact: Fact, *, refused: bool) -> list[CitationRecord]:
        """What it cites; what follows from a fact cites the same, and is told the same."""
        if len(fact.evidence) > 1 or fact.also:
            return [_citation(self._dataset, fact, one) for one in weighed(self._dataset, fact)]
        key = (id(fact.evidence), refused)
        known = self._cited.get(key)
        if known is None:
            told = [_citation(self._dataset, fact, one) for one in weighed(self._dataset, fact)]
            known = self._cited[key] = (fact.evidence, told)
        return known[1]


def _of_its_kind(dataset: Dataset, fact: Fact, likeness: Likeness) -> dict[str, Any]:
    """What it is, and what that means."""
    effect, ladder = dataset.vocabulary.effect(fact.status).value, likeness.ladder
    what = {"kind": fact.kind, "type": fact.type, "tier": fact.tier, "ladder": ladder.id if ladder else None}
    return _given({**what, "status": fact.status, "effect": effect, "origin": origin_of(fact)})


def _given(record: Mapping[str, Any]) -> dict[str, Any]:
    """What there is to tell."""
    return {name: value for name, value in record.items() if value}


def _dates(dataset: Dataset, fact: Fact) -> dict[str, Any]:
    """The dates in words, what they rest on, and what they say of whether it still held."""
    counted, lasting = fact.happened if fact.when.on is None else None, lasts(fact, dataset.library)
    return _given(
        {
            "dates": dates(dataset, fact),
            "dated": [str(one) for one in dates_resting(dataset, fact)] if fact.evidence else None,
            "then": _then(dataset, fact),
            "told": list(_told_by_day(dataset, fact)) if fact.closed is not None else None,
            "undated": fact.derivation is None and is_undated(fact, dataset.vocabulary),
            "lasts": None if lasting is Truth.YES else lasting.value,
            "counted": counted.text if counted else None,
            "effective": fact.effective.text if fact.effective and TAKES_EFFECT in fact.fields else None,
            "closed_by": list(fact.closed.premises) if fact.closed is not None else None,
        }
    )


def _of_its_source(fact: Fact, *, refused: bool) -> dict[str, Any]:
    """Who says so, and how far the record stands."""
    inferred = fact.is_inferred
    record = {"per": list(fact.per), "note": fact.note, "stance": fact.stance, "disputed": fact.disputed}
    return _given({**record, "inferred": inferred, "refused": refused})


def _of_others(dataset: Dataset, fact: Fact, count: CountRecord | None) -> dict[str, Any]:
    """What other records and sources have to do with it, and what its sentence leaves out."""
    kind = dataset.vocabulary.relations[fact.kind]
    return _given(
        {
            "count": count,
            "beside": beside(dataset, fact),
            "publishers": len(publishers(dataset, fact)),
            "rivals": [one.other.id for one in dataset.conflicts.get(fact.id, ()) if one.what == TIER],
            "unsaid": None if kind.is_total or not fact.fields else unsaid(dataset, fact),
        }
    )


def _then(dataset: Dataset, fact: Fact) -> ThenRecord | None:
    """How a fact that is over was told while it held; None for what is not over."""
    day = day_held(dataset, fact)
    if day is None:
        return None
    effect = effect_on(dataset, fact, day).value
    return {"says": sentence(dataset, fact, day), "status": status_on(dataset, fact, day), "effect": effect}


def _end(end: End) -> EndRecord:
    """Who stands at an end, and when it was away."""
    found: EndRecord = {"role": end.role, "id": end.id}
    return {**found, "away": [[str(day or "") for day in one] for one in end.away]} if end.away else found


def _told_by_day(dataset: Dataset, fact: Fact) -> Iterator[ToldRecord]:
    """How a fact that some left and came back to was told, each from a day on; the first holds before that day too."""
    turns = {turn for end in fact.ends for day in days_away(end) for turn in (day.first, day.last, day.last + 1)}
    days = sorted(day for day in turns if 0 < day <= date.max.toordinal())
    before = None
    for day in [day - 1 for day in days[:1] if day > 1] + days:
        says = sentence(dataset, fact, day_asked(date.fromordinal(day).isoformat()))
        if says != before:
            yield {"day": day, "says": says}
        before = says


def count_records(dataset: Dataset, facts: Iterable[Fact]) -> dict[str, CountRecord]:
    """For the id of each stated total that gives a number, its members, and how many are missing.

    Raises TooManyMembersError where all of them have more members than anybody reads.
    """
    kinds = dataset.vocabulary.relations
    stated = (fact for fact in facts if "says" in fact.fields and kinds[fact.kind].is_total)
    totals = (reconcile(dataset, fact) for fact in stated)
    return {found.fact.id: _count_record(found) for found in told_in_full(totals)}


def _count_record(found: Reconciliation) -> CountRecord:
    return {
        "says": str(found.fact.fields["says"]),
        "counts": found.fact.fields.get("counts"),
        "named": list(found.named),
        "derived": list(found.derived),
        "unnamed": found.unnamed,
        "exact": found.exact,
    }


def capital(name: str) -> str:
    """Begin a name with a capital: it stands at the head of a line or beside a node."""
    return name[:1].upper() + name[1:]


def reference_record(attributes: Mapping[str, Any], source: str, target: str) -> FactRecord:
    """What is told of an edge that no fact stands behind: the files of actors say so."""
    return {
        "says": attributes["label"],
        "kind": attributes["relation"],
        "status": attributes["status"],
        "effect": attributes["effect"],
        "origin": REFERENCE,
        "ends": [{"role": "part", "id": source}, {"role": "of", "id": target}],
    }


def told(dataset: Dataset, drawn: Iterable[str]) -> list[Fact]:
    """The facts that the page tells of: those drawn, what they rest on, and those that cannot be drawn.

    The last are figures, and facts that a source denies or that are in dispute: the panel lists them, marked.
    """
    known, figures = dataset.by_id, {kind.id for kind in dataset.vocabulary.relations.values() if kind.is_figure}
    wanted = known.keys() & set(drawn)
    for fact in dataset.all_facts:
        if (fact.disputed or fact.stance == AGAINST or fact.kind in figures) and fact.withdrawn is None:
            wanted.add(fact.id)
    waiting = sorted(wanted)
    while waiting:
        derivation = known[waiting.pop()].derivation
        fresh = [one for one in derivation.premises if one in known and one not in wanted] if derivation else []
        wanted.update(fresh)
        waiting += fresh
    return [known[one] for one in sorted(wanted)]


def _columns(dataset: Dataset, citation: Citation) -> list[str]:
    """What cells of a row give, each with the number of its column, where the card knows that."""
    card = dataset.library.cards.get(citation.source)
    numbers = card.table.columns if card is not None and card.table is not None else {}
    return [f"{name} {numbers[column]}" for name, column in citation.columns if column in numbers]


def _citation(dataset: Dataset, fact: Fact, one: Weighed) -> CitationRecord:
    citation = one.citation
    found: CitationRecord = {
        "source": citation.source,
        "paragraph": citation.paragraph,
        "terms": list(citation.terms),
        "verified": borne_out(dataset, fact, citation),
    }
    if citation.row:
        found["row"] = citation.row
        found["paragraph"] = citation.row_number
        if citation.row_number and (columns := _columns(dataset, citation)):
            found["columns"] = columns
    if one.purpose:
        found["minor"] = one.purpose
    if citation.inferred:
        found["inferred"] = True
    return found
