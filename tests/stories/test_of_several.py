"""Stories of several datasets: each looks at what its own means by its ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.load import load
from relgraph.stories.check import check_with_stories, stories_of
from tests.several import Small, relations, tie, write
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

STORY = """
    title: Northland and Kenya
    steps:
      - {caption: Northland has diplomatic relations with Kenya, path: {from: northland, to: kenya}}
      - {caption: Northland, node: northland}
      - {caption: Northland, fact: "news-b:diplomatic-relations:northland:kenya"}
"""


def test_a_story_looks_at_those_of_its_dataset(tmp_path: Path) -> None:
    small = Small("countries: {northland: {name: Northland}}", relations(tie("northland", "kenya")))
    folders = write(tmp_path, a=small, b=small)
    write_files(tmp_path, {"b/graph/stories/one.yaml": STORY})
    dataset = load(folders)

    (story,), problems = stories_of(dataset)
    assert problems == ()
    assert story.id == "one@b"
    assert story.steps[0].path is not None
    assert (story.steps[0].path.source, story.steps[1].node) == ("northland@b", "northland@b")
    assert story.steps[2].fact == "news-b:diplomatic-relations:northland:kenya"
    assert check_with_stories(dataset).errors == 0
