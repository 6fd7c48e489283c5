import assert from "node:assert/strict";
import { test } from "node:test";

import {
  bent,
  onTheMap,
  parted,
  placeOf,
  rimAt,
  turned,
  unrolled,
} from "../../src/relgraph/webpage/script/map/curves.mjs";
import { edge, terms } from "./model.mjs";
import { linesOf } from "../../src/relgraph/webpage/script/lines/edges.mjs";
import { makeModel } from "../../src/relgraph/webpage/script/data/data.mjs";
import { onMap } from "../../src/relgraph/webpage/script/map/map.mjs";
import { spansOf } from "../../src/relgraph/webpage/script/map/fans.mjs";

/** A map whose edges run together to the north. */
const land = {
  unit: 1,
  land: [],
  rim: [
    [600, -400],
    [1000, 0],
    [1000, 400],
  ],
};
const spot = (x, y = 0) => ({ x, y });
const round = (value) =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "number" ? Math.round(one) : one)));

test("the edge lies between its corners, and goes on straight beyond them", () => {
  assert.deepEqual(
    [-400, -200, 0, 100].map((y) => rimAt(land, y)),
    [600, 800, 1000, 1000],
  );
  assert.deepEqual([rimAt(land, -900), rimAt(land, 900)], [600, 1000]);
});

test("the way goes past the edge where that is shorter, to either side", () => {
  assert.deepEqual(unrolled(land, spot(0), spot(900)), spot(900));
  assert.deepEqual(unrolled(land, spot(700), spot(-800)), spot(1200));
  assert.deepEqual(unrolled(land, spot(-800), spot(700)), spot(-1300));
  // Farther north the map is narrower: half way round is fewer pixels.
  assert.deepEqual(unrolled(land, spot(500), spot(-400, -400)), spot(800, -400));
});

test("a curve rises above the straight way, from whichever end it begins", () => {
  for (const [from, to] of [
    [spot(0), spot(100)],
    [spot(100), spot(0)],
  ])
    assert.deepEqual(round(parted(bent(from, to, 12), 0.5)[0].to), spot(50, -12));
});

test("two parts of a curve are the curve", () => {
  const curve = bent(spot(0), spot(100), 20);
  const [first, second] = parted(curve, 0.25);
  assert.deepEqual([first.from, second.to], [curve.from, curve.to]);
  assert.equal(first.to, second.from);
  assert.deepEqual(round(parted(second, 1 / 3)[0].to), round(parted(curve, 0.5)[0].to));
  assert.deepEqual(turned(turned(curve)), curve);
});

test("what passes the edge ends there and goes on at the same height from the other", () => {
  const [first, second, ...more] = onTheMap(land, bent(spot(700), unrolled(land, spot(700), spot(-800)), 0));
  assert.equal(more.length, 0);
  assert.deepEqual(round([first.from, first.to]), [spot(700), spot(1000)]);
  assert.deepEqual(round([second.from, second.to]), [spot(-1000), spot(-800)]);
});

test("what lies on the map stays whole, what lies beyond it is set inside", () => {
  const inside = bent(spot(0), spot(300), 10);
  assert.deepEqual(onTheMap(land, inside), [inside]);
  const beyond = { from: spot(1100), bend: spot(1150), to: spot(1200) };
  assert.deepEqual(onTheMap(land, beyond), [{ from: spot(-900), bend: spot(-850), to: spot(-800) }]);
  assert.deepEqual(onTheMap(land, turned(beyond)).length, 1);
  assert.deepEqual(
    [placeOf(land, spot(1100)), placeOf(land, spot(-1100)), placeOf(land, spot(3))],
    [spot(-900), spot(900), spot(3)],
  );
});

/** How high links rise above the straight way, by their ids. */
function rises(links, spots) {
  const spans = spansOf(land, links, (id) => spots[id]);
  return Object.fromEntries(spans.map(({ link, rise }) => [link.id, Math.round(rise)]));
}

test("ties of one pair stand apart, whichever way they run", () => {
  const spots = { a: spot(0), b: spot(100) };
  const links = [
    { id: "there", from: "a", to: "b" },
    { id: "back", from: "b", to: "a" },
  ];
  assert.deepEqual(rises(links, spots), { there: 5, back: 20 });
});

