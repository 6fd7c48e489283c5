import assert from "node:assert/strict";
import { test } from "node:test";

import { setBand } from "../../src/relgraph/webpage/script/layouts/rings.mjs";
import { centreOf, centres, ladderOf } from "../../src/relgraph/webpage/script/layouts/ladder.mjs";
import { edge, model, terms } from "./model.mjs";
import { gapsOf } from "../../src/relgraph/webpage/script/layouts/gaps.mjs";
import { hitAt } from "../../src/relgraph/webpage/script/picture/hits.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

const ties = shown(model, initial("ties"));
const distance = ([x, y]) => Math.hypot(x / 1.3, y);

/** A country with partners at each rung, one of them only planned, and one through an agreement. */
const wide = () => {
  const node = (id, more = {}) => ({ id, label: id, kind: "country", names: [], facts: [], x: 0, y: 0, ...more });
  const ranked = (id, tier, rung, more = {}) => edge(id, "vn", id, { ladder: "vietnam", tier, rung, ...more });
  const nodes = [
    ...["vn", "top", "high", "low", "soon", "far", "stranger", "other"].map((id) => node(id)),
    node("deal", { kind: "agreement", fact: "fact deal" }),
  ];
  const edges = [
    ranked("top", "csp", 4),
    ranked("high", "sp", 3),
    ranked("low", "cp", 2),
    ranked("soon", "sp", 3, { effect: "planned" }),
    edge("vn-deal", "vn", "deal", { relation: "agreement" }),
    edge("deal-far", "deal", "far", { relation: "agreement" }),
    edge("elsewhere", "stranger", "other"),
  ];
  const made = makeModel({
    nodes,
    edges,
    facts: { "fact deal": { says: "", kind: "agreement", status: "", effect: "current", origin: "stated", ends: [] } },
    others: {},
    sources: {},
    terms,
  });
  return {
    made,
    all: { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() },
  };
};

test("in the middle stands who is asked for, else the best tied country", () => {
  assert.equal(centreOf(model, ties, undefined), "vn");
  assert.equal(centreOf(model, ties, "ke"), "ke");
  assert.equal(centreOf(model, ties, "cuong"), "vn");
  assert.deepEqual(
    centres(model, ties).map(({ id }) => id),
    ["ke", "nz", "vn"],
  );
  assert.equal(centreOf(model, { nodes: new Set(), edges: new Set(), maybe: new Set() }, "vn"), undefined);
});

test("the higher the rung, the nearer; what is only planned stands outside its ring", () => {
  const { made, all } = wide();
  const { places, rings } = ladderOf(made, all, "vn", 1.3);
  const far = (id) => Math.round(distance(places.get(id)));
  assert.deepEqual(places.get("vn"), [0, 0]);
  assert.ok(
    far("top") < far("high") && far("high") < far("soon") && far("soon") < far("low") && far("low") < far("far"),
  );
  assert.deepEqual(
    rings.map(({ label }) => label),
    ["CSP", "SP", "CP", "Other ties"],
  );
  assert.equal(far("high"), Math.round(rings[1].y));
});

test("only who is tied to the middle is drawn, and what both share beside them", () => {
  const { made, all } = wide();
  const { places, shown: drawn } = ladderOf(made, all, "vn", 1.3);
  assert.deepEqual([...drawn.nodes].sort(), ["deal", "far", "high", "low", "soon", "top", "vn"]);
  assert.equal(drawn.edges.has("elsewhere"), false);
  assert.equal(Math.round(distance(places.get("deal"))), Math.round(distance(places.get("far"))));
});

test("however many stand in a ring, none stands on another", () => {
  const { made } = wide();
  const nodes = Array.from({ length: 90 }, (_, index) => ({
    ...made.data.nodes[0],
    id: `n${index}`,
    label: `n${index}`,
  }));
  const edges = nodes.slice(1).map(({ id }) => edge(id, "n0", id, { ladder: "vietnam", tier: "csp", rung: 4 }));
  const crowd = makeModel({ ...made.data, nodes, edges });
  const { places } = ladderOf(
    crowd,
    { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() },
    "n0",
    0.5,
  );
  const spots = [...places.values()];
  assert.equal(spots.length, 90);
  for (const [index, [x, y]] of spots.entries())
    for (const [u, v] of spots.slice(index + 1)) assert.ok(Math.hypot(u - x, v - y) > 40);
});

