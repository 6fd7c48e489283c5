import assert from "node:assert/strict";
import { test } from "node:test";

import { FactSearch } from "../../src/relgraph/webpage/script/controls/fact_search.mjs";
import { model } from "./model.mjs";

test("of what is said alike, what is so comes before what is only planned", () => {
  const plan = { ...model.data.facts["fact csp"], effect: "planned" };
  const { data } = model;
  const search = new FactSearch({ ...model, data: { ...data, facts: { ...data.facts, "fact csp": plan } } });
  assert.deepEqual(search.find("fact"), ["fact national", "fact planned", "fact relations", "fact csp"]);
  assert.deepEqual(search.find("fact c"), ["fact csp"]);
});
