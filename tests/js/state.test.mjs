import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, encode, initial } from "../../src/relgraph/export/page/script/state.mjs";

const first = initial("ties");

test("the first state has an empty address", () => {
  assert.equal(encode(first, first), "");
  assert.deepEqual(decode("", first), { ...first, node: undefined, fact: undefined });
});

test("an address reads back as it was written, whatever the ids", () => {
  const state = { view: "all", off: new Set(["who:person", "close:vietnam.csp"]), on: new Set(["sure:implied"]), node: "a&b=#/é", fact: "x:y z", steps: 3 };
  assert.deepEqual(decode(`#${encode(state, first)}`, first), state);
});

test("what an address says wrongly is left at the first state", () => {
  const state = decode("#view=upside&steps=9&node=", first);
  assert.equal(state.view, "ties");
  assert.equal(state.steps, 1);
  assert.equal(decode("#steps=two", first).steps, 1);
});

test("the same state has one address", () => {
  const one = { ...first, off: new Set(["b", "a"]) };
  const other = { ...first, off: new Set(["a", "b"]) };
  assert.equal(encode(one, first), encode(other, first));
});
