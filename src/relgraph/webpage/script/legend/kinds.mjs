// What each node and tie is one of in the legend: lists that all which are counted alike share, since they are few of very many.

import { READ_BY_MACHINE, sourceKeys, statusKey, sureKey, tieKey, whoKey } from "../filter/switches.mjs";
import { keysOf } from "../filter/filters.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {Omit<import("./categories.mjs").Category, "count" | "edge"> & {apart?: "planned" | "groups"}} Kind  what a tie is one of; apart: as which it is counted */

/** @type {Map<string, Kind[]>} The categories of nodes, by their kind. */
const ofNodes = new Map();

/** @param {import("../data/data.mjs").GraphNode} node */
export function ofNode(node) {
  const kinds = ofNodes.get(node.kind) ?? [{ key: whoKey(node), group: "who", kind: node.kind }];
  ofNodes.set(node.kind, kinds);
  return kinds;
}

/** @type {WeakMap<Kind[], Map<string, Kind[]>>} */
const heldToo = new WeakMap();

/**
 * Some categories, and whether it holds.
 * @param {Kind[]} kinds
 * @param {string} key
 * @returns {Kind[]}
 */
export function withHeld(kinds, key) {
  const known = heldToo.get(kinds) ?? new Map();
  heldToo.set(kinds, known);
  const all = known.get(key) ?? [...kinds, { key, group: "held" }];
  known.set(key, all);
  return all;
}

/** @typedef {{alike: Map<string, Kind[]>, own: Map<string, Kind[]>, implied: Map<string, Kind[]>}} Known  alike: a list for all ties that are counted alike, few of very many; the others by the ids of ties */

/** @type {WeakMap<Model, Known>} */
const knownOf = new WeakMap();

/**
 * The categories of a tie, whatever the day.
 * @param {Model} model
 * @param {GraphEdge} edge
 * @param {boolean} implied
 * @returns {Kind[]}
 */
export function ofEdge(model, edge, implied) {
  const known = knownOf.get(model) ?? { alike: new Map(), own: new Map(), implied: new Map() };
  knownOf.set(model, known);
  const byId = implied ? known.implied : known.own;
  let kinds = byId.get(edge.id);
  if (!kinds) byId.set(edge.id, (kinds = sharedKinds(known.alike, model, edge, implied)));
  return kinds;
}

/**
 * @param {Map<string, Kind[]>} alike
 * @param {Model} model
 * @param {GraphEdge} edge
 * @param {boolean} implied
 */
function sharedKinds(alike, model, edge, implied) {
  const { tie, status, sure } = keysOf(edge);
  const told = implied ? "" : `${tie}\n${apart(model, edge)}\n${sourcesOf(model, edge)}`;
  const all = `${sure}\n${status}\n${told}`;
  const kinds = alike.get(all) ?? kindsOf(model, edge, implied);
  alike.set(all, kinds);
  return kinds;
}

/**
 * Who says so, as one text.
 * @param {Model} model
 * @param {GraphEdge} edge
 */
function sourcesOf(model, edge) {
  const { evidence } = model.data.facts[edge.fact] ?? {};
  return evidence?.length === 1 ? evidence[0]?.source : sourceKeys(model, edge).join("\n");
}

/**
 * @param {Model} model
 * @param {GraphEdge} edge
 * @param {boolean} implied
 * @returns {Kind[]}
 */
function kindsOf(model, edge, implied) {
  const tie = tieKey(edge);
  const sure = sureKey(edge, implied);
  if (sure === READ_BY_MACHINE) return [{ key: sure, group: "read" }];
  const isDerived = edge.origin === "derived";
  /** @type {Kind[]} */
  const made = [{ key: sure, group: isDerived ? "derived" : "stated" }];
  if (!isDerived) made.push({ key: statusKey(edge), group: "stated", under: sure });
  if (implied) return made;
  return [
    { key: tie, group: tie.startsWith("close:") ? "close" : "other", apart: apart(model, edge) },
    ...made,
    ...sourceKeys(model, edge).map((key) => /** @type {const} */ ({ key, group: "source" })),
  ];
}

/**
 * What a tie is counted as apart from the others of its tier or kind: a plan, or a tie with a group.
 * @param {Model} model
 * @param {GraphEdge} edge
 * @returns {"planned" | "groups" | undefined}
 */
function apart({ nodes }, { effect, from, to }) {
  if (effect === "planned") return "planned";
  return nodes.get(from)?.kind === "group" || nodes.get(to)?.kind === "group" ? "groups" : undefined;
}
