"""The facts of a view as a `networkx.MultiDiGraph`: typed, documented, and always in the same order.

Node keys are ids of actors and of facts that are nodes; edge keys are unique over the whole graph. A
symmetric relation is one edge with `symmetric` true: counted once, walkable both ways. Every attribute
is a str, int, float or bool; what is not known is left out.

Node attributes: `label`; `kind` (of actor, or of relation for a fact that is a node); `type` (narrower kind);
`iso`; `part_of`; `figures` (what numbers are said of it, each with its note); for a fact also `says` (its sentence),
`fact`, `status`, `effect`, `origin`, `certainty`, `per`, `note`, `inferred`, `refused`, `but`, `sources`, `urls`,
`publishers` (a text, since an actor has none) and dates.

Edge attributes: `relation` (kind of relation), `label` (a short phrase), `role` (for an edge between an actor and a
fact that is a node: the actor's role there), `ends` (of a tie: everybody who stands at an end of its record, by role:
"visitor: ruto; host: vietnam; place: hanoi"), `type`, `tier` and `rung` (its height on its ladder from 1, 0 for
none), `status`, `effect` (planned, agreed, current, occurred, ended), `origin` (stated, derived, machine-read where
that was asked for, or reference: what the files of actors say of who belongs to whom), `certainty` (yes or maybe, on
the day asked for), `symmetric`, the dates `on`, `since`, `until`, `seen` as written, `fact` (id), `figures`, `per`
(who says so), `note`, `inferred` (yes, by the curator), `refused` (yes, by check), `but` (what other sources say
instead), `sources`, `urls` (where those are kept), `publishers` (how many of them bear it by themselves), `rule`,
`superseded` (yes or maybe, where a later tier replaced it), `strength` (more is closer: 1 plus the rung; of a
machine-read tie the count that is its weight) and `distance` (1 / strength).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.refused import REFUSED, is_refused
from relgraph.facts.figures import Figure
from relgraph.facts.machine_read.weight import strength_of
from relgraph.facts.statuses import status_on
from relgraph.facts.titles import called, titled
from relgraph.facts.weight import weighed
from relgraph.facts.witnesses import beside, instead, publishers
from relgraph.graph.lines import BELONGS, REFERENCE, effect_in, left_by, lines_of, origin_of
from relgraph.graph.views import EVERYTHING
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from typing import TypeAlias

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Actor, End, Fact
    from relgraph.graph.lines import Line, Lines
    from relgraph.graph.views import Held, View
    from relgraph.vocabulary.kinds import RelationKind

    Attributes: TypeAlias = dict[str, str | int | float | bool]


def build_graph(dataset: Dataset, view: View = EVERYTHING, *, isolates: bool = True) -> nx.MultiDiGraph[str]:
    """Build the graph of a view; by default of all facts, planned and ended ones marked as such.

    Every actor of the dataset is a node; without `isolates`, those alone that a fact of the view touches, and what
    these belong to. The same facts give the same graph, order included.
    """
    with paused_collector():
        return graph_of(dataset, lines_of(dataset, view, isolates=isolates))


def graph_of(dataset: Dataset, drawn: Lines) -> nx.MultiDiGraph[str]:
    """The graph of the nodes and lines of a view."""
    import networkx as nx

    common, figures = _Common(dataset), _figures(drawn.held, dataset)
    about = {id(one): common.of(one) for one in drawn.held}
    names = {one: called(dataset, found.fact, found.day) for one, found in drawn.facts.items()}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in drawn.nodes:
        if node in dataset.actors:
            graph.add_node(node, **_actor_node(dataset.actors[node], figures))
        else:
            one = drawn.facts[node]
            told = about[id(one)]
            graph.add_node(node, **{**_of_node(one, dataset), **told, **_numbers(one.fact, told, figures)})
    for line in drawn.lines:
        told = _of_line(line, about.get(id(line.held), {}), names.get(line.target, ""), dataset)
        graph.add_edge(line.source, line.target, key=line.key, **told)
    return graph


def _kind(fact: Fact, dataset: Dataset) -> RelationKind:
    return dataset.vocabulary.relations[fact.kind]


def _figures(held: list[Held], dataset: Dataset) -> dict[str, list[str]]:
    """What numbers are said of whom: a figure is an attribute of the node it is said of."""
    figures: dict[str, list[str]] = {}
    for one in held:
        if _kind(one.fact, dataset).is_figure and one.fact.ends:
            told = dataset.alike.sentence(one.fact, one.day)
            subject = dataset.names.inside(one.fact.ends[0].id)
            if told[: len(subject)].casefold() == subject.casefold():  # an article may have got a capital
                told = told[len(subject) :].lstrip(":, ")
            note = "".join(f" ({one_more})" for one_more in (one.fact.note, *beside(dataset, one.fact)) if one_more)
            refused = f" [{REFUSED}]" if is_refused(dataset, one.fact) else ""
            figures.setdefault(one.fact.ends[0].id, []).append(told + note + refused)
    return figures


def _actor_node(actor: Actor, figures: dict[str, list[str]]) -> Attributes:
    told = "; ".join(figures.get(actor.id, ()))
    found = {"label": actor.name, "kind": actor.kind, "iso": actor.iso, "part_of": actor.part_of, "figures": told}
    return {name: value for name, value in found.items() if value}


def _of_node(held: Held, dataset: Dataset) -> Attributes:
    """What the node of a fact has before what its edges have too."""
    fact = held.fact
    return {"label": titled(dataset, fact), "kind": fact.kind, "says": dataset.alike.sentence(fact, held.day)}


def _numbers(fact: Fact, about: Attributes, figures: dict[str, list[str]]) -> Attributes:
    """Its own figures, and what numbers are said of it."""
    numbers = "; ".join(str(one) for one in (about.get("figures"), *figures.get(fact.id, ())) if one)
    return {"figures": numbers} if numbers else {}


def _of_line(line: Line, about: Attributes, name: str, dataset: Dataset) -> Attributes:
    """The attributes of an edge; `about` is what it has in common with the node of its fact, `name` what that has."""
    held, end = line.held, line.end
    if held is None:
        return _belonging(dataset, line.source, line.target)
    fact = held.fact
    if end is None:
        told, ends = dataset.alike.sentence(fact, held.day), "; ".join([f"{one.role}: {one.id}" for one in fact.ends])
        return {"label": told, "relation": fact.kind, "ends": ends, **about, **_of_edge(held, dataset)}
    label = f"{name}: {end.role.replace('_', ' ')} {dataset.names.label(end.id)}"
    of_edge, left = _of_edge(held, dataset), _left(held, end) if end.away else {}
    return {"label": label, "relation": fact.kind, "role": end.role, **about, **of_edge, **left}


def _left(held: Held, end: End) -> Attributes:
    """What is said of the edge of one who left a fact that went on for others."""
    left = left_by(held, end)
    if left is None:
        return {}
    return {"until": left[0].since.text, **({"effect": Effect.ENDED.value} if left[1] else {})}


def _of_edge(held: Held, dataset: Dataset) -> Attributes:
    """What every edge of a fact has besides what it has in common with a node."""
    likeness = dataset.alike.likeness(held.fact)
    rung, kind = likeness.height, likeness.kind
    replaced: Attributes = {} if held.superseded is Truth.NO else {"superseded": held.superseded.value}
    return {**_weights(rung, strength_of(held.fact, kind, rung)), "symmetric": kind.symmetric, **replaced}


def _weights(rung: int, strength: float) -> Attributes:
    return {"rung": rung, "strength": strength, "distance": 1 / strength}


class _Common:
    """What an edge and the node of a fact have in common; what many facts share is worked out once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._of_likeness: dict[tuple[object, ...], Attributes] = {}
        self._of_evidence: dict[int, tuple[object, Attributes]] = {}

    def of(self, held: Held) -> Attributes:
        """The attributes of a fact in its view."""
        fact, dataset = held.fact, self._dataset
        return {
            "fact": fact.id,
            **self._shared(held),
            **self._cited(fact),
            **(_own(fact) if fact.fields or fact.per or fact.note or fact.disputed else {}),
            **_believed(dataset, fact),
            **{word: day.text for word, day in fact.when},
        }

    def _shared(self, held: Held) -> Attributes:
        """What it has of its kind, status and rule."""
        fact, dataset = held.fact, self._dataset
        status, effect = status_on(dataset, fact, held.day), effect_in(held, dataset)
        rule = fact.derivation.rule if fact.derivation is not None else None
        key = (dataset.alike.likeness(fact), status, effect, held.truth is Truth.YES, rule)
        found = self._of_likeness.get(key)
        if found is None:
            what: dict[str, str | None] = {"type": fact.type, "tier": fact.tier, "status": status}
            what |= {"effect": effect.value, "origin": origin_of(fact), "certainty": held.truth.value, "rule": rule}
            found = self._of_likeness[key] = _given(what)
        return found

    def _cited(self, fact: Fact) -> Attributes:
        """What it cites; what follows from a fact cites the same."""
        known = self._of_evidence.get(id(fact.evidence))
        if known is not None and not fact.also:
            return known[1]
        cited, library = weighed(self._dataset, fact), self._dataset.library
        found = _given(
            {
                "sources": "; ".join([str(one.citation) for one in cited]),
                "urls": "; ".join(library.addresses([one.citation.source for one in cited])),
            }
        )
        if len(cited) == 1:  # several are weighed by what the fact says
            self._of_evidence[id(fact.evidence)] = (fact.evidence, found)
        return found


