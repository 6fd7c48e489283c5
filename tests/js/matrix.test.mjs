import assert from "node:assert/strict";
import { test } from "node:test";

import { PAIR_COLUMNS, pairRows } from "../../src/relgraph/webpage/script/pairs/csv.mjs";
import { around, inSight, isWithin } from "../../src/relgraph/webpage/script/matrix/sight.mjs";
import { bringing, moved, moveOf } from "../../src/relgraph/webpage/script/matrix/moves.mjs";
import { edge, model, terms } from "./model.mjs";
import { gatheredCells, manyWords, wholeOf } from "../../src/relgraph/webpage/script/matrix/wholes.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { inOrder } from "../../src/relgraph/webpage/script/matrix/order.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { pairClasses, pairColours, pairHeight } from "../../src/relgraph/webpage/script/pairs/looks.mjs";
import { pairWords, shownPairs } from "../../src/relgraph/webpage/script/pairs/pairs.mjs";

const names = { a: "Zed", b: "Anna", c: "Émile" };
const nodes = Object.entries(names).map(([id, label]) => ({ ...model.data.nodes[0], id, label }));
const edges = [
  edge("top", "a", "b", { ladder: "vietnam", tier: "csp", rung: 4 }),
  edge("low", "b", "c", { ladder: "vietnam", tier: "cp", rung: 2, origin: "derived" }),
  edge("plan", "a", "c", { ladder: "vietnam", tier: "sp", rung: 3, effect: "planned" }),
];
const level = { cp: 1, sp: 2, csp: 3 };
const facts = Object.fromEntries(
  edges.map(({ fact, from, to, tier, ladder, effect, origin }) => [
    fact,
    { kind: "partnership", tier, ladder, effect, origin, level: level[tier], steps: [[0, 0, from, to]], ends: [] },
  ]),
);
const above = [[0, 1, 2, 3], [1, 2, 3], [2, 3], [3]];
const paths = { kinds: ["partnership"], actors: ["country"], rungs: above.map((ups) => ({ above: ups })) };
const made = makeModel({ ...model.data, nodes, edges, facts, terms, paths });
const all = { nodes: new Set(["a", "b", "c"]), edges: new Set(edges.map(({ id }) => id)), maybe: new Set() };
const pairs = shownPairs(made, all, undefined);

test("the cells are those of what is shown", () => {
  const tied = (shown) => [...shownPairs(made, shown, undefined)].flatMap(([, others]) => [...others]).length / 2;
  assert.equal(tied(all), 3);
  assert.equal(tied({ ...all, edges: new Set(["top"]) }), 1);
  assert.equal(tied({ ...all, nodes: new Set(["a", "b"]) }), 1);
});

test("a cell tells its tier, and whether that is derived or only planned", () => {
  const cell = (one, other) => pairs.get(one).get(other);
  assert.equal(pairWords(made, cell("a", "b")), "CSP, vietnam");
  assert.equal(pairClasses(cell("a", "b")), "tied tie-stated");
  assert.equal(pairClasses(cell("b", "c")), "tied tie-derived");
  assert.equal(pairClasses(cell("c", "a")), "tied tie-planned");
  assert.equal(pairClasses({ ...cell("a", "b"), maybe: true }), "tied tie-stated tie-maybe");
  assert.equal(pairHeight(made, cell("a", "b")), 1);
});

test("the pairs are taken away as rows, in order of their ids", () => {
  assert.deepEqual(PAIR_COLUMNS, ["one", "other", "tier", "best", "holding", "planned", "derived", "maybe"]);
  assert.deepEqual(pairRows(made, all, undefined), [
    ["a", "b", "CSP, vietnam", "fact top", "1", "0", "no", "no"],
    ["a", "c", "SP, vietnam", "fact plan", "0", "1", "no", "no"],
    ["b", "c", "CP, vietnam", "fact low", "1", "0", "yes", "no"],
  ]);
});

test("a pair that may be is paler", () => {
  const colour = pairColours(made, () => "#102030");
  assert.equal(colour(pairs.get("a").get("b")), "#102030");
  assert.equal(colour({ ...pairs.get("a").get("b"), maybe: true }).length, 9);
});

