// One line for each pair: what joins two actors is drawn as the closest of it, and a thing of two parties as a line.

import { otherEnd } from "../data/data.mjs";
import { rungHeight } from "../looks/looks.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/**
 * @typedef {object} Folding
 * @property {Shown} shown  what is drawn
 * @property {ReadonlyMap<string, GraphEdge>} lines  those that are drawn for a thing of two parties, by their ids
 * @property {ReadonlyMap<string, GraphEdge[]>} members  all that a drawn line stands for, by its id, where it is more than itself
 * @property {ReadonlyMap<string, number>} [bundles]  how many facts a line stands for that leads to one in the place of its members
 */

/** @typedef {{from: string, to: string, edges: GraphEdge[], things: GraphEdge[][]}} Pair  things: the two lines of each */

const FIRM = new Set(["current", "occurred"]);

/** @type {WeakMap<Shown, Folding>} What was folded already: it is asked for as often as what is shown is set in its places. */
const known = new WeakMap();

/**
 * Fold what is shown.
 * @param {Model} model
 * @param {Shown} shown  of this model
 * @returns {Folding}
 */
export function folded(model, shown) {
  const found = known.get(shown) ?? fold(model, shown);
  known.set(shown, found);
  return found;
}

/**
 * @param {Model} model
 * @param {Shown} shown
 * @returns {Folding}
 */
function fold(model, shown) {
  const things = twoParty(model, shown);
  const pairs = pairsOf(model, shown, things);
  const nodes = new Set(shown.nodes);
  for (const id of things.keys()) nodes.delete(id);
  const edges = new Set(shown.edges);
  for (const { id } of [...things.values()].flat()) edges.delete(id);
  const maybe = new Set(shown.maybe);
  /** @type {Map<string, GraphEdge>} */
  const lines = new Map();
  /** @type {Map<string, GraphEdge[]>} */
  const members = new Map();
  for (const { from, to, edges: direct, things: shared } of pairs) {
    if (direct.length === 1 && !shared.length) continue;
    const all = [...direct, ...shared.flat()];
    const [first] = [...direct].sort((a, b) => closeness(model, b) - closeness(model, a));
    const line = first ?? madeLine(shared[0]?.[0], from, to);
    if (!line) continue;
    for (const { id } of direct) if (id !== line.id) edges.delete(id);
    if (!first) lines.set(line.id, line);
    edges.add(line.id);
    members.set(line.id, all);
    if (all.every(({ id }) => shown.maybe.has(id))) maybe.add(line.id);
    else maybe.delete(line.id);
  }
  return { shown: { nodes, edges, maybe }, lines, members };
}

/**
 * Ids of all the ties that lines are drawn for.
 * @param {{shown: Shown, folding?: Folding}} drawn
 * @returns {Set<string>}
 */
export function tiesBehind({ shown, folding }) {
  return new Set([...shown.edges].flatMap((id) => folding?.members.get(id)?.map((edge) => edge.id) ?? [id]));
}

/**
 * The things shown that join two actors and nobody else, with their two lines.
 * @param {Model} model
 * @param {Shown} shown
 * @returns {Map<string, GraphEdge[]>}
 */
function twoParty(model, shown) {
  /** @type {Map<string, GraphEdge[]>} */
  const found = new Map();
  for (const id of shown.nodes) {
    if (model.nodes.get(id)?.fact === undefined) continue;
    const edges = (model.at.get(id) ?? []).filter((edge) => shown.edges.has(edge.id));
    const ends = new Set(edges.map((edge) => otherEnd(edge, id)));
    const actors = [...ends].filter((end) => model.nodes.get(end)?.fact === undefined);
    if (edges.length === 2 && ends.size === 2 && actors.length === 2) found.set(id, edges);
  }
  return found;
}

/**
 * The pairs of actors that anything joins.
 * @param {Model} model
 * @param {Shown} shown
 * @param {ReadonlyMap<string, GraphEdge[]>} things
 */
function pairsOf(model, shown, things) {
  /** @type {Pair[]} */
  const pairs = [];
  /** @type {Map<string, Map<string, Pair>>} */
  const byEnds = new Map();
  const pair = (/** @type {string} */ one, /** @type {string} */ other) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    let others = byEnds.get(from);
    if (!others) byEnds.set(from, (others = new Map()));
    let made = others.get(to);
    if (!made) {
      others.set(to, (made = { from, to, edges: [], things: [] }));
      pairs.push(made);
    }
    return made;
  };
  const isActor = (/** @type {string} */ id) => model.nodes.get(id)?.fact === undefined;
  for (const edge of model.data.edges)
    if (shown.edges.has(edge.id) && isActor(edge.from) && isActor(edge.to)) pair(edge.from, edge.to).edges.push(edge);
  for (const [id, edges] of things) {
    const [one = "", other = ""] = edges.map((edge) => otherEnd(edge, id));
    pair(one, other).things.push(edges);
  }
  return pairs;
}

/**
 * Which of several ties stands for a pair: what holds before what is planned, then the higher rung, then what is stated.
 * @param {Model} model
 * @param {GraphEdge} edge
 */
function closeness({ data: { terms } }, edge) {
  const rung = rungHeight(edge, terms) ?? -1;
  return 10 * Number(FIRM.has(edge.effect)) + 2 * rung + Number(edge.origin === "stated");
}

/**
 * A line in the place of a thing of two parties.
 * @param {GraphEdge | undefined} edge  one of its own
 * @param {string} from
 * @param {string} to
 * @returns {GraphEdge | undefined}
 */
function madeLine(edge, from, to) {
  return edge && { ...edge, id: `pair ${JSON.stringify([from, to])}`, from, to, symmetric: true };
}
