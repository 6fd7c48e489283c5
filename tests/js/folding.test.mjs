import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../src/relgraph/webpage/script/layouts/arrangement.mjs";
import { edge, model, terms } from "./model.mjs";
import { folded } from "../../src/relgraph/webpage/script/layouts/folding.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { isCloseEnough, withLeast } from "../../src/relgraph/webpage/script/filter/thresholds.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";

const square = () => 1;
const node = (id, more = {}) => ({ id, label: id, kind: "country", names: [], facts: [], x: 0, y: 0, ...more });
const nodes = [
  ...["a", "b", "c"].map((id) => node(id)),
  node("deal", { fact: "deal" }),
  node("pact", { fact: "pact" }),
];
const edges = [
  edge("low", "a", "b", { relation: "diplomatic-relations", rung: 1 }),
  edge("high", "a", "b", { ladder: "vietnam", tier: "csp", rung: 4 }),
  edge("plan", "b", "a", { ladder: "vietnam", tier: "csp", rung: 4, effect: "planned" }),
  edge("deal-a", "a", "deal", { fact: "deal" }),
  edge("deal-b", "b", "deal", { fact: "deal" }),
  edge("pact-b", "b", "pact", { fact: "pact" }),
  edge("pact-c", "c", "pact", { fact: "pact" }),
];
const made = makeModel({ ...model.data, nodes, edges, terms });
const all = { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() };

test("a pair is one line, the closest that holds; what joins it besides is known", () => {
  const { shown, lines, members } = folded(made, all);
  const drawn = [...lines.keys()];
  assert.deepEqual([...shown.nodes], ["a", "b", "c"]);
  assert.deepEqual([...shown.edges].sort(), ["high", ...drawn].sort());
  assert.deepEqual(
    members.get("high").map(({ id }) => id),
    ["low", "high", "plan", "deal-a", "deal-b"],
  );
  assert.deepEqual([lines.get(drawn[0]).from, lines.get(drawn[0]).to, lines.get(drawn[0]).fact], ["b", "c", "pact"]);
});

test("a thing of three, and one of which a line is hidden, stays a shape", () => {
  const three = makeModel({ ...made.data, edges: [...edges, edge("deal-c", "c", "deal", { fact: "deal" })] });
  assert.ok(folded(three, { ...all, edges: new Set([...all.edges, "deal-c"]) }).shown.nodes.has("deal"));
  assert.ok(folded(made, { ...all, edges: new Set(["high", "deal-a"]) }).shown.nodes.has("deal"));
});

test("a line is maybe so where all that it stands for is", () => {
  const maybe = (...ids) => folded(made, { ...all, maybe: new Set(ids) }).shown.maybe;
  assert.equal(maybe("high").has("high"), false);
  assert.equal(maybe(...all.edges).has("high"), true);
});

test("how close a tie is goes by its own ladder", () => {
  const passed = (least) => edges.filter(isCloseEnough(made, least)).map(({ id }) => id);
  assert.deepEqual(passed("top"), ["high", "plan"]);
  assert.deepEqual(passed(undefined).length, edges.length);
  assert.equal(passed("ladder").includes("low"), false);
});

test("actors of few ties are left out, with what only they are tied by", () => {
  const left = withLeast(made, all, 2);
  assert.deepEqual([...left.nodes].sort(), ["a", "b", "deal", "pact"]);
  assert.equal(left.edges.has("pact-c"), false);
  assert.equal(withLeast(made, all, undefined), all);
});

test("map and ladder fold as the network does", () => {
  const state = { ...initial("all"), fold: true };
  const line = 'pair ["b","c"]';
  const ladder = arrange(made, { ...state, layout: "ladder", centre: "b" }, all, square);
  assert.deepEqual([...ladder.places.keys()].sort(), ["a", "b", "c"]);
  assert.deepEqual([...ladder.shown.edges].sort(), ["high", line]);
  const placed = nodes.map((one, index) => (one.fact ? one : { ...one, map: [100 * index, 50] }));
  const land = { unit: 1, land: [], rim: [] };
  const mapped = makeModel({ ...made.data, nodes: placed, map: land });
  const map = arrange(mapped, { ...state, layout: "map" }, all, square);
  assert.deepEqual([...map.shown.nodes], ["a", "b", "c"]);
  assert.ok(map.routes.get(line).length > 0 && map.shown.edges.has(line));
  assert.deepEqual(map.listed, []);
  assert.equal(arrange(made, { ...state, layout: "ladder", centre: "b", fold: false }, all, square).folding, undefined);
});
