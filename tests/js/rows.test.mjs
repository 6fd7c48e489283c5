import assert from "node:assert/strict";
import { test } from "node:test";

import { COLUMNS, rowsOf, sortOf, sorted, tableWords } from "../../src/relgraph/webpage/script/table/rows.mjs";
import { factCounts } from "../../src/relgraph/webpage/script/data/counts.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
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
  assert.equal(tableWords(rows, { all: 3, undrawn: 0 }), "3 facts shown, and one name without a tie");
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

test("the table counts the facts that the page counts, and apart what is none", () => {
  const entered = { ...model.data.facts["fact national"], origin: "reference" };
  const figure = { ...entered, origin: "stated" };
  const facts = { ...model.data.facts, "fact national": entered, figure };
  const made = makeModel({ ...model.data, facts });
  const counts = factCounts(made);
  assert.deepEqual(counts, { all: 4, stated: 4, derived: 0, undrawn: 1 });
  const words = (view) => tableWords(rowsOf(made, shown(made, initial(view))), counts, view);
  assert.equal(words("ties"), "2 of 4 facts shown");
  const others = "1 line entered with the actors and one name without a tie";
  assert.equal(words("all"), `2 of 4 facts shown, and ${others}; 1 more in a panel alone`);
});
