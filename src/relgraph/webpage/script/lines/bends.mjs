// Parallel ties are drawn as separate curves: how far each bends.

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */

const BETWEEN = 15; // pixels between two parallel ties, in their middle
const PEAK = 0.39; // how far vis-network's curve of roundness 1 stands off, as a share of its length
const ROUNDEST = 0.9;

/**
 * How many pixels each edge stands off the straight line, to the right of the way from the end whose id
 * comes first. Edges alone between their ends are left out: they are straight.
 * @param {GraphEdge[]} edges
 * @returns {Map<string, number>}
 */
export function offsets(edges) {
  /** @type {Map<string, Map<string, GraphEdge[]>>} */
  const pairs = new Map();
  for (const edge of edges) {
    const [first, last] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    let others = pairs.get(first);
    if (!others) pairs.set(first, (others = new Map()));
    const same = others.get(last);
    if (same) same.push(edge);
    else others.set(last, [edge]);
  }
  /** @type {Map<string, number>} */
  const result = new Map();
  for (const same of [...pairs.values()].flatMap((others) => [...others.values()])) {
    if (same.length < 2) continue;
    for (const [index, edge] of same.entries()) result.set(edge.id, (index - (same.length - 1) / 2) * BETWEEN);
  }
  return result;
}

/**
 * The curve that vis-network should draw for an edge: it bends to one side seen from `from`, so an edge
 * that runs against the order of its ends bends to the other.
 * @param {GraphEdge} edge
 * @param {number} offset  in pixels
 * @param {number} length  of the straight line, in pixels
 * @returns {{enabled: false} | {enabled: true, type: "curvedCW" | "curvedCCW", roundness: number}}
 */
export function curve(edge, offset, length) {
  if (!offset || !length) return { enabled: false };
  const right = offset > 0 === edge.from < edge.to;
  return {
    enabled: true,
    type: right ? "curvedCW" : "curvedCCW",
    roundness: Math.min(ROUNDEST, Math.abs(offset) / (PEAK * length)),
  };
}
