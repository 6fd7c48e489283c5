"""A caption says no more than the facts that its step shows: each sort of word that none of them bears is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.stories.check import stories_of

if TYPE_CHECKING:
    from tests.stories.conftest import WithStory
    from tests.world import World

BORNE = [
    ("fact: top", "Since May 2025 Kenya has a Comprehensive Strategic Partnership with Việt Nam."),
    ("fact: top", "The Kenyan side, and Vietnam: both gained."),
    ("node: vietnam", "A Strategic Partnership with Egypt is intended."),
    ("node: vietnam", "There formerly was a Strategic Partnership with Brazil, from 2001 to 2009."),
    ("node: cuong", "Lương Cường has been President of Việt Nam since 21 October 2024."),
    ("node: cuong", "Vietnam has a president since October."),
    ("fact: total", "Of three partners only one is named."),
    ("path: {from: egypt, to: kenya}", "No."),
    ("days: [2020, 2026]", "William Ruto paid a visit; the Comprehensive Partnership with Kenya was raised."),
    ("view: ties", "Partnerships tie Kenya, Brazil and Egypt to Vietnam."),
]


def told(with_story: WithStory, looks_at: str, caption: str) -> list[str]:
    """What is wrong with a caption, beside what it looks at."""
    story = f"title: A story\nsteps:\n  - caption: {json.dumps(caption, ensure_ascii=False)}\n    {looks_at}\n"
    return [problem.message for problem in stories_of(with_story(story)).problems]


@pytest.mark.parametrize(("looks_at", "caption"), BORNE)
def test_what_the_facts_bear_may_be_said(with_story: WithStory, looks_at: str, caption: str) -> None:
    found = told(with_story, looks_at, caption)

    assert found == [] or (caption == "No." and "shows no path" in found[0])


WANTING = [
    ("Kenya and Egypt are tied.", '"Egypt" names Egypt, of whom no fact of the step tells'),
    ("Kenya looks to Germany.", '"Germany" names Germany, of whom no fact of the step tells'),
    ("A French firm wrote to Kenya.", '"French" names France, of whom no fact of the step tells'),
    ("Kenya spoke with South Sudan.", '"South Sudan" names South Sudan, of whom no fact of the step tells'),
    ("Kenya was told so by Ruto.", '"Ruto" is written as a name, and no fact of the step has it'),
    ("Merkel spoke to Kenya.", '"Merkel" is written as a name, and no fact of the step has it'),
    ("Kenya gained it in 2024.", '"2024" is a year, or a figure, that no fact of the step gives'),
    ("Kenya gained it in June 2025.", '"June 2025" is a date that no fact of the step has'),
    ("Kenya gained it on 3 May 2025.", '"3 May 2025" is a date that no fact of the step has'),
    ("Kenya has sixty-four partners.", '"sixty-four" is a figure that no fact of the step gives'),
    ("Kenya paid $5 million.", '"$5 million" is an amount that no fact of the step gives'),
    (
        "Kenya has a Strategic Partnership.",
        '"Strategic Partnership" is a tier that no fact of the step has',
    ),
    (
        "Kenya has diplomatic relations with Việt Nam.",
        '"diplomatic relations" is a tier that no fact of the step has',
    ),
]


@pytest.mark.parametrize(("caption", "message"), WANTING)
def test_what_they_do_not_bear_is_told_with_the_word(with_story: WithStory, caption: str, message: str) -> None:
    assert message in told(with_story, "fact: top", caption)


@pytest.mark.parametrize(
    ("caption", "message"),
    [
        ("Egypt has a Strategic Partnership.", '"Strategic Partnership" is only intended in what the step shows'),
        ("Brazil has a Strategic Partnership.", '"Brazil" names Brazil'),
    ],
)
def test_what_is_only_planned_is_not_told_as_if_it_were_so(with_story: WithStory, caption: str, message: str) -> None:
    assert any(one.startswith(message) for one in told(with_story, "fact: plan", caption))


def test_what_is_over_is_not_told_as_if_it_were_so(with_story: WithStory) -> None:
    caption = "Brazil has a Strategic Partnership with Vietnam."

    assert told(with_story, "fact: old", caption) == [
        '"Strategic Partnership" is over in what the step shows, and the caption does not say so'
    ]


def test_an_event_is_named_by_any_of_its_names(world: World) -> None:
    facts = """
        events: {nile: {kind: summit, name: Nile Summit, aliases: [Cairo Talks], host: egypt}}
        visits: [{id: trip, visitor: kenya, host: vietnam}]
    """
    caption = "Kenya and Vietnam had been at the {}."
    story = "title: A story\nsteps: [{{caption: {}, fact: trip}}]"
    for name in ("Nile Summit", "Cairo Talks"):
        dataset = world(facts, {"graph/stories/one.yaml": story.format(caption.format(name))})
        assert [problem.message for problem in stories_of(dataset).problems] == [
            f'"{name}" names Nile Summit, of whom no fact of the step tells'
        ]
