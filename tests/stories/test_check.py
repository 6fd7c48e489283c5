"""Stories as they are written, what their steps show, and where what is wrong is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph import check
from relgraph.errors import InputError
from relgraph.graph.multigraph import build_graph
from relgraph.stories.check import stories_of
from relgraph.stories.fragment import fragment
from relgraph.stories.known import Known
from relgraph.stories.read import read_stories
from relgraph.stories.shown import shown
from relgraph.webpage import page_html
from tests.world import drawn

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command
    from tests.stories.conftest import WithStory

GOOD = """\
title: Kenya and Việt Nam
steps:
  - {caption: Kenya gained it, fact: top}
  - caption: >-
      In 2025 a visit
      to Vietnam.
    days: [2014, 2026]
    shape: ladder
    centre: vietnam
  - {caption: Only planned, path: {from: kenya, to: vietnam, by: shortest}, at: 2025-06-30, view: all}
"""


def messages(dataset: Dataset) -> list[str]:
    return [f"{problem.place.line}: {problem.message}" for problem in stories_of(dataset).problems]


def test_a_good_story_has_no_fault_and_becomes_states_of_the_page(with_story: WithStory) -> None:
    dataset = with_story(GOOD)
    (story,) = stories_of(dataset).stories

    assert messages(dataset) == []
    assert (story.id, story.title, len(story.steps)) == ("one", "Kenya and Việt Nam", 3)
    assert [fragment(step) for step in story.steps] == [
        "view=ties&shape=network&fact=top",
        "view=ties&shape=ladder&centre=vietnam&days=2014%2C2026",
        "view=all&shape=network&at=2025-06-30&from=kenya&to=vietnam&by=shortest",
    ]


WRONG = {
    "titel: A story\nsteps: [{caption: Kenya, node: kenya}]": "1: titel is not a field here; did you mean title?",
    "title: A story": "1: steps is missing; a story has one or more",
    "title: A story\nsteps: [{node: kenya}]": "2: caption is missing",
    "title: A story\nsteps: [{caption: So, node: kenia}]": "2: kenia is not an id; did you mean kenya?",
    "title: A story\nsteps: [{caption: So, fact: tip}]": "2: tip is not the id of a fact; did you mean top?",
    "title: A story\nsteps: [{caption: So, fact: top, node: kenya}]": "2: a step looks at one thing: node or fact",
    "title: A story\nsteps: [{caption: So, days: [2026, 2014]}]": "2: days are two, the earlier first, as in "
    "[2024, 2026-06-30]",
    "title: A story\nsteps: [{caption: So, days: [soon, 2025]}]": '2: "soon" is not a year, a month or a day',
    "title: A story\nsteps: [{caption: So, days: [2024-13, 2025]}]": '2: "2024-13" is not a day of the calendar',
    "title: A story\nsteps: [{caption: So, days: [1990, 1991]}]": "2: nothing changed from 1990 to 1991",
    "title: A story\nsteps: [{caption: So, days: [2014, 2026], at: 2025-06-30}]": "2: two days that are compared have "
    "no at beside them",
    "title: A story\nsteps: [{caption: So, node: kenya, at: 2025}]": "2: 2025 is not one day",
    "title: A story\nsteps: [{caption: So, node: malaysia}]": "2: the step shows no fact",
    "title: A story\nsteps: [{caption: So, path: {from: egypt, to: kenya}}]": "2: the step shows no path",
    "title: Germany and Kenya\nsteps: [{caption: So, node: kenya}]": '1: "Germany" names Germany',
}


STEPS_WRONG = {
    "off: [close:vietnam.cspp]": "close:vietnam.cspp is no row of the legend; did you mean close:vietnam.csp?",
    "off: [sure:implied]": "sure:implied is off at first; leave it out of off",
    "on: [who:country]": "who:country is on at first; leave it out of on",
    "hide: kenia": "kenia is not an id; did you mean kenya?",
    "off: [close:vietnam.csp, close:vietnam.sp, close:vietnam.cp]": "the step shows no fact",
    "compare: [vietnam]": "compare names 2 to 5 different countries or bodies, by id",
    "compare: [vietnam, cuong]": "Lương Cường is no country or body: it cannot be compared",
    "compare: [vietnam, kenya], shape: map": "what is compared is shown in no other shape",
    "shape: compare": "compare names 2 to 5 different countries or bodies, by id",
    "shape: matrix, order: size": 'order: "size" is not one of name, community',
    "see: here": 'see: "here" is not three whole numbers, as a link has them',
    "path: {from: kenya, to: vietnam, min: relation}": 'no ladder has a tier "relation"; did you mean relations?',
    "path: {from: kenya, to: egypt}": "the step shows no path",
}


@pytest.mark.parametrize(("step", "message"), STEPS_WRONG.items())
def test_what_is_wrong_with_a_step_is_told(with_story: WithStory, step: str, message: str) -> None:
    dataset = with_story(f"title: A story\nsteps: [{{caption: So, {step}}}]")

    assert any(one.startswith(f"2: {message}") for one in messages(dataset))


CAPTIONS = {
    "shape: matrix": ("3 actors, 2 tied pairs, 1 of them only planned.", "4 actors."),
    "shape: matrix, off: [sure:planned]": ("2 actors, 1 tied pair.", "Of Egypt it says nothing."),
    "shape: lanes, hide: [kenya]": ("A Strategic Partnership with Egypt is intended.", "And Kenya?"),
    "compare: [kenya, egypt]": ("Common partners (0), 1 alone, 1 only planned.", "Brazil is not there."),
    "path: {from: egypt, to: kenya, planned: yes}": ("A plan and a tie: 2 steps.", "Brazil is not there."),
    "shape: table, close: top": ("A Comprehensive Strategic Partnership with Kenya.", "Egypt is not there."),
}


@pytest.mark.parametrize(("step", "captions"), CAPTIONS.items())
def test_a_caption_speaks_of_what_filters_leave(with_story: WithStory, step: str, captions: tuple[str, str]) -> None:
    right, wrong = (
        messages(with_story(f'title: A story\nsteps: [{{caption: "{caption}", {step}}}]')) for caption in captions
    )

    assert right == []
    assert len(wrong) > 0


def test_what_only_lays_out_goes_into_the_address(with_story: WithStory) -> None:
    step = "shape: matrix, order: name, steps: 2, fold: yes, sort: -when, see: '-3,4,50', off: [who:body], least: 2"
    (story,) = stories_of(with_story(f"title: A story\nsteps: [{{caption: So, {step}, close: upper}}]")).stories

    assert fragment(story.steps[0]) == (
        "view=ties&shape=matrix&off=who%3Abody&close=upper&least=2&order=name&sort=-when&fold=yes&steps=2&see=-3%2C4%2C50"
    )


@pytest.mark.parametrize(("story", "message"), WRONG.items())
def test_what_is_wrong_is_told_with_its_line(with_story: WithStory, story: str, message: str) -> None:
    assert any(one.startswith(message) for one in messages(with_story(story)))


def test_a_step_shows_what_it_looks_at_and_no_more(with_story: WithStory) -> None:
    looks = ["fact: top", "node: cuong", "days: [2024-11-01, 2026]", "view: people"]
    looks += ["path: {from: kenya, to: vietnam}"]
    steps = "".join(f"  - {{caption: So, {one}}}\n" for one in looks)
    dataset = with_story(f"title: A story\nsteps:\n{steps}")
    (story,) = stories_of(dataset).stories

    assert [
        sorted(fact.id for fact in shown(Known(dataset), step).facts if not fact.derived) for step in story.steps
    ] == [
        ["top"],
        ["office"],
        ["low", "top", "visit"],
        ["office", "visit"],
        ["top"],
    ]


def test_check_tells_it_and_the_build_fails(with_story: WithStory, relgraph: Command, tmp_path: Path) -> None:
    dataset = with_story("title: A story\nsteps:\n  - caption: Germany\n    node: kenya\n")
    place = f'{tmp_path / "graph/stories/one.yaml"}:3: "Germany" names Germany, of whom no fact of the step tells'
    folder = ("--graph", tmp_path / "graph")

    assert place in map(str, check(dataset).problems)
    checked = relgraph("check", *folder)
    assert (checked.exit_code, place in checked.output) == (1, True)
    assert '"ruleId": "caption"' in relgraph("check", *folder, "--output", "sarif").output

    built = relgraph("export", "html", "-o", tmp_path / "page.html", *folder)
    assert (built.exit_code, place in built.stderr) == (1, True)
    assert not (tmp_path / "page.html").exists()
    with pytest.raises(InputError, match="Germany"):
        page_html(dataset, build_graph(dataset))


def test_a_page_of_some_of_the_facts_tells_no_story(with_story: WithStory, relgraph: Command, tmp_path: Path) -> None:
    with_story(GOOD)
    file = tmp_path / "page.html"
    folder = ("--graph", tmp_path / "graph", "--with-errors")

    assert relgraph("export", "html", "-o", file, *folder).exit_code == 0
    assert '"stories":' in file.read_text("utf-8")
    assert relgraph("export", "html", "-o", file, *folder, "--as-of", "2020").exit_code == 0
    assert '"stories":' not in file.read_text("utf-8")


def test_what_is_no_story_in_the_folder_is_noted(with_story: WithStory, tmp_path: Path, relgraph: Command) -> None:
    with_story(GOOD)
    (tmp_path / "graph/stories/two.json").write_text("{}")

    assert "not read" in relgraph("check", "--graph", tmp_path / "graph").output


def test_a_dataset_without_stories_has_none(with_story: WithStory, tmp_path: Path) -> None:
    dataset = with_story(GOOD)
    (tmp_path / "graph/stories/one.yaml").unlink()

    assert stories_of(dataset) == ((), ())


def test_a_dataset_of_no_folder_has_no_stories() -> None:
    assert read_stories(drawn([("a", "b", "high")])) == ((), ())


def test_a_step_on_a_derived_fact_shows_what_it_rests_on_too(with_story: WithStory) -> None:
    dataset = with_story(GOOD)
    given = next(fact for fact in dataset.derived if fact.derivation and fact.derivation.premises == ("old",))
    (story,) = stories_of(dataset).stories
    step = story.steps[0]._replace(fact=given.id)

    assert [fact.id for fact in shown(Known(dataset), step).facts] == [given.id, "old"]


def test_a_path_is_told_in_the_address_by_what_is_not_usual(with_story: WithStory) -> None:
    step = "{caption: So, path: {from: kenya, to: vietnam%s}}"
    steps = ", ".join(step % more for more in ("", ", maybe: no", ", derived: no", ", planned: yes", ", maybe: yes"))
    (story,) = stories_of(with_story(f"title: A story\nsteps: [{steps}]")).stories

    told = [fragment(one).partition("&by=strongest")[2] for one in story.steps]
    assert told == ["", "&maybe=no", "&derived=no", "&planned=yes", ""]
