// What stands at a spot of the picture: what a press or a resting pointer means.

import { SEAT_RADIUS } from "./backdrop.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("./scene.mjs").Scene} Scene */
/** @typedef {import("../lines/lines.mjs").Lines} Lines */
/** @typedef {{x: number, y: number}} Spot */
/** @typedef {{node?: GraphNode, edge?: GraphEdge, besides?: number, bundled?: {count: number, pairs: number}, seat?: string}} Hit  seat: the total that counts somebody whom nobody names; bundled: how many facts an edge stands for, and how many pairs they tie, that leads to one in the place of its members; besides: how many facts more join the two of an edge that stands for them */

const REACH = 14; // pixels around the pointer in which a node is hit
const NEAR = 9; // and an edge

/**
 * The node at a spot, or else the edge.
 * @param {Spot} at  in pixels of the picture
 * @param {number} scale  pixels of the screen for one of the picture
 * @param {{scene: Scene, lines: Pick<Lines, "near">, spot: (id: string) => Spot | undefined}} picture  spot: where a node stands
 * @returns {Hit}
 */
export function hitAt(at, scale, { scene, lines, spot }) {
  const node = nodeNear(at, REACH / scale, scene, spot);
  if (node) return { node };
  const reach = Math.max(REACH / scale, SEAT_RADIUS);
  const seat = scene.backdrop?.seats?.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= reach);
  if (seat) return { seat: seat.fact };
  const edge = lines.near(at, NEAR / scale);
  const count = edge && scene.bundled(edge.id);
  if (edge && count !== undefined) return { edge, bundled: { count, pairs: scene.pairs(edge.id) } };
  return edge ? { edge, besides: scene.besides(edge) } : { edge };
}

/**
 * @param {Spot} at
 * @param {number} reach
 * @param {Scene} scene
 * @param {(id: string) => Spot | undefined} spot
 */
function nodeNear({ x, y }, reach, scene, spot) {
  /** @type {{id: string, distance: number}} */
  let best = { id: "", distance: Infinity };
  for (const id of scene.shown.nodes) {
    const stands = spot(id);
    if (!stands) continue;
    const distance = Math.hypot(stands.x - x, stands.y - y);
    if (distance <= Math.max(reach, scene.radius(id)) && distance < best.distance) best = { id, distance };
  }
  return scene.model.nodes.get(best.id);
}
