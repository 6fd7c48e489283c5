import assert from "node:assert/strict";
import { test } from "node:test";

import { curve, offsets } from "../../src/relgraph/webpage/script/lines/bends.mjs";
import { edge } from "./model.mjs";

test("a tie alone is straight, two bend to either side, three keep a straight one between", () => {
  const found = offsets([
    edge("a", "x", "y"),
    edge("b", "y", "z"),
    edge("c", "z", "y"),
    edge("d", "p", "q"),
    edge("e", "q", "p"),
    edge("f", "p", "q"),
  ]);
  assert.equal(found.has("a"), false);
  assert.deepEqual([found.get("b"), found.get("c")], [-7.5, 7.5]);
  assert.deepEqual(
    ["d", "e", "f"].map((id) => found.get(id)),
    [-15, 0, 15],
  );
});

test("ids that hold the sign between ids do not run into each other", () => {
  const found = offsets([edge("a", 'x","y', "z"), edge("b", "x", 'y","z')]);
  assert.equal(found.size, 0);
});

test("a tie against the order of its ends bends the other way, so that both stay apart", () => {
  assert.equal(curve(edge("a", "x", "y"), 10, 200).type, "curvedCW");
  assert.equal(curve(edge("a", "y", "x"), 10, 200).type, "curvedCCW");
  assert.equal(curve(edge("a", "y", "x"), -10, 200).type, "curvedCW");
});

test("the shorter the tie, the rounder; none stands on nothing", () => {
  assert.ok(curve(edge("a", "x", "y"), 10, 100).roundness > curve(edge("a", "x", "y"), 10, 400).roundness);
  assert.deepEqual(curve(edge("a", "x", "y"), 0, 100), { enabled: false });
  assert.deepEqual(curve(edge("a", "x", "x"), 10, 0), { enabled: false });
});
