import assert from "node:assert/strict";
import { test } from "node:test";

import { UNTOUCHED, Undo, sameFilters, sameHand } from "../../src/relgraph/webpage/script/state/hand.mjs";

const plain = { off: new Set(), on: new Set(), gathered: new Set(["union"]) };
const hand = {
  ...plain,
  hidden: new Set(["b", "a&b=#é"]),
  pinned: new Map([
    ["x,y", [-12, 340]],
    ["v", [0, 0]],
  ]),
};

test("a moved pin is another state, another order is not", () => {
  const other = { ...hand, hidden: new Set([...hand.hidden].reverse()), pinned: new Map([...hand.pinned].reverse()) };
  assert.equal(sameHand(other, hand), true);
  assert.equal(sameHand({ ...hand, gathered: new Set() }, hand), false);
  const moved = { ...hand, pinned: new Map([...hand.pinned, ["v", [0, 1]]]) };
  assert.equal(sameHand(moved, hand), false);
});

test("undoing and doing again walk the same way back and forth", () => {
  const states = [0, 1, 2].map((count) => ({ ...plain, hidden: new Set("ab".slice(0, count)), pinned: new Map() }));
  const undo = new Undo();
  undo.note(states[0]);
  undo.note(states[1]);
  assert.deepEqual(undo.undo(states[2]), states[1]);
  assert.deepEqual(undo.undo(states[1]), states[0]);
  assert.equal(undo.undo(states[0]), undefined);
  assert.deepEqual(undo.redo(states[0]), states[1]);
  assert.equal(undo.canRedo, true);
  undo.note(states[1]);
  assert.equal(undo.canRedo, false);
});

test("what the browser's back has undone already is not undone again", () => {
  const undo = new Undo();
  undo.note({ ...plain, ...UNTOUCHED });
  undo.note(hand);
  assert.deepEqual(undo.undo(hand), { ...plain, ...UNTOUCHED });
});

test("what the legend left is undone too", () => {
  const undo = new Undo();
  const filtered = { ...plain, ...UNTOUCHED, off: new Set(["who:body"]) };
  undo.note({ ...plain, ...UNTOUCHED });
  assert.deepEqual(undo.undo(filtered), { ...plain, ...UNTOUCHED });
  assert.deepEqual(undo.redo({ ...plain, ...UNTOUCHED }), filtered);
  assert.equal(sameFilters(filtered, { ...plain, off: new Set(["who:body"]) }), true);
  assert.equal(sameFilters(filtered, { ...plain, off: new Set(["who:city"]) }), false);
});