test("neighbours of a crowded ring stand in different rows, like beside like", () => {
  const { made } = wide();
  const kinds = ["person", "country"];
  const nodes = Array.from({ length: 61 }, (_, index) => ({
    ...made.data.nodes[0],
    id: `n${index}`,
    label: `n${index}`,
    kind: kinds[index % 2],
  }));
  const edges = nodes.slice(1).map(({ id }) => edge(id, "n0", id, { relation: "meeting" }));
  const crowd = makeModel({ ...made.data, nodes, edges });
  const { places } = ladderOf(
    crowd,
    { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() },
    "n0",
    1,
  );
  const around = [...places].slice(1);
  const radii = around.map(([, [x, y]]) => Math.round(Math.hypot(x, y)));
  assert.ok(radii.slice(1).every((radius, index) => radius !== radii[index]));
  const kindOf = (id) => crowd.nodes.get(id).kind;
  assert.equal(around.filter(([id], index) => index > 0 && kindOf(id) !== kindOf(around[index - 1][0])).length, 1);
});

test("rings are longer where there is more room, but not much", () => {
  const { made, all } = wide();
  const shape = (aspect) => ladderOf(made, all, "vn", aspect).rings.map(({ x, y }) => Math.round((100 * x) / y));
  assert.deepEqual(shape(1), [100, 100, 100, 100]);
  assert.deepEqual(shape(1.2), [120, 120, 120, 120]);
  assert.deepEqual(shape(3), [130, 130, 130, 130]);
  assert.deepEqual(shape(0.2), [77, 77, 77, 77]);
});

/** A country in the middle, tied on ladders of its own and of two partners; only the lowest rungs compare. */
const manyLadders = () => {
  const node = (id) => ({ id, label: id, kind: "country", names: [], facts: [], x: 0, y: 0 });
  const tier = (id, level) => ({ id, label: id, level });
  const ladders = {
    general: { label: "general", rungs: [tier("relations", 0)], beside: [] },
    mine: { label: "mine", rungs: [tier("relations", 0), tier("low", 1), tier("high", 2)], beside: [tier("special")] },
    theirs: { label: "theirs", rungs: [tier("relations", 0), tier("ally", 3)], beside: [] },
  };
  const rungs = [
    { name: "relations", label: "relations", above: [0, 1, 2, 3] },
    { name: "low", label: "low", above: [1, 2] },
    { name: "high", label: "high", above: [2] },
    { name: "ally", label: "ally", above: [3] },
  ];
  const tied = (id, ladder, tier, rung) => edge(id, "me", id, { ladder, tier, rung });
  const edges = [
    tied("h", "mine", "high", 3),
    tied("l", "mine", "low", 2),
    tied("a", "theirs", "ally", 2),
    tied("r", "general", "relations", 1),
    tied("s", "mine", "special", 0),
  ];
  const nodes = ["me", "h", "l", "a", "r", "s"].map(node);
  const data = { nodes, edges, facts: {}, others: {}, sources: {} };
  const made = makeModel({
    ...data,
    terms: { ...terms, ladders },
    paths: { kinds: [], actors: [], rungs, readings: [] },
  });
  const all = {
    nodes: new Set(nodes.map(({ id }) => id)),
    edges: new Set(edges.map(({ id }) => id)),
    maybe: new Set(),
  };
  return ladderOf(made, all, "me", 1);
};

test("rungs of ladders that nothing compares stand side by side, each under its ladder's name", () => {
  const { rings, titles, places } = manyLadders();
  const arcOf = (label) => rings.find((ring) => ring.label === label)?.arc;
  const turn = ([from, to]) => to - from;
  assert.ok(turn(arcOf("High")) < Math.PI * 1.9);
  assert.deepEqual(arcOf("High"), arcOf("Low"));
  const ally = rings.find(({ edge }) => edge?.tier === "ally");
  assert.ok(ally.arc[0] >= arcOf("High")[1] || ally.arc[1] <= arcOf("High")[0]);
  assert.deepEqual(titles.map(({ text }) => text.replace("\n", " ")).sort(), ["Ally theirs", "mine", "mine"]);
  const far = (id) => Math.hypot(...places.get(id));
  assert.ok(far("h") < far("l"));
  assert.ok(Math.max(far("h"), far("l"), far("a")) < far("r")); // what all compare goes round all of them
  assert.ok(far("r") < far("s")); // a label beside a ladder has no rank
});

