import assert from "node:assert/strict";
import { test } from "node:test";

import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";
import {
  READ_BY_MACHINE,
  allToggled,
  aloneOn,
  isOn,
  onlyThis,
  sureKey,
  tieKey,
  toggled,
} from "../../src/relgraph/webpage/script/filter/switches.mjs";
import { categories, labelOf, shownCounts } from "../../src/relgraph/webpage/script/legend/categories.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { dayNumber } from "../../src/relgraph/webpage/script/data/days.mjs";
import { edge, model } from "./model.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const ties = initial("ties");
const all = initial("all");
const sorted = (set) => [...set].sort();

test("at first the ties are shown, without what a closer one implies", () => {
  const { nodes, edges } = shown(model, ties);
  assert.deepEqual(sorted(edges), ["csp", "planned"]);
  assert.deepEqual(sorted(nodes), ["ke", "nz", "vn"]);
});

test("everything has the nodes without ties too", () => {
  const { nodes, edges } = shown(model, all);
  assert.deepEqual(sorted(edges), ["csp", "national", "planned"]);
  assert.deepEqual(sorted(nodes), ["alone", "cuong", "ke", "nz", "vn"]);
});

test("switching a category off takes its edges, and the nodes that had only these", () => {
  const state = { ...ties, ...toggled(ties, "sure:planned") };
  assert.deepEqual(sorted(shown(model, state).nodes), ["nz", "vn"]);
  const back = { ...state, ...toggled(state, "sure:planned") };
  assert.deepEqual(shown(model, back), shown(model, ties));
});

test("what is off at first is switched on by asking for it", () => {
  assert.equal(isOn(ties, "sure:implied"), false);
  const state = { ...ties, ...toggled(ties, "sure:implied") };
  assert.equal(isOn(state, "sure:implied"), true);
  assert.ok(shown(model, state).edges.has("relations"));
});

test("switching a kind of node off takes its edges", () => {
  const state = { ...all, ...toggled(all, "who:country") };
  assert.deepEqual(shown(model, state), { nodes: new Set(["alone"]), edges: new Set(), maybe: new Set() });
});

test("an edge is told by its rung, or by its kind", () => {
  assert.equal(tieKey(model.edges.get("csp")), "close:vietnam.csp");
  assert.equal(tieKey(model.edges.get("relations")), "close:diplomatic-relations");
  assert.equal(tieKey(model.edges.get("national")), "other:nationality");
  assert.equal(tieKey(edge("x", "a", "b", { ladder: "vietnam", tier: "special" })), "close:vietnam.special");
  assert.equal(tieKey(edge("x", "a", "b")), "other:partnership");
});

test("an edge is told by how far it holds", () => {
  assert.equal(sureKey(model.edges.get("planned")), "sure:planned");
  assert.equal(sureKey(model.edges.get("relations")), "sure:implied");
  assert.equal(sureKey(edge("x", "a", "b", { origin: "derived" })), "sure:derived");
});

test("what a machine read is a layer over the ties, off at first, with one row of the legend", () => {
  const read = { origin: "machine-read", effect: "occurred", status: "machine-read", tie: false, relation: "clashes" };
  const edges = [...model.data.edges, edge("march", "vn", "alone", read), edge("april", "ke", "vn", read)];
  const layered = makeModel({ ...model.data, edges });
  const found = categories(layered, ties).filter(({ key }) => key === READ_BY_MACHINE);
  const state = { ...ties, ...toggled(ties, READ_BY_MACHINE) };

  assert.deepEqual(shown(layered, ties), shown(model, ties));
  assert.deepEqual(sorted(shown(layered, state).edges), ["april", "csp", "march", "planned"]);
  assert.deepEqual(shown(layered, { ...state, view: "people" }), shown(model, initial("people")));
  assert.equal(categories(layered, ties).length, categories(model, ties).length + 2); // and cities
  assert.deepEqual(
    found.map((row) => [row.count, row.group, labelOf(row, layered)]),
    [[2, "read", "Machine-read ties"]],
  );
  assert.deepEqual(layered.weight.get("vn"), model.weight.get("vn"));
});

test("the legend counts what the view holds, whatever is switched off", () => {
  const counts = (state) => Object.fromEntries(categories(model, state).map(({ key, count }) => [key, count]));
  assert.deepEqual(counts(ties), {
    "close:vietnam.csp": 1,
    "close:vietnam.sp": 0, // a plan: counted apart
    "sure:current": 1,
    "sure:implied": 1,
    "sure:planned": 1,
    "source:": 2,
    "who:country": 3,
  });
  assert.deepEqual(counts({ ...ties, off: new Set(["who:country"]) }), counts(ties));
  assert.equal(counts(all)["who:city"], 1);
});

