"""The stories of a dataset as the page presents them: captions, each with the state that it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.stories.check import stories_of
from relgraph.stories.fragment import fragment

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.webpage.data.payload_types import StoryRecord


def story_records(dataset: Dataset) -> list[StoryRecord]:
    """Every story of a dataset. Raises InputError where anything is wrong with one, with its place and the word."""
    stories, problems = stories_of(dataset)
    errors = sorted(problem for problem in problems if problem.is_error)
    if errors:
        more = f"; and {len(errors) - 1} more, which relgraph check tells" if len(errors) > 1 else ""
        raise InputError(f"{errors[0]}{more}")
    return [
        {
            "title": story.title,
            "steps": [{"caption": step.caption, "state": fragment(step)} for step in story.steps],
        }
        for story in stories
    ]
