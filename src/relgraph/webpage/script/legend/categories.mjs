// The categories of the legend: what occurs, how often, what it is called, and what comes first.

import { HELD, OFF_AT_FIRST, READ_BY_MACHINE } from "../filter/switches.mjs";
import { capital } from "../basics/words.mjs";
import { compare } from "../basics/names.mjs";
import { impliedBy, inView, shown } from "../filter/filters.mjs";
import { initial } from "../state/state.mjs";
import { isRegion } from "../data/regions.mjs";
import { ofEdge, ofNode, withHeld } from "./kinds.mjs";
import { kindTerm } from "../data/data.mjs";
import { edgeStandingAt } from "../data/held.mjs";
import { tierLabel } from "../data/ladders.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./kinds.mjs").Kind} Kind */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/** @typedef {"who" | "close" | "other" | "stated" | "derived" | "read" | "held" | "source"} Group */

/**
 * @typedef {object} Category
 * @property {string} key
 * @property {Group} group
 * @property {number} count  how many there are; of ties, without those that are counted apart
 * @property {number} [planned]  ties that are only planned
 * @property {number} [groups]  ties with a group: no partner more
 * @property {string} [kind]  of nodes
 * @property {GraphEdge} [edge]  one of the ties
 * @property {string} [under]  key of the category it is a part of
 */

/** @typedef {{found: Category[], of: Map<string, Kind[]>}} Counted  the categories, and what each node and tie that is counted is one of, by its id */

/** In the order in which things come about. */
const SURE = new Map([
  ["sure:current", "in force"],
  ["sure:agreed", "signed, not in force"],
  ["sure:planned", "only planned or proposed"],
  ["sure:occurred", "happened"],
  ["sure:ended", "ended"],
  ["sure:derived", "follows by a rule"],
  ["sure:implied", "follows from a closer tie"],
  [READ_BY_MACHINE, "machine-read ties"],
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
export function categories(model, state) {
  return countedIn(model, state).found;
}

/** @type {WeakMap<Model, Pick<State, "view" | "at"> & Counted>} What was counted last: a choice in the legend changes nothing of it. */
const countedLast = new WeakMap();

/**
 * @param {Model} model
 * @param {Pick<State, "view" | "at">} state
 * @returns {Counted}
 */
function countedIn(model, { view, at }) {
  const known = countedLast.get(model);
  if (known?.view === view && known.at === at) return known;
  const made = { view, at, ...categoriesOf(model, { view, at }) };
  countedLast.set(model, made);
  return made;
}

/**
 * How many of each category are shown, by its key.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @returns {Map<string, number>}
 */
export function shownCounts(model, state, shown) {
  const { of } = countedIn(model, state);
  /** @type {Map<Kind[], number>} */
  const alike = new Map();
  const add = (/** @type {Kind[] | undefined} */ kinds) => kinds && alike.set(kinds, (alike.get(kinds) ?? 0) + 1);
  for (const id of shown.nodes) add(of.get(nodeKey(id)));
  for (const id of shown.edges) add(of.get(id));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [kinds, count] of alike)
    for (const { key, apart } of kinds) if (!apart) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/** @param {string} id  of a node, which may be that of a tie too */
const nodeKey = (id) => `node ${id}`;

/**
 * @param {Model} model
 * @param {Pick<State, "view" | "at">} state
 * @returns {Counted}
 */
function categoriesOf(model, state) {
  const { at, view } = state;
  const counts = new Counts();
  const standing = edgeStandingAt(model.data, at);
  const implied = impliedBy(model, standing);
  const whole = at === undefined ? undefined : shown(model, { ...initial(view), at, on: OFF_AT_FIRST }); // else all of it
  const all = model.data.nodes.filter((node) => view === "all" && !isRegion(node));
  const nodes = new Set(all.map(({ id }) => id));
  for (const edge of inView(model, state)) {
    const isCounted = whole?.edges.has(edge.id) ?? true;
    nodes.add(edge.from).add(edge.to);
    const isImplied = implied(edge);
    const kinds = ofEdge(model, edge, isImplied);
    const isHeld = at !== undefined && isCounted && !isImplied;
    counts.add(edge.id, isHeld ? withHeld(kinds, HELD[standing(edge)]) : kinds, isCounted, edge);
  }
  for (const id of nodes) {
    const node = model.nodes.get(id);
    if (node) counts.add(nodeKey(id), ofNode(node), whole?.nodes.has(id) ?? true);
  }
  return { found: withoutSingles(counts.categories()), of: counts.of };
}

/** Counts nodes and ties as what they are one of. */
class Counts {
  /** @type {Map<string, Kind[]>} What each that is counted is one of. */
  of = new Map();
  /** @type {Map<Kind[], {count: number, edge: GraphEdge | undefined}>} edge: the first of them */
  #alike = new Map();

  /**
   * @param {string} id
   * @param {Kind[]} kinds  the same list for all that are one of the same
   * @param {boolean} isCounted
   * @param {GraphEdge} [edge]
   */
  add(id, kinds, isCounted, edge) {
    let alike = this.#alike.get(kinds);
    if (!alike) this.#alike.set(kinds, (alike = { count: 0, edge }));
    if (!isCounted) return;
    alike.count += 1;
    this.of.set(id, kinds);
  }

  /** The categories, those that were met first first. */
  categories() {
    /** @type {Map<string, Category>} */
    const found = new Map();
    for (const [kinds, { count, edge }] of this.#alike)
      for (const { apart = "count", ...kind } of kinds) {
        const row = found.get(kind.key) ?? { ...kind, ...(edge ? { edge } : {}), count: 0, planned: 0, groups: 0 };
        found.set(kind.key, row);
        row[apart] = (row[apart] ?? 0) + count;
      }
    return [...found.values()];
  }
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
  if (group === "stated" || group === "derived" || group === "read") return capital(SURE.get(key) ?? name);
  const term = kindTerm(terms, edge?.relation ?? "");
  const relation = edge?.role === undefined ? term.label : `lines to ${term.plural}`;
  return capital((key.includes(".") && tierLabel(terms, edge?.ladder, edge?.tier)) || relation);
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