test("plans and ties with a group are counted apart, and what is hidden is not counted as shown", () => {
  const group = { id: "five", label: "five", kind: "group", names: [], facts: [], x: 0, y: 0 };
  const made = makeModel({
    ...model.data,
    nodes: [...model.data.nodes, group],
    edges: [...model.data.edges, edge("told", "vn", "five", { ladder: "vietnam", tier: "sp", rung: 3 })],
  });
  const state = { ...ties, off: new Set(["status:intended"]) };
  const found = categories(made, ties).find(({ key }) => key === "close:vietnam.sp");
  assert.deepEqual([found.count, found.planned, found.groups], [0, 1, 1]);
  assert.equal(shownCounts(made, ties, shown(made, ties)).get("close:vietnam.csp"), 1);
  assert.equal(
    shownCounts(made, { ...state, off: new Set(["who:country"]) }, { nodes: new Set(), edges: new Set() }).get(
      "who:country",
    ),
    undefined,
  );
});

test("lines to what is drawn as a shape are not called what the shape is", () => {
  const { terms } = model.data;
  const line = edge("party", "vn", "deal", { relation: "agreement", role: "parties" });
  const named = {
    ...model.data,
    terms: { ...terms, relations: { agreement: { label: "agreement", plural: "agreements" } } },
  };
  const row = { key: "other:agreement", group: "other", count: 1, edge: line };
  assert.equal(labelOf(row, { data: named }), "Lines to agreements");
});

// On a day: two ties of which one begins in that year, a mission since later, a city that belongs to a country.
const fact = (more) => ({
  says: "",
  kind: "partnership",
  status: "in-force",
  effect: "current",
  origin: "stated",
  ends: [],
  ...more,
});
const dated = makeModel({
  ...model.data,
  nodes: ["vn", "nz", "ke", "city", "embassy"].map((id) => ({
    id,
    label: id,
    kind: id === "embassy" ? "mission" : "country",
    fact: id === "embassy" ? "opened" : undefined,
    names: [],
    facts: [],
    x: 0,
    y: 0,
  })),
  edges: [
    edge("old", "vn", "nz", { fact: "old" }),
    edge("new", "vn", "ke", { fact: "new", status: "signed" }),
    edge("sender", "ke", "embassy", { fact: "opened" }),
    edge("belongs", "city", "ke", { fact: "belongs", origin: "reference", tie: false }),
  ],
  facts: {
    old: fact({ since: "2010", evidence: [{ source: "a" }] }),
    new: fact({ since: "2020", status: "signed", evidence: [{ source: "b" }, { source: "c" }] }),
    opened: fact({ on: "2025" }),
    belongs: fact({ origin: "reference" }),
  },
  spans: { 2010: [733773, 734137], 2020: [737425, 737790], 2025: [739252, 739616] },
});
const on = (day, more = {}) => shown(dated, { ...all, at: dayNumber(day), ...more });

test("on a day only what holds is shown, and what only may hold is marked", () => {
  assert.deepEqual(on("2009-12-31"), { nodes: new Set(), edges: new Set(), maybe: new Set() });
  assert.deepEqual([sorted(on("2015-01-01").edges), sorted(on("2015-01-01").maybe)], [["old"], []]);
  assert.deepEqual([sorted(on("2020-06-30").edges), sorted(on("2020-06-30").maybe)], [["new", "old"], ["new"]]);
  assert.deepEqual(sorted(on("2025-06-30").maybe), ["embassy", "sender"]);
});

test("on a day, what belongs to others is shown for what else is said of it", () => {
  const withTie = makeModel({
    ...dated.data,
    edges: [...dated.data.edges, edge("twin", "city", "vn", { fact: "new" })],
  });
  assert.ok(!on("2025-12-31").nodes.has("city"));
  assert.ok(shown(withTie, { ...all, at: dayNumber("2025-12-31") }).edges.has("belongs"));
  assert.ok(shown(dated, all).edges.has("belongs"));
});

test("what is certain and what only may be so are switched apart", () => {
  assert.deepEqual(sorted(on("2020-06-30", { off: new Set(["held:maybe"]) }).edges), ["old"]);
  assert.deepEqual(sorted(on("2020-06-30", { off: new Set(["held:yes"]) }).edges), ["new"]);
  assert.deepEqual(sorted(shown(dated, { ...ties, off: new Set(["held:maybe"]) }).edges), ["new", "old", "sender"]);
});

test("a source that is switched off takes what only it says", () => {
  assert.deepEqual(sorted(shown(dated, { ...ties, off: new Set(["source:b"]) }).edges), ["new", "old", "sender"]);
  assert.deepEqual(sorted(shown(dated, { ...ties, off: new Set(["source:b", "source:c"]) }).edges), ["old", "sender"]);
  assert.deepEqual(sorted(shown(dated, { ...ties, off: new Set(["source:"]) }).edges), ["new", "old"]);
});

test("statuses of one meaning are told apart below it, and switched", () => {
  const found = categories(dated, ties).filter(({ under }) => under);
  assert.deepEqual(
    found.map(({ key, count, under }) => [key, count, under]),
    [
      ["status:in-force", 2, "sure:current"],
      ["status:signed", 1, "sure:current"],
    ],
  );
  assert.deepEqual(sorted(shown(dated, { ...ties, off: new Set(["status:signed"]) }).edges), ["old", "sender"]);
});

