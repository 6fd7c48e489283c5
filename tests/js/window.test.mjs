import assert from "node:assert/strict";
import { test } from "node:test";

import { windowOf } from "../../src/relgraph/webpage/script/table/window.mjs";

test("rows in sight are written, and some around them", () => {
  const seen = { height: 500, row: 50, count: 1000 };
  assert.deepEqual(windowOf({ ...seen, top: 0 }), [0, 22]);
  assert.deepEqual(windowOf({ ...seen, top: 25_000 }), [488, 522]);
  assert.deepEqual(windowOf({ ...seen, top: 49_500 }), [978, 1000]);
  assert.deepEqual(windowOf({ ...seen, top: -40 }), [0, 22]);
});
