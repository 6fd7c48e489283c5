import assert from "node:assert/strict";
import { test } from "node:test";

import { chord } from "../../src/relgraph/webpage/script/controls/shortcuts.mjs";

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
