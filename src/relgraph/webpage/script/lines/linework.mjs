// Painting many lines fast.

import { bendOf, misses } from "./geometry.mjs";
import { takeUp } from "../looks/strokes.mjs";

/** @typedef {import("./geometry.mjs").Line} Line */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */

const HAIR = 1; // pixels of the screen up to which many lines are painted in one stroke
const TOGETHER = 100; // so many
const TINY_DASH = 3; // pixels of the screen below which dashes are not told apart
const NO_ARROWS = 0.3; // zoom below which arrows are left out
const PALER = 0.55; // opacity of a line whose dashes are not told apart
const HEAD = 9; // length of an arrow

/**
 * Paint some lines; hairlines of one look many at a time.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {Line[]} lines
 * @param {number} start
 * @param {number} end
 */
export function paintLines(pen, lines, start, end) {
  const matrix = pen.getTransform();
  const [left, top] = [-matrix.e / matrix.a, -matrix.f / matrix.a];
  const [right, bottom] = [left + pen.canvas.width / matrix.a, top + pen.canvas.height / matrix.a];
  /** @type {EdgeLook | null} */
  let look = null;
  let count = 0;
  pen.save();
  for (let index = start; index < end; index += 1) {
    const line = lines[index];
    if (!line || misses(line, left, top, right, bottom)) continue;
    if (look === null || line.look !== look || count >= (look.width * matrix.a > HAIR ? 1 : TOGETHER)) {
      if (count) pen.stroke();
      if (line.look !== look) takeUpFor(pen, line.look, matrix.a);
      look = line.look;
      count = 0;
      pen.beginPath();
    }
    trace(pen, line);
    count += 1;
    if (look.arrow && matrix.a > NO_ARROWS) arrow(pen, line);
  }
  if (count) pen.stroke();
  pen.restore();
}

/**
 * Prepare a pen for lines of one look; where their dashes are too small to be told apart, they are paler instead.
 * @param {CanvasRenderingContext2D} pen
 * @param {EdgeLook} look
 * @param {number} scale
 */
function takeUpFor(pen, { color, width, dashes }, scale) {
  const isTold = dashes !== false && dashes.reduce((sum, dash) => sum + dash, 0) * scale >= TINY_DASH;
  takeUp(pen, { color, width, dashes: isTold && dashes });
  pen.globalAlpha = dashes !== false && !isTold ? PALER : 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line
 */
function trace(pen, line) {
  const { from, to, offset } = line;
  pen.moveTo(from.x, from.y);
  if (!offset) {
    pen.lineTo(to.x, to.y);
    return;
  }
  const bend = bendOf(line);
  pen.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
}

/**
 * An arrow in the middle of a line, where no node covers it.
 * @param {CanvasRenderingContext2D} pen
 * @param {Line} line
 */
function arrow(pen, line) {
  const { from, to } = line;
  const bend = bendOf(line);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const x = (from.x + to.x) / 4 + bend.x / 2;
  const y = (from.y + to.y) / 4 + bend.y / 2;
  const side = (/** @type {number} */ turn) =>
    /** @type {const} */ ([x - HEAD * Math.cos(angle + turn), y - HEAD * Math.sin(angle + turn)]);
  const head = new Path2D(); // a path of its own: the lines' is not stroked yet
  head.moveTo(x, y);
  head.lineTo(...side(0.4));
  head.lineTo(...side(-0.4));
  pen.fill(head);
}
