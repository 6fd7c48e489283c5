// Shortest routes through a network, and those among them with the fewest weak links.

import { compare } from "../basics/names.mjs";

/** @typedef {ReadonlyMap<string, string[]>} Neighbours */
/** @typedef {(one: string, other: string) => boolean} Weak */

const MOST_ROUTES = 100; // equally good ones that are written out

/**
 * The routes with the fewest hops and, among those, the fewest weak links, in order of their nodes.
 * @param {string} start
 * @param {string} goal
 * @param {Neighbours} neighbours
 * @param {Weak} weak
 * @param {number} [most]
 * @returns {string[][]}
 */
export function shortestRoutes(start, goal, neighbours, weak, most = MOST_ROUTES) {
  const layers = layersBetween(start, goal, neighbours);
  const fewest = fewestWeak(layers, neighbours, weak);
  /** @type {string[][]} */
  const found = [];
  const ways = layers.length ? [[start]] : [];
  for (let way = ways.pop(); way && found.length < most; way = ways.pop()) {
    const last = way.at(-1) ?? start;
    if (last === goal) {
      found.push(way);
      continue;
    }
    const onward = layers[way.length] ?? new Set();
    const best = (neighbours.get(last) ?? []).filter(
      (next) => onward.has(next) && Number(weak(last, next)) + (fewest.get(next) ?? 0) === fewest.get(last),
    );
    for (const next of best.sort((a, b) => compare(b, a))) ways.push([...way, next]);
  }
  return found;
}

/**
 * The nodes of all shortest routes, by their hops from the start; empty if there is no route.
 * @param {string} start
 * @param {string} goal
 * @param {Neighbours} neighbours
 * @returns {Set<string>[]}
 */
function layersBetween(start, goal, neighbours) {
  const hops = new Map([[goal, 0]]);
  let front = start === goal || !neighbours.has(start) || !neighbours.has(goal) ? [] : [goal];
  for (let hop = 1; front.length && !hops.has(start); hop += 1) {
    const next = new Set(front.flatMap((node) => neighbours.get(node) ?? []).filter((node) => !hops.has(node)));
    for (const node of next) hops.set(node, hop);
    front = [...next];
  }
  const all = hops.get(start);
  if (!all) return [];
  const layers = [new Set([start])];
  for (let left = all - 1; left >= 0; left -= 1) {
    const near = [...(layers.at(-1) ?? [])].flatMap((node) => neighbours.get(node) ?? []);
    layers.push(new Set(near.filter((node) => hops.get(node) === left)));
  }
  return layers;
}

/**
 * For each node of the layers, the fewest weak links from there to the goal.
 * @param {Set<string>[]} layers
 * @param {Neighbours} neighbours
 * @param {Weak} weak
 * @returns {Map<string, number>}
 */
function fewestWeak(layers, neighbours, weak) {
  /** @type {Map<string, number>} */
  const fewest = new Map([...(layers.at(-1) ?? [])].map((goal) => [goal, 0]));
  for (let at = layers.length - 2; at >= 0; at -= 1) {
    const onward = layers[at + 1] ?? new Set();
    for (const node of layers[at] ?? []) {
      const next = (neighbours.get(node) ?? []).filter((other) => onward.has(other));
      fewest.set(node, Math.min(...next.map((other) => Number(weak(node, other)) + (fewest.get(other) ?? 0))));
    }
  }
  return fewest;
}
