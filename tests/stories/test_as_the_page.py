"""What a step shows is the same for the check of its caption and for the page that presents it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.graph.multigraph import build_graph
from relgraph.reading.dates import day_asked
from relgraph.reading.place import NOWHERE
from relgraph.stories.check import stories_of
from relgraph.stories.drawn import Known
from relgraph.stories.fragment import fragment
from relgraph.stories.records import Filters, PathShown, Step
from relgraph.stories.shown import shown
from relgraph.webpage.data import payload as page_data
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.node import Node

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
)
OVERVIEWS = (Step("", NOWHERE), Step("", NOWHERE, view="people"), Step("", NOWHERE, view="all"))


@pytest.fixture
def steps(curated: Dataset) -> list[Step]:
    """Those of the stories that ship, and more."""
    return [*(step for story in stories_of(curated).stories for step in story.steps), *LOOKS, *OVERVIEWS]


def test_the_page_shows_what_a_caption_may_speak_of(
    curated: Dataset, steps: list[Step], node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_data, "positions", lambda nodes, **_: dict.fromkeys(nodes, (0.0, 0.0)))
    data = payload(curated, build_graph(curated))
    found = json.loads(node(PAGE, stdin=json.dumps({"data": data, "states": [fragment(step) for step in steps]})))
    known = Known(curated)
    wanted = [sorted({fact.id for fact in shown(known, step).facts}) for step in steps]

    looking = len(steps) - len(OVERVIEWS)
    assert looking > 10
    differing = [(step, set(mine) ^ set(its)) for step, mine, its in zip(steps[:looking], wanted, found, strict=False)]
    assert [(step, one) for step, one in differing if one] == []
    for mine, drawn in zip(wanted[looking:], found[looking:], strict=True):
        assert mine
        assert set(mine) <= set(drawn)


def test_the_stories_that_ship_say_no_more_than_they_show(curated: Dataset) -> None:
    found = stories_of(curated)

    assert found.problems == ()
    assert len(found.stories) > 0
