// The legend: what each shape and line means, how often it occurs, and the switches that hide it.

import { capital, counted } from "./words.mjs";
import { categories, isOn, toggled } from "./filters.mjs";
import { compare } from "./fold.mjs";
import { edgeSwatch, lineSwatch, nodeSwatch } from "./swatches.mjs";
import { edgeLook } from "./looks.mjs";
import { fill, h } from "./dom.mjs";
import { kindTerm, tierLabel } from "./data.mjs";

/** @typedef {import("./filters.mjs").Category} Category */
/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").Terms} Terms */
/** @typedef {import("./data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("./looks.mjs").Palette} Palette */
/** @typedef {import("./state.mjs").State} State */
/** @typedef {import("./state.mjs").Store} Store */

/** @type {[Category["group"], string][]} */
const GROUPS = [
  ["who", "Who and what"],
  ["close", "How close"],
  ["other", "Other ties"],
  ["sure", "How certain"],
];

/** In the order in which things come about. */
const SURE = new Map([
  ["sure:current", "in force"],
  ["sure:agreed", "signed, not in force"],
  ["sure:planned", "only planned or proposed"],
  ["sure:occurred", "happened"],
  ["sure:ended", "ended"],
  ["sure:derived", "follows by a rule"],
  ["sure:implied", "follows from a closer tie"],
]);

/**
 * Write the legend.
 * @param {HTMLElement} place
 * @param {Model} model
 * @param {Store} store
 * @param {Palette} palette
 */
export function showLegend(place, model, store, palette) {
  const found = categories(model, store.get());
  const focused = document.activeElement?.getAttribute("data-key");
  fill(place, ...GROUPS.map(([group, title]) => section(title, inOrder(found, group), { model, store, palette })));
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.dispatchEvent(new Event("refocus"));
}

/**
 * @param {string} title
 * @param {Category[]} rows
 * @param {{model: Model, store: Store, palette: Palette}} all
 */
function section(title, rows, all) {
  if (!rows.length) return null;
  return h("section", {}, h("h2", {}, title), h("ul", { class: rows[0]?.group === "who" ? "two" : undefined }, ...rows.map((row) => h("li", {}, button(row, all)))));
}

/**
 * @param {Category} row
 * @param {{model: Model, store: Store, palette: Palette}} all
 */
function button(row, { model, store, palette }) {
  const on = isOn(store.get(), row.key);
  const label = labelOf(row, model.data.terms);
  const made = h(
    "button",
    {
      type: "button",
      class: "row",
      "aria-pressed": String(on),
      "data-key": row.key,
      title: `${on ? "Hide" : "Show"}: ${label}`,
      onclick: () => store.set(toggled(store.get(), row.key)),
      onrefocus: () => made.focus(),
    },
    swatch(row, model.data.terms, palette),
    h("span", { class: "label" }, label),
    h("span", { class: "count", "aria-label": counted(row.count, row.kind ? "node" : "tie") }, row.count.toLocaleString("en")),
  );
  return made;
}

/**
 * @param {Category} row
 * @param {Terms} terms
 * @param {Palette} palette
 */
function swatch({ group, kind, edge }, terms, palette) {
  if (kind !== undefined) return nodeSwatch(kind, palette);
  if (!edge) return null;
  if (group !== "sure") return edgeSwatch({ ...edge, effect: "current", origin: "stated" }, terms, palette);
  const look = edgeLook({ ...edge, rung: 0, relation: "", ladder: undefined }, terms, palette);
  return lineSwatch({ ...look, width: 2, arrow: false });
}

/**
 * @param {Category} row
 * @param {Terms} terms
 */
function labelOf({ key, group, count, kind, edge }, terms) {
  if (kind !== undefined) return capital(count === 1 ? kindTerm(terms, kind).label : kindTerm(terms, kind).plural);
  if (group === "sure") return capital(SURE.get(key) ?? key.slice("sure:".length));
  const relation = kindTerm(terms, edge?.relation ?? "").label;
  return capital((key.includes(".") && tierLabel(terms, edge?.tier, edge?.ladder)) || relation);
}

/**
 * @param {Category[]} found
 * @param {Category["group"]} group
 */
function inOrder(found, group) {
  const order = [...SURE.keys()];
  return found
    .filter((row) => row.group === group)
    .sort((a, b) => {
      if (group === "sure") return order.indexOf(a.key) - order.indexOf(b.key);
      return (b.edge?.rung ?? 0) - (a.edge?.rung ?? 0) || b.count - a.count || compare(a.key, b.key);
    });
}
