import assert from "node:assert/strict";
import { test } from "node:test";

import { mediaOf, remember, remembered } from "../../src/relgraph/webpage/script/basics/settings.mjs";

test("the dark sheet holds by system until the reader chooses, and never on paper by choice", () => {
  assert.deepEqual([null, "dark", "light"].map(mediaOf), ["(prefers-color-scheme: dark)", "screen", "not all"]);
});

test("where nothing can be remembered nothing breaks", () => {
  remember("theme", "dark");
  assert.ok([null, "dark"].includes(remembered("theme")));
  remember("theme", null);
  assert.equal(remembered("theme"), null);
});