test("first stands who has the closest ties; a plan counts nothing; or they go by name, marks aside", () => {
  assert.deepEqual(inOrder(made, pairs, undefined), ["b", "a", "c"]);
  assert.deepEqual(inOrder(made, pairs, "name"), ["b", "c", "a"]);
  const apart = makeModel({
    ...made.data,
    nodes: nodes.map((node) => ({ ...node, community: { a: 1, c: 2 }[node.id] })),
  });
  assert.deepEqual(inOrder(apart, pairs, "community"), ["a", "c", "b"]);
});

test("where some stand for their members a cell tells how many pairs are tied, of all of them", () => {
  const union = { ...nodes[0], id: "u", label: "Union", kind: "body", members: ["a", "b"] };
  const world = makeModel({ ...made.data, nodes: [...nodes, union] });
  const state = { ...initial("ties"), gathered: new Set(["u"]) };
  const { cells, into } = gatheredCells(world, state, all, pairs);
  assert.deepEqual([...into], Object.entries({ a: "u", b: "u" }));
  assert.deepEqual(cells.get("u").get("u"), { of: 1, tied: 1, planned: 0 });
  assert.deepEqual(cells.get("c").get("u"), { of: 2, tied: 1, planned: 1 });
  assert.deepEqual([cells.get("u").get("c"), cells.get("c").get("c")], [cells.get("c").get("u"), undefined]);
  assert.equal(manyWords(cells.get("u").get("c")), "1 of 2 pairs tied, 1 more only planned");
  assert.equal(manyWords({ of: 3, tied: 0, planned: 0 }), "none of 3 pairs tied");
  assert.deepEqual(inOrder(world, cells, undefined), ["u", "c"]);
  assert.equal(wholeOf(["c", "u"], into), "u");
  assert.equal(gatheredCells(world, { ...state, off: new Set(["who:body"]) }, all, pairs).cells, pairs);
});

test("the cells in sight are written, and some around them", () => {
  const seen = inSight({ top: 240, left: -60, width: 100, height: 48, cell: 24, count: 200 });
  assert.deepEqual(seen, { top: 10, bottom: 12, left: 0, right: 2 });
  const written = around(seen, 200);
  assert.deepEqual(written, { top: 4, bottom: 18, left: 0, right: 8 });
  assert.deepEqual(around({ top: 190, bottom: 200, left: 0, right: 3 }, 200).bottom, 200);
  assert.ok(isWithin(seen, written) && !isWithin(seen, null) && !isWithin({ ...seen, right: 9 }, written));
});

test("keys go from cell to cell and stop at the edges, which are names; in the corner none stands", () => {
  const from = (row, column, key, held = false) =>
    moved({ row, column }, moveOf({ key, ctrlKey: held, metaKey: false }), 5);
  assert.deepEqual(from(2, 2, "ArrowRight"), { row: 2, column: 3 });
  assert.deepEqual(from(0, 2, "ArrowUp"), { row: -1, column: 2 });
  assert.deepEqual(from(4, 4, "PageDown"), { row: 4, column: 4 });
  assert.deepEqual(from(3, 1, "Home"), { row: 3, column: -1 });
  assert.deepEqual(from(3, 1, "Home", true), { row: 0, column: -1 });
  assert.deepEqual(from(-1, 0, "ArrowLeft"), { row: 0, column: -1 });
  assert.deepEqual(from(0, -1, "ArrowUp"), { row: 0, column: -1 });
  assert.equal(moveOf({ key: "x", ctrlKey: false, metaKey: false }), undefined);
});

test("a cell that is out of sight is scrolled to, and no further than it takes", () => {
  const seen = { top: 10, bottom: 20, left: 10, right: 20 };
  const to = (row, column) => bringing({ row, column }, { top: 200, left: 200 }, seen, 20);
  assert.deepEqual(to(15, 15), { top: 200, left: 200 });
  assert.deepEqual(to(3, 15), { top: 60, left: 200 });
  assert.deepEqual(to(15, 30), { top: 200, left: 440 });
  assert.deepEqual(to(-1, 15), { top: 200, left: 200 });
});
