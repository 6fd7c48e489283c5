// How a tied pair looks in a cell: the colour of its best tie, and whether that is stated, derived, planned or maybe.

import { MAYBE_ALPHA, edgeLook, rungHeight, withAlpha } from "../looks/looks.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("./pairs.mjs").TiedPair} TiedPair */

/** What the looks of cells mean, by their classes. */
export const SIGNS = new Map([
  ["stated", "a source states it"],
  ["derived", "follows by a rule"],
  ["planned", "only planned"],
  ["maybe", "maybe so"],
]);

/**
 * A line by which the best tie of a pair is drawn.
 * @param {Model} model
 * @param {TiedPair} pair
 * @returns {GraphEdge | undefined}
 */
function lineOf({ drawn }, { best: [fact = ""] }) {
  return drawn.get(fact)?.[0];
}

/**
 * The share of its ladder that lies below the best tie of a pair; -1 off the ladders.
 * @param {Model} model
 * @param {TiedPair} pair
 */
export function pairHeight(model, pair) {
  const edge = lineOf(model, pair);
  return (edge && rungHeight(edge, model.data.terms)) ?? -1;
}

/**
 * The colour of a pair, as its line would have were it in force; paler where it only may hold.
 * @param {Model} model
 * @param {Palette} palette
 * @returns {(pair: TiedPair) => string}
 */
export function pairColours(model, palette) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (pair) => {
    const edge = lineOf(model, pair);
    if (!edge) return palette("tie");
    const key = `${edge.ladder} ${edge.tier} ${edge.rung} ${edge.relation}`;
    const colour = known.get(key) ?? edgeLook({ ...edge, effect: "current" }, model.data.terms, palette).color;
    known.set(key, colour);
    return pair.maybe ? withAlpha(colour, MAYBE_ALPHA) : colour;
  };
}

/**
 * The classes of a pair's cell.
 * @param {TiedPair} pair
 */
export function pairClasses({ holding, derived, maybe }) {
  const sort = derived ? "derived" : "stated";
  return `tied tie-${holding ? sort : "planned"}${maybe ? " tie-maybe" : ""}`;
}
