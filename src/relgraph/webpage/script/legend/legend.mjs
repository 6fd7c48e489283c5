// The legend: what each shape and line means, how often it occurs, and the switches that hide it.

import { MAYBE_ALPHA, edgeLook, withAlpha } from "../looks/looks.mjs";
import { allToggled, isOn, toggled } from "../filter/switches.mjs";
import { categories, inOrder, labelOf } from "./categories.mjs";
import { counted, grouped } from "../basics/words.mjs";
import { dayWordsOf } from "../data/phrases.mjs";
import { fill, h } from "../basics/dom.mjs";
import { lineSwatch, nodeSwatch } from "../looks/swatches.mjs";

/** @typedef {import("./categories.mjs").Category} Category */
/** @typedef {import("./categories.mjs").Group} Group */
/** @typedef {{model: Model, store: Store, palette: Palette}} LegendContext  what the legend is written with */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */
/** @typedef {import("../data/data.mjs").Terms} Terms */

/** @type {[Group, string][]} */
const GROUPS = [
  ["who", "Who and what"],
  ["close", "How close"],
  ["other", "Other ties"],
  ["stated", "Stated by a source"],
  ["derived", "Derived from that"],
];

const BESIDE = 27; // letters of two words with their counts, for which the legend is wide enough

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
  const context = { model, store, palette };
  const open = place.querySelector("details")?.open ?? [...store.get().off].some((key) => key.startsWith("source:"));
  fill(
    place,
    ...groupsOf(store.get()).map(([group, title]) => section(group, title, inOrder(found, group), context)),
    sources(inOrder(found, "source"), open, context),
  );
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.dispatchEvent(new Event("refocus"));
}

/**
 * The groups with their titles; a day that is asked for comes first.
 * @param {State} state
 * @returns {[Group, string][]}
 */
function groupsOf({ at }) {
  return at === undefined ? GROUPS : [["held", `On ${dayWordsOf(at)}`], ...GROUPS];
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
    list(rows, context, group === "who" && rows.length > 1 && fitBeside(rows, context.model) ? "two" : undefined),
  );
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
  return h("ul", { class: look }, ...rows.map((row) => h("li", {}, button(row, context))));
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
function button(row, { model, store, palette }) {
  const on = isOn(store.get(), row.key);
  const label = labelOf(row, model);
  const made = h(
    "button",
    {
      type: "button",
      class: row.under ? "row part" : row.group === "source" ? "row plain" : "row",
      "aria-pressed": String(on),
      "data-key": row.key,
      title: `${on ? "Hide" : "Show"}: ${label}`,
      onclick: () => store.set(toggled(store.get(), row.key)),
      onrefocus: () => made.focus(),
    },
    row.group === "source" ? null : swatch(row, model.data.terms, palette),
    h("span", { class: "label" }, label),
    h(
      "span",
      { class: "count", role: "img", "aria-label": counted(row.count, row.kind ? "node" : "tie") },
      grouped(row.count),
    ),
  );
  return made;
}

/** @typedef {{title: string, rows: {label: string, kind?: string, look?: EdgeLook}[]}} LegendPart */

/**
 * What the signs mean that are switched on, for a picture that is taken away.
 * @param {Model} model
 * @param {State} state
 * @param {Palette} palette
 * @returns {LegendPart[]}
 */
export function legendParts(model, state, palette) {
  const found = categories(model, state).filter(({ key, count, under }) => isOn(state, key) && count && !under);
  const parts = groupsOf(state).map(([group, title]) => ({
    title,
    rows: inOrder(found, group).map((row) => ({
      label: labelOf(row, model),
      kind: row.kind,
      look: lookOf(row, model.data.terms, palette),
    })),
  }));
  return parts.filter(({ rows }) => rows.length);
}

/**
 * @param {Category} row
 * @param {Terms} terms
 * @param {Palette} palette
 */
function swatch(row, terms, palette) {
  if (row.kind !== undefined) return nodeSwatch(row.kind, palette);
  const look = row.under ? undefined : lookOf(row, terms, palette);
  return look ? lineSwatch(look) : h("span", { class: "swatch" });
}

/**
 * How a line of a category looks.
 * @param {Category} row
 * @param {Terms} terms
 * @param {Palette} palette
 * @returns {EdgeLook | undefined}
 */
function lookOf({ group, key, edge }, terms, palette) {
  if (!edge) return undefined;
  if (group === "close" || group === "other")
    return edgeLook({ ...edge, effect: "current", origin: "stated" }, terms, palette);
  if (group === "held")
    return {
      width: 3,
      color: key === "held:maybe" ? withAlpha(palette("rung-3"), MAYBE_ALPHA) : palette("rung-3"),
      dashes: false,
      head: null,
    };
  return { ...edgeLook({ ...edge, rung: 0, relation: "", ladder: undefined }, terms, palette), width: 2, head: null };
}
