import assert from "node:assert/strict";
import { test } from "node:test";

import { distanceTo } from "../../src/relgraph/webpage/script/lines/geometry.mjs";
import { Lines } from "../../src/relgraph/webpage/script/lines/lines.mjs";
import { edge } from "./model.mjs";
import { weave } from "../../src/relgraph/webpage/script/lines/weave.mjs";

const spots = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, c: { x: 0, y: 100 } };
const loom = {
  spot: (id) => spots[id],
  look: ({ rung }) => ({ width: rung + 1, color: "#000000", dashes: false, arrow: false }),
};

test("the widest lines come first, and those of one look share it", () => {
  const lines = weave(
    [edge("1", "a", "b"), edge("2", "a", "c", { rung: 3 }), edge("3", "b", "c"), edge("4", "a", "gone")],
    loom,
  );
  assert.deepEqual(
    lines.map((line) => line.edge.id),
    ["2", "1", "3"],
  );
  assert.equal(lines[1].look, lines[2].look);
  assert.notEqual(lines[0].look, lines[1].look);
});

test("lines follow the places of their nodes", () => {
  const [line] = weave([edge("1", "a", "b")], loom);
  assert.equal(line.from, spots.a);
});

test("parallel lines bend apart, whichever way they run", () => {
  const [there, back] = weave([edge("1", "a", "b"), edge("2", "b", "a")], loom);
  assert.equal(there.offset, -back.offset);
  assert.ok(distanceTo(there, 50, there.offset) < 1);
  assert.ok(distanceTo(back, 50, back.offset) < 1);
  assert.ok(distanceTo(there, 50, back.offset) > 10);
});

test("a straight line is as far away as its nearest point", () => {
  const [line] = weave([edge("1", "a", "b")], loom);
  assert.equal(distanceTo(line, 50, 7), 7);
  assert.equal(distanceTo(line, 103, 4), 5);
});

test("the nearest line within reach is found", () => {
  const lines = new Lines(() => {});
  lines.show(weave([edge("1", "a", "b"), edge("2", "a", "c"), edge("3", "b", "c")], loom));
  assert.equal(lines.near(60, 3, 9)?.id, "1");
  assert.equal(lines.near(3, 60, 9)?.id, "2");
  assert.equal(lines.near(52, 52, 9)?.id, "3");
  assert.equal(lines.near(30, 30, 9), undefined);
});
