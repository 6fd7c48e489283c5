// In which order the actors of a matrix stand: who has the closest ties first, by name, or by community.

import { compare, fold } from "../basics/names.mjs";
import { isMany } from "./wholes.mjs";
import { pairHeight } from "../pairs/looks.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {"name" | "community" | undefined} Order */

/**
 * The ids of the tied actors in order. Who has the closest ties: a partner counts one, and as much again as its tie is
 * high on its ladder; one that is only planned counts nothing, and where some stand for their members each tied pair counts one. Those of a community stand together, in that order.
 * @param {Model} model
 * @param {import("./wholes.mjs").Cells} pairs
 * @param {Order} order
 * @returns {string[]}
 */
export function inOrder(model, pairs, order) {
  const keys = Array.from(pairs, ([id, others]) => ({
    id,
    name: fold(model.nodes.get(id)?.label ?? id),
    group: order === "community" ? (model.nodes.get(id)?.community ?? Infinity) : 0,
    close: order === "name" ? 0 : [...others.values()].reduce((sum, pair) => sum + counted(model, pair), 0),
  }));
  const apart = (/** @type {number} */ one, /** @type {number} */ other) => (one === other ? 0 : one - other);
  return keys
    .sort((a, b) => apart(a.group, b.group) || b.close - a.close || compare(a.name, b.name) || compare(a.id, b.id))
    .map(({ id }) => id);
}

/**
 * @param {Model} model
 * @param {import("../pairs/pairs.mjs").TiedPair | import("./wholes.mjs").ManyPairs} pair
 */
function counted(model, pair) {
  if (isMany(pair)) return pair.tied;
  return pair.holding ? 1 + Math.max(0, pairHeight(model, pair)) : 0;
}
