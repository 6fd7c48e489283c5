// Signs on lines that tell what changed: the shape tells it as well as the colour, and the rim whether it is certain.

import { middleOf } from "./line.mjs";

/** @typedef {import("./edges.mjs").EdgeLine} EdgeLine */
/** @typedef {import("./line.mjs").Spot} Spot */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../data/changes.mjs").Word} Word */
/** @typedef {{word: Word, certain: boolean}} Mark */

const RADIUS = 8; // pixels of the picture, at full zoom
const RIM = 1.5;
const PEN = 2;
const TELLS = 0.52; // share of the radius from the middle of a sign to its end
const DASHES = [2.5, 2];

/** @type {Record<Word, string>} Names of colours. */
const COLOURS = { raised: "good", gained: "good", lowered: "warn", ended: "warn", happened: "ink" };

/**
 * Draw the marks of lines, each in the middle of its line.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {EdgeLine[]} lines
 * @param {ReadonlyMap<string, Mark>} marks  by the ids of edges
 * @param {Palette} palette
 * @param {number} growth  how much larger shapes are drawn than planned
 */
export function drawMarks(pen, lines, marks, palette, growth) {
  /** @type {Set<string>} */
  const drawn = new Set();
  for (const line of lines) {
    const mark = marks.get(line.edge.id);
    if (!mark || drawn.has(line.edge.id)) continue;
    drawn.add(line.edge.id);
    drawMark(pen, mark, middleOf(line), palette, growth);
  }
}

/**
 * One mark: filled where the change is certain, hollow with a broken rim where it is not.
 * @param {CanvasRenderingContext2D} pen
 * @param {Mark} mark
 * @param {Spot} spot
 * @param {Palette} palette
 * @param {number} [growth]
 */
export function drawMark(pen, { word, certain }, { x, y }, palette, growth = 1) {
  const colour = palette(COLOURS[word]);
  pen.save();
  pen.translate(x, y);
  pen.scale(growth, growth);
  pen.lineWidth = RIM;
  pen.strokeStyle = certain ? palette("card") : colour;
  pen.fillStyle = certain ? colour : palette("card");
  pen.setLineDash(certain ? [] : DASHES);
  pen.beginPath();
  pen.arc(0, 0, RADIUS, 0, 2 * Math.PI);
  pen.closePath();
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  pen.lineWidth = PEN;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = certain ? palette("card") : colour;
  pen.fillStyle = pen.strokeStyle;
  trace(pen, word, RADIUS * TELLS);
  pen.restore();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Word} word
 * @param {number} size
 */
function trace(pen, word, size) {
  const strokes = {
    gained: [
      [-size, 0, size, 0],
      [0, -size, 0, size],
    ],
    ended: [[-size, 0, size, 0]],
    raised: [[-size, size * 0.4, 0, -size * 0.6, size, size * 0.4]],
    lowered: [[-size, -size * 0.4, 0, size * 0.6, size, -size * 0.4]],
    happened: [[-size, 0, -size * 0.2, size * 0.7, size, -size * 0.7]],
  }[word];
  pen.beginPath();
  for (const [x = 0, y = 0, ...more] of strokes) {
    pen.moveTo(x, y);
    for (let at = 0; at < more.length; at += 2) pen.lineTo(more[at] ?? 0, more[at + 1] ?? 0);
  }
  pen.stroke();
}
