import assert from "node:assert/strict";
import { test } from "node:test";

import { settled } from "../../src/relgraph/webpage/script/panel/cards.mjs";

test("a sheet let go of stays at the nearest height, or closes", () => {
  assert.deepEqual([0.1, 0.25, 0.5, 0.7, 0.95].map(settled), [undefined, 0.3, 0.56, 0.56, 0.9]);
});