test("ties that leave a place side by side fan out, the higher the outer; others do not mind", () => {
  const spots = { hub: spot(0), a: spot(-100, -10), b: spot(-100), c: spot(-100, 10), far: spot(100) };
  const links = ["a", "b", "c", "far"].map((id) => ({ id, from: "hub", to: id }));
  const found = rises(links, spots);
  assert.ok(found.a > found.b && found.b > found.c);
  assert.equal(found.b, found.far);
  const mirrored = { ...spots, a: spot(100, -10), b: spot(100), c: spot(100, 10), far: spot(-100) };
  assert.deepEqual(rises(links, mirrored), found);
});

const node = (id, map, more = {}) => ({
  id,
  label: id,
  kind: "country",
  names: [],
  facts: [],
  x: 0,
  y: 0,
  map,
  ...more,
});

/** A world of two countries far apart, one between, and what ties them. */
function world(edges, ...more) {
  const nodes = [node("east", [700, 0]), node("west", [-800, 0]), node("near", [600, 0]), ...more];
  const model = makeModel({ nodes, edges, facts: {}, others: {}, sources: {}, terms });
  const shown = {
    nodes: new Set(nodes.map(({ id }) => id)),
    edges: new Set(edges.map(({ id }) => id)),
    maybe: new Set(),
  };
  return { model, ...onMap(model, land, shown) };
}

test("a tie goes the short way round, and where it passes the edge is to be seen", () => {
  const { routes, corners } = world([edge("short", "east", "near"), edge("round", "west", "east")]);
  assert.equal(routes.get("short").length, 1);
  const [first, second] = routes.get("round");
  assert.deepEqual(round([first.from, second.to]), [spot(-800), spot(700)]);
  assert.deepEqual(
    corners.map(({ x }) => Math.sign(x)),
    [-1, 1],
  );
});

test("a thing that ties two is drawn on the way between them, in halves that meet in it", () => {
  const thing = node("treaty", undefined, { fact: "treaty" });
  const { places, routes, listed } = world([edge("one", "east", "treaty"), edge("other", "treaty", "near")], thing);
  const [x, y] = places.get("treaty");
  assert.ok(x > 600 && x < 700 && y < 0);
  assert.deepEqual([routes.get("one")[0].from, routes.get("one")[0].to], [spot(700), spot(x, y)]);
  assert.deepEqual([routes.get("other")[0].from, routes.get("other")[0].to], [spot(x, y), spot(600)]);
  assert.deepEqual(listed, []);
});

test("a thing between two on either side of the edge stands on the map, and what else it touches leads there", () => {
  const thing = node("treaty", undefined, { fact: "treaty" });
  const about = edge("about", "treaty", "near", { tie: false, symmetric: false });
  const { places, routes } = world([edge("one", "east", "treaty"), edge("other", "west", "treaty"), about], thing);
  const [x, y] = places.get("treaty");
  assert.ok(Math.abs(x) <= rimAt(land, y));
  assert.deepEqual(routes.get("one").at(-1).to, spot(x, y));
  assert.deepEqual(routes.get("other").at(-1).to, spot(x, y));
  assert.deepEqual([routes.get("about")[0].from, routes.get("about").at(-1).to], [spot(x, y), spot(600)]);
});

test("what ties three, what ties one to nobody on the map, and what only runs one way is listed", () => {
  const things = ["three", "half", "mission"].map((id) => node(id, undefined, { fact: id }));
  const edges = [
    ...["east", "west", "near"].map((id) => edge(`three ${id}`, id, "three")),
    edge("half", "east", "half"),
    edge("half nowhere", "nowhere", "half"),
    edge("sender", "east", "mission", { symmetric: false }),
    edge("covers", "mission", "near", { symmetric: false }),
  ];
  const { shown, listed } = world(edges, ...things, node("nowhere", undefined));
  assert.deepEqual(
    listed.map(({ id }) => id),
    ["three", "half", "mission", "nowhere"],
  );
  assert.equal(shown.edges.size, 0);
});

test("of a line in pieces only the last has an arrow", () => {
  const look = { width: 1, color: "#000000", dashes: false, head: { length: 8, half: 3 } };
  const route = [bent(spot(0), spot(10), 2), bent(spot(-10), spot(-5), 2)];
  const lines = linesOf([edge("1", "a", "b")], {
    spot: () => spot(0),
    radius: () => 9,
    look: () => look,
    offsets: new Map(),
    routes: new Map([["1", route]]),
  });
  assert.deepEqual(
    lines.map((line) => [line.bend, line.rim, line.look.head]),
    [
      [route[0].bend, 0, null],
      [route[1].bend, 9, look.head],
    ],
  );
});
