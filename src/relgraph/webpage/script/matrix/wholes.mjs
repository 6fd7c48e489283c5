// The matrix where bodies, groups or regions stand for their members: a row for each, and in its cells how many pairs are tied.

import { counted, grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";
import { membersOn, standIns, standing } from "../layouts/members.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../pairs/pairs.mjs").TiedPair} TiedPair */
/** @typedef {import("../pairs/pairs.mjs").TiedPairs} TiedPairs */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @typedef {object} ManyPairs  the pairs of two of whom one at least stands for its members
 * @property {number} of  how many there are
 * @property {number} tied  how many of them something ties that holds
 * @property {number} planned  how many only what is planned
 */

/** @typedef {Map<string, Map<string, TiedPair | ManyPairs>>} Cells  by the ids of the two, either way round */

/** @typedef {{cells: Cells, into: ReadonlyMap<string, string>}} Gathered  into: who stands for each member */

/**
 * The cells of a matrix in which some stand for their members.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {TiedPairs} pairs  of all by themselves
 * @returns {Gathered}  all by themselves where nobody stands for others
 */
export function gatheredCells(model, state, shown, pairs) {
  const chosen = standing(model, state);
  const members = chosen.size ? standIns(membersOn(model, state.at), chosen, new Set()) : new Map();
  const into = new Map([...members].filter(([id]) => shown.nodes.has(id)));
  const wholes = new Set([...into].flatMap(([id, whole]) => (pairs.has(id) ? [whole] : [])));
  if (!wholes.size) return { cells: pairs, into: new Map() };
  const rowOf = (/** @type {string} */ id) => into.get(id) ?? id;
  const rows = new Set([...pairs.keys()].map(rowOf));
  const size = sizes(pairs, into, wholes);
  /** @type {Cells} */
  const cells = new Map([...rows].map((row) => [row, new Map()]));
  for (const one of wholes)
    for (const other of rows) {
      const many = { of: pairsOf(size(one), size(other), one === other), tied: 0, planned: 0 };
      cells.get(one)?.set(other, many);
      cells.get(other)?.set(one, many);
    }
  for (const [one, others] of pairs)
    for (const [other, pair] of others) {
      const [row, column] = [rowOf(one), rowOf(other)];
      const many = cells.get(row)?.get(column);
      if (!wholes.has(row) && !wholes.has(column)) cells.get(row)?.set(column, pair);
      else if (many && isMany(many) && one < other) many[pair.holding ? "tied" : "planned"] += 1;
    }
  return { cells, into };
}

/**
 * How many a row stands for: its members that are shown, and itself where anything ties it.
 * @param {TiedPairs} pairs
 * @param {ReadonlyMap<string, string>} into
 * @param {ReadonlySet<string>} wholes
 * @returns {(row: string) => number}
 */
function sizes(pairs, into, wholes) {
  /** @type {Map<string, number>} */
  const found = new Map([...wholes].map((whole) => [whole, Number(pairs.has(whole))]));
  for (const whole of into.values()) if (found.has(whole)) found.set(whole, (found.get(whole) ?? 0) + 1);
  return (row) => found.get(row) ?? 1;
}

/**
 * @param {number} one
 * @param {number} other
 * @param {boolean} isSame  whether both are the same: pairs among them
 */
function pairsOf(one, other, isSame) {
  return isSame ? (one * (one - 1)) / 2 : one * other;
}

/**
 * @param {TiedPair | ManyPairs} pair
 * @returns {pair is ManyPairs}
 */
export function isMany(pair) {
  return "of" in pair;
}

/**
 * The first of two who stands for members.
 * @param {(string | undefined)[]} ends
 * @param {ReadonlyMap<string, string>} into
 */
export function wholeOf(ends, into) {
  const wholes = new Set(into.values());
  return ends.find((one) => one !== undefined && wholes.has(one));
}

/** @param {ManyPairs} pairs */
export function manyWords({ of, tied, planned }) {
  const more = planned ? `, ${grouped(planned)} more only planned` : "";
  return `${tied ? grouped(tied) : "none"} of ${counted(of, "pair")} tied${more}`;
}

/**
 * A cell of many pairs: how many are tied, on ground the darker the greater a share that is.
 * @param {ManyPairs} pairs
 * @param {Record<string, string | number>} at  what tells where it stands
 * @param {string} title
 */
export function manyCell({ of, tied, planned }, at, title) {
  const sort = tied ? "many" : planned ? "tied tie-planned" : "";
  const label = manyWords({ of, tied, planned });
  const cell = h(
    "td",
    { ...at, class: sort, title: `${title}: ${label}`, "aria-label": label },
    tied ? grouped(tied) : "",
  );
  cell.style.setProperty("--share", String(tied / Math.max(1, of)));
  return cell;
}
