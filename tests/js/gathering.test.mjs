import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "../../src/relgraph/webpage/script/layouts/arrangement.mjs";
import { bundleWords, drawnAs, shownAsOneWords } from "../../src/relgraph/webpage/script/layouts/as_one.mjs";
import { Scene } from "../../src/relgraph/webpage/script/picture/scene.mjs";
import { edge, model } from "./model.mjs";
import { focusOf, revealNode } from "../../src/relgraph/webpage/script/filter/focus.mjs";
import { categories } from "../../src/relgraph/webpage/script/legend/categories.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";
import { withRegions } from "../../src/relgraph/webpage/script/data/regions.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { membersOn, standIns, standing } from "../../src/relgraph/webpage/script/layouts/members.mjs";

const WIDE = () => 1.6;
const node = (id, kind, x, more = {}) => ({ id, label: id, kind, names: [], facts: [], x, y: 0, ...more });
const nodes = [
  ...["a", "b", "c", "out"].map((id, index) => node(id, "country", 100 * index)),
  node("union", "body", 900),
  node("league", "body", 900),
  node("pair", "group", 900, { members: ["a", "b"] }),
  node("office", "office", 0, { part_of: "a" }),
  node("ruler", "person", 0),
  node("pact", "agreement", 0, { fact: "pact" }),
];
const said = (kind, ends, more = {}) => ({
  kind,
  ends: ends.map((id) => ({ role: "", id })),
  status: "in-force",
  ...more,
});
const member = (one, whole, more) => said("membership", [one, whole], { effect: "current", origin: "stated", ...more });
const tie = (one, other, more) => said("partnership", [one, other], { effect: "current", origin: "stated", ...more });
const facts = {
  ma: member("a", "union"),
  mb: member("b", "union"),
  mc: member("c", "union", { effect: "planned" }),
  la: member("a", "league"),
  lb: member("b", "league"),
  lc: member("c", "league"),
  ab: tie("a", "b"),
  "a-out": tie("a", "out"),
  "b-out": tie("b", "out"),
  "c-out": tie("c", "out"),
  pact: said("agreement", ["a", "out"], { effect: "current", origin: "stated" }),
};
const edges = [
  ...["ab", "a-out", "b-out", "c-out"].map((id) => edge(id, facts[id].ends[0].id, facts[id].ends[1].id, { fact: id })),
  ...["ma", "mb", "mc", "la", "lb", "lc"].map((id) =>
    edge(id, facts[id].ends[0].id, facts[id].ends[1].id, { fact: id, relation: "membership", tie: false }),
  ),
  edge("office-a", "office", "a", { fact: "office-a", tie: false }),
  edge("rules", "ruler", "office", { fact: "rules", tie: false }),
  edge("pact-a", "a", "pact", { fact: "pact" }),
  edge("pact-out", "out", "pact", { fact: "pact" }),
];
const relations = {
  ...model.data.terms.relations,
  membership: { label: "membership", plural: "memberships", gathers: true },
};
const paths = { ...model.data.paths, actors: ["country", "body"] };
const terms = { ...model.data.terms, relations };
const made = makeModel({ ...model.data, nodes, edges, facts, terms, paths, spans: {} });
const all = { nodes: new Set(nodes.map(({ id }) => id)), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() };
const state = (...gathered) => ({ ...initial("all"), gathered: new Set(gathered) });
const drawn = (...gathered) => arrange(made, { ...state(...gathered), fold: true }, all, WIDE);

test("members are those whom a fact that holds makes such, or the entry of a group names", () => {
  const members = membersOn(made, undefined);
  assert.deepEqual(
    [...members].map(([id, some]) => [id, [...some]]),
    [
      ["pair", ["a", "b"]],
      ["union", ["a", "b"]],
      ["league", ["a", "b", "c"]],
    ],
  );
});

test("of several the smaller stands for a member, and a larger one for a whole in it; a circle is none", () => {
  const members = new Map([
    ["small", new Set(["a", "b"])],
    ["large", new Set(["a", "b", "c", "small"])],
    ["odd", new Set(["large", "x", "y", "z", "w"])],
  ]);
  const into = standIns(members, new Set(["large", "small"]), new Set(["b"]));
  assert.deepEqual([...into].sort(), [
    ["a", "large"],
    ["c", "large"],
    ["small", "large"],
  ]);
  members.set("small", new Set(["a", "large"]));
  assert.deepEqual([...standIns(members, new Set(["large", "small"]), new Set())].sort(), [
    ["a", "small"],
    ["b", "small"],
    ["c", "small"],
    ["large", "small"],
  ]);
});

