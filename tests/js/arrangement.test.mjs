import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange, isRearranged } from "../../src/relgraph/webpage/script/layouts/arrangement.mjs";
import { captionBoxes, coast, edgesOf, partsOf } from "../../src/relgraph/webpage/script/picture/backdrop.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { model, terms } from "./model.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

const square = () => 1;
const first = initial("all");
const all = shown(model, first);
const land = {
  unit: 0.5,
  land: [[2, 4, 6, 0, 0, 6]],
  rim: [
    [1000, -500],
    [1000, 500],
  ],
};
const mapped = makeModel({
  ...model.data,
  map: land,
  nodes: model.data.nodes.map((node) => (node.id === "vn" ? { ...node, map: [500, -100] } : node)),
});
const palette = (name) => ({ land: "#111111", "ink-soft": "#222222" })[name] ?? "#333333";

test("as a network everything stands where it stood, and what is no picture draws nothing", () => {
  assert.deepEqual(arrange(model, first, all, square), { shown: all, places: null, backdrop: null });
  const { shown: drawn, places } = arrange(model, { ...first, layout: "table" }, all, square);
  assert.deepEqual([drawn.nodes.size, drawn.edges.size, places], [0, 0, null]);
});

test("on the map what has a place stands there, and the rest is listed", () => {
  const { places, backdrop, shown: drawn, listed } = arrange(mapped, { ...first, layout: "map" }, all, square);
  assert.deepEqual([...places], [["vn", [500, -100]]]);
  assert.deepEqual([...drawn.nodes], ["vn"]);
  assert.equal(drawn.edges.size, 0);
  assert.deepEqual(
    listed.map(({ id }) => id),
    ["nz", "ke", "cuong", "alone"],
  );
  assert.equal(backdrop.land, land);
});

test("outlines are told in steps and written as a path", () => {
  assert.equal(coast(land), "M1 2l3 0 0 3 z");
  assert.equal(edgesOf(land), "M1000 -500L1000 500M-1000 -500L-1000 500");
});

test("a caption stands only where there is room for it", () => {
  const name = { x: 0, y: -200, room: 510 };
  const rings = [{ x: 300, y: 200, arc: [0, 7], name, label: "Comprehensive Partnership", edge: undefined }];
  const parts = partsOf({ rings }, terms, palette);
  assert.equal(captionBoxes(parts, 1).length, 1);
  assert.equal(captionBoxes(parts, 0.2).length, 0);
  const narrow = partsOf({ rings: [{ ...rings[0], name: { ...name, room: 250 } }] }, terms, palette);
  const [whole, broken] = [1, 0.5].map((scale) => captionBoxes(narrow, scale)[0]);
  assert.ok(broken.bottom - broken.top > whole.bottom - whole.top);
  const near = { x: 0, y: -190, text: "ladder of Oman" };
  assert.equal(captionBoxes(partsOf({ rings, titles: [near] }, terms, palette), 1).length, 1);
  assert.equal(captionBoxes(partsOf({ rings, titles: [{ ...near, y: -100 }] }, terms, palette), 1).length, 2);
  const [seat] = captionBoxes(partsOf({ seats: [{ x: 100, y: 0, fact: "t" }] }, terms, palette), 0.5);
  assert.deepEqual(seat, { left: 44, right: 56, top: -6, bottom: 6 });
  assert.deepEqual(partsOf(null, terms, palette), {
    areas: [],
    outlines: [],
    ovals: [],
    seats: [],
    hollow: "#222222",
    captions: [],
  });
});

test("another layout or another middle moves things, a sort does not", () => {
  assert.equal(isRearranged({ ...first, layout: "map" }, first), true);
  assert.equal(isRearranged({ ...first, centre: "ke" }, first), true);
  assert.equal(isRearranged({ ...first, sort: "says" }, first), false);
});
