// The map: what has a place on earth stands there, its ties are arcs, and the rest is listed beside it.

import { bent, onTheMap, parted, placeOf, turned } from "./curves.mjs";
import { otherEnd } from "../data/data.mjs";
import { spansOf } from "./fans.mjs";

/** @typedef {import("../layouts/arrangement.mjs").Arrangement} Arrangement */
/** @typedef {import("./curves.mjs").Curve} Curve */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Land} Land */
/** @typedef {import("./fans.mjs").Link} Link */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../lines/line.mjs").Spot} Spot */
/** @typedef {Map<string, Curve[]>} Routes  the pieces of each tie, by its id, from its beginning to its end */

/**
 * Set what is shown on the map.
 * @param {Model} model
 * @param {Land} land
 * @param {Shown} shown
 * @param {import("../layouts/folding.mjs").Folding} [folding]  where there is one line for each pair
 * @returns {Arrangement}
 */
export function onMap(model, land, shown, folding = undefined) {
  /** @type {Map<string, Spot>} */
  const spots = new Map();
  for (const { id, map } of model.data.nodes) if (map) spots.set(id, { x: map[0], y: map[1] });
  const things = sharedByTwo(model, shown, spots);
  const edges = [...model.data.edges, ...(folding?.lines.values() ?? [])];
  const ties = edges.filter(({ id, from, to }) => shown.edges.has(id) && spots.has(from) && spots.has(to));
  const routes = routed(model, land, { ties, things }, spots);
  const ends = tiesOf(model, shown, things, spots);
  for (const edge of ends) routes.set(edge.id, routes.get(edge.id) ?? plainly(land, edge, spots));
  const drawn = {
    ...shown,
    nodes: new Set([...shown.nodes].filter((id) => spots.has(id))),
    edges: new Set([...ties, ...ends].map(({ id }) => id)),
  };
  return {
    shown: drawn,
    places: new Map([...spots].map(([id, { x, y }]) => [id, [x, y]])),
    routes,
    backdrop: { land },
    corners: edgesPassed(routes),
    listed: model.data.nodes.filter(({ id }) => shown.nodes.has(id) && !spots.has(id)),
  };
}

/**
 * Things without a place that tie two who have one, such as an agreement: they are drawn on the line between these.
 * @param {Model} model
 * @param {Shown} shown
 * @param {Map<string, Spot>} spots
 * @returns {Link[]}
 */
function sharedByTwo(model, shown, spots) {
  return model.data.nodes.flatMap(({ id, fact }) => {
    if (fact === undefined || !shown.nodes.has(id) || spots.has(id)) return [];
    const ties = (model.at.get(id) ?? []).filter((edge) => edge.tie && edge.symmetric);
    const [from, to, ...more] = new Set(ties.map((edge) => otherEnd(edge, id)));
    const joins = from !== undefined && to !== undefined && !more.length && spots.has(from) && spots.has(to);
    return joins ? [{ id, from, to }] : [];
  });
}

/**
 * The ways of ties, and of things that tie two: these get their place, in the middle, and their halves are the ways of
 * what joins them to either.
 * @param {Model} model
 * @param {Land} land
 * @param {{ties: GraphEdge[], things: Link[]}} links
 * @param {Map<string, Spot>} spots
 * @returns {Routes}
 */
function routed(model, land, { ties, things }, spots) {
  /** @type {Routes} */
  const routes = new Map();
  const middles = new Map();
  const links = [...ties, ...things];
  const isTie = new Set(ties.map(({ id }) => id));
  for (const { link, start, end, rise } of spansOf(land, links, (id) => /** @type {Spot} */ (spots.get(id)))) {
    const upright = bent(start, end, rise);
    const isOn = link.from < link.to;
    if (isTie.has(link.id)) {
      const pieces = onTheMap(land, upright);
      routes.set(link.id, isOn ? pieces : backwards(pieces));
      continue;
    }
    const [first, second] = parted(upright, 0.5);
    middles.set(link.id, placeOf(land, first.to));
    for (const edge of model.at.get(link.id) ?? []) {
      const half = otherEnd(edge, link.id) === (isOn ? link.from : link.to) ? first : second;
      const pieces = onTheMap(land, half);
      if (edge.tie && edge.symmetric)
        routes.set(edge.id, (half === first) === (edge.to === link.id) ? pieces : backwards(pieces));
    }
  }
  for (const [id, spot] of middles) spots.set(id, spot);
  return routes;
}

/** @param {Curve[]} pieces */
function backwards(pieces) {
  return pieces.map(turned).reverse();
}

/**
 * What joins things that tie two to what else has a place.
 * @param {Model} model
 * @param {Shown} shown
 * @param {Link[]} things
 * @param {Map<string, Spot>} spots
 * @returns {GraphEdge[]}
 */
function tiesOf(model, shown, things, spots) {
  const edges = new Set(things.flatMap(({ id }) => model.at.get(id) ?? []));
  return [...edges].filter(({ id, from, to }) => shown.edges.has(id) && spots.has(from) && spots.has(to));
}

/**
 * @param {Land} land
 * @param {GraphEdge} edge
 * @param {Map<string, Spot>} spots
 * @returns {Curve[]}
 */
function plainly(land, edge, spots) {
  const [span] = spansOf(land, [edge], (id) => /** @type {Spot} */ (spots.get(id)));
  if (!span) return [];
  const pieces = onTheMap(land, bent(span.start, span.end, span.rise));
  return edge.from < edge.to ? pieces : backwards(pieces);
}

/**
 * Where ties pass the edge of the map: that too is to be seen.
 * @param {Routes} routes
 * @returns {Spot[]}
 */
function edgesPassed(routes) {
  return [...routes.values()].flatMap((pieces) =>
    pieces.length > 1 ? pieces.flatMap(({ from, to }, index) => (index ? [from] : [to])) : [],
  );
}
