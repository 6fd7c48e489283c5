// The layouts in which the same data can be looked at, and where each sets the nodes.

import { FLAT } from "../state/state.mjs";
import { folded } from "./folding.mjs";
import { centreOf, ladderOf } from "./ladder.mjs";
import { gathered } from "./gathering.mjs";
import { onMap } from "../map/map.mjs";

/** @typedef {import("../picture/backdrop.mjs").Backdrop} Backdrop */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../map/map.mjs").Routes} Routes */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @typedef {object} Arrangement
 * @property {Shown} shown  what is drawn
 * @property {ReadonlyMap<string, [number, number]> | null} places  null: everything stands where the network has it
 * @property {Backdrop | null} backdrop  what is drawn beneath
 * @property {{x: number, y: number}[]} [corners]  what is to be seen besides the nodes
 * @property {import("./folding.mjs").Folding} [folding]  what each line stands for, where there is one for each pair
 * @property {ReadonlyMap<string, import("./gathering.mjs").Whole>} [wholes]  those that stand for their members
 * @property {Routes} [routes]  the ways of ties that are not straight from node to node
 * @property {GraphNode[]} [listed]  what is shown and has no place here: it is listed beside
 */

/** @type {Shown} */
const NOTHING = { nodes: new Set(), edges: new Set(), maybe: new Set() };

/** @type {Arrangement} Where nothing is seen of what is shown, nor asked for. */
export const NOWHERE = { shown: NOTHING, places: null, backdrop: null };

export const MANY = 400; // ties from which there is one line for each pair
const HALF_TURN = Math.PI;

/**
 * Set what is shown in the layout that the reader chose; where ties are many, one line for each pair, unless the reader
 * wants all of them.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {() => number} aspect  of the room for it: how much wider it is than high
 * @param {ReadonlySet<string>} [apart]  ids of those who are drawn themselves, whoever stands for them
 * @returns {Arrangement}
 */
export function arrange(model, state, shown, aspect, apart = new Set()) {
  if (FLAT.has(state.layout)) return unseen(model, state, shown);
  const isFolded = state.fold ?? shown.edges.size > MANY;
  const gathering =
    state.layout === "network" && state.gathered.size ? gathered(model, state, shown, { isFolded, apart }) : undefined;
  if (gathering) return { ...gathering, shown: gathering.folding.shown, places: null, backdrop: null };
  const folding = isFolded ? folded(model, shown) : undefined;
  const drawn = folding?.shown ?? shown;
  if (state.layout === "map" && model.data.map) return { ...onMap(model, model.data.map, drawn, folding), folding };
  const centre = state.layout === "ladder" ? centreOf(model, drawn, state.centre) : undefined;
  if (centre !== undefined)
    return { ...inLadder(model, { shown: drawn, folding }, centre, aspect(), state.at), folding };
  return { shown: drawn, places: null, backdrop: null, ...(folding ? { folding } : {}) };
}

/**
 * Where nobody sees the picture: the matrix has those who stand for their members all the same.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @returns {Arrangement}
 */
function unseen(model, state, shown) {
  const isGathered = state.layout === "matrix" && state.gathered.size > 0;
  const wholes = isGathered && gathered(model, state, shown, { isFolded: true, apart: new Set() })?.wholes;
  return { ...NOWHERE, ...(wholes ? { wholes } : {}) };
}

/**
 * Around one in the middle.
 * @param {Model} model
 * @param {{shown: Shown, folding: import("./folding.mjs").Folding | undefined}} seen
 * @param {string} centre
 * @param {number} aspect
 * @param {number | undefined} at
 * @returns {Arrangement}
 */
function inLadder(model, { shown, folding }, centre, aspect, at) {
  const { places, rings, titles, seats, shown: drawn } = ladderOf(model, shown, centre, aspect, at, folding?.lines);
  const whole = rings.filter(({ arc: [from, to] }) => to - from > HALF_TURN);
  const corners = whole.flatMap(({ x, y }) => [
    { x: -x, y: -y },
    { x, y },
  ]);
  return { shown: drawn, places, backdrop: { rings, titles, seats }, corners: [...corners, ...titles, ...seats] };
}

/**
 * Whether a change of state moves things, or changes what stands beneath them.
 * @param {State} state
 * @param {State} before
 */
export function isRearranged(state, before) {
  return (
    state.layout !== before.layout ||
    state.centre !== before.centre ||
    state.fold !== before.fold ||
    state.gathered !== before.gathered
  );
}
