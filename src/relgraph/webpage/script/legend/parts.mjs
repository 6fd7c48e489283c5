// What the signs mean that are switched on, as a picture that is taken away tells it; and how lines of a category look.

import { MAYBE_ALPHA, bundleLook, edgeLook, withAlpha } from "../looks/looks.mjs";
import { UNFOLDED, USUAL, byLadder } from "./ladders.mjs";
import { capital, spanWords } from "../basics/words.mjs";
import { categories, inOrder, labelOf } from "./categories.mjs";
import { dayWordsOf } from "../data/phrases.mjs";
import { isOn } from "../filter/switches.mjs";

/** @typedef {import("./categories.mjs").Category} Category */
/** @typedef {import("./categories.mjs").Group} Group */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../lines/marks.mjs").Mark} Mark */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../data/data.mjs").Terms} Terms */

/** @type {[Group, string][]} */
const GROUPS = [
  ["who", "Who and what"],
  ["close", "How close"],
  ["other", "Other ties"],
  ["stated", "Stated by a source"],
  ["derived", "Derived from that"],
  ["read", "Counted by machine, not curated"],
];

/**
 * The groups with their titles; a day that is asked for comes first.
 * @param {State} state
 * @returns {[Group, string][]}
 */
export function groupsOf({ at }) {
  return at === undefined ? GROUPS : [["held", `On ${dayWordsOf(at)}`], ...GROUPS];
}

/** @typedef {{title: string, rows: {label: string, kind?: string, look?: EdgeLook, mark?: Mark}[]}} LegendPart */

/**
 * What the signs mean that are switched on, for a picture that is taken away.
 * @param {Model} model
 * @param {State} state
 * @param {Palette} palette
 * @param {Iterable<Mark>} [marks]  of what changed between two days
 * @param {import("../layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 * @returns {LegendPart[]}
 */
export function legendParts(model, state, palette, marks = [], wholes = new Map()) {
  const found = categories(model, state).filter(
    ({ key, count, planned = 0, groups = 0, under }) => isOn(state, key) && count + planned + groups && !under,
  );
  const parts = groupsOf(state).flatMap(([group, title]) =>
    group === "close"
      ? ladderParts(inOrder(found, group), title, model, palette)
      : [partOf(title, inOrder(found, group), model, palette)],
  );
  return [...markParts(model, state, marks), ...wholeParts(wholes, palette), ...parts].filter(
    ({ rows }) => rows.length,
  );
}

/**
 * What a line with a number means.
 * @param {import("../layouts/as_one.mjs").Wholes} wholes
 * @param {Palette} palette
 * @returns {LegendPart[]}
 */
function wholeParts(wholes, palette) {
  const row = { label: "With a number: so many facts tie members", look: bundleLook(palette) };
  return wholes.size ? [{ title: "Shown as one", rows: [row] }] : [];
}

/**
 * What the marks mean that lines bear, each once.
 * @param {Model} model
 * @param {State} state
 * @param {Iterable<Mark>} marks
 * @returns {LegendPart[]}
 */
function markParts({ data }, { days }, marks) {
  if (!days) return [];
  const [borne, order] = [[...marks], /** @type {Mark["word"][]} */ (data.changes)];
  const sorts = [true, false].flatMap((certain) => order.map((word) => ({ word, certain })));
  const found = sorts.filter((one) => borne.some(({ word, certain }) => word === one.word && certain === one.certain));
  const rows = found.map((mark) => ({ label: mark.certain ? capital(mark.word) : `Maybe ${mark.word}`, mark }));
  return [{ title: capital(spanWords(days)), rows }];
}

/**
 * @param {string} title
 * @param {Category[]} rows
 * @param {Model} model
 * @param {Palette} palette
 * @returns {LegendPart}
 */
function partOf(title, rows, model, palette) {
  const told = rows.map((row) => ({
    label: labelOf(row, model),
    kind: row.kind,
    look: lookOf(row, model.data.terms, palette),
  }));
  return { title, rows: told };
}

/**
 * Ladder by ladder; where there are many, a line for each, which tells its highest rung.
 * @param {Category[]} rows
 * @param {string} title
 * @param {Model} model
 * @param {Palette} palette
 * @returns {LegendPart[]}
 */
function ladderParts(rows, title, model, palette) {
  const { shared, ladders } = byLadder(rows, model.data.terms);
  const rest = partOf(ladders.length ? USUAL : title, shared, model, palette);
  if (ladders.length <= UNFOLDED)
    return [...ladders.map(({ label, rows: own }) => partOf(capital(label), own, model, palette)), rest];
  const lines = ladders.map(({ label, rows: [top] }) => ({
    label: capital(label),
    look: top && lookOf(top, model.data.terms, palette),
  }));
  return [{ title: "How close: the thicker, the higher on its ladder", rows: lines }, rest];
}

/**
 * How a line of a category looks.
 * @param {Category} row
 * @param {Terms} terms
 * @param {Palette} palette
 * @returns {EdgeLook | undefined}
 */
export function lookOf({ group, key, edge }, terms, palette) {
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
