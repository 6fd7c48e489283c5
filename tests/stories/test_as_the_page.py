"""What a step shows is the same for the check of its caption and for the page that presents it."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlencode

import pytest

from relgraph.graph.multigraph import build_graph
from relgraph.reading.dates import day_asked
from relgraph.reading.place import NOWHERE
from relgraph.stories.check import stories_of
from relgraph.stories.fragment import fragment
from relgraph.stories.known import Known
from relgraph.stories.legend import OFF_AT_FIRST, known_keys
from relgraph.stories.read_filters import COLUMNS, ORDERS
from relgraph.stories.records import CLOSE, SHAPES, VIEWS, Filters, PathShown, Step
from relgraph.stories.shown import NothingShownError, shown
from relgraph.webpage.data import nodes as page_nodes
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT
from tests.webpage.random_worlds import DAYS, made_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.facts.dataset import Dataset
    from tests.node import Node
    from tests.world import World

SCRIPT = (ROOT / "src" / "relgraph" / "webpage" / "script").as_uri()
PAGE = """
import { readFileSync } from "node:fs";
import { changesBetween } from "SCRIPT/data/changes.mjs";
import { comparison } from "SCRIPT/compare/comparison.mjs";
import { dateSpan } from "SCRIPT/data/days.mjs";
import { decode } from "SCRIPT/state/address.mjs";
import { findPath } from "SCRIPT/ask/path.mjs";
import { initial } from "SCRIPT/state/state.mjs";
import { makeModel } from "SCRIPT/data/data.mjs";
import { shown } from "SCRIPT/filter/filters.mjs";
import { shownFacts } from "SCRIPT/table/rows.mjs";
import { shownPairs } from "SCRIPT/pairs/pairs.mjs";
import { standingAt } from "SCRIPT/data/held.mjs";

function factsOf(model, state) {
  const { data } = model;
  const isFact = (id) => id in data.facts && data.facts[id].origin !== "reference";
  const { fact, path, days, node, at } = state;
  if (fact) return [fact, ...(data.facts[fact].premises ?? []).filter((id) => id in data.facts)];
  if (path) {
    const [best] = findPath(model, { ...path, at, certain: false }).paths;
    return best.steps.flatMap(({ ties }) => ties.map((tie) => tie.fact));
  }
  if (days) {
    const { changes } = changesBetween(data, dateSpan(days.from), dateSpan(days.to));
    return changes.flatMap(({ fact, insteadOf }) => [fact, insteadOf]).filter(Boolean);
  }
  const pairs = shownPairs(model, shown(model, state), at);
  if (state.layout === "compare") {
    const { actors, partners } = comparison(pairs, [...state.compared]);
    const among = actors.flatMap((one) => actors.flatMap((other) => pairs.get(one)?.get(other) ?? []));
    return [...among, ...partners.flatMap(({ ties }) => [...ties.values()])].flatMap(({ best }) => best);
  }
  if (state.layout === "matrix") {
    const tied = [...pairs.values()].flatMap((others) => [...others.values()]);
    return tied.flatMap(({ best }) => best);
  }
  const about = model.nodes.get(node);
  if (about) return [about.fact, ...about.facts].filter((id) => isFact(id) && standingAt(data, at)(id) > 0);
  return shownFacts(model, shown(model, state)).filter(isFact);
}

const told = JSON.parse(readFileSync(0, "utf8")).map(({ data, states }) => {
  const model = makeModel(data);
  return states.map((state) => [...new Set(factsOf(model, decode(state, initial("ties"))))].sort());
});
console.log(JSON.stringify(told));
""".replace("SCRIPT", SCRIPT)
WORDS = """
import { COLUMNS } from "SCRIPT/table/rows.mjs";
import { OFF_AT_FIRST } from "SCRIPT/filter/switches.mjs";
import { decode, encode } from "SCRIPT/state/address.mjs";
import { initial } from "SCRIPT/state/state.mjs";
import { readFileSync } from "node:fs";

const firsts = [initial("ties"), { ...initial("all", "start"), steps: 7 }];
const isRead = (word) => firsts.some((first) => encode(decode(word, first), first).split("&").includes(word));
const lost = JSON.parse(readFileSync(0, "utf8")).filter((word) => !isRead(word));
console.log(JSON.stringify({ lost, columns: COLUMNS.map(({ key }) => key), off: [...OFF_AT_FIRST] }));
""".replace("SCRIPT", SCRIPT)
LOOKS = (
    Step("", NOWHERE, node="kenya"),
    Step("", NOWHERE, node="vietnam", at=day_asked("2025-06-30")),
    Step("", NOWHERE, path=PathShown("malaysia", "france", "shortest")),
    Step("", NOWHERE, path=PathShown("kenya", "vietnam", "strongest", "sp", planned=True)),
    Step("", NOWHERE, days=(day_asked("2025-03"), day_asked("2026"))),
    Step("", NOWHERE, shape="matrix"),
    Step("", NOWHERE, shape="matrix", at=day_asked("2025-06-30"), filters=Filters(frozenset({"held:yes"}))),
    Step("", NOWHERE, shape="compare", compared=("kenya", "vietnam")),
    Step("", NOWHERE, shape="compare", compared=("kenya", "vietnam"), filters=Filters(frozenset({"sure:planned"}))),
    Step("", NOWHERE, shape="lanes", filters=Filters(frozenset({"who:agreement", "sure:derived", "status:explored"}))),
    Step("", NOWHERE, view="all", shape="table", filters=Filters(frozenset({"source:vns-2026", "who:city"}))),
    Step("", NOWHERE, view="all", filters=Filters(on=frozenset({"sure:implied"}), hide=frozenset({"kenya"}))),
    Step("", NOWHERE, filters=Filters(frozenset({"close:diplomatic-relations"}), close="upper", least=2)),
    Step("", NOWHERE, view="people", filters=Filters(frozenset({"other:holds-office", "source:"}))),
    Step("", NOWHERE),
    Step("", NOWHERE, view="people"),
    Step("", NOWHERE, view="all"),
)


LEFT = """
    alliances:
      league: {name: the League, members: [kenya, egypt, france], since: 1950}
      pact: {name: the Pact, members: [kenya, brazil], since: 1950}
    treaty_actions:
      - {id: out, participant: france, treaty: league, kind: withdrawal, on: 1966}
      - {id: back, participant: france, treaty: league, kind: accession, on: 2009}
    diplomatic_relations: [{id: here, of: kenya, with: france, since: 1960}]
