import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Places } from "../../src/relgraph/webpage/script/picture/places.mjs";

const node = { id: "vn", x: 10, y: 20.5, home: [3, -4.5] };
const nowhere = new Map();

beforeEach(() => Object.assign(globalThis, { innerWidth: 1440, innerHeight: 900 }));

test("each view has places of its own", () => {
  assert.deepEqual(new Places("all", nowhere).of(node), [10, 20.5]);
  assert.deepEqual(new Places("ties", nowhere).of(node), [3, -4.5]);
  assert.deepEqual(new Places("ties", nowhere).of({ ...node, home: undefined }), [10, 20.5]);
});

test("a pin comes before the view, another layout before the pin", () => {
  const places = new Places("all", new Map([["vn", [7, 8]]]));
  assert.deepEqual(places.of(node), [7, 8]);
  assert.equal(places.isPinned("vn"), true);
  assert.equal(places.areFree, true);
  assert.equal(places.arrange("all", new Map([["vn", [1, 2]]])), true);
  assert.deepEqual(places.of(node), [1, 2]);
  assert.equal(places.isPinned("vn"), false);
  assert.equal(places.areFree, false);
});

test("those pinned before or now may stand elsewhere", () => {
  const places = new Places("all", new Map([["vn", [7, 8]]]));
  assert.deepEqual(places.pin(new Map([["nz", [1, 1]]])), new Set(["vn", "nz"]));
  assert.deepEqual(places.of(node), [10, 20.5]);
});

test("in a window taller than wide the picture lies on its side, and a place to pin stays what it is", () => {
  const places = new Places("ties", nowhere);
  assert.equal(places.arrange("ties", null), false);
  globalThis.innerWidth = 390;
  assert.equal(places.arrange("ties", null), true);
  assert.deepEqual(places.of(node), [-4.5, 3]);
  assert.deepEqual(places.whole(node), [-4, 3]);
  assert.deepEqual(places.upright({ x: -4.4, y: 3.2 }), [3, -4]);
});