def _given(found: dict[str, str | None]) -> Attributes:
    return {name: value for name, value in found.items() if value}


def _own(fact: Fact) -> Attributes:
    """What a fact alone has to say: its figures, who says so, the curator's note."""
    figures = [f"{name}: {value}" for name, value in fact.fields.items() if isinstance(value, Figure)]
    found = {"figures": "; ".join(figures), "per": "; ".join(fact.per), "note": fact.note}
    return _given({**found, "disputed": "yes" if fact.disputed else None})


def _believed(dataset: Dataset, fact: Fact) -> Attributes:
    """Who bears a fact, and what speaks against it."""
    found: Attributes = {}
    if fact.derivation is None:
        if number := len(publishers(dataset, fact)):
            found["publishers"] = str(number)
        if but := instead(dataset, fact):
            found["but"] = "; ".join(but)
    if fact.is_inferred:
        found["inferred"] = "yes"
    if is_refused(dataset, fact):
        found["refused"] = "yes"
    return found


def _belonging(dataset: Dataset, part: str, whole: str) -> Attributes:
    label = f"{dataset.names.label(part)} belongs to {dataset.names.label(whole)}"
    about: Attributes = {"label": label, "relation": BELONGS, "status": "in-force", "effect": Effect.CURRENT.value}
    return {**about, "origin": REFERENCE, "symmetric": False, **_weights(0, 1.0)}
