// Thresholds for pages of very many ties: how close a tie must be on its own ladder, and how many ties an actor must have.

import { rungHeight } from "../looks/looks.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./filters.mjs").Shown} Shown */
/** @typedef {"ladder" | "upper" | "top"} Least */

/** @type {Least[]} */
export const LEASTS = ["ladder", "upper", "top"];
export const LEAST_TIES = [2, 5, 10, 20, 50]; // to choose from

/** @type {Record<Least, string>} */
export const CLOSE = {
  ladder: "above the lowest rung",
  upper: "in the upper half of their ladder",
  top: "at the top of their ladder",
};

/** @type {Record<Least, (height: number) => boolean>} By the share of its ladder that lies below a rung: ladders are not compared. */
const ENOUGH = { ladder: (height) => height > 0, upper: (height) => height >= 0.5, top: (height) => height === 1 };

/**
 * Whether a tie is close enough.
 * @param {Model} model
 * @param {Least | undefined} close
 * @returns {(edge: GraphEdge) => boolean}
 */
export function isCloseEnough({ data: { terms } }, close) {
  if (close === undefined) return () => true;
  return (edge) => ENOUGH[close](rungHeight(edge, terms) ?? -1);
}

/**
 * What is shown without the actors that have fewer ties, and whatever only they are tied by.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number | undefined} least
 * @returns {Shown}
 */
export function withLeast({ nodes, edges }, shown, least) {
  if (least === undefined) return shown;
  /** @type {Map<string, number>} */
  const counts = new Map();
  const drawn = [...shown.edges].flatMap((id) => edges.get(id) ?? []);
  for (const { from, to } of drawn) for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1);
  const isFew = (/** @type {string} */ id) => nodes.get(id)?.fact === undefined && (counts.get(id) ?? 0) < least;
  const left = drawn.filter(({ from, to }) => !isFew(from) && !isFew(to));
  const ends = new Set(left.flatMap(({ from, to }) => [from, to]));
  return { nodes: ends, edges: new Set(left.map(({ id }) => id)), maybe: shown.maybe };
}