"""
OF_FRANCE = Filters(
    frozenset({"other:treaty-action", "other:treaty-participation"}), hide=frozenset({"kenya", "egypt"})
)
ON_DAYS = tuple(
    Step("", NOWHERE, view="all", shape=shape, at=day_asked(day), filters=filters._replace(off=filters.off | {held}))
    for day in ("1955-01-01", "1966-06-30", "1980-01-01", "2009-06-30", "2010-01-01")
    for shape in ("table", "matrix")
    for filters in (Filters(), OF_FRANCE)
    for held in ("held:yes", "held:maybe")
)


@pytest.fixture
def steps(curated: Dataset) -> list[Step]:
    """Those of the stories that ship, and more."""
    return [*(step for story in stories_of(curated).stories for step in story.steps), *LOOKS]


Asked: TypeAlias = "tuple[Dataset, Sequence[Step]]"


def on_pages(node: Node, *asked: Asked) -> list[list[list[str]]]:
    """The ids of the facts that the page of each dataset shows at each step."""
    pages = [
        {"data": payload(dataset, build_graph(dataset)), "states": [fragment(step) for step in steps]}
        for dataset, steps in asked
    ]
    found: list[list[list[str]]] = json.loads(node(PAGE, stdin=json.dumps(pages)))
    return found


def ids(known: Known, step: Step) -> list[str]:
    """The ids of the facts that a caption of a step may speak of."""
    try:
        return sorted({fact.id for fact in shown(known, step).facts})
    except NothingShownError:
        return []


def differing(node: Node, *asked: Asked) -> list[tuple[Step, set[str]]]:
    """The steps of which the page finds other facts, with these."""
    return [
        (step, other)
        for (dataset, steps), found in zip(asked, on_pages(node, *asked), strict=True)
        for known in [Known(dataset)]
        for step, its in zip(steps, found, strict=True)
        if (other := set(ids(known, step)) ^ set(its))
    ]


def test_the_page_shows_what_a_caption_may_speak_of(
    curated: Dataset, steps: list[Step], node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_nodes, "placed", lambda nodes, *_: dict.fromkeys(nodes, (0.0, 0.0)))

    assert len(steps) > len(LOOKS)
    assert differing(node, (curated, steps)) == []


def test_who_left_is_drawn_on_no_day_on_which_it_was_away(world: World, node: Node) -> None:
    asked = world(LEFT), ON_DAYS
    (found,) = on_pages(node, asked)

    assert differing(node, asked) == []
    assert sum("league" in one for one in found) in range(1, len(found))


def filtered(chance: random.Random, dataset: Dataset) -> Iterator[Step]:
    """Steps that leave out anything at all, on any day."""
    rows = sorted(one for one in known_keys(dataset) if one.startswith(("sure:", "held:", "who:")) or "." in one)
    for _ in range(20):
        filters = Filters(
            frozenset(chance.sample(rows, chance.randint(0, 3))) - OFF_AT_FIRST,
            chance.choice([frozenset(), OFF_AT_FIRST]),
            frozenset(chance.sample(sorted(dataset.actors), chance.choice([0, 0, 1]))),
            chance.choice([None, None, *CLOSE]),
            chance.choice([None, None, 2, 3]),
        )
        view, shape, day = chance.choice(VIEWS), chance.choice(["table", "matrix"]), chance.choice([None, *DAYS])
        yield Step("", NOWHERE, view=view, shape=shape, at=day_asked(day) if day else None, filters=filters)


@pytest.mark.slow
def test_in_many_worlds_too_whatever_is_left_out(node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_nodes, "placed", lambda nodes, *_: dict.fromkeys(nodes, (0.0, 0.0)))
    worlds = [(random.Random(seed), made_up(random.Random(seed))) for seed in range(30)]  # noqa: S311 - chance, not secrets

    assert differing(node, *((dataset, [*filtered(chance, dataset)]) for chance, dataset in worlds)) == []


def test_the_page_reads_every_word_that_a_step_may_say(node: Node) -> None:
    says = {"view": VIEWS, "shape": SHAPES, "close": CLOSE, "order": ORDERS, "fold": ("yes", "no"), "steps": "123"}
    words = [urlencode({word: one}) for word, all_of_it in says.items() for one in all_of_it]
    told = json.loads(node(WORDS, stdin=json.dumps([*words, "see=-3%2C4%2C50", "pin=-3%2C4%2Ckenya"])))

    assert {**told, "off": set(told["off"])} == {"lost": [], "columns": list(COLUMNS), "off": OFF_AT_FIRST}


def test_the_stories_that_ship_say_no_more_than_they_show(curated: Dataset) -> None:
    found = stories_of(curated)

    assert found.problems == ()
    assert len(found.stories) > 0
