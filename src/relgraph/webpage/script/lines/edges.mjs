// The lines of some edges: parallel ones apart, the widest first.

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("./line.mjs").Line} Line */
/** @typedef {import("./line.mjs").Spot} Spot */
/** @typedef {Line & {edge: GraphEdge}} EdgeLine */
/** @typedef {import("../map/map.mjs").Routes} Routes */

/**
 * @typedef {object} Making  what lines are made of
 * @property {(id: string) => Spot | undefined} spot  where a node stands; lines follow it
 * @property {(id: string) => number} radius  of a node
 * @property {(edge: GraphEdge) => EdgeLook} look
 * @property {ReadonlyMap<string, number>} offsets  see `offsets`
 * @property {Routes} [routes]  of edges that do not go straight from node to node
 */

const BETWEEN = 15; // pixels between two parallel edges, in their middle

/**
 * How many pixels each edge stands off the straight line, to the left of its way; parallel ones stand apart. Edges
 * alone between their ends are left out: they are straight.
 * @param {GraphEdge[]} edges
 * @returns {Map<string, number>}
 */
export function offsets(edges) {
  /** @type {Map<string, number>} */
  const result = new Map();
  for (const same of parallels(edges)) {
    if (same.length < 2) continue;
    for (const [index, { id, from, to }] of same.entries()) {
      const left = (index - (same.length - 1) / 2) * BETWEEN;
      result.set(id, from < to ? left : -left);
    }
  }
  return result;
}

/**
 * Edges by the pair that they join.
 * @param {GraphEdge[]} edges
 */
function parallels(edges) {
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
  return [...pairs.values()].flatMap((others) => [...others.values()]);
}

/**
 * The lines of some edges, the widest first, those of one look side by side: looks that are equal become one.
 * @param {GraphEdge[]} edges
 * @param {Making} making
 * @returns {EdgeLine[]}
 */
export function linesOf(edges, { spot, radius, look, offsets, routes }) {
  /** @type {Map<string, {look: EdgeLook, lines: EdgeLine[]}>} */
  const alike = new Map();
  /** @type {Map<EdgeLook, {look: EdgeLook, lines: EdgeLine[]}>} The same by looks that were met before. */
  const known = new Map();
  for (const edge of edges) {
    const [from, to] = [spot(edge.from), spot(edge.to)];
    if (!from || !to) continue;
    const wanted = look(edge);
    const group = known.get(wanted) ?? groupOf(wanted, alike);
    known.set(wanted, group);
    const rim = wanted.head ? radius(edge.to) : 0;
    const route = routes?.get(edge.id);
    if (route) addRoute(group.lines, edge, route, rim, group.look);
    else group.lines.push({ edge, from, to, offset: offsets.get(edge.id) ?? 0, rim, look: group.look });
  }
  return [...alike.values()].sort((a, b) => b.look.width - a.look.width).flatMap(({ lines }) => lines);
}

/**
 * @param {EdgeLook} look
 * @param {Map<string, {look: EdgeLook, lines: EdgeLine[]}>} alike
 */
function groupOf(look, alike) {
  const key = `${look.width} ${look.color} ${look.dashes} ${look.head?.length}`;
  const group = alike.get(key) ?? { look, lines: [] };
  alike.set(key, group);
  return group;
}

/** @type {WeakMap<EdgeLook, EdgeLook>} */
const headless = new WeakMap();

/**
 * Add the lines of an edge that goes in pieces; an arrow stands at the end of the last.
 * @param {EdgeLine[]} lines
 * @param {GraphEdge} edge
 * @param {import("../map/curves.mjs").Curve[]} route
 * @param {number} rim
 * @param {EdgeLook} look
 */
function addRoute(lines, edge, route, rim, look) {
  const last = route.length - 1;
  for (const [index, { from, bend, to }] of route.entries())
    lines.push(
      index === last
        ? { edge, from, bend, to, offset: 0, rim, look }
        : { edge, from, bend, to, offset: 0, rim: 0, look: withoutHead(look) },
    );
}

/** @param {EdgeLook} look */
function withoutHead(look) {
  if (!look.head) return look;
  const known = headless.get(look) ?? { ...look, head: null };
  headless.set(look, known);
  return known;
}
