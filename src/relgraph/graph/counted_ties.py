"""Ties as links that are counted: each fact as a step from its first end to its second, weighed by number or figure."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.facts.figures import Figure
from relgraph.facts.machine_read.weight import WEIGHT, weight_of
from relgraph.graph.ties import collect_kinds, each_tie
from relgraph.graph.views import select
from relgraph.graph.weighing import BY_RUNG, COUNT, STRENGTH, TIES, UNIT, Link, Links, counted_reasons
from relgraph.reading.plurals import agreeing
from relgraph.reading.suggest import did_you_mean
from relgraph.vocabulary.kinds import MACHINE_READ

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import TypeAlias

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.steps import Tie
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Pair, Weighing

    Weigh: TypeAlias = Callable[[list[Tie]], float]

ELSEWHERE = "between others than two countries or bodies"
NO_FIGURE = "with no {field} above 0"
OTHER_UNIT = "with {field} in another unit"


def counted_ties(dataset: Dataset, view: View, asked: Weighing) -> Links[Tie]:
    """The ties of a view as links between countries and bodies, directed if that is asked for.

    Raises MisuseError for a figure that no kind of them has, or that is in several units, none of which is named.
    """
    kinds = collect_kinds(dataset, view)
    held = [one for one in select(dataset, view) if one.fact.kind in kinds]
    ties = tuple(each_tie(held, dataset, view))
    left_out = {ELSEWHERE: len({one.fact.id for one in held} - {tie.fact.id for tie in ties})}
    weigh, told = by_counts(dataset, kinds) or (_by_rungs(dataset), BY_RUNG)
    if asked.weight == COUNT:
        weigh, told = _number, "count: the number of facts"
    elif asked.weight != STRENGTH:
        field, unit = _figure_asked(dataset, kinds, ties, asked.weight)
        of_all, ties = ties, tuple(tie for tie in ties if _amount(tie.fact, field, unit) > 0)
        left_out |= _without_figure(of_all, ties, field)
        weigh, told = _total(field, unit), f"{field}: the sum of what the facts give{f', in {unit}' if unit else ''}"
    return Links(
        ties, _maker(dataset, weigh, directed=asked.directed), kinds, told, asked.directed, counted_reasons(left_out)
    )


def _maker(dataset: Dataset, weigh: Weigh, *, directed: bool) -> Callable[[Iterable[Tie]], dict[Pair, Link]]:
    """What makes links of ties: one for each pair, and for each way where they are directed."""
    relations = dataset.vocabulary.relations

    def ways(tie: Tie) -> Iterator[Pair]:
        there, back = (tie.source, tie.target), (tie.target, tie.source)
        if not directed:
            yield min(there, back)
            return
        yield there
        if tie.walk.source == tie.walk.target or relations[tie.fact.kind].symmetric:
            yield back

    def make(ties: Iterable[Tie]) -> dict[Pair, Link]:
        found: dict[Pair, list[Tie]] = {}
        for tie in ties:
            for pair in ways(tie):
                found.setdefault(pair, []).append(tie)
        return {pair: Link(weigh(between), len(between)) for pair, between in sorted(found.items())}

    return make


def _by_rungs(dataset: Dataset) -> Weigh:
    """What weighs ties by the rung of the best of them."""
    height = dataset.rungs.height
    return lambda ties: 1.0 + max(height(tie.level) for tie in ties)


def by_counts(dataset: Dataset, kinds: Collection[str]) -> tuple[Weigh, str] | None:
    """What weighs ties of kinds that a machine read alone, by the counts that their mappings name, and that in words.

    None where any of the kinds is one of curated facts: what is counted and what is on a rung have no common measure.
    """
    relations = [dataset.vocabulary.relations[kind] for kind in kinds]
    if not relations or any(kind.status != MACHINE_READ for kind in relations):
        return None
    of_kind = {kind.id: kind for kind in relations}
    counts = sorted({kind.words_of(None)[WEIGHT] for kind in relations})
    told = f"{STRENGTH}: the number of {' and of '.join(counts)}, machine-read"
    return (lambda ties: fsum(weight_of(tie.fact, of_kind[tie.fact.kind]) for tie in ties)), told


def _number(ties: list[Tie]) -> float:
    return float(len(ties))


def _total(field: str, unit: str) -> Weigh:
    return lambda ties: fsum(_amount(tie.fact, field, unit) for tie in ties)


def unit_of(figure: Figure) -> str:
    """The unit of a figure: the code of its currency, where it can only be one, else as it was written."""
    return next(iter(figure.currency)) if len(figure.currency) == 1 else figure.unit or ""


def _amount(fact: Fact, field: str, unit: str) -> float:
    """What a fact gives for a figure in a unit; 0 where it gives none."""
    figure = fact.fields.get(field)
    return figure.value if isinstance(figure, Figure) and unit_of(figure) == unit else 0.0


def settled(dataset: Dataset, view: View, asked: Weighing) -> Weighing:
    """A weighing with the unit of the figure that it asks for, where it names none: that of all ties of a view.

    So a figure means the same in each part of the view. Raises MisuseError as `counted_ties` does.
    """
    if asked.network != TIES or asked.weight in {STRENGTH, COUNT}:
        return asked
    kinds = collect_kinds(dataset, view)
    ties = tuple(each_tie((one for one in select(dataset, view) if one.fact.kind in kinds), dataset, view))
    return asked._replace(weight=UNIT.join(_figure_asked(dataset, kinds, ties, asked.weight)))


def _figure_asked(dataset: Dataset, kinds: tuple[str, ...], ties: tuple[Tie, ...], asked: str) -> tuple[str, str]:
    """The field of a figure that is asked for, and its unit."""
    field, colon, unit = asked.partition(UNIT)
    relations = dataset.vocabulary.relations
    known = sorted({name for kind in kinds for name, sort in relations[kind].fields.items() if sort == "figure"})
    if field not in known:
        there_are = f"there {agreeing(len(known), 'is', 'are')} {', '.join(known)}" if known else "they have none"
        raise MisuseError(
            f"{field or 'nothing'} is not a figure of {', '.join(kinds) or 'any kind here'}"
            f"{did_you_mean(field, known)}; {there_are}"
        )
    if colon:
        _refuse_unit(dataset, kinds, field, unit)
        return field, unit
    units = _units(field, (tie.fact for tie in ties))
    if len(units) > 1:
        told = ", ".join(
            f"{UNIT.join((field, one)) if one else field + UNIT} ({number})" for one, number in units.most_common()
        )
        raise MisuseError(f"what is in several units has no sum: ask for one of {told}")
    return field, next(iter(units), "")


def _units(field: str, facts: Iterable[Fact]) -> Counter[str]:
    """The units in which some facts give a figure, and how many do."""
    figures = (fact.fields.get(field) for fact in facts)
    return Counter(unit_of(figure) for figure in figures if isinstance(figure, Figure))


def _refuse_unit(dataset: Dataset, kinds: tuple[str, ...], field: str, unit: str) -> None:
    """Raise MisuseError for a unit in which no fact gives a figure, whenever that was."""
    units = _units(field, (fact for fact in dataset.all_facts if fact.kind in kinds))
    if unit and unit not in units:
        there = f"there is {', '.join(filter(None, units))}" if any(units) else "it has none"
        raise MisuseError(f"no {field} is in {unit}{did_you_mean(unit, units)}; {there}")


def _without_figure(every: tuple[Tie, ...], kept: tuple[Tie, ...], field: str) -> dict[str, int]:
    """Why facts are left out whose figure does not count, and how many."""
    counting = {tie.fact.id for tie in kept}
    rest = {tie.fact.id: tie.fact for tie in every if tie.fact.id not in counting}
    other = sum(isinstance(fact.fields.get(field), Figure) and fact.fields[field].value > 0 for fact in rest.values())
    return {NO_FIGURE.format(field=field): len(rest) - other, OTHER_UNIT.format(field=field): other}
