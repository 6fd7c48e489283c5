// The shape in which the data is looked at, as it is kept in the address.

/** @typedef {"network" | "ladder" | "map" | "table"} Shape */

/**
 * @typedef {object} Shaped
 * @property {Shape} shape
 * @property {string} [centre]  the node in the middle of the ladder; without it the country with most ties
 * @property {string} sort  the column by which the table is sorted, with - before it from the last to the first; empty: the closest first
 */

/** @type {Shape[]} */
export const SHAPES = ["network", "ladder", "map", "table"];

/** @type {Shaped} The shape at first. */
export const UNSHAPED = { shape: "network", sort: "" };

/**
 * @param {Shaped} shaped
 * @returns {[string, string][]}  words of the address
 */
export function shapeWords({ shape, centre, sort }) {
  /** @type {[string, string][]} */
  const words = [];
  if (shape !== UNSHAPED.shape) words.push(["shape", shape]);
  if (centre !== undefined) words.push(["centre", centre]);
  if (sort) words.push(["sort", sort]);
  return words;
}

/**
 * @param {URLSearchParams} words
 * @returns {Shaped}
 */
export function readShape(words) {
  const shape = SHAPES.find((one) => one === words.get("shape")) ?? UNSHAPED.shape;
  const centre = words.get("centre");
  return { shape, ...(centre ? { centre } : {}), sort: words.get("sort") ?? "" };
}
