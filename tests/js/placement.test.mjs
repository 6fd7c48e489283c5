import assert from "node:assert/strict";
import { test } from "node:test";

import { brokenName, placeLabels } from "../../src/relgraph/webpage/script/picture/placement.mjs";

const at = (id, x, y, more = {}) => ({ id, x, y, radius: 10, width: 60, height: 14, must: false, ...more });
const box = ({ id, x, y }, all) => {
  const { width, height } = all.find((one) => one.id === id);
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
};

const spread = (index) => at(`s${index}`, (index % 20) * 18 - 180, Math.floor(index / 20) * 18 - 180);

test("a label alone stands below its node", () => {
  assert.deepEqual(placeLabels([at("a", 0, 0)]), [{ id: "a", x: 0, y: 21 }]);
});

test("labels get out of each other's way, and wait where there is no room", () => {
  const crowd = Array.from({ length: 60 }, (_, index) =>
    at(`n${index}`, (index % 10) * 35, Math.floor(index / 10) * 22),
  );
  const boxes = placeLabels(crowd).map((one) => box(one, crowd));
  assert.ok(boxes.length > 4 && boxes.length < 60);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.right - 2 <= other.left ||
        other.right - 2 <= one.left ||
        one.bottom - 2 <= other.top ||
        other.bottom - 2 <= one.top;
      assert.ok(apart, JSON.stringify([one, other]));
    }
  }
});

test("the first comes first, and one that must be read always is", () => {
  const same = [at("first", 0, 0, { radius: 1 }), at("second", 0, 0, { radius: 1 }), at("third", 0, 0, { radius: 1 })];
  assert.equal(placeLabels(same)[0].id, "first");
  const full = [at("needed", 0, 0, { must: true }), ...Array.from({ length: 400 }, (_, index) => spread(index))];
  assert.equal(placeLabels(full)[0].id, "needed");
});

test("those that must be read cover shapes, but not one another", () => {
  const must = Array.from({ length: 9 }, (_, index) => at(`n${index}`, index * 4, index * 3, { must: true }));
  const shapes = Array.from({ length: 400 }, (_, index) => spread(index));
  const placed = placeLabels([...must, ...shapes])
    .filter(({ id }) => id.startsWith("n"))
    .map((one) => box(one, must));
  assert.ok(placed.length > 1 && placed.length < 9);
  for (const [index, one] of placed.entries())
    for (const other of placed.slice(index + 1))
      assert.ok(
        one.right < other.left || other.right < one.left || one.bottom - 2 <= other.top || other.bottom - 2 <= one.top,
        JSON.stringify([one, other]),
      );
});

test("a label does not seem to be that of another node", () => {
  const [, second] = placeLabels([at("a", 0, 0), at("b", 0, 32, { width: 20 })]);
  assert.deepEqual(second, { id: "b", x: 0, y: 53 });
  const [near] = placeLabels([at("a", 0, 0), at("below", 0, 36), at("above", 0, -36), at("right", 24, 0)]);
  assert.deepEqual(near, { id: "a", x: -44, y: 0 });
});

test("the answer does not depend on where the picture is", () => {
  const crowd = Array.from({ length: 20 }, (_, index) => at(`n${index}`, (index * 37) % 200, (index * 53) % 120));
  const moved = crowd.map((one) => ({ ...one, x: one.x + 8000, y: one.y - 8000 }));
  assert.deepEqual(
    placeLabels(moved).map(({ id }) => id),
    placeLabels(crowd).map(({ id }) => id),
  );
});

test("a long name is broken once and then cut", () => {
  assert.deepEqual(brokenName("Kenya"), ["Kenya"]);
  assert.deepEqual(brokenName("United Nations Security Council"), ["United Nations Security", "Council"]);
  assert.deepEqual(
    brokenName("one two three four five six seven eight nine ten eleven twelve thirteen").map(
      (line) => line.length <= 24,
    ),
    [true, true],
  );
  assert.ok(brokenName("x".repeat(500))[0].endsWith("…"));
  assert.deepEqual(brokenName(" \u0000\n\u2028 "), []);
});

test("letters that belong together are not cut apart", () => {
  const [line] = brokenName("👩🏽‍🚀".repeat(40));
  assert.equal(line, `${"👩🏽‍🚀".repeat(23)}…`);
});

test("at the rim of the window a label stands where it is seen whole, or nowhere", () => {
  const seen = { left: -15, top: -100, right: 300, bottom: 100 };
  assert.deepEqual(placeLabels([at("a", 0, 0)], [], seen), [{ id: "a", x: 44, y: 0 }]);
  const narrow = { ...seen, right: 60 };
  assert.deepEqual(placeLabels([at("a", 0, 0)], [], narrow), []);
  assert.deepEqual(placeLabels([at("a", 0, 0, { must: true })], [], narrow), [{ id: "a", x: 0, y: 21 }]);
});

test("a node outside the window keeps its label below it", () => {
  assert.deepEqual(placeLabels([at("a", -40, 0)], [], { left: 0, top: -100, right: 300, bottom: 100 }), [
    { id: "a", x: -40, y: 21 },
  ]);
});
