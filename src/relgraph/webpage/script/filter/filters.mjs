// Which nodes and edges are shown: what the switches of the legend leave.

import { MAYBE, NO, YES } from "../data/days.mjs";
import { standingAt } from "../data/standing.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../state/state.mjs").State} State */

/** @typedef {{nodes: Set<string>, edges: Set<string>, maybe: Set<string>}} Shown  maybe: ids of those shown that only may hold on the day asked for */

/** Categories that are off until the reader asks for them. */
export const OFF_AT_FIRST = new Set(["sure:implied"]);

/** @param {GraphNode} node */
export const whoKey = (node) => `who:${node.kind}`;

/**
 * What an edge says: its rung on a ladder, or its kind where it is on none.
 * @param {GraphEdge} edge
 */
export function tieKey(edge) {
  if (edge.rung > 1 || (edge.tier && edge.ladder && edge.tier !== "relations"))
    return `close:${edge.ladder ?? ""}.${edge.tier}`;
  return edge.rung === 1 ? `close:${edge.relation}` : `other:${edge.relation}`;
}

/**
 * How far it holds: in force, agreed, planned, past, or derived by a rule.
 * @param {GraphEdge} edge
 * @param {boolean} [implied]  whether a closer tie says as much
 */
export function sureKey(edge, implied = edge.implied) {
  if (implied) return "sure:implied";
  return edge.origin === "derived" ? "sure:derived" : `sure:${edge.effect}`;
}

/** @param {GraphEdge} edge */
export const statusKey = (edge) => `status:${edge.status}`;

/** Whether it holds on the day asked for. */
export const HELD = { [YES]: "held:yes", [MAYBE]: "held:maybe", [NO]: "held:no" };

/**
 * Who says so; what stands with the actors has no source.
 * @param {Model} model
 * @param {GraphEdge} edge
 * @returns {string[]}
 */
export function sourceKeys(model, edge) {
  const sources = new Set((model.data.facts[edge.fact]?.evidence ?? []).map(({ source }) => source));
  return sources.size ? [...sources].map((source) => `source:${source}`) : ["source:"];
}

/**
 * Whether a category is switched on.
 * @param {State} state
 * @param {string} key
 */
export function isOn(state, key) {
  return OFF_AT_FIRST.has(key) ? state.on.has(key) : !state.off.has(key);
}

/**
 * The change of state that switches a category.
 * @param {State} state
 * @param {string} key
 * @returns {Partial<State>}
 */
export function toggled(state, key) {
  const name = OFF_AT_FIRST.has(key) ? "on" : "off";
  const keys = new Set(state[name]);
  if (!keys.delete(key)) keys.add(key);
  return { [name]: keys };
}

/**
 * The change of state that switches a group of categories: off if any is on, else on; those that are off at first
 * come back only where there is no other.
 * @param {State} state
 * @param {string[]} keys
 * @returns {Partial<State>}
 */
export function allToggled(state, keys) {
  const usual = keys.filter((key) => !OFF_AT_FIRST.has(key));
  if (keys.some((key) => isOn(state, key)))
    return { off: new Set([...state.off, ...usual]), on: new Set([...state.on].filter((key) => !keys.includes(key))) };
  return {
    off: new Set([...state.off].filter((key) => !keys.includes(key))),
    on: usual.length ? state.on : new Set([...state.on, ...keys]),
  };
}

/** @type {WeakMap<Model, Map<string, GraphEdge[]>>} For each edge that a closer one implies, the closer ones. */
const closerOnes = new WeakMap();

/**
 * Whether a closer tie implies an edge: one that holds as surely as it does.
 * @param {Model} model
 * @param {(fact: string) => number} standing
 * @returns {(edge: GraphEdge) => boolean}
 */
export function impliedBy(model, standing) {
  const known = closerOnes.get(model) ?? new Map();
  closerOnes.set(model, known);
  /** @param {GraphEdge} edge */
  const closer = (edge) => {
    const found = (model.at.get(edge.from) ?? []).filter(
      (other) => other.tie && other.rung > edge.rung && (other.from === edge.to || other.to === edge.to),
    );
    known.set(edge.id, found);
    return found;
  };
  return (edge) =>
    edge.implied &&
    (known.get(edge.id) ?? closer(edge)).some(
      (/** @type {GraphEdge} */ other) => standing(other.fact) >= standing(edge.fact),
    );
}

