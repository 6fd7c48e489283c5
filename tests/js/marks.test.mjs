import assert from "node:assert/strict";
import { test } from "node:test";

import { placedMarks } from "../../src/relgraph/webpage/script/lines/marks.mjs";

/** Where marks stand on lines from (0, 0), each to a spot of its own. */
function standing(spots, scale = 1, growth = 1) {
  const lines = spots.map(([x, y], id) => ({
    edge: { id },
    from: { x: 0, y: 0 },
    to: { x, y },
    offset: 0,
    rim: 0,
    look: {},
  }));
  const marks = new Map(lines.map(({ edge }) => [edge.id, { word: "gained", certain: true }]));
  const placed = placedMarks([...lines, ...lines], marks, growth, scale);
  return placed.map(({ spot }) => [Math.round(spot.x), Math.round(spot.y)]);
}

test("a mark stands in the middle of its line, and where another has that place a little aside", () => {
  assert.deepEqual(standing([[200, 0]]), [[100, 0]]);
  assert.deepEqual(
    standing([
      [200, 0],
      [202, 0],
      [-200, 0],
    ]),
    [
      [100, 0],
      [73, 0],
      [-100, 0],
    ],
  );
});

test("marks do not cover each other: what finds no place has none", () => {
  const found = standing(Array.from({ length: 9 }, () => [200, 0]));
  assert.deepEqual(
    found.map(([x]) => x),
    [100, 72, 128],
  );
});

test("of very many there are fewer, and more of them as one looks closer; the first is always there", () => {
  const row = Array.from({ length: 100 }, (_, index) => [2000, 40 * index]);
  const [far, near] = [standing(row, 0.25), standing(row, 4)];
  assert.ok(far.length < 40 && near.length > 90, `${far.length} and ${near.length}`);
  assert.deepEqual(far[0], near[0]);
});
