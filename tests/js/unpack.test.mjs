import assert from "node:assert/strict";
import { test } from "node:test";
import { unpacked } from "../../src/relgraph/webpage/script/data/unpack.mjs";

const none = { rows: 0, columns: {} };
const nodes = (columns, rows, values = []) =>
  unpacked({ nodes: { rows, columns }, edges: none, facts: none, values }).nodes;

test("columns of every form become records, which lack what is null", () => {
  const columns = {
    id: { at: [1, 0] },
    kind: { all: "country" },
    tie: { flags: "10" },
    x: [1.5, -2],
    iso: { only: [1], are: ["VN"] },
    type: [null, "capital"],
  };
  assert.deepEqual(nodes(columns, 2, ["vn", "nz"]), [
    { id: "nz", kind: "country", tie: true, x: 1.5 },
    { id: "vn", kind: "country", tie: false, x: -2, iso: "VN", type: "capital" },
  ]);
});

test("lists are cut from one column, empty ones and none apart", () => {
  const names = { lengths: [2, null, 0, 1], items: ["a", "b", "c"] };
  assert.deepEqual(nodes({ names }, 4), [{ names: ["a", "b"] }, {}, { names: [] }, { names: ["c"] }]);
});

test("records in lists are tables of their own", () => {
  const ends = { lengths: { all: 1 }, items: { rows: 2, columns: { role: { all: "of" }, id: { at: [0, 1] } } } };
  assert.deepEqual(nodes({ ends }, 2, ["vn", "nz"]), [
    { ends: [{ role: "of", id: "vn" }] },
    { ends: [{ role: "of", id: "nz" }] },
  ]);
});

test("facts go by their id, whatever it is, and the rest is left as it is", () => {
  const facts = { rows: 2, columns: { id: ["__proto__", "b"], says: ["one", "two"] } };
  const data = unpacked({ nodes: none, edges: none, facts, values: [], terms: { actors: {} } });
  assert.deepEqual(Object.entries(data.facts), [
    ["__proto__", { says: "one" }],
    ["b", { says: "two" }],
  ]);
  assert.deepEqual(Object.keys(data).sort(), ["edges", "facts", "nodes", "terms"]);
});

test("what is looked up by an id is found only where it was told", () => {
  const facts = { rows: 1, columns: { id: ["constructor"], says: ["one"] } };
  const terms = { actors: {}, ladders: { toString: { label: "a ladder" } } };
  const others = JSON.parse('{"__proto__": "a name"}');
  const silence = { labels: { valueOf: "kinds" }, nodes: [], closes: {} };
  const data = unpacked({
    nodes: none,
    edges: none,
    facts,
    values: [],
    terms,
    others,
    silence,
    sources: {},
    spans: {},
  });
  assert.equal(data.silence.labels["valueOf"], "kinds");
  assert.deepEqual(data.facts["constructor"], { says: "one" });
  assert.equal(data.others["__proto__"], "a name");
  assert.deepEqual(data.terms.ladders["toString"], { label: "a ladder" });
  for (const table of [
    data.facts,
    data.others,
    data.sources,
    data.spans,
    data.terms,
    ...Object.values(data.terms),
    data.silence.labels,
    data.silence.closes,
  ])
    assert.equal(table["hasOwnProperty"], undefined);
});
