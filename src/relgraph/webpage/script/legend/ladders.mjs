// The rungs in the legend: those of one ladder stand together under its name, and fold where there are many ladders.

import { allToggled, isOn } from "../filter/switches.mjs";
import { capital, counted, grouped } from "../basics/words.mjs";
import { compare } from "../basics/names.mjs";
import { h } from "../basics/dom.mjs";
import { ladderLabel, levelOf, ownLadder } from "../data/ladders.mjs";
import { rampSwatch } from "../looks/swatches.mjs";

/** @typedef {import("./categories.mjs").Category} Category */
/** @typedef {import("./legend.mjs").LegendContext} LegendContext */
/** @typedef {import("../data/data.mjs").Terms} Terms */
/** @typedef {{id: string, label: string, rows: Category[]}} LadderRows */

export const UNFOLDED = 3; // ladders up to which all rungs are seen at first
export const USUAL = "Usual labels"; // the heading of what stands on no ladder of somebody's own

/**
 * Rows that mean the same to all, and those of each ladder, the most used first.
 * @param {Category[]} rows
 * @param {Terms} terms
 * @returns {{shared: Category[], ladders: LadderRows[]}}
 */
export function byLadder(rows, terms) {
  /** @type {Map<string, LadderRows>} */
  const found = new Map();
  /** @type {Category[]} */
  const shared = [];
  for (const row of rows) {
    const own = ownLadder(terms, row.edge?.ladder, row.edge?.tier);
    const known =
      own === undefined ? undefined : (found.get(own) ?? { id: own, label: ladderLabel(terms, own), rows: [] });
    if (known) found.set(known.id, known);
    (known?.rows ?? shared).push(row);
  }
  const ladders = [...found.values()].sort((a, b) => countOf(b.rows) - countOf(a.rows) || compare(a.label, b.label));
  return { shared, ladders };
}

/**
 * Whether each of the rows that mean the same to all stands on every ladder that is told beside them.
 * @param {Category[]} shared
 * @param {LadderRows[]} ladders
 * @param {Terms} terms
 */
export function areOnAll(shared, ladders, terms) {
  const isOn = (/** @type {Category} */ { edge }, /** @type {LadderRows} */ { id }) => {
    const level = levelOf(terms, edge?.ladder, edge?.tier);
    return level !== undefined && terms.ladders[id]?.rungs.some((rung) => rung.level === level);
  };
  return shared.every((row) => ladders.every((ladder) => isOn(row, ladder)));
}

/** @param {Category[]} rows */
function countOf(rows) {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The rungs of a ladder under its name; of several ladders each folds, and is switched as one.
 * @param {LadderRows} ladder
 * @param {LegendContext} context
 * @param {() => HTMLElement} list  makes the list of its rungs, which is made when it is unfolded
 * @param {{folds: boolean, open: boolean, looks: import("../looks/looks.mjs").EdgeLook[]}} how  looks: of the rungs, the lowest first
 */
export function ladderPart({ id, label, rows }, { store, shownOf }, list, { folds, open, looks }) {
  if (!folds) return h("div", { class: "ladder" }, h("h3", {}, capital(label)), list());
  const keys = rows.map(({ key }) => key);
  const some = keys.some((key) => isOn(store.get(), key));
  const count = countOf(rows);
  const seen = keys.reduce((sum, key) => sum + (shownOf.get(key) ?? 0), 0);
  const made = h(
    "button",
    {
      type: "button",
      class: "row",
      "aria-pressed": String(some),
      "data-key": `ladder:${id}`,
      title: `${some ? "Hide" : "Show"} all of it`,
      onclick: () => store.set(allToggled(store.get(), keys)),
      onrefocus: () => made.focus(),
    },
    rampSwatch(looks),
    h("span", { class: "label" }, capital(label)),
    h(
      "span",
      { class: "count", role: "img", "aria-label": counted(count, "tie") },
      some && seen < count ? `${grouped(seen)} of ${grouped(count)}` : grouped(count),
    ),
  );
  const fold = h("button", {
    type: "button",
    class: "fold",
    "aria-expanded": String(open),
    "aria-label": `Rungs of ${label}`,
    "data-key": `fold:${id}`,
    "data-fold": id,
    onclick: () => {
      const isOpen = fold.getAttribute("aria-expanded") === "true";
      fold.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) part.lastElementChild?.remove();
      else part.append(list());
    },
    onrefocus: () => fold.focus(),
  });
  const part = h("div", { class: "ladder" }, h("div", { class: "folded" }, made, fold), open && list());
  return part;
}

/**
 * Which ladders the reader has folded or unfolded.
 * @param {Element} place
 * @returns {Map<string, boolean>}
 */
export function foldsIn(place) {
  const folds = [...place.querySelectorAll("[data-fold]")];
  return new Map(
    folds.map((one) => [one.getAttribute("data-fold") ?? "", one.getAttribute("aria-expanded") === "true"]),
  );
}
