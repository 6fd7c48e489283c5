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
  const drawn = [];
  const node = (one) => ({ x: places.of(one)[0], y: places.of(one)[1], size: scene.radius(one.id) });
  const net = new VisNet({}, of, {
    node,
    draw: (_, one) => (one.id === "ke" ? null : () => drawn.push(one.id)),
  });
  return { scene, lines, net, drawn };
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

test("a node moved or resized is not left out of the next frame", () => {
  const { net } = made();
  assert.deepEqual(net.node("nz").box, { x: 100, y: 0, size: net.node("nz").options.size });
  net.move("nz", [5, 6]);
  net.resize("nz", 40);
  assert.deepEqual(net.node("nz").box, { x: 5, y: 6, size: 40 });
  net.move("nobody", [5, 6]);
});

test("vis-network is told what to draw, and where nothing need be", () => {
  const { net, drawn } = made();
  net.vis.draw("vn").drawNode();
  assert.deepEqual(drawn, ["vn"]);
  assert.deepEqual(net.vis.draw("ke"), {});
});

test("dragging tells which node; the picture itself is none", () => {
  const { net } = made();
  const told = [];
  net.onDrag({
    began: (id) => told.push(["began", id]),
    moving: (id) => told.push(["moving", id]),
    ended: (id) => told.push(["ended", id]),
  });
  for (const event of ["dragStart", "dragging", "dragging", "dragEnd"])
    net.vis.emit(event, { nodes: event === "dragEnd" ? [] : [1] });
  for (const event of ["dragStart", "dragging", "dragEnd"]) net.vis.emit(event, { nodes: [] });
  assert.deepEqual(told, [
    ["began", "nz"],
    ["moving", "nz"],
    ["moving", "nz"],
    ["ended", "nz"],
    ["began", undefined],
    ["ended", undefined],
  ]);
});

test("a press on a node that was not dragged moves nothing", () => {
  const { net } = made();
  const told = [];
  net.onDrag({ ended: (id) => told.push(id) });
  net.vis.emit("dragStart", { nodes: [1] });
  net.vis.emit("dragEnd", { nodes: [] });
  assert.deepEqual(told, [undefined]);
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