test("the legend counts what holds on the day, and keeps its rows", () => {
  const counts = (state) => Object.fromEntries(categories(dated, state).map(({ key, count }) => [key, count]));
  const then = counts({ ...ties, at: dayNumber("2015-01-01") });
  assert.deepEqual(
    Object.keys(counts(ties)).filter((key) => !(key in then)),
    [],
  );
  assert.deepEqual(
    [then["who:country"], then["sure:current"], then["held:yes"], then["held:maybe"]],
    [2, 1, 1, undefined],
  );
});

// On a day: who left a league in 2010 and came back within 2020; a city nothing else is said of.
const left = makeModel({
  ...dated.data,
  nodes: [
    ...dated.data.nodes,
    { id: "league", label: "league", kind: "alliance", fact: "league", names: [], facts: [] },
  ],
  edges: [
    edge("stays", "vn", "league", { fact: "league" }),
    edge("returns", "ke", "league", { fact: "league" }),
    edge("belongs", "city", "ke", { fact: "belongs", origin: "reference", tie: false }),
  ],
  facts: {
    league: fact({ since: "1950", ends: [{ id: "vn" }, { id: "ke", away: [["2010", "2020"]] }] }),
    belongs: fact({ origin: "reference" }),
  },
  spans: { ...dated.data.spans, 1950: [711858, 712222] },
});
const days = ["2000-01-01", "2010-06-30", "2015-01-01", "2020-06-30", "2021-01-01"];

test("who left is drawn and counted on the days on which it stood there, and marked where it maybe did", () => {
  const then = days.map((day) => shown(left, { ...all, at: dayNumber(day), off: new Set(["who:city"]) }));
  assert.deepEqual(
    then.map(({ edges, maybe }) => [edges.has("returns"), maybe.has("returns")]),
    [
      [true, false],
      [true, true],
      [false, false],
      [true, true],
      [true, false],
    ],
  );
  assert.ok(then.every(({ edges, maybe }) => edges.has("stays") && !maybe.has("stays")));
});

test("while nothing is switched off, all that the legend counts is shown", () => {
  for (const made of [left, dated])
    for (const view of ["ties", "people", "all"])
      for (const day of [...days, undefined]) {
        const state = { ...initial(view), at: day && dayNumber(day) };
        const seen = shownCounts(made, state, shown(made, state));
        for (const { key, count } of categories(made, state))
          assert.deepEqual([view, day, key, seen.get(key) ?? 0], [view, day, key, count]);
      }
});

test("a heading switches all of its rows off, and on again as they were at first", () => {
  const keys = ["sure:derived", "sure:implied"];
  const off = { ...ties, ...allToggled(ties, keys) };
  assert.deepEqual(
    keys.map((key) => isOn(off, key)),
    [false, false],
  );
  const on = { ...off, ...allToggled(off, keys) };
  assert.deepEqual(
    keys.map((key) => isOn(on, key)),
    [true, false],
  );
  const alone = { ...ties, ...allToggled(ties, ["sure:implied"]) };
  assert.equal(isOn(alone, "sure:implied"), true);
});

test("what a closer tie implies is told by itself on days when the closer one does not hold yet", () => {
  const edges = [
    edge("csp", "vn", "nz", { rung: 4, fact: "new" }),
    edge("relations", "vn", "nz", { rung: 1, origin: "derived", implied: true, fact: "old" }),
  ];
  const both = makeModel({ ...dated.data, edges });
  const then = (day) => sorted(shown(both, { ...ties, at: dayNumber(day) }).edges);
  assert.deepEqual(
    [then("2015-01-01"), then("2020-06-30"), then("2020-12-31")],
    [["relations"], ["csp", "relations"], ["csp"]],
  );
  const keys = categories(both, { ...ties, at: dayNumber("2015-01-01") }).map(({ key }) => key);
  assert.ok(keys.includes("sure:derived") && !keys.includes("sure:implied"));
});

test("of all categories of a sort one alone is left, and the others come back", () => {
  const keys = ["who:country", "who:city", "close:vietnam.csp", "other:visit", "sure:current", "sure:implied"];
  const state = { ...initial("ties"), off: new Set(["who:city"]) };
  const one = { ...state, ...onlyThis(state, "close:vietnam.csp", keys) };
  assert.deepEqual([...one.off].sort(), ["other:visit", "who:city"]);
  const other = { ...one, ...onlyThis(one, "other:visit", keys) };
  assert.deepEqual([...other.off].sort(), ["close:vietnam.csp", "who:city"]);
  assert.ok(aloneOn(other, keys).has("other:visit"));
  assert.deepEqual([...aloneOn(one, keys)], ["who:country", "close:vietnam.csp", "sure:current"]);
  assert.deepEqual([...onlyThis(other, "other:visit", keys).off], ["who:city"]);
  const implied = { ...state, ...onlyThis(state, "sure:implied", keys) };
  assert.deepEqual([[...implied.on], implied.off.has("sure:current")], [["sure:implied"], true]);
});
