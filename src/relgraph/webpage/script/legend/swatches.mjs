// The small pictures of the legend: each is drawn once, and stands again wherever its row is written anew.

/** @typedef {import("../looks/looks.mjs").Palette} Palette */

/** @type {WeakMap<Palette, Map<string, {look: string, made: HTMLElement}>>} */
const drawn = new WeakMap();

/**
 * The picture of a row as it was drawn before, unless it looks otherwise now: drawing is what takes time.
 * @param {Palette} palette
 * @param {string} row  tells it from all others
 * @param {unknown} look
 * @param {() => HTMLElement} draw
 */
export function keptSwatch(palette, row, look, draw) {
  const known = drawn.get(palette) ?? new Map();
  drawn.set(palette, known);
  const told = JSON.stringify(look);
  if (known.get(row)?.look !== told) known.set(row, { look: told, made: draw() });
  return known.get(row).made;
}
