"""The stories of one of several datasets, with what they look at as it is called among all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.stories.records import ALL_OF_IT, MATRIX

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.united.part import Part
    from relgraph.stories.records import PathShown, Step, Story


def holds_among_all(story: Story) -> bool:
    """Whether a story of one dataset is true of all: not where filters, a matrix or a comparison count its facts."""
    return not any(step.compared or step.shape == MATRIX or step.filters != ALL_OF_IT for step in story.steps)


def as_among_all(story: Story, part: Part, dataset: Dataset) -> Story:
    """A story of one dataset; its id has the name of that behind it."""
    steps = tuple(_step(step, part, dataset) for step in story.steps)
    return story._replace(id=part.qualified(story.id), steps=steps)


def _step(step: Step, part: Part, dataset: Dataset) -> Step:
    return step._replace(
        node=_called(step.node, part, dataset),
        centre=_called(step.centre, part, dataset),
        fact=_fact(step.fact, part, dataset),
        path=_path(step.path, part, dataset),
    )


def _path(path: PathShown | None, part: Part, dataset: Dataset) -> PathShown | None:
    if path is None:
        return None
    source, target = (dataset.called_in(part, one) for one in (path.source, path.target))
    return path._replace(source=source, target=target)


def _called(one: str | None, part: Part, dataset: Dataset) -> str | None:
    return None if one is None else dataset.called_in(part, one)


def _fact(one: str | None, part: Part, dataset: Dataset) -> str | None:
    """The id of a fact among all; what follows from facts has it of those that it is of, or is stated by another."""
    called = _called(one, part, dataset)
    if one is None or called is None or called in dataset.by_id:
        return called
    was = part.dataset.by_id[one]
    pair = [dataset.called_in(part, end) for end in was.pair]
    alike = (fact for fact in dataset.at_end.get(pair[0], ()) if fact.kind == was.kind and set(fact.pair) == set(pair))
    return next((fact.id for fact in alike), called)
