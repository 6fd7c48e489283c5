// Numbers on the lines that bundle facts: how many each stands for.

import { firstFree, spread } from "./marks.mjs";

/** @typedef {import("./edges.mjs").EdgeLine} EdgeLine */
/** @typedef {import("./line.mjs").Spot} Spot */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

const FACE = "600 11px system-ui, sans-serif";
const APART = 30; // pixels of the screen from one to the next
const MANY = 60; // numbers beyond which they stand farther apart
const FAR_APART = 90;
const CLEAR = 9; // pixels of the screen from a number to the rim of a shape
const LEAST = 2; // facts of a line that has a number
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7]; // of the line, at which its number stands if there is room

/**
 * Write the numbers of bundles, each about the middle of its line: as many as have room, the greatest first.
 * @param {CanvasRenderingContext2D} pen  in pixels of the picture
 * @param {EdgeLine[]} lines  those that are not faded
 * @param {(id: string) => number | undefined} bundled  how many facts a line bundles
 * @param {{palette: Palette, shapes: (Spot & {radius: number})[], names: import("./line.mjs").Box[]}} looks  shapes: where no number can be read; names: nor there, in pixels of the screen from the middle of the picture
 * @param {number} scale  pixels of the screen for one of the picture
 */
export function drawCounts(pen, lines, bundled, { palette, shapes, names }, scale) {
  const counts = lines.flatMap((line) => {
    const count = bundled(line.edge.id) ?? 0;
    return count >= LEAST ? [{ line, count }] : [];
  });
  if (!counts.length) return;
  const isApart = spread((counts.length > MANY ? FAR_APART : APART) / scale);
  const isNamed = (/** @type {Spot} */ { x, y }) =>
    names.some(
      ({ left, right, top, bottom }) =>
        x * scale > left - CLEAR && x * scale < right + CLEAR && y * scale > top - CLEAR && y * scale < bottom + CLEAR,
    );
  const isFree = (/** @type {Spot} */ spot) =>
    !isNamed(spot) &&
    shapes.every(({ x, y, radius }) => Math.hypot(x - spot.x, y - spot.y) > radius + CLEAR / scale) &&
    isApart(spot);
  pen.save();
  pen.scale(1 / scale, 1 / scale);
  pen.font = FACE;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = palette("ground");
  pen.fillStyle = palette("ink-soft");
  for (const { line, count } of counts.sort((a, b) => b.count - a.count)) {
    const spot = firstFree(line, SHARES, isFree);
    if (!spot) continue;
    pen.strokeText(String(count), spot.x * scale, spot.y * scale);
    pen.fillText(String(count), spot.x * scale, spot.y * scale);
  }
  pen.restore();
}
