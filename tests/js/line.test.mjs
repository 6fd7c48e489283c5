import assert from "node:assert/strict";
import { test } from "node:test";

import { distanceTo, misses, nearest, traceHead, traceLine } from "../../src/relgraph/webpage/script/lines/line.mjs";

const look = { width: 2, color: "#000000", dashes: false, head: null };
const [a, b, c] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 0, y: 100 },
];
const line = (from, to, more) => ({ from, to, offset: 0, rim: 10, look, ...more });
const arrow = { look: { ...look, head: { length: 20, half: 5 } } };

/** What a pen is told, in whole pixels. */
function traced(trace, one) {
  const told = [];
  const note =
    (name) =>
    (...places) =>
      told.push([name, ...places.map((place) => Math.round(place) || 0)].join(" "));
  const names = ["moveTo", "lineTo", "quadraticCurveTo", "closePath"];
  trace(Object.fromEntries(names.map((name) => [name, note(name)])), one);
  return told;
}

test("a straight line leads from middle to middle, beneath the nodes", () => {
  assert.deepEqual(traced(traceLine, line(a, b)), ["moveTo 0 0", "lineTo 100 0"]);
});

test("a line that bends to its left bends upwards on its way to the right", () => {
  assert.deepEqual(traced(traceLine, line(a, b, { offset: 15 })), ["moveTo 0 0", "quadraticCurveTo 50 -30 100 0"]);
  assert.deepEqual(traced(traceLine, line(b, a, { offset: 15 })), ["moveTo 100 0", "quadraticCurveTo 50 30 0 0"]);
});

test("an arrow's tip lies on the rim of the node, and its line ends in the notch of its head", () => {
  assert.deepEqual(traced(traceLine, line(a, b, arrow)), ["moveTo 0 0", "lineTo 72 0"]);
  assert.deepEqual(traced(traceHead, line(a, b, arrow)), [
    "moveTo 90 0",
    "lineTo 70 5",
    "lineTo 72 0",
    "lineTo 70 -5",
    "closePath",
  ]);
});

test("the head of an arrow points the way in which its line arrives", () => {
  const [tip] = traced(traceHead, line(a, b, { ...arrow, offset: 25 }));
  assert.equal(tip, "moveTo 93 -7");
});

test("a straight line is as far away as its nearest point", () => {
  assert.equal(distanceTo(line(a, b), { x: 50, y: 7 }), 7);
  assert.equal(distanceTo(line(a, b), { x: 103, y: 4 }), 5);
});

test("a curve passes as far beside the straight line as it is told", () => {
  assert.ok(distanceTo(line(a, b, { offset: 15 }), { x: 50, y: -15 }) < 1);
  assert.ok(distanceTo(line(a, b, { offset: 15 }), { x: 50, y: 0 }) > 10);
});

test("the nearest line within reach is found", () => {
  const lines = [line(a, b), line(a, c), line(b, c, { offset: 15 })];
  assert.equal(nearest(lines, { x: 60, y: 3 }, 9), lines[0]);
  assert.equal(nearest(lines, { x: 3, y: 60 }, 9), lines[1]);
  assert.equal(nearest(lines, { x: 62, y: 62 }, 9), lines[2]);
  assert.equal(nearest(lines, { x: 30, y: 30 }, 9), undefined);
});

test("a line beside a box misses it, unless it bends into it", () => {
  const box = { left: 0, top: -50, right: 100, bottom: -10 };
  assert.equal(misses(line(a, b), box), true);
  assert.equal(misses(line(a, b, { offset: 15 }), box), false);
});
