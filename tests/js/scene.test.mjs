import assert from "node:assert/strict";
import { test } from "node:test";

import { Scene } from "../../src/relgraph/webpage/script/picture/scene.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

const palette = () => "#102030";
const made = () => new Scene(model, palette, shown(model, initial("ties")));
const csp = model.edges.get("csp");
const focus = { nodes: new Set(["vn", "nz"]), edges: new Set(["csp"]), chosen: new Set(["nz"]) };

test("without a focus nothing is faded or marked", () => {
  const scene = made();
  assert.equal(scene.isNodeFaded("ke"), false);
  assert.equal(scene.isEdgeFaded("planned"), false);
  assert.equal(scene.isMarked("nz"), false);
});

test("what is out of focus is faded, what is chosen or pointed at is marked", () => {
  const scene = made();
  scene.focus = focus;
  scene.hovered = "ke";
  assert.deepEqual(
    ["vn", "nz", "ke"].map((id) => scene.isNodeFaded(id)),
    [false, false, true],
  );
  assert.deepEqual(
    ["csp", "planned"].map((id) => scene.isEdgeFaded(id)),
    [false, true],
  );
  assert.deepEqual(
    ["vn", "nz", "ke"].map((id) => scene.isMarked(id)),
    [false, true, true],
  );
});

test("an edge is pale where it only may hold, and nearly gone out of focus", () => {
  const scene = made();
  assert.equal(scene.look(csp).color, "#102030");
  scene.shown = { ...scene.shown, maybe: new Set(["csp"]) };
  assert.equal(scene.look(csp).color, "#10203073");
  scene.focus = { ...focus, edges: new Set() };
  assert.equal(scene.look(csp).color, "#1020301a");
});

test("a marked edge is wider", () => {
  const scene = made();
  const plain = scene.look(csp).width;
  scene.hovered = "csp";
  assert.equal(scene.look(csp).width, plain + 1.5);
});

test("the head of an arrow grows with its line", () => {
  const scene = made();
  const national = model.edges.get("national");
  const { width, head } = scene.look(national);
  scene.growFor(0.1);
  const wider = scene.look(national).width - width;
  assert.ok(wider > 0);
  assert.ok(Math.abs(scene.look(national).head.length - head.length - 3 * wider) < 1e-9);
});

test("seen from far away shapes are larger, to a limit; seen closely they are as planned, on a map smaller", () => {
  const scene = made();
  const planned = scene.radius("vn");
  assert.equal(scene.growFor(1), false);
  assert.equal(scene.growFor(0.6), true);
  assert.ok(Math.abs(scene.radius("vn") / planned - 1.2) < 1e-9);
  scene.growFor(0.1);
  assert.ok(Math.abs(scene.radius("vn") / planned - 1.7) < 1e-9);
  scene.growFor(4);
  assert.equal(scene.radius("vn"), planned);
  scene.backdrop = { land: { unit: 1, land: [] } };
  scene.growFor(2.4);
  assert.ok(Math.abs(scene.radius("vn") / planned - 0.3) < 1e-9);
});

test("on a map of many shapes they are smaller, so that the land is seen; to a limit", () => {
  const scene = made();
  const planned = scene.radius("vn");
  const grown = (/** @type {number} */ count) => {
    scene.shown = { ...scene.shown, nodes: new Set(Array.from({ length: count }, (_, number) => `n${number}`)) };
    scene.growFor(0.1);
    return scene.radius("vn") / planned;
  };
  scene.backdrop = { land: { unit: 1, land: [], rim: [] } };
  assert.deepEqual(
    [60, 240, 5000].map(grown).map((one) => Math.round(100 * one) / 100),
    [1.7, 0.85, 0.5],
  );
  scene.backdrop = null;
  assert.ok(Math.abs(grown(5000) - 1.7) < 1e-9);
});

test("another palette gives other colours", () => {
  const scene = made();
  scene.recolour(() => "#ff0000");
  assert.equal(scene.look(csp).color, "#ff0000");
});
