// Which cells of a matrix are written: those in sight, and some around them.

const BEYOND = 6; // rows and columns written beyond those in sight

/** @typedef {{top: number, bottom: number, left: number, right: number}} Window  numbers of rows and columns, the last ones not in it */

/**
 * The rows and columns in sight.
 * @param {{top: number, left: number, width: number, height: number, cell: number, count: number}} seen  pixels that are scrolled away of the cells, pixels in which cells are seen, and of each cell
 * @returns {Window}
 */
export function inSight({ top, left, width, height, cell, count }) {
  const from = (/** @type {number} */ pixels) => Math.max(0, Math.min(count - 1, Math.floor(pixels / cell)));
  const to = (/** @type {number} */ pixels) => Math.max(0, Math.min(count, Math.ceil(pixels / cell)));
  return { top: from(top), bottom: to(top + height), left: from(left), right: to(left + width) };
}

/**
 * The same with some around.
 * @param {Window} seen
 * @param {number} count
 * @returns {Window}
 */
export function around({ top, bottom, left, right }, count) {
  const [from, to] = [
    (/** @type {number} */ first) => Math.max(0, first - BEYOND),
    (/** @type {number} */ last) => Math.min(count, last + BEYOND),
  ];
  return { top: from(top), bottom: to(bottom), left: from(left), right: to(right) };
}

/**
 * Whether all of a window is in another.
 * @param {Window} one
 * @param {Window | null} other
 */
export function isWithin(one, other) {
  return (
    other !== null &&
    one.top >= other.top &&
    one.bottom <= other.bottom &&
    one.left >= other.left &&
    one.right <= other.right
  );
}
