// Signs on lines that tell what changed: the shape tells it as well as the colour, and the rim whether it is certain.

import { spotOn } from "./line.mjs";

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
const SHARES = [0.5, 0.36, 0.64]; // of the line, at which a mark stands if there is room
const MANY = 60; // marks beyond which they stand farther apart than it takes to tell them apart
const BITS = 15; // of the number of a column or row of squares: those that are as many apart share a square
const APART = 64; // pixels of the screen

/** @type {Record<Word, string>} Names of colours. */
const COLOURS = { raised: "good", gained: "good", lowered: "warn", ended: "warn", happened: "ink" };
export const MARKED = ["card", ...new Set(Object.values(COLOURS))]; // names of all colours of marks

/** @typedef {{mark: Mark, spot: Spot}} PlacedMark */

/**
 * Where the marks of lines stand, each about the middle of its line: as many as have room, of very many fewer. What
 * comes first has its mark at every zoom, the others as one looks closer.
 * @param {EdgeLine[]} lines
 * @param {ReadonlyMap<string, Mark>} marks  by the ids of edges
 * @param {number} growth  how much larger shapes are drawn than planned
 * @param {number} scale  pixels of the screen for one of the picture
 * @returns {PlacedMark[]}
 */
export function placedMarks(lines, marks, growth, scale) {
  const marked = new Map(lines.filter(({ edge }) => marks.has(edge.id)).map((line) => [line.edge.id, line]));
  const isFree = spread(Math.max(2 * RADIUS * growth, areMany(marked.size) ? APART / scale : 0));
  return [...marked].flatMap(([id, line]) => {
    const mark = marks.get(id);
    const spot = firstFree(line, SHARES, isFree);
    return mark && spot ? [{ mark, spot }] : [];
  });
}

/**
 * The first spot of a line that is free.
 * @param {EdgeLine} line
 * @param {number[]} shares  of the line, at which it may lie
 * @param {(spot: Spot) => boolean} isFree
 * @returns {Spot | undefined}
 */
export function firstFree(line, shares, isFree) {
  for (const share of shares) {
    const spot = spotOn(line, share);
    if (isFree(spot)) return spot;
  }
  return undefined;
}

/**
 * Whether so many marks are more than a picture bears: then some are seen only as one looks closer.
 * @param {number} count
 */
export function areMany(count) {
  return count > MANY;
}

/**
 * Whether a spot lies apart from all for which this was asked before and answered with yes.
 * @param {number} apart  pixels
 * @returns {(spot: Spot) => boolean}
 */
export function spread(apart) {
  /** @type {Map<number, Spot[]>} by squares so large that what lies too near is in the same or a neighbouring one */
  const taken = new Map();
  const least = (1 << BITS) - 1;
  const square = (/** @type {number} */ column, /** @type {number} */ row) =>
    ((column & least) << BITS) | (row & least);
  const isNear = (/** @type {Spot} */ one, /** @type {Spot} */ other) =>
    (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < apart ** 2;
  return (spot) => {
    const [column, row] = [Math.floor(spot.x / apart), Math.floor(spot.y / apart)];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        if (taken.get(square(x, y))?.some((other) => isNear(other, spot))) return false;
    const here = taken.get(square(column, row));
    if (here) here.push(spot);
    else taken.set(square(column, row), [spot]);
    return true;
  };
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
