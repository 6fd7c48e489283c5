"""What the page needs to say what it means that nothing ties two: what is covered, looked for, or ends by what."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from relgraph.analysis.silence import searched
from relgraph.facts.coverage import coverings, listed_in
from relgraph.graph.ties import path_kinds
from relgraph.graph.views import as_known
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.coverage import Covering
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.sources.coverage import Coverage, Search
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.webpage.data.payload_types import ClosingRecord, CoveredRecord, SilenceRecord, SoughtRecord


def silence_record(dataset: Dataset, view: View) -> SilenceRecord:
    """What is covered of the kinds of relation that paths walk, as the sources let in by a view say."""
    known, kinds = as_known(dataset, view), path_kinds(dataset)
    relations = known.vocabulary.relations
    record: SilenceRecord = {
        "labels": {kind: relations[kind].plural_label for kind in kinds},
        "nodes": [kind.id for kind in relations.values() if kind.is_node and kind.id in known.kinds],
    }
    covered = [_covered(known, one, kinds) for one in coverings(known, view.known) if not one.kinds.isdisjoint(kinds)]
    if covered:
        record["covered"] = covered
    sought: list[SoughtRecord] = [
        {"kind": one.kind, "told": one.told, "between": list(one.search.between), "span": _span(one.search)}
        for one in searched(known, view.known)
        if one.kind in kinds
    ]
    if sought:
        record["sought"] = sought
    off = [fact for fact in known.standing if fact.rules_off]
    if closes := {kind: some for kind in sorted(known.kinds) if (some := _closes(relations[kind], off))}:
        record["closes"] = closes
    return record


def _closes(kind: RelationKind, off: Iterable[Fact]) -> list[ClosingRecord]:
    """What ends by facts of a kind; the facts are given for which some rules are off."""
    found: list[ClosingRecord] = []
    for rule in kind.closes:
        if not rule.leaves:
            found.append({"kind": rule.kind, "kinds": list(rule.kinds)})
            if but := [fact.id for fact in off if fact.kind == kind.id and rule.id in fact.rules_off]:
                found[-1]["but"] = but
    return found


def _covered(dataset: Dataset, covering: Covering, kinds: Iterable[str]) -> CoveredRecord:
    coverage = covering.coverage
    record: CoveredRecord = {
        "told": covering.told,
        "kinds": sorted(covering.kinds & set(kinds)),
        "span": _span(coverage),
    }
    if not coverage.scheme:
        record["actors"] = list(coverage.actors)
        return record
    found = {one: listed_in(actor, coverage.scheme) for one, actor in dataset.actors.items()}
    record["coded"] = sorted(one for one, (is_coded, _) in found.items() if is_coded)
    record["listed"] = {
        one: [[_first_of(first), _first_of(last + 1) - 1] for first, last in years]
        for one, (_, years) in sorted(found.items())
        if years
    }
    return record


def _first_of(year: int) -> int:
    return (
        date(year, 1, 1).toordinal()
        if MINYEAR <= year <= MAXYEAR
        else ALWAYS_AFTER
        if year > MAXYEAR
        else ALWAYS_BEFORE
    )


def _span(limits: Coverage | Search) -> list[int]:
    """The first and the last day that certainly lie in a time; with a `?` at either side none does."""
    since, until = limits.since, limits.until
    if (since is not None and since.unsure) or (until is not None and until.unsure):
        return [ALWAYS_AFTER, ALWAYS_BEFORE]
    return [
        since.first if since is not None else ALWAYS_BEFORE,
        until.last if until is not None else ALWAYS_AFTER,
    ]
