// Going through a matrix with the keys: which cell comes next, and how far to scroll for it.

/** @typedef {{row: number, column: number}} Spot  -1 for the names above and beside */
/** @typedef {import("./sight.mjs").Window} Window */

/** @type {Map<string, [number, number]>} */
const MOVES = new Map([
  ["ArrowUp", [-1, 0]],
  ["ArrowDown", [1, 0]],
  ["ArrowLeft", [0, -1]],
  ["ArrowRight", [0, 1]],
  ["PageUp", [-10, 0]],
  ["PageDown", [10, 0]],
  ["Home", [0, -Infinity]],
  ["End", [0, Infinity]],
  ["Ctrl+Home", [-Infinity, -Infinity]],
  ["Ctrl+End", [Infinity, Infinity]],
]);

/**
 * How many rows down and columns to the right a key goes; nothing for one that goes nowhere.
 * @param {{key: string, ctrlKey: boolean, metaKey: boolean}} pressed
 */
export function moveOf({ key, ctrlKey, metaKey }) {
  return MOVES.get(ctrlKey || metaKey ? `Ctrl+${key}` : key);
}

/**
 * Where a move comes to in a matrix of so many actors; it stops at the edges, the names.
 * In the corner, where none stands, it does not stop.
 * @param {Spot} spot
 * @param {[number, number]} move
 * @param {number} count
 * @returns {Spot}
 */
export function moved({ row, column }, [down, right], count) {
  const within = (/** @type {number} */ to, /** @type {number} */ least) => Math.max(least, Math.min(count - 1, to));
  return { row: within(row + down, column + right < 0 ? 0 : -1), column: within(column + right, -1) };
}

/**
 * How far the cells are to be scrolled, in pixels, for one to be in sight: no further than it takes.
 * @param {Spot} spot
 * @param {{top: number, left: number}} scrolled  pixels now
 * @param {Window} seen  rows and columns in sight now
 * @param {number} cell  pixels of a cell
 */
export function bringing({ row, column }, { top, left }, seen, cell) {
  const high = Math.max(1, seen.bottom - seen.top - 2);
  const wide = Math.max(1, seen.right - seen.left - 2);
  return {
    top: brought(row, top, seen.top + high, high, cell),
    left: brought(column, left, seen.left + wide, wide, cell),
  };
}

/**
 * @param {number} number  of a row or column; -1 is always in sight
 * @param {number} scrolled
 * @param {number} last  the last one that is seen whole
 * @param {number} room  how many are seen whole
 * @param {number} cell
 */
function brought(number, scrolled, last, room, cell) {
  if (number >= 0 && number * cell < scrolled) return number * cell;
  return number > last ? (number - room) * cell : scrolled;
}
