import assert from "node:assert/strict";
import { test } from "node:test";

import { ARROWS, toward } from "../../src/relgraph/webpage/script/controls/walk.mjs";

const here = { x: 0, y: 0 };
const others = [
  { id: "east", x: 100, y: 10 },
  { id: "far east", x: 300, y: 0 },
  { id: "north", x: 20, y: -80 },
  { id: "south-west", x: -60, y: 70 },
];
const by = (arrow) => toward(here, others, ARROWS.get(arrow));

test("an arrow leads to the near neighbour on its side", () => {
  assert.equal(by("ArrowRight"), "east");
  assert.equal(by("ArrowUp"), "north");
  assert.equal(by("ArrowDown"), "south-west");
  assert.equal(by("ArrowLeft"), "south-west");
});

test("where none lies on a side there is none", () => {
  assert.equal(toward(here, [{ id: "east", x: 9, y: 0 }], [-1, 0]), undefined);
  assert.equal(toward(here, [{ id: "here", x: 0, y: 0 }], [1, 0]), undefined);
  assert.equal(toward(here, [], [1, 0]), undefined);
});
