import assert from "node:assert/strict";
import { test } from "node:test";

import { Camera } from "../../src/relgraph/webpage/script/picture/camera.mjs";

const WINDOW = { innerWidth: 1000, innerHeight: 800, matchMedia: () => ({ matches: true }) };
const CARD = { left: 200, right: 400, top: 0, bottom: 0 };
const WIDE = [
  { x: -2000, y: 0 },
  { x: 2000, y: 0 },
];

/** Where the camera goes from a zoom of 0.5 with the middle of the picture in the middle of the window. */
function wentTo(all, least) {
  const moves = [];
  const network = {
    on: () => {},
    getScale: () => 0.5,
    canvasToDOM: ({ x, y }) => ({ x: 500 + x / 2, y: 400 + y / 2 }),
    moveTo: (move) => moves.push(move),
  };
  const before = Object.fromEntries(Object.keys(WINDOW).map((name) => [name, globalThis[name]]));
  Object.assign(globalThis, WINDOW);
  new Camera(network).bringInSight(all, least, CARD);
  Object.assign(globalThis, before);
  return moves;
}

test("what lies too far apart is seen from farther away where nothing of it is the most important", () => {
  const [{ scale, offset }] = wentTo(WIDE, []);
  assert.ok(4000 * scale < 400 && scale > 0.05, `${scale}`);
  assert.deepEqual(offset, { x: -100, y: 0 });
});

test("else the most important comes in sight, and what is there already stays where it is", () => {
  const [{ position, scale }] = wentTo(WIDE, [{ x: 2000, y: 0 }]);
  assert.deepEqual([Math.round(position.x), scale], [2000, 0.5]);
  assert.deepEqual(wentTo(WIDE, [{ x: -300, y: 0 }]), []);
});
