// Which rows of a long table are written: those in sight, and some before and after them.

export const WHOLE = 150; // rows up to which a table is written whole
const BEYOND = 12; // rows written above and below those in sight

/**
 * The first row that is written, and the one behind the last.
 * @param {{top: number, height: number, row: number, count: number}} seen  pixels above what is seen of the rows, of what is seen, and of each row
 * @returns {[number, number]}
 */
export function windowOf({ top, height, row, count }) {
  const last = Math.min(count, Math.ceil((top + height) / row) + BEYOND);
  return [Math.max(0, Math.min(Math.floor(top / row) - BEYOND, count - 1)), Math.max(0, last)];
}
