"""What is wrong with the stories of a dataset, and with all of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.check import check, with_more
from relgraph.facts.folder import STORIES
from relgraph.reading.place import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.check import Report
    from relgraph.facts.dataset import Dataset
    from relgraph.reading.place import Place
    from relgraph.stories.captions import Teller
    from relgraph.stories.known import Known
    from relgraph.stories.records import Story
    from relgraph.stories.shown import Shown

CAPTION, SHOWN = "caption", "story-shown"


class Stories(NamedTuple):
    """The stories of a dataset, and what is wrong with them."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def check_with_stories(dataset: Dataset) -> Report:
    """Hold a dataset against every rule, and its stories against what their steps show."""
    return with_more(check(dataset), stories_of(dataset).problems)


def stories_of(dataset: Dataset) -> Stories:
    """Read the stories of a dataset, and hold each caption and title against the facts shown.

    Where several were put together, those of each are held against its own facts, which all of them show among others.
    """
    if dataset.sets:
        return _of_several(dataset)
    if not (Path(dataset.graph) / STORIES).is_dir():
        return Stories((), ())
    from relgraph.stories.captions import Teller  # noqa: PLC0415 - many datasets have no stories
    from relgraph.stories.known import Known  # noqa: PLC0415 - as above
    from relgraph.stories.read import read_stories  # noqa: PLC0415 - as above

    read = read_stories(dataset)
    if not read.stories:
        return Stories((), read.problems)
    teller, known = Teller(dataset), Known(dataset)
    found = [problem for story in read.stories for problem in _problems(story, known, teller)]
    return Stories(read.stories, (*read.problems, *found))


def _of_several(dataset: Dataset) -> Stories:
    from relgraph.stories.of_several import as_among_all, holds_among_all  # noqa: PLC0415 - most datasets are one

    each = [(part, stories_of(part.dataset)) for part in dataset.sets]
    stories = (
        as_among_all(story, part, dataset) for part, read in each for story in read.stories if holds_among_all(story)
    )
    return Stories(tuple(stories), tuple(problem for _, read in each for problem in read.problems))


def _problems(story: Story, known: Known, teller: Teller) -> Iterator[Problem]:
    """What no step shows, and what captions say beyond it; the title may say what any of the steps shows."""
    from relgraph.stories.shown import NothingShownError, shown  # noqa: PLC0415 - as above

    parts = []
    for step in story.steps:
        try:
            part = shown(known, step)
        except NothingShownError as error:
            yield Problem(step.place, SHOWN, str(error))
            continue
        parts.append(part)
        yield from _wanting(step.caption, step.place, part, teller)
    yield from _wanting(story.title, story.place, _together(parts), teller) if parts else ()


def _together(parts: list[Shown]) -> Shown:
    return parts[0]._replace(
        facts=tuple(dict.fromkeys(fact for part in parts for fact in part.facts)),
        not_so=frozenset.intersection(*(part.not_so for part in parts)),
        said=tuple(text for part in parts for text in part.said),
    )


def _wanting(text: str, place: Place, part: Shown, teller: Teller) -> Iterator[Problem]:
    return (Problem(place, CAPTION, str(one)) for one in teller.wanting(text, part))
