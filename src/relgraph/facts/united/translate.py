"""Records of one dataset with the ids that they have among several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.facts.shipped import named_in_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.records import Actor, Citation, Fact
    from relgraph.sources.card import Card
    from relgraph.sources.coverage import Coverage
    from relgraph.vocabulary.model import Vocabulary


def fact_of(fact: Fact, ids: Mapping[str, str], sources: Mapping[str, str], vocabulary: Vocabulary) -> Fact:
    """A fact; the same record where nothing in it is called otherwise."""
    told: dict[str, Any] = {}
    if ids[fact.id] != fact.id:
        told["id"] = ids[fact.id]
    if any(ids[end.id] != end.id for end in fact.ends):
        told["ends"] = tuple([end._replace(id=ids[end.id]) for end in fact.ends])
    if any(ids[one] != one for one in fact.per):
        told["per"] = tuple([ids[one] for one in fact.per])
    if any(sources[one.source] != one.source for one in fact.evidence):
        told["evidence"] = tuple([citation_of(one, sources) for one in fact.evidence])
    if fact.fields:
        fields = _fields(fact, ids, vocabulary)
        if fields != fact.fields:
            told["fields"] = fields
    return fact._replace(**told) if told else fact


def named_in(fact: Fact, vocabulary: Vocabulary) -> Iterator[str]:
    """Every id that a fact names."""
    yield from (end.id for end in fact.ends)
    yield from fact.per
    yield from named_in_fields(fact, vocabulary.relations[fact.kind])


def _fields(fact: Fact, ids: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, Any]:
    types = vocabulary.relations[fact.kind].fields
    return {name: _field(value, types[name], ids) for name, value in fact.fields.items()}


def _field(value: Any, type_: str, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a field may hold
    if type_ == "ids":
        return tuple([ids[one] for one in value])
    if type_ == "parts":
        return tuple([{**part, "of": ids[part["of"]] if part["of"] else part["of"]} for part in value])
    return value


def citation_of(citation: Citation, sources: Mapping[str, str]) -> Citation:
    """A citation."""
    return citation._replace(source=sources[citation.source])


def actor_of(actor: Actor, ids: Mapping[str, str]) -> Actor:
    """An actor, with those whom it names."""

    def called(one: str | None) -> str | None:
        return ids[one] if one else one

    return actor._replace(
        id=ids[actor.id],
        part_of=called(actor.part_of),
        capital=called(actor.capital),
        seat=called(actor.seat),
        members=tuple([ids[one] for one in actor.members]),
        follows=tuple([ids[one] for one in actor.follows]),
    )


def card_of(card: Card, source: str, ids: Mapping[str, str]) -> Card:
    """A card, by the id of its source."""
    searches = tuple([one._replace(between=tuple([ids[each] for each in one.between])) for one in card.looked_for])
    return card._replace(id=source, coverage=coverage_of(card.coverage, ids), looked_for=searches)


def coverage_of(coverage: Coverage | None, ids: Mapping[str, str]) -> Coverage | None:
    """What a source leaves nothing out of, among whom."""
    return coverage._replace(actors=tuple([ids[one] for one in coverage.actors])) if coverage is not None else None


def vocabulary_of(vocabulary: Vocabulary, ids: Mapping[str, str], sources: Mapping[str, str]) -> Vocabulary:
    """A vocabulary, with the owners of its ladders and the sources that it cites."""
    ladders = {
        name: ladder._replace(owners=tuple([ids[one] for one in ladder.owners])) if ladder.owners else ladder
        for name, ladder in vocabulary.ladders.items()
    }
    cited = tuple([one._replace(source=sources[one.source]) for one in vocabulary.cited])
    return vocabulary._replace(ladders=ladders, cited=cited)
