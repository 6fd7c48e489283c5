import assert from "node:assert/strict";
import { test } from "node:test";

import { COLUMNS, rowsOf, sortOf, sorted, tableWords } from "../../src/relgraph/webpage/script/table/rows.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

const all = shown(model, initial("all"));
const rows = rowsOf(model, all);
const keys = (sort) => sorted(rows, sort).map(({ key }) => key);

test("every fact shown has a row, and whoever is shown without one", () => {
  assert.deepEqual(
    rows.map(({ fact, node }) => fact ?? node),
    ["fact csp", "fact planned", "fact national", "alone"],
  );
  assert.equal(tableWords(rows), "3 facts shown, and one name without a tie");
  assert.equal(rowsOf(model, { nodes: new Set(), edges: new Set(), maybe: new Set() }).length, 0);
});

test("at first the closest come first, and what is on no ladder last", () => {
  assert.deepEqual(keys(""), ["fact csp", "fact planned", "alone", "fact national"]);
  assert.deepEqual(sortOf("nonsense"), sortOf(""));
});

test("a column sorts both ways, what lacks it stays last", () => {
  assert.deepEqual(keys("says"), ["alone", "fact csp", "fact national", "fact planned"]);
  assert.deepEqual(keys("-says"), ["fact planned", "fact national", "fact csp", "alone"]);
  assert.deepEqual(keys("tier").slice(0, 2), ["fact planned", "fact csp"]);
  assert.deepEqual(keys("tier").slice(2), keys("-tier").slice(2));
});

test("every column can be sorted by", () => {
  for (const { key } of COLUMNS) assert.deepEqual(sortOf(`-${key}`), { column: key, down: true });
});
