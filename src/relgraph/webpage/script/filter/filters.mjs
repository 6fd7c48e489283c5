// Which nodes and edges are shown: what the switches of the legend leave.

import { HELD, isOn, sourceKeys, statusKey, sureKey, tieKey, whoKey } from "./switches.mjs";
import { MACHINE_READ, otherEnd } from "../data/data.mjs";
import { MAYBE, NO } from "../data/days.mjs";
import { edgeStandingAt, standingAt } from "../data/held.mjs";
import { isRegion } from "../data/regions.mjs";
import { isCloseEnough, withLeast } from "./thresholds.mjs";

const INSTITUTIONS = new Set(["person", "office", "organisation", "body", "alliance"]);

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../data/days.mjs").Truth} Truth */

/** @typedef {{nodes: Set<string>, edges: Set<string>, maybe: Set<string>}} Shown  maybe: ids of those shown that only may hold on the day asked for */

/** @type {WeakMap<Model, Map<string, GraphEdge[]>>} For each edge that a closer one implies, the closer ones. */
const closerOnes = new WeakMap();

/**
 * The ties of a node, by whom they join it with.
 * @param {Model} model
 * @param {string} id
 * @returns {Map<string, GraphEdge[]>}
 */
function tiesOf(model, id) {
  /** @type {Map<string, GraphEdge[]>} */
  const found = new Map();
  for (const edge of model.at.get(id) ?? []) {
    const other = otherEnd(edge, id);
    const same = edge.tie ? found.get(other) : undefined;
    if (same) same.push(edge);
    else if (edge.tie) found.set(other, [edge]);
  }
  return found;
}

/**
 * Whether a closer tie implies an edge: one that holds as surely as it does.
 * @param {Model} model
 * @param {(edge: GraphEdge) => Truth} standing
 * @returns {(edge: GraphEdge) => boolean}
 */
export function impliedBy(model, standing) {
  const known = closerOnes.get(model) ?? new Map();
  closerOnes.set(model, known);
  /** @type {Map<string, Map<string, GraphEdge[]>>} */
  const ties = new Map();
  /** @param {GraphEdge} edge */
  const closer = (edge) => {
    const own = ties.get(edge.from) ?? tiesOf(model, edge.from);
    ties.set(edge.from, own);
    const found = (own.get(edge.to) ?? []).filter((other) => other.rung > edge.rung);
    known.set(edge.id, found);
    return found;
  };
  return (edge) =>
    edge.implied &&
    (known.get(edge.id) ?? closer(edge)).some((/** @type {GraphEdge} */ other) => standing(other) >= standing(edge));
}

/**
 * Edges that the view holds, before the legend narrows it.
 * @param {Model} model
 * @param {Pick<State, "view">} state
 * @returns {GraphEdge[]}
 */
export function inView(model, { view }) {
  return view === "all" ? model.data.edges : model.data.edges.filter((edge) => isInView(model, view, edge));
}

/**
 * Whether a view holds an edge. People and institutions are joined by what makes them such: offices, members, parts.
 * What a machine read is a layer over the ties.
 * @param {Model} model
 * @param {State["view"]} view
 * @param {GraphEdge} edge
 */
export function isInView({ nodes }, view, edge) {
  const isRead = edge.origin === MACHINE_READ;
  if (view !== "people") return view === "all" || edge.tie || isRead;
  if (isRead) return false;
  const ends = [nodes.get(edge.from), nodes.get(edge.to)];
  return !edge.tie && ends.every((end) => end && !end.fact) && ends.some((end) => end && INSTITUTIONS.has(end.kind));
}

/** @type {WeakMap<GraphEdge, {tie: string, status: string, sure: string}>} */
const knownKeys = new WeakMap();

/**
 * The categories of an edge that nothing closer implies; put together once, since many edges are asked for them often.
 * @param {GraphEdge} edge
 */
export function keysOf(edge) {
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
 * What the switches leave: whether each node is on, by its id, and each edge; the ends of an edge that is on are too.
 * @param {Model} model
 * @param {State} state
 * @param {{fact: (id: string) => Truth, edge: (edge: GraphEdge) => Truth}} standing
 * @returns {{node: (id: string) => boolean, edge: (edge: GraphEdge) => boolean}}
 */
function leftOn(model, state, standing) {
  const implied = impliedBy(model, standing.edge);
  const bySource = [...state.off].some((key) => key.startsWith("source:"));
  const on = remembered((/** @type {string} */ key) => isOn(state, key));
  const node = remembered((/** @type {string} */ id) => {
    const found = state.hidden.has(id) ? undefined : model.nodes.get(id);
    return found !== undefined && on(whoKey(found)) && (found.fact === undefined || standing.fact(found.fact) !== NO);
  });
  /** @param {GraphEdge} edge */
  const edge = (edge) => {
    const truth = standing.edge(edge);
    const { tie, status, sure } = keysOf(edge);
    if (truth === NO || !on(tie) || !on(status) || !on(implied(edge) ? sureKey(edge, true) : sure)) return false;
    if (state.at !== undefined && !on(HELD[truth])) return false;
    return (!bySource || sourceKeys(model, edge).some(on)) && node(edge.from) && node(edge.to);
  };
  return { node, edge };
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
  const edgeStanding = edgeStandingAt(model.data, state.at);
  const isLeft = leftOn(model, state, { fact: standing, edge: edgeStanding });
  /** @param {GraphEdge} edge */
  const add = (edge) => {
    result.edges.add(edge.id);
    result.nodes.add(edge.from).add(edge.to);
    if (edgeStanding(edge) === MAYBE) result.maybe.add(edge.id);
  };
  const inTime = (/** @type {GraphEdge} */ edge) => state.at !== undefined && edge.origin === "reference";
  const isClose = isCloseEnough(model, state.close);
  const edges = inView(model, state).filter((edge) => isClose(edge) && isLeft.edge(edge));
  for (const edge of edges) if (!inTime(edge)) add(edge);
  const isAlone = (/** @type {GraphNode} */ node) => !model.at.get(node.id)?.length && !isRegion(node);
  const alone = model.data.nodes.filter((node) => state.view === "all" && isAlone(node));
  for (const node of alone) if (isLeft.node(node.id) && isHeld(node, standing)) result.nodes.add(node.id);
  addWholes(edges.filter(inTime), result, add);
  for (const id of result.nodes) if (standing(model.nodes.get(id)?.fact ?? "") === MAYBE) result.maybe.add(id);
  return withLeast(model, result, state.least);
}

/**
 * Whether a fact is drawn: as ties, or as a node.
 * @param {Model} model
 * @param {Shown} shown
 * @param {string} fact
 */
export function isDrawn(model, shown, fact) {
  const edges = model.drawn.get(fact);
  return edges ? edges.some(({ id }) => shown.edges.has(id)) : shown.nodes.has(fact);
}

/**
 * Whether something is said of a node that may hold.
 * @param {GraphNode} node
 * @param {(fact: string) => number} standing
 */
function isHeld({ fact, facts }, standing) {
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
