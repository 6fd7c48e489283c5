// How high each tie of the map rises above the straight way: parallel ones apart, and in a fan where many meet.

import { unrolled } from "./curves.mjs";

/** @typedef {import("../data/data.mjs").Land} Land */
/** @typedef {import("../lines/line.mjs").Spot} Spot */
/** @typedef {{id: string, from: string, to: string}} Link  a tie of two, or a thing that ties them */
/** @typedef {{link: Link, start: Spot, end: Spot, rise: number}} Span  end: beyond the edge of the map where that is nearer; rise: pixels */
/** @typedef {{ends: [string, string], links: Link[], start: Spot, end: Spot, length: number}} Pair  start: where the first end stands */
/** @typedef {{pair: Pair, angle: number, way: number}} Ray  of a fan: which way it leaves, in radians, and which way it bends */

const RISE = 0.12; // of its length: how high a tie alone rises
const STEP = 0.05; // and by how much more than its neighbour in a fan
const MOST = 0.2; // but at most so much from the first of a fan to the last
const NEAR = 0.15; // radians between neighbours of a fan
const BETWEEN = 15; // pixels between two ties of one pair, in their middle

/**
 * The span of every tie between two places.
 * @param {Land} land
 * @param {Link[]} links
 * @param {(id: string) => Spot} spot
 * @returns {Span[]}
 */
export function spansOf(land, links, spot) {
  const pairs = pairsOf(land, links, spot);
  const rises = fanned(pairs);
  return pairs.flatMap((pair) =>
    pair.links.map((link, index) => ({
      link,
      start: pair.start,
      end: pair.end,
      rise: (rises.get(pair) ?? RISE) * pair.length + (index - (pair.links.length - 1) / 2) * BETWEEN,
    })),
  );
}

/**
 * @param {Land} land
 * @param {Link[]} links
 * @param {(id: string) => Spot} spot
 * @returns {Pair[]}
 */
function pairsOf(land, links, spot) {
  /** @type {Map<string, Map<string, Pair>>} */
  const found = new Map();
  for (const link of links) {
    const [first, last] = link.from < link.to ? [link.from, link.to] : [link.to, link.from];
    const others = found.get(first) ?? new Map();
    found.set(first, others);
    const known = others.get(last);
    if (known) known.links.push(link);
    else others.set(last, pairOf(land, [first, last], link, spot));
  }
  return [...found.values()].flatMap((others) => [...others.values()]);
}

/**
 * @param {Land} land
 * @param {[string, string]} ends
 * @param {Link} link
 * @param {(id: string) => Spot} spot
 * @returns {Pair}
 */
function pairOf(land, ends, link, spot) {
  const [start, there] = [spot(ends[0]), spot(ends[1])];
  const end = unrolled(land, start, there);
  return { ends, links: [link], start, end, length: Math.hypot(end.x - start.x, end.y - start.y) };
}

/**
 * How high the ties of each pair rise, as shares of their length: those that leave a place side by side fan out.
 * @param {Pair[]} pairs
 * @returns {Map<Pair, number>}
 */
function fanned(pairs) {
  /** @type {Map<Pair, number>} */
  const rises = new Map();
  for (const rays of raysOf(pairs).values()) {
    rays.sort((a, b) => a.way - b.way || a.angle * a.way - b.angle * b.way);
    for (const fan of fansOf(rays)) {
      const step = fan.length > 1 ? Math.min(STEP, MOST / (fan.length - 1)) : 0;
      for (const [index, { pair }] of fan.entries()) rises.set(pair, RISE + (index - (fan.length - 1) / 2) * step);
    }
  }
  return rises;
}

/**
 * What leaves each place; a pair leaves that of its ends where more meet.
 * @param {Pair[]} pairs
 * @returns {Map<string, Ray[]>}
 */
function raysOf(pairs) {
  /** @type {Map<string, number>} */
  const meeting = new Map();
  for (const { ends } of pairs) for (const id of ends) meeting.set(id, (meeting.get(id) ?? 0) + 1);
  /** @type {Map<string, Ray[]>} */
  const found = new Map();
  for (const pair of pairs) {
    const [first, last] = pair.ends;
    const isFirst = (meeting.get(first) ?? 0) >= (meeting.get(last) ?? 0);
    const turn = isFirst ? 1 : -1;
    const [x, y] = [(pair.end.x - pair.start.x) * turn, (pair.end.y - pair.start.y) * turn];
    const ray = { pair, angle: x < 0 ? Math.atan2(-y, -x) : Math.atan2(y, x), way: x < 0 ? 1 : -1 };
    const hub = isFirst ? first : last;
    const known = found.get(hub);
    if (known) known.push(ray);
    else found.set(hub, [ray]);
  }
  return found;
}

/**
 * Rays that leave side by side.
 * @param {Ray[]} rays  in their order
 * @returns {Ray[][]}
 */
function fansOf(rays) {
  /** @type {Ray[][]} */
  const fans = [];
  /** @type {Ray[]} */
  let fan = [];
  for (const ray of rays) {
    const last = fan.at(-1);
    if (last && last.way === ray.way && Math.abs(last.angle - ray.angle) < NEAR) fan.push(ray);
    else fans.push((fan = [ray]));
  }
  return fans;
}