test("whom a source counts and nobody names has a hollow seat in the ring of those who are named", () => {
  const { made, all } = wide();
  const total = (unnamed, tier = "csp") => ({
    kind: "count",
    ends: [{ role: "of", id: "vn" }],
    ladder: "vietnam",
    tier,
    counted: "2025",
    count: { says: "6", counts: "partnership", named: ["top"], derived: [], unnamed, exact: true },
  });
  const nodes = made.data.nodes.map((node) => (node.id === "vn" ? { ...node, facts: ["t1", "t2", "t3"] } : node));
  const facts = { ...made.data.facts, t1: total(5), t2: { ...total(4), counted: "2020" }, t3: total(900, "sp") };
  const counted = makeModel({ ...made.data, nodes, facts, spans: { 2025: [739252, 739616], 2020: [737425, 737790] } });
  const { seats, places, rings } = ladderOf(counted, all, "vn", 1.3);

  assert.deepEqual(
    seats.map(({ fact }) => fact),
    Array(5).fill("t1"),
  ); // of two totals the later; and none for a number too great to be drawn
  assert.ok([...places.keys()].every((id) => counted.nodes.has(id)));
  const ring = rings.find(({ label }) => label === "CSP");
  for (const { x, y } of seats) assert.ok(Math.abs(distance([x, y]) / ring.y - 1) < 0.15);
  assert.deepEqual(ladderOf(counted, all, "ke", 1.3).seats, []);
  assert.deepEqual(gapsOf(counted, "vn", all, undefined), { short: ["t1", "t2", "t3"], undated: [] });
  assert.equal(ladderOf(counted, all, "vn", 1.3, 737500).seats.length, 0); // nothing was counted yet for certain
  assert.deepEqual(gapsOf(counted, "vn", all, 739000).short, ["t2"]);
  assert.equal(ladderOf(counted, all, "vn", 1.3, 739000).seats.length, 4);
});

test("facts without a date are listed, those of the ladder alone", () => {
  const { made, all } = wide();
  const facts = { "fact top": { undated: true, ends: [{ id: "vn" }, { id: "top" }] } };
  const dated = makeModel({ ...made.data, facts });
  assert.deepEqual(gapsOf(dated, "vn", all, undefined).undated, ["fact top"]);
  assert.deepEqual(gapsOf(dated, "high", all, undefined).undated, []);
  assert.deepEqual(gapsOf(dated, "vn", { ...all, edges: new Set() }, undefined).undated, []);
});

test("of one ladder all rings go all the way round", () => {
  const { made, all } = wide();
  assert.ok(ladderOf(made, all, "vn", 1).rings.every(({ arc: [from, to] }) => to - from > 6.28));
});

test("a hollow seat is what a press on it means, unless somebody stands there", () => {
  const scene = {
    shown: { nodes: new Set(["vn"]) },
    radius: () => 14,
    model,
    backdrop: { seats: [{ x: 100, y: 0, fact: "t" }] },
  };
  const hit = (x) => hitAt({ x, y: 0 }, 1, { scene, lines: { near: () => undefined }, spot: () => ({ x: 0, y: 0 }) });
  assert.equal(hit(95).seat, "t");
  assert.equal(hit(0).node.id, "vn");
  assert.equal(hit(60).seat, undefined);
});

const PLAIN = { stretch: 1, letter: 7 };

test("nobody on a ring stands on the longer name of the ring within it", () => {
  const laid = { places: new Map(), rings: [], titles: [] };
  const ring = (label, count) => ({
    edges: [{}],
    firm: Array.from({ length: count }, (_, index) => `${label} ${index}`),
    planned: [],
    label,
  });
  const inner = setBand(laid, [{ title: "", rings: [ring("Comprehensive Strategic Partnership", 1)] }], 0, PLAIN);
  setBand(laid, [{ title: "", rings: [ring("Partner", 16)] }], inner, PLAIN);
  const [{ name }] = laid.rings;
  const half = ("Comprehensive Strategic Partnership".length * PLAIN.letter) / 2;
  const upper = [...laid.places.values()].filter(([, y]) => y < name.y + 30);
  assert.ok(upper.length > 1 && upper.every(([x]) => Math.abs(x) > half), JSON.stringify(upper));
});
