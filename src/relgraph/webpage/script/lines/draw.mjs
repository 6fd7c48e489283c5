// Drawing lines with any pen: on the screen, on a layer, for paper and for files.

import { misses, traceHead, traceLine } from "./line.mjs";

/** @typedef {import("./line.mjs").Box} Box */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("./line.mjs").Line} Line */

/**
 * @typedef {object} Frame
 * @property {Box} box  what is seen, in pixels of the picture
 * @property {number} scale  pixels of the screen for one of the picture
 * @property {boolean} coarse  whether details that are hardly told apart are left out, since they take time
 */

const HAIR = 1; // pixels of the screen up to which many lines are drawn in one stroke
const TOGETHER = 100; // so many
const TINY = 3; // pixels of the screen below which details are hardly told apart
const PALER = 0.55; // opacity of a line whose dashes are left out

/** @type {Frame} All of the picture with every detail. */
const WHOLE = { box: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }, scale: 1, coarse: false };

/**
 * What the canvas of a pen shows.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {boolean} coarse
 * @returns {Frame}
 */
export function frameOf(pen, coarse) {
  const { a: scale, e, f } = pen.getTransform();
  const [left, top] = [-e / scale, -f / scale];
  const { width, height } = pen.canvas;
  return { box: { left, top, right: left + width / scale, bottom: top + height / scale }, scale, coarse };
}

/**
 * Draw some lines.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {Iterable<Line>} lines
 * @param {Frame} [frame]
 */
export function drawLines(pen, lines, frame = WHOLE) {
  /** @type {EdgeLook | undefined} */
  let look;
  pen.save();
  for (const batch of batches(lines, frame)) {
    const [first] = batch;
    if (first && first.look !== look) setLook(pen, first.look, frame);
    look = first?.look;
    drawBatch(pen, batch, frame);
  }
  pen.restore();
}

/**
 * Lines that are drawn in one stroke, as far as they are seen.
 * @param {Iterable<Line>} lines
 * @param {Frame} frame
 */
function* batches(lines, { box, scale, coarse }) {
  /** @type {Line[]} */
  let batch = [];
  for (const line of lines) {
    if (misses(line, box)) continue;
    const most = coarse && line.look.width * scale <= HAIR ? TOGETHER : 1;
    if (batch.length >= most || (batch[0] && batch[0].look !== line.look)) {
      yield batch;
      batch = [];
    }
    batch.push(line);
  }
  if (batch.length) yield batch;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Line[]} lines  of one look
 * @param {Frame} frame
 */
function drawBatch(pen, lines, { scale, coarse }) {
  pen.beginPath();
  for (const line of lines) traceLine(pen, line);
  pen.stroke();
  const { head } = lines[0]?.look ?? {};
  if (!head || (coarse && head.length * scale < TINY)) return;
  pen.beginPath();
  for (const line of lines) traceHead(pen, line);
  pen.fill();
}

/**
 * Prepare a pen for lines of one look; dashes have round ends, so that the shortest are dots. Where they are left
 * out, lines are paler instead.
 * @param {CanvasRenderingContext2D} pen
 * @param {EdgeLook} look
 * @param {Frame} frame
 */
function setLook(pen, { color, width, dashes }, { scale, coarse }) {
  const leftOut = dashes && coarse && dashes.reduce((sum, dash) => sum + dash, 0) * scale < TINY;
  pen.strokeStyle = color;
  pen.fillStyle = color;
  pen.lineWidth = width;
  pen.lineCap = dashes && !leftOut ? "round" : "butt";
  pen.setLineDash((!leftOut && dashes) || []);
  pen.globalAlpha = leftOut ? PALER : 1;
}
