// The regions of the world as nodes that may stand for their countries; drawn only where they do.

/** @typedef {import("./data.mjs").GraphNode} GraphNode */
/** @typedef {import("./data.mjs").Payload} Payload */

const KIND = "m49-region";
const TERM = { label: "region (after UN M49)", plural: "regions (after UN M49)" };

/** @param {Pick<GraphNode, "kind">} node */
export function isRegion({ kind }) {
  return kind === KIND;
}

/**
 * The same data with its regions as nodes beside the others.
 * @param {Payload} data
 * @returns {Payload}
 */
export function withRegions(data) {
  const made = Object.entries(data.regions ?? {}).map(([label, members]) => ({
    label,
    members,
    id: `region:${label}`,
  }));
  const nodes = made.map((one) => ({ ...one, kind: KIND, names: [], facts: [], x: 0, y: 0 }));
  data.terms.actors[KIND] = TERM;
  return { ...data, nodes: [...data.nodes, ...nodes] };
}
