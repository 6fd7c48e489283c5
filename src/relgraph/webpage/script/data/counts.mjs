// How many facts the page tells of: the same number wherever it is told.

import { MACHINE_READ } from "./data.mjs";

/** @typedef {{stated: number, derived: number, undrawn: number, all: number}} FactCounts */

/** @type {WeakMap<import("./data.mjs").Model, FactCounts>} Counted once. */
const known = new WeakMap();

/**
 * What stands with the actors is no fact, nor what a machine read. Some are drawn nowhere, such as figures: panels alone tell them.
 * @param {import("./data.mjs").Model} model
 * @returns {FactCounts}
 */
export function factCounts(model) {
  const found = known.get(model) ?? countedIn(model);
  known.set(model, found);
  return found;
}

/**
 * @param {import("./data.mjs").Model} model
 * @returns {FactCounts}
 */
function countedIn({ data: { facts, nodes }, drawn }) {
  const shapes = new Set(nodes.map(({ fact }) => fact));
  const counts = { stated: 0, derived: 0, undrawn: 0 };
  for (const [id, { origin }] of Object.entries(facts)) {
    if (origin === "reference" || origin === MACHINE_READ) continue;
    counts[origin === "derived" ? "derived" : "stated"] += 1;
    if (!drawn.has(id) && !shapes.has(id)) counts.undrawn += 1;
  }
  return { ...counts, all: counts.stated + counts.derived };
}
