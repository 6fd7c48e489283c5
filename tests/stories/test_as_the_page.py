"""What a step shows is the same for the check of its caption and for the page that presents it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from relgraph.graph.multigraph import build_graph
from relgraph.reading.dates import day_asked
from relgraph.reading.place import NOWHERE
from relgraph.stories.check import stories_of
from relgraph.stories.drawn import Known
from relgraph.stories.fragment import fragment
from relgraph.stories.legend import OFF_AT_FIRST
from relgraph.stories.read_filters import COLUMNS, ORDERS
from relgraph.stories.records import CLOSE, SHAPES, VIEWS, Filters, PathShown, Step
from relgraph.stories.shown import NothingShownError, shown
from relgraph.webpage.data import payload as page_data
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

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

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
const model = makeModel(data);

const isFact = (id) => id in data.facts && data.facts[id].origin !== "reference";

function factsOf(state) {
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

const told = states.map((state) => factsOf(decode(state, initial("ties"))));
console.log(JSON.stringify(told.map((facts) => [...new Set(facts)].sort())));
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


def on_page(dataset: Dataset, steps: Iterable[Step], node: Node) -> list[list[str]]:
    """The ids of the facts that the page shows at each step."""
    states = [fragment(step) for step in steps]
    data = payload(dataset, build_graph(dataset))
    found: list[list[str]] = json.loads(node(PAGE, stdin=json.dumps({"data": data, "states": states})))
    return found


def ids(known: Known, step: Step) -> list[str]:
    """The ids of the facts that a caption of a step may speak of."""
    try:
        return sorted({fact.id for fact in shown(known, step).facts})
    except NothingShownError:
        return []


def differing(known: Known, steps: Iterable[Step], found: Iterable[list[str]]) -> list[tuple[Step, set[str]]]:
    """The steps of which the page found other facts, with these."""
    both = ((step, set(ids(known, step)) ^ set(its)) for step, its in zip(steps, found, strict=True))
    return [(step, one) for step, one in both if one]


def test_the_page_shows_what_a_caption_may_speak_of(
    curated: Dataset, steps: list[Step], node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_data, "positions", lambda nodes, **_: dict.fromkeys(nodes, (0.0, 0.0)))
    found = on_page(curated, steps, node)
    known = Known(curated)

    assert len(steps) > len(LOOKS)
    assert differing(known, steps, found) == []


def test_who_left_is_drawn_on_no_day_on_which_it_was_away(world: World, node: Node) -> None:
    dataset = world(LEFT)
    found, known = on_page(dataset, ON_DAYS, node), Known(dataset)

    assert differing(known, ON_DAYS, found) == []
    assert sum("league" in one for one in found) in range(1, len(found))


def test_the_page_reads_every_word_that_a_step_may_say(node: Node) -> None:
    says = {"view": VIEWS, "shape": SHAPES, "close": CLOSE, "order": ORDERS, "fold": ("yes", "no"), "steps": "123"}
    words = [urlencode({word: one}) for word, all_of_it in says.items() for one in all_of_it]
    told = json.loads(node(WORDS, stdin=json.dumps([*words, "see=-3%2C4%2C50", "pin=-3%2C4%2Ckenya"])))

    assert told == {"lost": [], "columns": list(COLUMNS), "off": list(OFF_AT_FIRST)}


def test_the_stories_that_ship_say_no_more_than_they_show(curated: Dataset) -> None:
    found = stories_of(curated)

    assert found.problems == ()
    assert len(found.stories) > 0
