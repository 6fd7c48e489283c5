"""Reading stories: graph/stories/*.yaml, a story a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.analysis.paths.wanted import ORDERS, STRONGEST
from relgraph.facts.folder import STORIES
from relgraph.graph.ties import is_walked
from relgraph.reading.dates import NotADate, Truth, day_asked
from relgraph.reading.fields import Fields
from relgraph.reading.files import yaml_files
from relgraph.reading.place import Place, Problem
from relgraph.reading.suggest import did_you_mean
from relgraph.reading.tree import read_file
from relgraph.stories.read_filters import FILTERS, LAID_OUT, filters_of, more_words
from relgraph.stories.records import COMPARE, SHAPES, VIEWS, PathShown, Step, Story

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.reading.dates import Date

RULE = "story"
FIELDS = ("title", "steps")
LOOKS_AT = ("node", "fact", "path", "days", "compare")
STEP_FIELDS = ("caption", "view", "shape", "centre", "at", *LOOKS_AT, *FILTERS, *LAID_OUT)
PATH_FIELDS = ("from", "to", "by", "min", "planned", "derived", "maybe")
_ASKED = re.compile(r"\d{4}(?:-\d\d){0,2}[?~%]?", re.ASCII)


class StoriesRead(NamedTuple):
    """The stories of a dataset in order of their files' names, and what is wrong with them as they are written."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def read_stories(dataset: Dataset) -> StoriesRead:
    """Read the stories of a dataset; of one that has a fault, what can be read."""
    if not dataset.files:
        return StoriesRead((), ())  # it is of no folder
    files, problems = yaml_files(Path(dataset.graph) / STORIES, Path(dataset.graph))
    stories = []
    for file in files:
        tree, found = read_file(file, str(file))
        problems += found
        if tree is not None:
            stories.append(_story(file.stem, Fields(tree, str(file), problems, RULE), dataset))
    return StoriesRead(tuple(stories), tuple(problems))


def _story(name: str, fields: Fields, dataset: Dataset) -> Story:
    fields.only(FIELDS, mending=True)
    steps = tuple(_step(fields.within(tree), dataset) for tree in fields.maps("steps"))
    if not steps and not fields.tree.get("steps"):
        fields.problem("steps is missing; a story has one or more")
    return Story(name, fields.required("title"), Place(fields.file, fields.tree.line_of("title")), steps)


def _step(fields: Fields, dataset: Dataset) -> Step:
    fields.only(STEP_FIELDS, mending=True)
    looked = [key for key in LOOKS_AT if fields.tree.get(key)]
    if len(looked) > 1:
        fields.problem(f"a step looks at one thing: {looked[0]} or {looked[1]}", looked[1])
    if "at" in fields.tree and "days" in fields.tree:
        fields.problem("two days that are compared have no at beside them", "at")
    fact = fields.text("fact")
    if fact is not None and fact not in dataset.by_id:
        fields.problem(f"{fact} is not the id of a fact{did_you_mean(fact, dataset.by_id)}", "fact")
        fact = None
    compared = _compared(fields, dataset)
    return Step(
        caption=fields.required("caption"),
        place=Place(fields.file, fields.tree.line_of("caption")),
        view=fields.one_of("view", VIEWS) or _view_for(fact, _known(fields, "node", dataset), dataset),
        shape=fields.one_of("shape", SHAPES) or (COMPARE if compared else SHAPES[0]),
        node=_known(fields, "node", dataset, tells=True),
        fact=fact,
        path=_path(fields, dataset),
        days=_days(fields),
        at=_day(fields, "at"),
        centre=_known(fields, "centre", dataset, tells=True),
        compared=compared,
        filters=filters_of(fields, dataset),
        more=more_words(fields),
    )


def _view_for(fact: str | None, node: str | None, dataset: Dataset) -> str:
    """The view in which what is looked at is drawn, where a step names none."""
    relations = dataset.vocabulary.relations
    facts = (dataset.by_id[fact],) if fact is not None else dataset.concerning.get(node or "", ())
    is_tie = not facts or any(relations[one.kind].path or relations[one.kind].is_figure for one in facts)
    return VIEWS[0] if is_tie else VIEWS[-1]


def _known(fields: Fields, key: str, dataset: Dataset, *, tells: bool = False) -> str | None:
    """The id of an actor, or of a fact that is a node; None for none, which is told once."""
    value = fields.tree.get(key)
    if not isinstance(value, str) or not value:
        return fields.text(key) if tells else None
    if value in dataset.actors or any(fact.id == value for fact in dataset.nodes):
        return value
    if tells:
        ids = (*dataset.actors, *(fact.id for fact in dataset.nodes))
        fields.problem(f"{value} is not an id{did_you_mean(value, ids)}", key)
    return None


def _path(fields: Fields, dataset: Dataset) -> PathShown | None:
    if not fields.tree.get("path"):
        return None
    inner = fields.within(fields.map("path"))
    inner.only(PATH_FIELDS, mending=True)
    for key in ("from", "to"):
        inner.required(key)
    ends = [_known(inner, key, dataset, tells=True) for key in ("from", "to")]
    by = inner.one_of("by", ORDERS) or STRONGEST
    let_in = [inner.flag(key, default=key != "planned") for key in ("planned", "derived", "maybe")]
    return PathShown(ends[0], ends[1], by, inner.text("min"), *let_in) if ends[0] and ends[1] else None


def _compared(fields: Fields, dataset: Dataset) -> tuple[str, ...]:
    """The ids of those that are set side by side."""
    each = tuple(dict.fromkeys(fields.texts("compare")))
    shape = fields.tree.get("shape")
    if shape != COMPARE and not each:
        return ()
    from relgraph.analysis.compare import FEWEST, MOST  # noqa: PLC0415 - few steps compare anybody

    if not FEWEST <= len(each) <= MOST:
        fields.problem(f"compare names {FEWEST} to {MOST} different countries or bodies, by id", "compare")
    if each and shape not in {COMPARE, None}:
        fields.problem(f"what is compared is shown in no other shape: leave shape out, or write {COMPARE}", "shape")
    for one in each:
        if one not in dataset.actors:
            fields.problem(f"{one} is not an id{did_you_mean(one, dataset.actors)}", "compare")
        elif not is_walked(one, dataset):
            fields.problem(f"{dataset.names.label(one)} is no country or body: it cannot be compared", "compare")
    return each


def _days(fields: Fields) -> tuple[Date, Date] | None:
    if not fields.tree.get("days"):
        return None
    texts = fields.texts("days")
    if wrong := [text for text in texts if not _ASKED.fullmatch(text)]:
        fields.problem(
            f'"{wrong[0]}" is not a year, a month or a day, as in 2024, 2024-06 or 2024-06-30', "days", "date"
        )
        return None
    try:
        days = [day_asked(text) for text in texts]
    except NotADate as error:
        fields.problem(str(error), "days", "date")
        return None
    if len(days) != 2 or days[1].before(days[0]) is Truth.YES:  # noqa: PLR2004 - from one to the other
        fields.problem("days are two, the earlier first, as in [2024, 2026-06-30]", "days")
        return None
    return days[0], days[1]


def _day(fields: Fields, key: str) -> Date | None:
    """A day to the day, as the page's slider has them."""
    date = fields.date(key)
    if date is not None and (date.first != date.last or date.unsure):
        fields.problem(f"{date} is not one day; write it as in 2025-06-30", key, "date")
        return None
    return date
