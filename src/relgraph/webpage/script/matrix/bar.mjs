// What stands above a matrix: how many pairs it tells, in which order its actors stand, and what its cells mean.

import { counted, grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";
import { signs } from "./parts.mjs";

/** @typedef {import("../pairs/pairs.mjs").TiedPairs} TiedPairs */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @param {number} actors  how many
 * @param {TiedPairs} pairs
 * @param {State["order"]} order
 * @param {(order: State["order"]) => void} choose  called with the order that is chosen
 */
export function barParts(actors, pairs, order, choose) {
  const told = [...pairs].flatMap(([one, others]) => [...others].filter(([other]) => one < other));
  const planned = told.filter(([, { holding }]) => !holding).length;
  const more = planned ? `, ${grouped(planned)} of them only planned` : "";
  const choice = (/** @type {State["order"]} */ value, /** @type {string} */ words) =>
    h("button", { type: "button", "aria-pressed": String(order === value), onclick: () => choose(value) }, words);
  return [
    h("h2", {}, `${counted(actors, "actor")}, ${counted(told.length, "tied pair")}${more}`),
    h(
      "div",
      { class: "switch", role: "group", "aria-label": "In which order" },
      choice(undefined, "Closest ties first"),
      choice("name", "By name"),
    ),
    signs(),
  ];
}
