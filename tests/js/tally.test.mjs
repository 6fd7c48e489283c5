import assert from "node:assert/strict";
import { test } from "node:test";

import { tallyWords } from "../../src/relgraph/webpage/script/panel/tally.mjs";

const count = (named, derived, unnamed, exact = true) => ({
  counts: null,
  named: Array(named).fill("n"),
  derived: Array(derived).fill("d"),
  unnamed,
  exact,
});
const said = (says, ...rest) => tallyWords({ says, ...count(...rest) });

test("a count is told with what is missing", () => {
  assert.equal(said("14", 5, 4, 5), "14 stated: 5 named, 4 derived, 5 unnamed");
  assert.equal(said("5", 1, 4, 0), "5 stated: 1 named, 4 derived");
  assert.equal(said("3", 3, 0, 0), "3 stated, all named");
  assert.equal(said("64", 0, 0, 64), "64 stated, none of them named");
  assert.equal(said("more than 4", 2, 0, 2, false), "more than 4 stated: 2 named, 2 or more unnamed");
});