test("ties out of a whole become a line with their number, and what is inside is no line", () => {
  const { shown, folding, wholes } = drawn("union");
  const counts = [...folding.bundles].map(([id, count]) => [id, folding.lines.get(id), count]);
  const [id, line] = counts.find(([, { from, to }]) => [from, to].includes("out"));
  assert.deepEqual(counts.map(([, { from, to }, count]) => [from, to, count]).sort(), [
    ["league", "union", 2],
    ["out", "union", 3],
  ]);
  assert.deepEqual([line.tier, line.rung, line.symmetric], [undefined, 0, true]);
  assert.deepEqual([...folding.members.get(id)].map(({ fact }) => fact).sort(), ["a-out", "b-out", "pact", "pact"]);
  assert.ok(!["a", "b", "office", "ruler", "pact"].some((one) => shown.nodes.has(one)));
  assert.ok(["c", "out", "union", "league"].every((one) => shown.nodes.has(one)));
  assert.deepEqual([...wholes.get("union").inside].sort(), ["ab", "ma", "mb", "office-a", "rules"]);
  assert.deepEqual(wholes.get("union").members, ["a", "b"]);
});

test("what a machine read is a line of its own, and no fact", () => {
  const read = edge("read", "a", "out", { fact: "counted", origin: "machine-read", relation: "conflict" });
  const more = makeModel({ ...made.data, edges: [...edges, read] });
  const shown = { ...all, edges: new Set([...all.edges, "read"]) };
  const { folding, wholes } = arrange(more, { ...state("union"), fold: true }, shown, WIDE);
  const lines = [...folding.lines.values()].filter(({ from, to }) => from === "out" && to === "union");
  assert.deepEqual(
    lines.map(({ id, origin }) => [origin, folding.bundles.get(id)]),
    [
      ["stated", 3],
      ["machine-read", 1],
    ],
  );
  assert.ok(!wholes.get("union").ties.get("out").has("counted"));
  const told = "1 machine-read tie ties out and members of union, 1 of 2 pairs";
  assert.equal(bundleWords(more, wholes, lines[1], { count: 1, pairs: 1 }), told);
});

test("who is looked at is drawn itself; without members nobody stands for any", () => {
  const { shown, wholes } = arrange(made, state("union"), all, WIDE, new Set(["a"]));
  assert.ok(shown.nodes.has("a"));
  assert.deepEqual(wholes.get("union").members, ["b"]);
  assert.equal(drawn("out").wholes, undefined);
  assert.equal(arrange(made, { ...state("union"), layout: "map" }, all, WIDE).wholes, undefined);
});

test("what stands for others is told in words, and as what each fact is drawn", () => {
  const { wholes, folding } = drawn("union");
  assert.equal(shownAsOneWords(made, wholes), "union (2 members)");
  const line = [...folding.lines.values()].find(({ from, to }) => [from, to].join() === "out,union");
  const scene = new Scene(made, () => "#102030", all);
  scene.wholes = wholes;
  scene.fold(folding);
  const bundled = { count: scene.bundled(line.id), pairs: scene.pairs(line.id) };
  const told = "3 facts tie out and members of union, 2 of 2 pairs";
  assert.equal(bundleWords(made, wholes, line, bundled), told);
  const as = drawnAs(made, wholes);
  assert.deepEqual(["ab", "a-out", "c-out"].map(as), ["inside union", "union – out", ""]);
  const focus = focusOf(made, { ...state("union"), node: "union" }, all, wholes);
  assert.ok(focus.edges.has("a-out") && focus.nodes.has("out") && !focus.edges.has("c-out"));
  assert.ok(folding.shown.edges.has("c-out"));
});

test("whom the legend switches off stands for nobody: the members are drawn themselves", () => {
  const off = { ...state("union", "pair"), off: new Set(["who:body"]) };
  assert.deepEqual([...standing(made, off)], ["pair"]);
  const { wholes, shown } = arrange(made, { ...off, gathered: new Set(["union"]) }, all, WIDE);
  assert.equal(wholes, undefined);
  assert.ok(shown.nodes.has("a") && shown.nodes.has("b"));
});

test("regions stand for their countries where they are chosen to, and are drawn nowhere else", () => {
  const data = withRegions({ ...made.data, terms: { ...made.data.terms, actors: {} }, regions: { North: ["a", "b"] } });
  const world = makeModel(data);
  const everything = shown(world, initial("all"));
  assert.ok(!everything.nodes.has("region:North") && everything.nodes.has("league"));
  assert.ok(!categories(world, initial("all")).some(({ kind }) => kind === "m49-region"));
  const { wholes } = arrange(world, { ...state("region:North"), fold: true }, all, WIDE);
  assert.deepEqual(wholes.get("region:North").members, ["a", "b"]);
  assert.deepEqual(revealNode(world, initial("ties"), all, "region:North"), {});
  const inMatrix = arrange(world, { ...state("region:North"), layout: "matrix" }, all, WIDE);
  assert.deepEqual([inMatrix.shown.nodes.size, [...inMatrix.wholes.keys()]], [0, ["region:North"]]);
});
