// The tied pairs shown as text that spreadsheets read, with the columns of `relgraph.matrix`.

import { compare } from "../basics/names.mjs";
import { pairTier, shownPairs } from "./pairs.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

export const PAIR_COLUMNS = ["one", "other", "tier", "best", "holding", "planned", "derived", "maybe"];

/**
 * A pair a row, in order of the ids of the two.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number | undefined} at  the day asked for
 * @returns {string[][]}
 */
export function pairRows(model, shown, at) {
  const told = (/** @type {boolean} */ is) => (is ? "yes" : "no");
  const rows = [...shownPairs(model, shown, at)].flatMap(([one, others]) =>
    [...others]
      .filter(([other]) => one < other)
      .map(([other, pair]) => [
        one,
        other,
        pairTier(model, pair),
        pair.best.join("; "),
        String(pair.holding),
        String(pair.planned),
        told(pair.derived),
        told(pair.maybe),
      ]),
  );
  return rows.sort(([a = "", b = ""], [c = "", d = ""]) => compare(a, c) || compare(b, d));
}
