import assert from "node:assert/strict";
import { test } from "node:test";

import { categories, isOn, shown, sureKey, tieKey, toggled } from "../../src/relgraph/export/page/script/filters.mjs";
import { initial } from "../../src/relgraph/export/page/script/state.mjs";
import { edge, model } from "./model.mjs";

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
  assert.deepEqual(shown(model, state), { nodes: new Set(["alone"]), edges: new Set() });
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

test("the legend counts what the view holds, whatever is switched off", () => {
  const counts = (state) => Object.fromEntries(categories(model, state).map(({ key, count }) => [key, count]));
  assert.deepEqual(counts(ties), { "close:vietnam.csp": 1, "close:vietnam.sp": 1, "sure:current": 1, "sure:implied": 1, "sure:planned": 1, "who:country": 3 });
  assert.deepEqual(counts({ ...ties, off: new Set(["who:country"]) }), counts(ties));
  assert.equal(counts(all)["who:city"], 1);
});
