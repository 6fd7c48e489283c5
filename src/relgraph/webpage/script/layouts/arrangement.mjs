// The layouts in which the same data can be looked at, and where each sets the nodes.

import { centreOf, ladderOf } from "./ladder.mjs";

/** @typedef {import("../picture/backdrop.mjs").Backdrop} Backdrop */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @typedef {object} Arrangement
 * @property {Shown} shown  what is drawn
 * @property {ReadonlyMap<string, [number, number]> | null} places  null: everything stands where the network has it
 * @property {Backdrop | null} backdrop  what is drawn beneath
 * @property {{x: number, y: number}[]} [corners]  what is to be seen besides the nodes
 */

/** @type {Shown} */
const NOTHING = { nodes: new Set(), edges: new Set(), maybe: new Set() };
const BELOW_COLUMN = 150; // pixels between nodes below the map
const BELOW_ROW = 62; // and between their rows
const BELOW_COLUMNS = 10; // nodes in a row, at most
const HALF_TURN = Math.PI;
const UNDER = 120; // pixels from the southernmost place to the first row

/**
 * Set what is shown in the layout that the reader chose.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {number} aspect  of the room for it: how much wider it is than high
 * @returns {Arrangement}
 */
export function arrange(model, state, shown, aspect) {
  if (state.layout === "start") return { shown: NOTHING, places: null, backdrop: null };
  if (state.layout === "map") return onMap(model, shown);
  const centre = state.layout === "ladder" ? centreOf(model, shown, state.centre) : undefined;
  if (centre === undefined) return { shown, places: null, backdrop: null };
  const { places, rings, titles, shown: drawn } = ladderOf(model, shown, centre, aspect);
  const whole = rings.filter(({ arc: [from, to] }) => to - from > HALF_TURN);
  const corners = whole.flatMap(({ x, y }) => [
    { x: -x, y: -y },
    { x, y },
  ]);
  return { shown: drawn, places, backdrop: { rings, titles }, corners: [...corners, ...titles] };
}

/**
 * Whether a change of state moves things, or changes what stands beneath them.
 * @param {State} state
 * @param {State} before
 */
export function isRearranged(state, before) {
  return state.layout !== before.layout || state.centre !== before.centre;
}

/**
 * Countries on their capitals, the rest beside them; what has no place on earth in rows below.
 * @param {Model} model
 * @param {Shown} shown
 * @returns {Arrangement}
 */
function onMap(model, shown) {
  /** @type {Map<string, [number, number]>} */
  const places = new Map();
  for (const { id, map } of model.data.nodes) if (map) places.set(id, map);
  const seen = [...places].filter(([id]) => shown.nodes.has(id)).map(([, place]) => place);
  const [west, east] = [Math.min(...seen.map(([x]) => x)), Math.max(...seen.map(([x]) => x))];
  const south = Math.max(0, ...seen.map(([, y]) => y));
  const others = model.data.nodes.filter(({ id }) => shown.nodes.has(id) && !places.has(id));
  const middle = seen.length ? (west + east) / 2 : 0;
  for (const [index, { id }] of others.entries()) {
    const wide = Math.min(BELOW_COLUMNS, others.length);
    places.set(id, [
      middle + ((index % BELOW_COLUMNS) - (wide - 1) / 2) * BELOW_COLUMN,
      south + UNDER + Math.floor(index / BELOW_COLUMNS) * BELOW_ROW,
    ]);
  }
  const caption = others.length ? { x: middle, y: south + UNDER / 3 } : undefined;
  return { shown, places, backdrop: { land: model.data.map, caption } };
}
