"""Whether the cited paragraphs name whom the fact is about, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.paragraphs import CERTAIN, any_says
from relgraph.facts.shipped import CITY, is_shipped, shipped_capital
from relgraph.sources.words import words

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Actor, Fact
    from relgraph.reading.place import Place


def ends_named(case: Case, context: Context) -> Findings:
    """Every end, and whoever says so, is named in the union of the cited paragraphs."""
    paragraphs, kinds = case.paragraphs, context.kinds
    if not paragraphs:
        return
    ends, per = case.fact.ends, case.fact.per
    for one in (*[end.id for end in ends], *per):
        for paragraph in paragraphs:
            if paragraph.names(one):
                break
        else:
            if one in kinds and not (_is_cited_node(one, case.fact, context) or _by_city(one, case, context)):
                missing = f"the cited paragraphs never mention {_names(one, context)}"
                hint = _said_by_capital(one, case, context) or _called_otherwise(one, case, context)
                yield _place_of(one, case.fact, context), missing + hint


def _place_of(one: str, fact: Fact, context: Context) -> Place:
    """Where an end stands in its record, or whoever says so."""
    role = next((end.role for end in fact.ends if end.id == one), "per")
    return context.places.of(fact, role, one)


def ends_told_apart(case: Case, context: Context) -> Findings:
    """Where only the word index is at hand, no longer name or other word may have stood where an end is named."""
    if True not in [paragraph.by_index for paragraph in case.paragraphs]:
        return
    for end in case.fact.ends:
        for paragraph in case.paragraphs:
            other = paragraph.instead(end.id)
            if other:
                yield from _told_apart(end.id, case, context)
            if other is not None:
                break


def _told_apart(one: str, case: Case, context: Context) -> Findings:
    """What may stand instead of a name, unless another paragraph has it for certain."""
    others = [(paragraph, paragraph.instead(one)) for paragraph in case.paragraphs]
    if not any(other == CERTAIN for _, other in others):
        paragraph, other = next((paragraph, other) for paragraph, other in others if other)
        name = context.names.label(one)
        yield (
            case.fact.place,
            f'{paragraph} may say "{other}" and not name {name}; its word index cannot tell, the text can',
        )


_CAPITAL_WORDS = frozenset({"capital", "capitals"})


def _by_city(one: str, case: Case, context: Context) -> bool:
    """Whether an actor that no paragraph names is named by a city, or a capital by its country.

    {capital: country} stands for the country where "Hanoi" is said, for the city where "its capital" is. The country
    in which something takes place is named by a city of it that the fact has, by the city's entry.
    """
    ends, actors = case.fact.ends, context.dataset.actors
    actor = actors.get(one)
    if actor is None:
        return False
    if any(end.capital for end in ends if end.id == one):
        return _names_capital_of(one, case, context) or _as_capital(actor, case)
    if not any(case.kind.roles[end.role].where for end in ends if end.id == one):
        return False
    cities = [end.id for end in ends if end.id in actors and actors[end.id].part_of == one]
    return any(_is_named(city, case) for city in cities)


def _said_by_capital(one: str, case: Case, context: Context) -> str:
    """How to enter a country of which the paragraphs name the capital alone, to be put after a message."""
    city = shipped_capital(one, context.dataset.actors)
    role = next((end.role for end in case.fact.ends if end.id == one), None)
    if city is None or role is None:
        return ""
    if not _names_capital_of(one, case, context):
        return ""
    title = context.names.title(city)
    takes_city = [other.name for other in case.kind.roles.values() if "city" in other.types and other.name != role]
    is_there = case.kind.roles[role].where and bool(takes_city)
    entry = f"{takes_city[0]}: {city}" if is_there else f"{role}: {{capital: {one}}}"
    return f"; they name {title}, its capital: enter {entry}"


def _names_capital_of(one: str, case: Case, context: Context) -> bool:
    """Whether a paragraph names the capital of a country, which need not take part itself."""
    city = shipped_capital(one, context.dataset.actors)
    return city is not None and (_is_named(city, case) or any_says(case.paragraphs, [words(context.names.title(city))]))


def _called_otherwise(one: str, case: Case, context: Context) -> str:
    """How to say what a text of another language calls a capital: the names that ship are English."""
    given = any(end.id == one and (end.capital or _is_city(one, context)) for end in case.fact.ends)
    city = one if _is_city(one, context) else shipped_capital(one, context.dataset.actors)
    if not given or city is None or not is_shipped(city) or all(paragraph.is_english for paragraph in case.paragraphs):
        return ""
    title = context.names.title(city)
    return (
        f"; {title} ships by its English name alone: tell theirs in an entry, {city}: {{aliases: [...]}} under cities"
    )


def _is_city(one: str, context: Context) -> bool:
    actor = context.dataset.actors.get(one)
    return actor is not None and actor.kind == CITY


def _as_capital(city: Actor, case: Case) -> bool:
    """Whether a paragraph speaks of the capital of a city's country."""
    country = city.part_of
    return country is not None and any(
        paragraph.names(country) and not paragraph.words.isdisjoint(_CAPITAL_WORDS) for paragraph in case.paragraphs
    )


def _is_named(one: str, case: Case) -> bool:
    return any(paragraph.names(one) for paragraph in case.paragraphs)


def _is_cited_node(one: str, fact: Fact, context: Context) -> bool:
    """Whether a node that has no name is told of in a paragraph that the fact cites too."""
    node = context.stated.get(one)
    if node is None or context.names.all_of(one):
        return False
    own = {(citation.source, citation.paragraph) for citation in node.evidence}
    return any((citation.source, citation.paragraph) in own for citation in fact.evidence)


def _names(one: str, context: Context) -> str:
    """The names looked for: "United Kingdom (UK, Britain)"."""
    names = tuple(filter(None, context.names.all_of(one)))
    name, *others = names or (one, "it has no name: give it one, or cite its paragraph")
    return f"{name} ({', '.join(others)})" if others else name
