// The categories of the legend: what occurs, and how often.

import { HELD, impliedBy, inView, isHeld, sourceKeys, statusKey, sureKey, tieKey, whoKey } from "./filters.mjs";
import { NO } from "../data/days.mjs";
import { standingAt } from "../data/standing.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */

/** @typedef {"who" | "close" | "other" | "stated" | "derived" | "held" | "source"} Group */
/** @typedef {{key: string, group: Group, count: number, kind?: string, edge?: GraphEdge, under?: string}} Category  under: key of the category it is a part of */

/**
 * The categories that occur in the view, with how often: what the legend explains.
 * @param {Model} model
 * @param {State} state
 * @returns {Category[]}
 */
export function categories(model, { view, at }) {
  const known = countedLast.get(model);
  if (known?.view === view && known.at === at) return known.found;
  const found = categoriesOf(model, { view, at });
  countedLast.set(model, { view, at, found });
  return found;
}

/** @type {WeakMap<Model, Pick<State, "view" | "at"> & {found: Category[]}>} What was counted last: a choice in the legend changes nothing of it. */
const countedLast = new WeakMap();

/**
 * @param {Model} model
 * @param {Pick<State, "view" | "at">} state
 * @returns {Category[]}
 */
function categoriesOf(model, state) {
  /** @type {Map<string, Category>} */
  const found = new Map();
  const standing = standingAt(model.data, state.at);
  const implied = impliedBy(model, standing);
  /** @param {Category} category */
  const add = (category) => {
    const known = found.get(category.key);
    if (known) known.count += category.count;
    else found.set(category.key, category);
  };
  /** @type {Map<string, number>} */
  const nodes = new Map(
    state.view === "all" ? model.data.nodes.map((node) => [node.id, Number(isHeld(node, standing))]) : [],
  );
  for (const edge of inView(model, state)) {
    const truth = standing(edge.fact);
    const count = Number(truth !== NO);
    for (const end of [edge.from, edge.to]) nodes.set(end, Math.max(count, nodes.get(end) ?? 0));
    const tie = tieKey(edge);
    const sure = sureKey(edge, implied(edge));
    if (!implied(edge)) add({ key: tie, group: tie.startsWith("close:") ? "close" : "other", count, edge });
    add({ key: sure, group: edge.origin === "derived" ? "derived" : "stated", count, edge });
    if (edge.origin !== "derived") add({ key: statusKey(edge), group: "stated", count, edge, under: sure });
    if (state.at !== undefined && count && !implied(edge)) add({ key: HELD[truth], group: "held", count, edge });
    if (!implied(edge)) for (const key of sourceKeys(model, edge)) add({ key, group: "source", count, edge });
  }
  for (const [id, count] of nodes) {
    const node = model.nodes.get(id);
    if (node) add({ key: whoKey(node), group: "who", count, kind: node.kind });
  }
  return withoutSingles([...found.values()]);
}

/**
 * A category that is the only part of another says nothing of its own.
 * @param {Category[]} found
 */
function withoutSingles(found) {
  const parts = (/** @type {Category} */ { under }) => found.filter((other) => other.under === under).length;
  return found.filter((category) => category.under === undefined || parts(category) > 1);
}
