// The legend: what each shape and line means, how often it occurs, and the switches that hide it.

import { UNFOLDED, USUAL, areOnAll, byLadder, foldsIn, ladderPart } from "./ladders.mjs";
import { allToggled, aloneOn, isOn, onlyThis, toggled } from "../filter/switches.mjs";
import { capital, counted, grouped } from "../basics/words.mjs";
import { categories, inOrder, labelOf, shownCounts } from "./categories.mjs";
import { fill, h } from "../basics/dom.mjs";
import { lineSwatch, nodeSwatch } from "../looks/swatches.mjs";
import { groupsOf, lookOf } from "./parts.mjs";
import { tierInFull } from "../data/ladders.mjs";

/** @typedef {import("./categories.mjs").Category} Category */
/** @typedef {import("./categories.mjs").Group} Group */
/** @typedef {{model: Model, store: Store, palette: Palette, keys: string[], alone: Set<string>, shownOf: Map<string, number>, folds: Map<string, boolean>}} LegendContext  what the legend is written with; keys: of all categories; alone: those that alone are on; shownOf: how many of each category are shown; folds: which ladders were unfolded */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../data/data.mjs").Terms} Terms */

const ONLY = "only:"; // begins the key of a button that leaves one row alone
const BESIDE = 27; // letters of two words with their counts, for which the legend is wide enough

/** @type {WeakMap<HTMLElement, unknown[]>} What it was written for last. */
const written = new WeakMap();

/**
 * Write the legend, unless all that it tells is as before.
 * @param {HTMLElement} place
 * @param {Model} model
 * @param {Store} store
 * @param {Palette} palette
 * @param {import("../filter/filters.mjs").Shown} shown
 */
export function showLegend(place, model, store, palette, shown) {
  const { off, on, view, at } = store.get();
  const told = [shown, palette, off, on, view, at];
  if (written.get(place)?.every((one, index) => one === told[index])) return;
  written.set(place, told);
  const found = categories(model, store.get());
  const focused = document.activeElement?.getAttribute("data-key")?.replace(ONLY, "");
  const shownOf = shownCounts(model, store.get(), shown);
  const keys = found.map(({ key }) => key);
  const context = { model, store, palette, keys, alone: aloneOn(store.get(), keys), shownOf, folds: foldsIn(place) };
  const open = place.querySelector("details")?.open ?? [...store.get().off].some((key) => key.startsWith("source:"));
  fill(
    place,
    ...groupsOf(store.get()).map(([group, title]) => section(group, title, inOrder(found, group), context)),
    sources(inOrder(found, "source"), open, context),
  );
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.dispatchEvent(new Event("refocus"));
}

/**
 * @param {Group} group
 * @param {string} title
 * @param {Category[]} rows
 * @param {LegendContext} context
 */
function section(group, title, rows, context) {
  if (!rows.length) return null;
  return h(
    "section",
    {},
    h("h2", {}, switchAll(group, title, rows, context)),
    ...(group === "close"
      ? rungs(rows, context)
      : [list(rows, context, isTwo(group, rows, context) ? "two" : undefined)]),
    ...apartNote(rows),
  );
}

/**
 * What the numbers behind a + count, where there are any.
 * @param {Category[]} rows
 */
function apartNote(rows) {
  const words = [
    rows.some(({ planned }) => planned) && "only planned",
    rows.some(({ groups }) => groups) && "with a group, which is no partner more",
  ].filter(Boolean);
  return words.length ? [h("p", { class: "apart-note" }, `+ counted apart: ${words.join("; ")}`)] : [];
}

/**
 * The rungs of each ladder together, and what means the same to all.
 * @param {Category[]} rows
 * @param {LegendContext} context
 */
function rungs(rows, context) {
  const { terms } = context.model.data;
  const { shared, ladders } = byLadder(rows, terms);
  const folds = ladders.length > 1;
  const parts = ladders.map((ladder) => {
    const open = context.folds.get(ladder.id) ?? ladders.length <= UNFOLDED;
    const looks = ladder.rows.flatMap((row) => lookOf(row, terms, context.palette) ?? []).reverse();
    return ladderPart(ladder, context, () => list(ladder.rows, context), { folds, open, looks });
  });
  if (!shared.length) return parts;
  const usual = list(shared, context);
  return [
    ...parts,
    areOnAll(shared, ladders, terms) ? usual : h("div", { class: "ladder" }, h("h3", {}, USUAL), usual),
  ];
}

/**
 * @param {Group} group
 * @param {Category[]} rows
 * @param {LegendContext} context
 */
function isTwo(group, rows, { model, shownOf }) {
  const isWhole = (/** @type {Category} */ { key, count }) => !shownOf.has(key) || shownOf.get(key) === count;
  return group === "who" && rows.length > 1 && rows.every(isWhole) && fitBeside(rows, model);
}

/**
 * Whether rows find room in two columns without a word being broken.
 * @param {Category[]} rows
 * @param {Model} model
 */
