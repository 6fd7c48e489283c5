import assert from "node:assert/strict";
import { test } from "node:test";

import { focusOf, revealFact, revealNode } from "../../src/relgraph/webpage/script/filter/focus.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";
import { dayNumber } from "../../src/relgraph/webpage/script/data/days.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";

const ties = initial("ties");
const sorted = (set) => [...set].sort();
const focus = (state) => focusOf(model, state, shown(model, state));

test("nothing stands out at first, nor for an id that is not there", () => {
  assert.equal(focus(ties), null);
  assert.equal(focus({ ...ties, node: "nowhere" }), null);
  assert.equal(focus({ ...ties, fact: "nowhere" }), null);
});

test("a node stands out with its neighbours and the ties to them", () => {
  const { nodes, edges, chosen } = focus({ ...ties, node: "nz" });
  assert.deepEqual([sorted(nodes), sorted(edges), sorted(chosen)], [["nz", "vn"], ["csp"], ["nz"]]);
});

test("more steps reach farther, over what is shown only", () => {
  assert.deepEqual(sorted(focus({ ...ties, node: "nz", steps: 2 }).nodes), ["ke", "nz", "vn"]);
  assert.deepEqual(sorted(focus({ ...ties, node: "nz", steps: 2, off: new Set(["sure:planned"]) }).nodes), [
    "nz",
    "vn",
  ]);
});

test("a fact stands out with its ends", () => {
  const { nodes, chosen } = focus({ ...ties, node: "nz", fact: "fact planned" });
  assert.deepEqual(sorted(nodes), ["ke", "vn"]);
  assert.ok(chosen.has("planned"));
});

test("what is looked at is made visible: in the other view, or by switching on", () => {
  const reveal = (state, id) => revealNode(model, state, shown(model, state), id);
  assert.deepEqual(reveal(ties, "nz"), {});
  assert.equal(reveal(ties, "cuong").view, "all");
  const off = { ...ties, off: new Set(["who:country", "other:x"]) };
  assert.deepEqual(sorted(reveal(off, "nz").off), ["other:x"]);
  assert.ok(shown(model, { ...off, ...reveal(off, "nz") }).nodes.has("nz"));
});

test("a fact that is off at first is switched on when it is asked for", () => {
  const change = revealFact(model, ties, shown(model, ties), "fact relations");
  assert.deepEqual(sorted(change.on), ["sure:implied"]);
  assert.ok(shown(model, { ...ties, ...change }).edges.has("relations"));
});

test("who is asked for on a day on which it had left is shown of any time, and a fact by whoever stood in it then", () => {
  const [facts, spans] = [model.data.facts, { 1950: [711858, 712222], 2010: [733773, 734137] }];
  const [of, gone] = facts["fact csp"].ends;
  const league = { ...facts["fact csp"], since: "1950", ends: [of, { ...gone, away: [["2010", ""]] }] };
  const made = makeModel({
    ...model.data,
    edges: [model.edges.get("csp")],
    facts: { ...facts, "fact csp": league },
    spans,
  });
  const state = { ...ties, at: dayNumber("2020-01-01") };
  assert.equal("at" in revealNode(made, state, shown(made, state), "nz"), true);
  assert.ok(shown(made, { ...state, ...revealNode(made, state, shown(made, state), "nz") }).nodes.has("nz"));
  const before = { ...ties, at: dayNumber("2000-01-01") };
  assert.deepEqual(revealFact(made, before, shown(made, before), "fact csp"), {});
});
