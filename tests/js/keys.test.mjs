import assert from "node:assert/strict";
import { test } from "node:test";

import { chord } from "../../src/relgraph/webpage/script/keys/keys.mjs";
import { mediaOf } from "../../src/relgraph/webpage/script/basics/theme.mjs";
import { remember, remembered } from "../../src/relgraph/webpage/script/basics/keep.mjs";
import { settled } from "../../src/relgraph/webpage/script/cards/sheet.mjs";

const key = (name, held = {}) => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

test("a key is named with what is held down, in one way on every system", () => {
  assert.equal(chord(key("h")), "h");
  assert.equal(chord(key("H", { shiftKey: true })), "H");
  assert.equal(chord(key("?", { shiftKey: true })), "?");
  assert.equal(chord(key("z", { metaKey: true })), "Ctrl+z");
  assert.equal(chord(key("Z", { ctrlKey: true, shiftKey: true })), "Ctrl+Shift+z");
  assert.equal(chord(key("ArrowUp", { shiftKey: true })), "Shift+ArrowUp");
  assert.equal(chord(key("ArrowUp", { ctrlKey: true, shiftKey: true })), "Ctrl+Shift+ArrowUp");
});

test("the dark sheet holds by system until the reader chooses, and never on paper by choice", () => {
  assert.deepEqual([null, "dark", "light"].map(mediaOf), ["(prefers-color-scheme: dark)", "screen", "not all"]);
});

test("where nothing can be remembered nothing breaks", () => {
  remember("theme", "dark");
  assert.ok([null, "dark"].includes(remembered("theme")));
  remember("theme", null);
  assert.equal(remembered("theme"), null);
});

test("a sheet let go of stays at the nearest height, or closes", () => {
  assert.deepEqual([0.1, 0.25, 0.5, 0.7, 0.95].map(settled), [undefined, 0.3, 0.56, 0.56, 0.9]);
});
