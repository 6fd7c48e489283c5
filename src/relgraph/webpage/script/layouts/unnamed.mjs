// What a source counts and nobody names: hollow seats in the ring of those who are named.

import { NO, YES } from "../data/days.mjs";
import { compare } from "../basics/names.mjs";
import { standingAt } from "../data/held.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */

/** @typedef {{x: number, y: number, fact: string}} Seat  fact: the total that counts it */

const MOST = 40; // seats that a ring is given; a greater number is only told
const TOGETHER = 3; // seats that take the room of one who is named
const APART = 36; // pixels from seat to seat
const SEATS = /^seats (\d+) of \d+ (.*)$/s;

/**
 * The stated totals of an actor that count more than are named, on a day on which they may have been so.
 * @param {Model} model
 * @param {string} actor
 * @param {number | undefined} at
 * @returns {string[]}  their ids
 */
export function shortTotals({ nodes, data }, actor, at) {
  const standing = standingAt(data, at);
  const isShort = (/** @type {Fact | undefined} */ fact) =>
    fact?.count && fact.count.unnamed > 0 && fact.ends[0]?.id === actor && !fact.disputed && fact.stance !== "against";
  return (nodes.get(actor)?.facts ?? []).filter((id) => isShort(data.facts[id]) && standing(id) !== NO);
}

/**
 * The seats of a ring: as many as the latest total that counts just its ties leaves unnamed.
 * @param {Model} model
 * @param {GraphEdge[]} edges  one of each sort that stands in the ring
 * @param {string[]} totals
 * @param {number | undefined} at
 * @returns {string[]}  what stands for some of them each, while places are found
 */
export function seatsOf({ data }, edges, totals, at) {
  const standing = standingAt(data, at);
  const isOf = (/** @type {string} */ id) => {
    const { count, tier, ladder } = data.facts[id] ?? {};
    return edges.some(
      (edge) => edge.relation === count?.counts && edge.tier === tier && (!tier || edge.ladder === ladder),
    );
  };
  const counted = (/** @type {string} */ id) => data.facts[id]?.counted ?? "";
  const [latest] = totals
    .filter((id) => standing(id) === YES && isOf(id))
    .sort((a, b) => compare(counted(b), counted(a)) || compare(a, b));
  const unnamed = data.facts[latest ?? ""]?.count?.unnamed ?? 0;
  const count = Number.isInteger(unnamed) && unnamed <= MOST ? unnamed : 0;
  const left = (/** @type {number} */ index) => Math.min(TOGETHER, count - index * TOGETHER);
  return Array.from({ length: Math.ceil(count / TOGETHER) }, (_, at) => `seats ${left(at)} of ${at} ${latest}`);
}

/**
 * Take the seats out of places that were found, and set them apart along their ring.
 * @param {Map<string, [number, number]>} places  without them afterwards
 * @returns {Seat[]}
 */
export function takenOut(places) {
  /** @type {Seat[]} */
  const seats = [];
  for (const [id, [x, y]] of places) {
    const [, count, fact] = SEATS.exec(id) ?? [];
    if (fact === undefined) continue;
    const far = Math.hypot(x, y) || 1;
    for (let seat = 0; seat < Number(count); seat += 1) {
      const aside = (APART * (seat - (Number(count) - 1) / 2)) / far;
      seats.push({ x: x - y * aside, y: y + x * aside, fact });
    }
    places.delete(id);
  }
  return seats;
}
