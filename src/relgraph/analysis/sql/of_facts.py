"""The tables of what is said: facts, who stands at their ends, what they cite, and the numbers in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.plain import plain_value
from relgraph.analysis.sql.of_actors import country_of
from relgraph.analysis.sql.table import Table, columns, joined
from relgraph.analysis.telling import sources
from relgraph.checks.refused import borne_out, is_refused
from relgraph.facts.days import days_of_when
from relgraph.facts.figures import Figure
from relgraph.facts.records import AGAINST
from relgraph.facts.weight import weighed
from relgraph.facts.witnesses import instead, publishers
from relgraph.graph.lines import origin_of
from relgraph.reading.place import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.sql.table import Matter, Row
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date

FACT_COLUMNS = columns(
    "id: its id",
    "kind: kind of relation, such as partnership or mission",
    "type: narrower kind, such as embassy",
    "says: the sentence of the fact, without its dates",
    "name: name of a fact that is a node, such as an agreement",
    "tier: rung of a partnership, or label beside the ladder",
    "ladder: ladder that the tier is on",
    "rung INTEGER: height of the tier on its ladder from 1, 0 for none",
    "status: where it stands in the world, such as intended, signed, in-force or ended",
    "effect: what that means: planned, agreed, current, occurred or ended",
    "origin: stated, derived by a rule, or machine-read",
    "rule: the rule that gives it",
    "premises: ids of what it follows from",
    "holds: whether it is so in the world, on the day asked for: yes, maybe or no",
    "superseded: whether a later tier has replaced it: yes, maybe or no",
    "denied INTEGER: 1 if its source says that it is not so",
    "disputed INTEGER: 1 if it is in dispute",
    "withdrawn INTEGER: 1 if the curator has taken it back",
    "inferred INTEGER: 1 if it is the curator's inference",
    "refused INTEGER: 1 if check refuses it",
    "happened: day on which it happened, or was counted, as written",
    "since: day from which it held, as written",
    "until: day until which it held, as written",
    "seen: day on which a source says that it held, as written",
    "date_start: first day on which it may hold, YYYY-MM-DD",
    "date_end: last day on which it may hold, YYYY-MM-DD",
    "date_precision: how near the dates are known",
    "per: ids of those who say so",
    "figures: the numbers in it, each by its field",
    "details: what else it tells, each by its field",
    "note: the curator's note",
    "sources: source and paragraph of each citation",
    "publishers INTEGER: how many publishers bear it by themselves",
    "but: what other sources say instead",
    "file: file in which it is written",
    "line INTEGER: its line there",
)


def _facts(matter: Matter) -> Iterator[Row]:
    return (_fact(matter.dataset, held) for held in matter.facts)


def _fact(dataset: Dataset, held: Held) -> Row:
    fact, alike = held.fact, dataset.alike
    when, derivation, likeness = fact.when, fact.derivation, alike.likeness(fact)
    days, ladder = days_of_when(when), likeness.ladder
    figures, details = _figures_and_details(fact) if fact.fields else (None, None)
    return (
        *(fact.id, fact.kind, fact.type, alike.sentence(fact), fact.name, fact.tier),
        *(ladder.id if ladder else None, likeness.height),
        *(fact.status, dataset.vocabulary.effect(fact.status).value),
        origin_of(fact),
        *((derivation.rule, joined(derivation.premises)) if derivation else (None, None)),
        *(held.holds.value, held.superseded.value),
        *(int(fact.stance == AGAINST), int(fact.disputed), int(fact.withdrawn is not None)),
        *(int(fact.is_inferred), int(is_refused(dataset, fact))),
        *(_text(fact.happened), _text(when.since), _text(when.until), _text(when.seen)),
        *(days.start or None, days.end or None, days.precision or None),
        joined(fact.per) if fact.per else None,
        *(figures, details, fact.note, sources(dataset, fact) or None),
        *(len(publishers(dataset, fact)), joined(instead(dataset, fact))),
        *((dataset.file_of(fact) or None, fact.place.line or None) if fact.place is not NOWHERE else (None, None)),
    )


def _text(day: Date | None) -> str | None:
    return day.text if day is not None else None


def _figures_and_details(fact: Fact) -> tuple[str | None, str | None]:
    """The numbers in a fact, and what else its own fields tell, each by its field."""
    told = list(_told(fact))
    figures = joined(f"{name}: {value}" for name, value in told if isinstance(value, Figure))
    return figures, joined(f"{name}: {_detail(value)}" for name, value in told if not isinstance(value, Figure))


def _detail(value: object) -> str:
    """What a field says that is no figure; several values are parted by commas."""
    plain = plain_value(value)
    return ", ".join(map(str, plain)) if isinstance(plain, list) else str(plain)


def _told(fact: Fact) -> Iterator[tuple[str, object]]:
    """The fields of a fact that say something."""
    return ((name, value) for name, value in fact.fields.items() if value is not None)


END_COLUMNS = columns(
    "fact: id of the fact",
    "position INTEGER: which of its ends, from 1",
    "role: role in which one stands there, such as host",
    "id: id of who or what stands there: an actor, or a fact that is a node",
    "name: its name",
    "kind: kind of actor, or of fact",
    "country: id of the country that it is or belongs to",
    "every INTEGER: 1 if a group stands there for each of its members",
    "capital INTEGER: 1 if a city was given as a capital, or a country by it",
)


def _ends(matter: Matter) -> Iterator[Row]:
    known: dict[str, Row] = {}
    for held in matter.facts:
        for number, end in enumerate(held.fact.ends, start=1):
            about = known.get(end.id) or known.setdefault(end.id, _about(matter.dataset, end.id))
            yield (held.fact.id, number, end.role, *about, int(end.every), int(end.capital))


def _about(dataset: Dataset, one: str) -> Row:
    """What there is to say of who or what stands at an end, whatever fact that is of."""
    actor, fact = dataset.actors.get(one), dataset.by_id.get(one)
    kind = actor.kind if actor else fact.kind if fact else None
    return one, dataset.names.label(one), kind, country_of(dataset, one)


CITATION_COLUMNS = columns(
    "fact: id of the fact",
    "position INTEGER: which of its citations, from 1, those that carry it first",
    "source: id of the source",
    "paragraph INTEGER: number of the paragraph, from 1; of a table, of the row",
    "terms: the words in it that carry the fact",
    "inferred INTEGER: 1 if the curator concludes from it what it does not say",
    "verified: how far it was verified: text, index, table or cited",
    "row: key of the row, where the source is a table",
)


def _citations(matter: Matter) -> Iterator[Row]:
    dataset = matter.dataset
    for held in matter.facts:
        for number, one in enumerate(weighed(dataset, held.fact), start=1):
            citation = one.citation
            cited = (citation.source, citation.paragraph, joined(citation.terms))
            state = borne_out(dataset, held.fact, citation)
            yield (held.fact.id, number, *cited, int(citation.inferred), state, citation.row or None)


FIGURE_COLUMNS = columns(
    "fact: id of the fact",
    "field: field that it stands in, such as value",
    "text: the figure as the source gives it",
    "value REAL: its value in units of one",
    "unit: what is counted or measured",
    "bound: what limits it, such as more than or about",
    "currency: codes of the currencies that the unit may mean",
)


def _figures(matter: Matter) -> Iterator[Row]:
    for held in matter.facts:
        for name, value in _told(held.fact):
            if isinstance(value, Figure):
                about = (value.unit, value.bound, joined(sorted(value.currency)))
                yield (held.fact.id, name, value.text, value.value, *about)


FACTS = Table("facts", "a fact, stated or derived, of whatever status", FACT_COLUMNS, _facts)
ENDS = Table("ends", "who or what stands at an end of a fact", END_COLUMNS, _ends, ("fact", "id"))
CITATIONS = Table("citations", "a paragraph that a fact cites", CITATION_COLUMNS, _citations, ("fact",))
FIGURES = Table("figures", "a number in a fact", FIGURE_COLUMNS, _figures, ("fact",))