function fitBeside(rows, model) {
  const lengths = rows.map(
    (row) =>
      Math.max(
        ...labelOf(row, model)
          .split(" ")
          .map((word) => word.length),
      ) + grouped(row.count).length,
  );
  const longest = (/** @type {number} */ column) => Math.max(0, ...lengths.filter((_, index) => index % 2 === column));
  return longest(0) + longest(1) <= BESIDE;
}

/**
 * @param {Category[]} rows
 * @param {LegendContext} context
 * @param {string} [look]
 */
function list(rows, context, look) {
  return h("ul", { class: look }, ...rows.map((row) => h("li", {}, button(row, context), only(row, context))));
}

/**
 * The heading of a group, which switches all of it.
 * @param {Group} group
 * @param {string} title
 * @param {Category[]} rows
 * @param {LegendContext} context
 */
function switchAll(group, title, rows, { store }) {
  const some = rows.some(({ key }) => isOn(store.get(), key));
  const made = h(
    "button",
    {
      type: "button",
      class: "group",
      "aria-pressed": String(some),
      "data-key": `group:${group}`,
      title: `${some ? "Hide" : "Show"} all of these`,
      onclick: () =>
        store.set(
          allToggled(
            store.get(),
            rows.map(({ key }) => key),
          ),
        ),
      onrefocus: () => made.focus(),
    },
    title,
  );
  return made;
}

/**
 * Who says so, folded: the titles are long.
 * @param {Category[]} rows
 * @param {boolean} open
 * @param {LegendContext} context
 */
function sources(rows, open, context) {
  if (rows.length < 2) return null;
  const summary = h(
    "summary",
    { "data-key": "group:source", onrefocus: () => summary.focus() },
    `Sources (${grouped(rows.length)})`,
  );
  return h("details", { open }, summary, list(rows, context));
}

/**
 * @param {Category} row
 * @param {LegendContext} context
 */
function button(row, { model, store, palette, keys, shownOf }) {
  const on = isOn(store.get(), row.key);
  const label = labelOf(row, model);
  const { ladder, tier } = row.group === "close" ? (row.edge ?? {}) : {};
  const full = tier === undefined ? label : capital(tierInFull(model.data.terms, ladder, tier) ?? label);
  const made = h(
    "button",
    {
      type: "button",
      class: row.under ? "row part" : row.group === "source" ? "row plain" : "row",
      "aria-pressed": String(on),
      "data-key": row.key,
      title: `${on ? "Hide" : "Show"}: ${full}`,
      "aria-keyshortcuts": "Shift+Enter",
      onclick: () => store.set(toggled(store.get(), row.key)),
      onkeydown: (event) => {
        if (!asksOnly(event)) return;
        event.preventDefault();
        store.set(onlyThis(store.get(), row.key, keys));
      },
      onrefocus: () => made.focus(),
    },
    row.group === "source" ? null : swatch(row, model.data.terms, palette),
    h("span", { class: "label" }, label),
    countPart(row, on ? (shownOf.get(row.key) ?? 0) : row.count),
  );
  return made;
}

/**
 * The button that leaves of all categories of its sort this one alone; it is seen beside the row that is pointed at, or
 * has the focus. Who listens, or has no pointer, does the same with Shift and Enter on the row.
 * @param {Category} row
 * @param {LegendContext} context
 */
function only(row, { store, keys, alone }) {
  return h(
    "button",
    {
      type: "button",
      class: "only",
      tabindex: -1,
      "aria-hidden": "true",
      "data-key": `${ONLY}${row.key}`,
      title: "Shift Enter does the same",
      onclick: () => store.set(onlyThis(store.get(), row.key, keys)),
    },
    alone.has(row.key) ? "All" : "Only",
  );
}

/**
 * Whether an event of a row's button asks for this row alone.
 * @param {Event} event
 */
function asksOnly(event) {
  return event instanceof KeyboardEvent && event.key === "Enter" && event.shiftKey;
}

/**
 * How many there are, how many of them are shown, and what is counted apart.
 * @param {Category} row
 * @param {number} seen
 */
function countPart({ count, planned = 0, groups = 0, kind }, seen) {
  const apart = [planned && `${grouped(planned)} only planned`, groups && `${grouped(groups)} with a group`].filter(
    Boolean,
  );
  const told = [
    counted(count, kind ? "node" : "tie"),
    apart.length ? ` and ${apart.join(" and ")}` : "",
    seen < count ? `, ${grouped(seen)} shown` : "",
  ].join("");
  return h(
    "span",
    { class: "count", role: "img", "aria-label": told, title: apart.length ? told : undefined },
    seen < count ? `${grouped(seen)} of ${grouped(count)}` : grouped(count),
    apart.length ? h("span", { class: "soft" }, ` +${grouped(planned + groups)}`) : null,
  );
}

/**
 * @param {Category} row
 * @param {Terms} terms
 * @param {Palette} palette
 */
function swatch(row, terms, palette) {
  const { kind } = row;
  if (kind !== undefined) return nodeSwatch(kind, palette);
  const look = row.under ? undefined : lookOf(row, terms, palette);
  return look ? lineSwatch(look) : h("span", { class: "swatch" });
}
