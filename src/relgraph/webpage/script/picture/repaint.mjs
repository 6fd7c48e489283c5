// The whole picture once more, with another pen: for paper, and for files.

/** @typedef {import("../lines/lines.mjs").Lines} Lines */
/** @typedef {import("../lines/line.mjs").Spot} Spot */
/** @typedef {import("./painting.mjs").Painting} Painting */

/**
 * Paint all that is seen.
 * @param {CanvasRenderingContext2D} pen  in pixels of the container
 * @param {{lines: Lines, painting: Painting}} picture
 * @param {{middle: Spot, scale: number}} seen  where the middle of the picture lies in the container, and its zoom
 */
export function repaint(pen, { lines, painting }, { middle, scale }) {
  pen.save();
  pen.translate(middle.x, middle.y);
  pen.scale(scale, scale);
  painting.beneath(pen, scale);
  lines.drawWhole(pen);
  painting.nodes(pen);
  painting.names(pen, scale);
  pen.restore();
}
