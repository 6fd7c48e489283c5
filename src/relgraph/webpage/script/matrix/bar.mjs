// What stands above a matrix: how many pairs it tells, in which order its actors stand, and what its cells mean.

import { counted, grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";
import { signs } from "./parts.mjs";

/** @typedef {import("../pairs/pairs.mjs").TiedPairs} TiedPairs */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @param {{pairs: TiedPairs, rows: number | undefined, communities: (number | undefined)[] | undefined}} told  rows: of the matrix, where some stand for their members; communities: of each actor, where they are known
 * @param {State["order"]} order
 * @param {(order: State["order"]) => void} choose  called with the order that is chosen
 */
export function barParts({ pairs, rows, communities }, order, choose) {
  const told = [...pairs].flatMap(([one, others]) => [...others].filter(([other]) => one < other));
  const planned = told.filter(([, { holding }]) => !holding).length;
  const more = planned ? `, ${grouped(planned)} of them only planned` : "";
  const within = rows === undefined ? "" : ` in ${counted(rows, "row")}`;
  const choice = (/** @type {State["order"]} */ value, /** @type {string} */ words) =>
    h("button", { type: "button", "aria-pressed": String(order === value), onclick: () => choose(value) }, words);
  return [
    h("h2", {}, `${counted(pairs.size, "actor")}${within}, ${counted(told.length, "tied pair")}${more}`),
    h(
      "div",
      { class: "switch", role: "group", "aria-label": "In which order" },
      choice(undefined, "Closest ties first"),
      choice("name", "By name"),
      communities && choice("community", "By community"),
    ),
    communities && order === "community" && communityWords(communities),
    signs(rows !== undefined),
  ];
}

/**
 * What communities are, and how many there are.
 * @param {(number | undefined)[]} communities  of each actor
 */
function communityWords(communities) {
  const several = counted(new Set(communities).size, "community", "communities");
  const words = "actors with more and closer ties among them than with others, of all ties that hold (Louvain)";
  return h("p", { class: "communities" }, `${several}: ${words}`);
}
