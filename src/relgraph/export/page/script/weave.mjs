// Which lines a large network shows, how each looks, and which lie above the others.

import { offsets } from "./bends.mjs";

/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./lines.mjs").Dot} Dot */
/** @typedef {import("./lines.mjs").Line} Line */
/** @typedef {import("./looks.mjs").EdgeLook} EdgeLook */

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
  for (const edge of edges) {
    const [from, to] = [spot(edge.from), spot(edge.to)];
    if (!from || !to) continue;
    const wanted = look(edge);
    const key = `${wanted.width} ${wanted.color} ${wanted.dashes} ${wanted.arrow}`;
    let group = alike.get(key);
    if (!group) alike.set(key, (group = { look: wanted, lines: [] }));
    group.lines.push({ edge, from, to, offset: bends.get(edge.id) ?? 0, look: group.look });
  }
  return [...alike.values()].sort((a, b) => b.look.width - a.look.width).flatMap(({ lines }) => lines);
}
