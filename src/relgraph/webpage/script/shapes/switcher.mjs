// Switching between the shapes, and choosing who stands in the middle of the ladder.

import { SHAPES } from "../state/shaped.mjs";
import { byId, fill, h } from "../basics/dom.mjs";
import { centreOf, centres } from "./ladder.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../state/shaped.mjs").Shape} Shape */

/**
 * Let the switch and the choice work.
 * @param {Model} model
 * @param {Store} store
 */
export function listenToShapes(model, store) {
  for (const shape of SHAPES)
    byId(`shape-${shape}`).addEventListener("click", () => store.set(switchedTo(model, store.get(), shape)));
  byId("centre").addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) store.set({ centre: event.target.value });
  });
  byId("shape-map").hidden = !model.data.map;
}

/**
 * The change of state for another shape: a country looked at comes into the middle of the ladder.
 * @param {Model} model
 * @param {State} state
 * @param {Shape} shape
 * @returns {Partial<State>}
 */
export function switchedTo(model, state, shape) {
  const looked = model.nodes.get(state.node ?? "");
  return shape === "ladder" && state.shape !== "ladder" && looked?.kind === "country"
    ? { shape, centre: looked.id }
    : { shape };
}

/**
 * The change of state after which a node is drawn: the ladder shows only who is tied to the one in its middle.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} drawn
 * @param {string} id
 * @returns {Partial<State>}
 */
export function broughtIn(model, state, drawn, id) {
  if (state.shape !== "ladder" || drawn.nodes.has(id)) return {};
  return model.nodes.get(id)?.kind === "country" ? { centre: id } : { shape: "network" };
}

/**
 * Show which shape is on, and who can stand in the middle.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 */
export function showShape(model, state, shown) {
  for (const shape of SHAPES) byId(`shape-${shape}`).setAttribute("aria-pressed", String(state.shape === shape));
  document.body.dataset["shape"] = state.shape;
  byId("centre-choice").hidden = state.shape !== "ladder";
  byId("table").hidden = state.shape !== "table";
  if (state.shape === "ladder") showChoice(model, state, shown);
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 */
function showChoice(model, state, shown) {
  const centre = centreOf(model, shown, state.centre);
  const found = centres(model, shown);
  const other = centre !== undefined && !found.some(({ id }) => id === centre) ? model.nodes.get(centre) : undefined;
  fill(
    byId("centre"),
    ...[...(other ? [other] : []), ...found].map(({ id, label }) =>
      h("option", { value: id, selected: id === centre }, label),
    ),
  );
}
