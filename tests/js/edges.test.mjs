import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf, offsets } from "../../src/relgraph/webpage/script/lines/edges.mjs";
import { edge } from "./model.mjs";

const spots = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, c: { x: 0, y: 100 } };
const making = {
  spot: (id) => spots[id],
  radius: (id) => (id === "b" ? 12 : 9),
  look: ({ rung }) => ({ width: rung + 1, color: "#000000", dashes: false, head: null }),
  offsets: new Map([["1", 7.5]]),
};

test("an edge alone is straight, two bend to either side, three keep a straight one between", () => {
  const found = offsets([
    edge("a", "x", "y"),
    edge("b", "y", "z"),
    edge("c", "y", "z"),
    edge("d", "p", "q"),
    edge("e", "p", "q"),
    edge("f", "p", "q"),
  ]);
  assert.equal(found.has("a"), false);
  assert.deepEqual([found.get("b"), found.get("c")], [-7.5, 7.5]);
  assert.deepEqual(
    ["d", "e", "f"].map((id) => found.get(id)),
    [-15, 0, 15],
  );
});

test("an edge that runs the other way has its left on the other side, so that both stay apart", () => {
  const found = offsets([edge("there", "x", "y"), edge("back", "y", "x")]);
  assert.deepEqual([found.get("there"), found.get("back")], [-7.5, -7.5]);
});

test("ids that hold the sign between ids do not run into each other", () => {
  const found = offsets([edge("a", 'x","y', "z"), edge("b", "x", 'y","z')]);
  assert.equal(found.size, 0);
});

test("the widest lines come first, and those of one look share it", () => {
  const edges = [edge("1", "a", "b"), edge("2", "a", "c", { rung: 3 }), edge("3", "b", "c"), edge("4", "a", "gone")];
  const lines = linesOf(edges, making);
  assert.deepEqual(
    lines.map((line) => line.edge.id),
    ["2", "1", "3"],
  );
  assert.equal(lines[1].look, lines[2].look);
  assert.notEqual(lines[0].look, lines[1].look);
});

test("a line follows the places of its nodes, and bends as it is told", () => {
  const [line] = linesOf([edge("1", "a", "b")], making);
  assert.equal(line.from, spots.a);
  assert.deepEqual([line.offset, line.rim], [7.5, 0]);
});

test("a line with an arrow knows how large the node at its end is", () => {
  const look = () => ({ width: 1, color: "#000000", dashes: false, head: { length: 8, half: 3 } });
  assert.equal(linesOf([edge("1", "a", "b")], { ...making, look })[0].rim, 12);
});
