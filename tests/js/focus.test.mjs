import assert from "node:assert/strict";
import { test } from "node:test";

import { focusOf, revealFact, revealNode } from "../../src/relgraph/webpage/script/filter/focus.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";
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
