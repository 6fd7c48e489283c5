import assert from "node:assert/strict";
import { test } from "node:test";

import { Lines } from "../../src/relgraph/webpage/script/lines/lines.mjs";
import { Scene } from "../../src/relgraph/webpage/script/picture/scene.mjs";
import { initial } from "../../src/relgraph/webpage/script/state/state.mjs";
import { model } from "./model.mjs";
import { shown } from "../../src/relgraph/webpage/script/filter/filters.mjs";

const places = Object.fromEntries(model.data.nodes.map(({ id }, index) => [id, { x: 100 * index, y: 0 }]));

/** The lines of the model, its nodes 100 pixels apart in a row, and the strokes of a frame: width, colour, from and to. */
function made(of = model) {
  const scene = new Scene(of, () => "#102030", shown(of, { ...initial("all"), on: new Set(["sure:implied"]) }));
  const lines = new Lines(
    scene,
    (id) => places[id],
    () => {},
  );
  return { scene, lines, drawn: (how = "draw") => strokes((pen) => lines[how](pen)) };
}

function strokes(draw) {
  const done = [];
  let path = [];
  const pen = {
    canvas: { width: 1000, height: 1000 },
    getTransform: () => ({ a: 1, e: 500, f: 500 }),
    save() {},
    restore() {},
    setLineDash() {},
    beginPath: () => (path = []),
    moveTo: (x) => path.push(x),
    lineTo: (x) => path.push(Math.round(x)),
    quadraticCurveTo: (x1, y1, x) => path.push(`bent to ${x}`),
    closePath() {},
    stroke: () => done.push([Math.round(10 * pen.lineWidth) / 10, pen.strokeStyle, ...path].join(" ")),
    fill() {},
  };
  draw(pen);
  return done;
}

test("the widest lines are drawn last, above the others; parallel ones bend, an arrow stops before its node", () => {
  const { drawn } = made();
  assert.deepEqual(drawn(), [
    "1.5 #102030 300 28",
    "1.5 #102030 100 bent to 0",
    "3.8 #102030 0 200",
    "5 #102030 0 bent to 100",
  ]);
});

test("what no filter leaves is not drawn, and of two parallel lines the other is straight then", () => {
  const { scene, lines, drawn } = made();
  scene.shown = { ...scene.shown, edges: new Set(["csp"]) };
  lines.renew();
  assert.deepEqual(drawn(), ["5 #102030 0 100"]);
});

test("what is pointed at is drawn above the rest, wider, where it bends", () => {
  const { scene, lines, drawn } = made();
  assert.equal(drawn().at(-2), "3.8 #102030 0 200");
  scene.hovered = "planned";
  lines.mark();
  assert.equal(drawn().at(-1), "5.3 #102030 0 200");
  assert.equal(drawn().length, 4);
});

test("what is out of focus lies below the rest, and fades", () => {
  const { scene, lines, drawn } = made();
  scene.focus = { nodes: new Set(), edges: new Set(["national"]), chosen: new Set() };
  lines.renew();
  assert.deepEqual(
    drawn().map((stroke) => stroke.split(" ")[1]),
    ["#1020301a", "#1020301a", "#1020301a", "#102030"],
  );
});

test("the edge near a spot is found where it is drawn", () => {
  const { lines } = made();
  assert.equal(lines.near({ x: 50, y: -7 }, 5)?.id, "csp");
  assert.equal(lines.near({ x: 50, y: 7 }, 5)?.id, "relations");
  assert.equal(lines.near({ x: 150, y: 2 }, 5)?.id, "planned");
  assert.equal(lines.near({ x: 50, y: 70 }, 5), undefined);
});

test("any pen is given all that a frame shows", () => {
  const { drawn } = made();
  assert.deepEqual(drawn("drawWhole"), drawn());
});
