// Switching between the layouts, and choosing who stands in the middle of the ladder.

import { FLAT, LAYOUTS } from "../state/state.mjs";
import { byId, fill, h } from "../basics/dom.mjs";
import { centreOf, centres } from "./ladder.mjs";

/** @typedef {import("../state/state.mjs").Layout} Layout */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

/**
 * Let the switch and the choice work.
 * @param {Model} model
 * @param {Store} store
 */
export function listenToLayouts(model, store) {
  for (const layout of LAYOUTS)
    byId(`layout-${layout}`).addEventListener("click", () => store.set(switchedTo(model, store.get(), layout)));
  byId("centre").addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) store.set({ centre: event.target.value });
  });
  byId("layout-map").hidden = !model.data.map;
  byId("more").addEventListener("click", () => openMore(!!byId("more-views").hidden));
}

/** @param {boolean} open */
function openMore(open) {
  byId("more-views").hidden = !open;
  byId("more").setAttribute("aria-expanded", String(open));
}

/**
 * The change of state for another layout: a country looked at comes into the middle of the ladder, and is the first to be compared.
 * @param {Model} model
 * @param {State} state
 * @param {Layout} layout
 * @returns {Partial<State>}
 */
function switchedTo(model, state, layout) {
  const looked = model.nodes.get(state.node ?? "");
  if (layout === "compare" && looked?.kind === "country" && !state.compared.length)
    return { layout, compared: [looked.id] };
  return layout === "ladder" && state.layout !== "ladder" && looked?.kind === "country"
    ? { layout, centre: looked.id }
    : { layout };
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
  if (state.layout !== "ladder" || drawn.nodes.has(id)) return {};
  return model.nodes.get(id)?.kind === "country" ? { centre: id } : { layout: "network" };
}

/**
 * Show which layout is on, and who can stand in the middle.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 */
export function showLayout(model, state, shown) {
  for (const layout of LAYOUTS) byId(`layout-${layout}`).setAttribute("aria-pressed", String(state.layout === layout));
  document.body.dataset["layout"] = state.layout;
  document.body.classList.toggle("flat", FLAT.has(state.layout));
  if (byId("more-views").querySelector("[aria-pressed=true]")) openMore(true);
  byId("centre-choice").hidden = state.layout !== "ladder";
  for (const flat of FLAT) byId(flat).hidden = state.layout !== flat;
  if (state.layout === "ladder") showChoice(model, state, shown);
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
