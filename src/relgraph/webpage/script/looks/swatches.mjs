// Small pictures beside words: the same shapes and lines as in the graph. Each is drawn once: hundreds of rows may have it.

import { MARKED, drawMark } from "../lines/marks.mjs";
import { drawLines } from "../lines/draw.mjs";
import { drawShape } from "./shapes.mjs";
import { edgeLook, kindColour } from "./looks.mjs";
import { h } from "../basics/dom.mjs";

/** @typedef {import("./looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./looks.mjs").Palette} Palette */
/** @typedef {import("../data/data.mjs").Terms} Terms */

const SHARP = 2; // canvas pixels for one of the page, at least
const NODE = 20; // pixels of a shape's picture
const SHAPE = 0.38; // radius of the shape, as a share of that
const LINE_WIDE = 34;
const LINE_HIGH = 14;
const HEAD = { length: 8, half: 3.8 }; // of an arrow, however wide the line

/** @type {Map<string, string>} The addresses of those that were drawn, by all that tells one from another. */
const drawn = new Map();

/**
 * @param {number} width
 * @param {number} height
 * @param {unknown} look  all that tells it from others of this size
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
function picture(width, height, look, draw) {
  const sharp = Math.max(SHARP, Math.ceil(devicePixelRatio));
  const key = JSON.stringify([width, height, sharp, look]);
  const src = drawn.get(key) ?? drawnOn(width * sharp, height * sharp, sharp, draw);
  drawn.set(key, src);
  return h("img", { class: "swatch", alt: "", width, height, decoding: "sync", src });
}

/**
 * @param {number} width
 * @param {number} height
 * @param {number} sharp  pixels for one of the page
 * @param {(pen: CanvasRenderingContext2D) => void} draw
 */
function drawnOn(width, height, sharp, draw) {
  const canvas = h("canvas", { width, height });
  const pen = canvas.getContext("2d");
  pen?.scale(sharp, sharp);
  if (pen) draw(pen);
  return canvas.toDataURL();
}

/**
 * The shape of a kind of node.
 * @param {string} kind
 * @param {Palette} palette
 * @param {number} [size]  in pixels
 */
export function nodeSwatch(kind, palette, size = NODE) {
  const where = { x: size / 2, y: size / 2, radius: size * SHAPE };
  return picture(size, size, [kind, kindColour(palette, kind)], (pen) => drawKind(pen, kind, where, palette));
}

/**
 * The mark of what changed.
 * @param {import("../lines/marks.mjs").Mark} mark
 * @param {Palette} palette
 */
export function markSwatch(mark, palette) {
  const look = [mark, ...MARKED.map((name) => palette(name))];
  return picture(NODE, NODE, look, (pen) => drawMark(pen, mark, { x: NODE / 2, y: NODE / 2 }, palette));
}

/**
 * The line of an edge.
 * @param {GraphEdge} edge
 * @param {Terms} terms
 * @param {Palette} palette
 */
export function edgeSwatch(edge, terms, palette) {
  return lineSwatch(edgeLook(edge, terms, palette));
}

/**
 * A line with an arrow where it has a direction.
 * @param {EdgeLook} look
 */
export function lineSwatch(look) {
  return picture(LINE_WIDE, LINE_HIGH, look, (pen) => drawLook(pen, look, 0, LINE_HIGH / 2));
}

/**
 * The lines of a ladder one after another, the lowest rung first.
 * @param {EdgeLook[]} looks
 */
export function rampSwatch(looks) {
  const part = LINE_WIDE / Math.max(1, looks.length);
  return picture(LINE_WIDE, LINE_HIGH, looks, (pen) => {
    const lines = looks.map((look, index) => ({
      from: { x: index * part + 2, y: LINE_HIGH / 2 },
      to: { x: (index + 1) * part - 2, y: LINE_HIGH / 2 },
      offset: 0,
      rim: 0,
      look: { ...look, head: null },
    }));
    drawLines(pen, lines);
  });
}

/**
 * Draw the shape of a kind of node, as the legend has it.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} kind
 * @param {{x: number, y: number, radius?: number}} where
 * @param {Palette} palette
 */
export function drawKind(pen, kind, { x, y, radius = NODE * SHAPE }, palette) {
  drawShape(pen, kind, { x, y, radius, fill: kindColour(palette, kind), halo: "transparent" });
}

/**
 * Draw a line as the legend has it.
 * @param {CanvasRenderingContext2D} pen
 * @param {EdgeLook} look
 * @param {number} left
 * @param {number} y  of its middle
 */
export function drawLook(pen, look, left, y) {
  const [from, to] = [left + 2, left + LINE_WIDE - (look.head ? 1 : 2)];
  drawLines(pen, [
    { from: { x: from, y }, to: { x: to, y }, offset: 0, rim: 0, look: { ...look, head: look.head && HEAD } },
  ]);
}
