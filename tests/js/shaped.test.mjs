import assert from "node:assert/strict";
import { test } from "node:test";

import { UNSHAPED, readShape, shapeWords } from "../../src/relgraph/webpage/script/state/shaped.mjs";

const read = (text) => readShape(new URLSearchParams(text));

test("a shape is read as it was written, and the first one is not written at all", () => {
  const shaped = { shape: "ladder", centre: "viet nam&é", sort: "-when" };
  assert.deepEqual(read(new URLSearchParams(shapeWords(shaped)).toString()), shaped);
  assert.deepEqual(shapeWords(UNSHAPED), []);
  assert.deepEqual(read(""), UNSHAPED);
});

test("a shape that there is not is the first", () => {
  assert.deepEqual(read("shape=cube&centre="), UNSHAPED);
});
