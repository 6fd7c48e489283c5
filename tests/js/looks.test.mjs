import assert from "node:assert/strict";
import { test } from "node:test";

import { edgeLook, kindColour, mixed, rungHeight, withAlpha } from "../../src/relgraph/webpage/script/looks/looks.mjs";
import { edge, terms } from "./model.mjs";

const colours = {
  "rung-1": "#000000",
  "rung-2": "#555555",
  "rung-3": "#aaaaaa",
  "rung-4": "#ffffff",
  tie: "#123456",
  "kind-country": "#0000ff",
  "kind-other": "#888888",
};
const palette = (name) => colours[name] ?? "";
const ranked = (rung) =>
  edge("x", "a", "b", { ladder: "vietnam", tier: terms.ladders.vietnam.rungs[rung - 1].id, rung });

test("the higher the rung, the wider the line and the farther along the ramp", () => {
  const looks = [1, 2, 3, 4].map((rung) => edgeLook(ranked(rung), terms, palette));
  assert.deepEqual(
    looks.map(({ color }) => color),
    ["#000000", "#555555", "#aaaaaa", "#ffffff"],
  );
  const widths = looks.map(({ width }) => width);
  assert.deepEqual(
    widths,
    widths.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(widths).size, 4);
});

test("a ladder of any length fills the ramp", () => {
  const two = {
    ...terms,
    ladders: {
      short: {
        label: "",
        beside: [],
        rungs: [
          { id: "low", label: "" },
          { id: "high", label: "" },
        ],
      },
    },
  };
  assert.equal(rungHeight(edge("x", "a", "b", { ladder: "short", tier: "high", rung: 2 }), two), 1);
  assert.equal(rungHeight(edge("x", "a", "b", { ladder: "general", tier: "relations", rung: 1 }), terms), 0);
  assert.equal(rungHeight(edge("x", "a", "b"), terms), undefined);
});

test("dashes tell what is not in force, dots what is derived, even where it is planned too", () => {
  const dashes = (more) => edgeLook(edge("x", "a", "b", more), terms, palette).dashes;
  assert.equal(dashes({}), false);
  assert.equal(dashes({ effect: "planned" }).length, 2);
  assert.equal(dashes({ effect: "agreed" }).length, 4);
  assert.ok(dashes({ origin: "derived", effect: "planned" })[0] < 1);
});

test("what is over is pale, and only what has a direction has an arrow", () => {
  assert.equal(edgeLook(edge("x", "a", "b", { effect: "ended" }), terms, palette).color, "#12345666");
  assert.equal(edgeLook(edge("x", "a", "b"), terms, palette).head, null);
  assert.equal(edgeLook(edge("x", "a", "b", { symmetric: false }), terms, palette).head.length, 12.75);
});

test("a kind that the style sheet does not know gets the colour for others", () => {
  assert.equal(kindColour(palette, "country"), "#0000ff");
  assert.equal(kindColour(palette, "a new kind"), "#888888");
});

test("colours mix and become see-through", () => {
  assert.equal(mixed("#000000", "#ffffff", 0.5), "#808080");
  assert.equal(withAlpha("#123456ff", 0), "#12345600");
});