/**
 * Edges that the view holds, before the legend narrows it.
 * @param {Model} model
 * @param {Pick<State, "view">} state
 * @returns {GraphEdge[]}
 */
export function inView(model, state) {
  return state.view === "all" ? model.data.edges : model.data.edges.filter((edge) => edge.tie);
}

/** @type {WeakMap<GraphEdge, {tie: string, status: string, sure: string}>} */
const knownKeys = new WeakMap();

/**
 * The categories of an edge that nothing closer implies; put together once, since many edges are asked for them often.
 * @param {GraphEdge} edge
 */
function keysOf(edge) {
  const known = knownKeys.get(edge);
  if (known) return known;
  const keys = { tie: tieKey(edge), status: statusKey(edge), sure: sureKey(edge, false) };
  knownKeys.set(edge, keys);
  return keys;
}

/**
 * The same function, which works out each answer once.
 * @param {(key: string) => boolean} work
 */
function remembered(work) {
  /** @type {Map<string, boolean>} */
  const known = new Map();
  return (/** @type {string} */ key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
}

/**
 * What is shown: edges whose categories are all on and whose ends are, and the nodes they join.
 * Nodes without any edge in the data are shown with everything.
 * @param {Model} model
 * @param {State} state
 * @returns {Shown}
 */
export function shown(model, state) {
  /** @type {Shown} */
  const result = { nodes: new Set(), edges: new Set(), maybe: new Set() };
  const standing = standingAt(model.data, state.at);
  const implied = impliedBy(model, standing);
  const bySource = [...state.off].some((key) => key.startsWith("source:"));
  const on = remembered((/** @type {string} */ key) => isOn(state, key));
  const nodeOn = remembered((/** @type {string} */ id) => {
    const node = model.nodes.get(id);
    return (
      node !== undefined &&
      !state.hidden.has(id) &&
      on(whoKey(node)) &&
      (node.fact === undefined || standing(node.fact) !== NO)
    );
  });
  /** @param {GraphEdge} edge */
  const edgeOn = (edge) => {
    const truth = standing(edge.fact);
    const { tie, status, sure } = keysOf(edge);
    if (truth === NO || !on(tie) || !on(status) || !on(implied(edge) ? sureKey(edge, true) : sure)) return false;
    if (state.at !== undefined && !on(HELD[truth])) return false;
    return (!bySource || sourceKeys(model, edge).some(on)) && nodeOn(edge.from) && nodeOn(edge.to);
  };
  /** @param {GraphEdge} edge */
  const add = (edge) => {
    result.edges.add(edge.id);
    result.nodes.add(edge.from).add(edge.to);
    if (standing(edge.fact) === MAYBE) result.maybe.add(edge.id);
  };
  const inTime = (/** @type {GraphEdge} */ edge) => state.at !== undefined && edge.origin === "reference";
  const edges = inView(model, state).filter(edgeOn);
  for (const edge of edges) if (!inTime(edge)) add(edge);
  if (state.view === "all") {
    for (const node of model.data.nodes)
      if (!model.at.get(node.id)?.length && nodeOn(node.id) && isHeld(node, standing)) result.nodes.add(node.id);
  }
  addWholes(edges.filter(inTime), result, add);
  for (const id of result.nodes) if (standing(model.nodes.get(id)?.fact ?? "") === MAYBE) result.maybe.add(id);
  return result;
}

/**
 * Whether something is said of a node that may hold.
 * @param {GraphNode} node
 * @param {(fact: string) => number} standing
 */
export function isHeld({ fact, facts }, standing) {
  return (fact === undefined && !facts.length) || [fact ?? "", ...facts].some((one) => standing(one) !== NO);
}

/**
 * On a day, who belongs to whom is shown of those that are shown for something else.
 * @param {GraphEdge[]} edges  from a part to its whole
 * @param {Shown} shown
 * @param {(edge: GraphEdge) => void} add
 */
function addWholes(edges, { nodes, edges: known }, add) {
  for (let left = edges.length, before = -1; left !== before;) {
    before = left;
    for (const edge of edges) if (!known.has(edge.id) && nodes.has(edge.from)) add(edge);
    left = edges.filter((edge) => !known.has(edge.id)).length;
  }
}
