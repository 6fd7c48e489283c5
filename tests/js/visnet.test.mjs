import assert from "node:assert/strict";
import { test } from "node:test";

import { VisNet } from "../../src/relgraph/webpage/script/picture/visnet.mjs";
import { Lines } from "../../src/relgraph/webpage/script/lines/lines.mjs";
import { FakeNetwork } from "./network.mjs";
import { Places } from "../../src/relgraph/webpage/script/picture/places.mjs";
import { Scene } from "../../src/relgraph/webpage/script/picture/scene.mjs";
import { hitAt } from "../../src/relgraph/webpage/script/picture/hits.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

Object.assign(globalThis, { innerWidth: 1440, innerHeight: 900, vis: { Network: FakeNetwork } });

/** A net whose nodes stand 100 pixels apart in a row. */
function made(of = model) {
  const state = initial("all");
  const scene = new Scene(of, () => "#102030", shown(of, { ...state, on: new Set(["sure:implied"]) }));
  const places = new Places("all", new Map(of.data.nodes.map(({ id }, index) => [id, [100 * index, 0]])));
  const lines = new Lines(
    scene,
    (id) => net.node(id),
    () => {},
  );
  const standing = (one) => ({ x: places.of(one)[0], y: places.of(one)[1], size: 20, hidden: one.id === "ke" });
  const net = new VisNet({}, of, standing);
  return { scene, lines, net };
}

test("nodes go by their ids, whatever these are", () => {
  const odd = makeModel({
    ...model.data,
    nodes: ["__proto__", "1", ""].map((id) => ({ ...model.data.nodes[0], id })),
    edges: [],
  });
  const { net } = made(odd);
  assert.equal(net.node("__proto__").x, 0);
  assert.equal(net.node("1").x, 100);
  assert.equal(net.node("").x, 200);
  assert.equal(net.node("toString"), undefined);
});

test("a node stands where it is moved, as large as it is told", () => {
  const { net } = made();
  net.move("nz", [5, 6]);
  net.resize("nz", 40);
  assert.deepEqual(net.node("nz"), { x: 5, y: 6, size: 40, hidden: false });
  net.move("nobody", [5, 6]);
  net.resize("nobody", 40);
  assert.equal(net.node("nobody"), undefined);
});

/** What is told of dragging from a point of the window, which shows half of everything. */
function dragged(net, point, ...steps) {
  const told = [];
  net.onDrag({
    began: (id) => told.push(["began", id]),
    moving: (id) => told.push(["moving", id]),
    ended: (id) => told.push(["ended", id]),
  });
  net.vis.drag(point, ...steps);
  return told;
}

test("dragging moves the node under the pointer, and tells which", () => {
  const { net } = made();
  assert.deepEqual(dragged(net, { x: 45, y: 8 }, [3, 4], [10, 20]), [
    ["began", "nz"],
    ["moving", "nz"],
    ["moving", "nz"],
    ["ended", "nz"],
  ]);
  assert.deepEqual([net.node("nz").x, net.node("nz").y], [113, 24]);
  assert.deepEqual([net.node("vn").x, net.node("vn").y], [0, 0]);
});

test("of two nodes that lie upon each other the upper is dragged", () => {
  const { net } = made();
  net.move("vn", [90, 0]);
  assert.deepEqual(dragged(net, { x: 47, y: 0 }, [1, 1]).at(-1), ["ended", "nz"]);
});

test("beside every node that is shown the picture is dragged", () => {
  for (const point of [
    { x: 58, y: 8 }, // a corner of the square around one
    { x: 100, y: 0 }, // where one stands that is hidden
  ]) {
    const { net } = made();
    assert.deepEqual(dragged(net, point, [3, 4]), [
      ["began", undefined],
      ["ended", undefined],
    ]);
    assert.equal(net.node("ke").x, 200);
  }
});

test("a press on a node that was not dragged moves nothing", () => {
  const { net } = made();
  assert.deepEqual(dragged(net, { x: 50, y: 0 }).at(-1), ["ended", undefined]);
});

test("the node under a point comes before the edge; away from both there is nothing", () => {
  const { scene, lines, net } = made();
  const at = (x, y, scale = 1) => hitAt({ x, y }, scale, { scene, lines, spot: (id) => net.node(id) });
  assert.equal(at(3, 3).node.id, "vn");
  assert.equal(at(50, -7).edge.id, "csp");
  assert.deepEqual(at(50, 400), { edge: undefined });
  assert.equal(at(230, 40).node, undefined);
  assert.equal(at(230, 40, 0.25).node.id, "ke", "from far away a pointer reaches farther");
});
