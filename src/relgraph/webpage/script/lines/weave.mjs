// Which lines a large network shows, how each looks, and which lie above the others.

import { offsets } from "./bends.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./geometry.mjs").Dot} Dot */
/** @typedef {import("./geometry.mjs").Line} Line */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */

/**
 * @typedef {object} Loom  what lines are made of
 * @property {(id: string) => Dot | undefined} spot  where a node stands; lines follow it
 * @property {(edge: GraphEdge) => EdgeLook} look
 */

/**
 * The lines of some edges, the widest first, those of one look side by side: looks that are equal become one.
 * @param {GraphEdge[]} edges
 * @param {Loom} loom
 * @returns {Line[]}
 */
export function weave(edges, { spot, look }) {
  const bends = offsets(edges);
  /** @type {Map<string, {look: EdgeLook, lines: Line[]}>} */
  const alike = new Map();
  /** @type {Map<EdgeLook, {look: EdgeLook, lines: Line[]}>} The same by looks that were met before. */
  const known = new Map();
  for (const edge of edges) {
    const [from, to] = [spot(edge.from), spot(edge.to)];
    if (!from || !to) continue;
    const wanted = look(edge);
    const group = known.get(wanted) ?? groupOf(wanted, alike);
    known.set(wanted, group);
    group.lines.push({ edge, from, to, offset: bends.get(edge.id) ?? 0, look: group.look });
  }
  return [...alike.values()].sort((a, b) => b.look.width - a.look.width).flatMap(({ lines }) => lines);
}

/**
 * @param {EdgeLook} look
 * @param {Map<string, {look: EdgeLook, lines: Line[]}>} alike
 */
function groupOf(look, alike) {
  const key = `${look.width} ${look.color} ${look.dashes} ${look.arrow}`;
  const group = alike.get(key) ?? { look, lines: [] };
  alike.set(key, group);
  return group;
}
