// The categories of the legend: what occurs, how often, what it is called, and what comes first.

import { HELD, sourceKeys, statusKey, sureKey, tieKey, whoKey } from "../filter/switches.mjs";
import { NO } from "../data/days.mjs";
import { capital } from "../basics/words.mjs";
import { compare } from "../basics/names.mjs";
import { impliedBy, inView, isHeld } from "../filter/filters.mjs";
import { kindTerm, tierLabel } from "../data/data.mjs";
import { standingAt } from "../data/held.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */

/** @typedef {"who" | "close" | "other" | "stated" | "derived" | "held" | "source"} Group */
/** @typedef {{key: string, group: Group, count: number, kind?: string, edge?: GraphEdge, under?: string}} Category  under: key of the category it is a part of */

/** In the order in which things come about. */
const SURE = new Map([
  ["sure:current", "in force"],
  ["sure:agreed", "signed, not in force"],
  ["sure:planned", "only planned or proposed"],
  ["sure:occurred", "happened"],
  ["sure:ended", "ended"],
  ["sure:derived", "follows by a rule"],
  ["sure:implied", "follows from a closer tie"],
]);

const HOLDS = new Map([
  ["held:yes", "so for certain"],
  ["held:maybe", "maybe so"],
]);

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

/**
 * What a category is called.
 * @param {Category} row
 * @param {Model} model
 */
export function labelOf({ key, group, count, kind, edge, under }, { data: { terms, sources: cards } }) {
  if (kind !== undefined) return capital(count === 1 ? kindTerm(terms, kind).label : kindTerm(terms, kind).plural);
  const name = key.slice(key.indexOf(":") + 1);
  if (under) return capital(terms.statuses[name]?.label ?? name);
  if (group === "source") return name ? (cards[name]?.title ?? name) : "Entered with the actors";
  if (group === "held") return capital(HOLDS.get(key) ?? name);
  if (group === "stated" || group === "derived") return capital(SURE.get(key) ?? name);
  const relation = kindTerm(terms, edge?.relation ?? "").label;
  return capital((key.includes(".") && tierLabel(terms, edge?.tier, edge?.ladder)) || relation);
}

/**
 * The categories of a group, in the order in which they are told.
 * @param {Category[]} found
 * @param {Group} group
 */
export function inOrder(found, group) {
  const order = [...SURE.keys(), ...HOLDS.keys()];
  const place = (/** @type {Category} */ { key, under }) => order.indexOf(under ?? key);
  return found
    .filter((row) => row.group === group)
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        Number(!!a.under) - Number(!!b.under) ||
        (b.edge?.rung ?? 0) - (a.edge?.rung ?? 0) ||
        b.count - a.count ||
        compare(a.key, b.key),
    );
}
