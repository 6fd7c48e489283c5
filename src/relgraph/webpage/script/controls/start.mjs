// Where to begin: on a page of very many ties, what a reader may look at first, in the place of a cloud of lines.

import { Search } from "./search.mjs";
import { byId, fill, h } from "../basics/dom.mjs";
import { counted } from "../basics/words.mjs";
import { nodeSwatch } from "../looks/swatches.mjs";

/** @typedef {import("../state/state.mjs").Layout} Layout */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../page.mjs").Page} Page */
/** @typedef {import("../state/state.mjs").State} State */

const TOO_MANY = 1500; // ties from which the network of all of them says little
const OFFERED = 12; // countries to begin with

/**
 * The layout in which a page opens.
 * @param {Model} model
 * @returns {Layout}
 */
export function firstLayout(model) {
  return tieCount(model) > TOO_MANY ? "start" : "network";
}

/** @param {Model} model */
function tieCount({ data: { edges } }) {
  return edges.filter(({ tie, implied }) => tie && !implied).length;
}

/**
 * Write what there is to begin with; only a page that opens on it does.
 * @param {Page} page
 */
export function makeStart({ model, store, palette, selection }) {
  if (firstLayout(model) !== "start") return;
  const go = (/** @type {Partial<State>} */ change) => () => store.set(change);
  const button = (/** @type {string} */ words, /** @type {Partial<State>} */ change) =>
    h("button", { type: "button", onclick: go(change) }, words);
  const countries = heaviest(model).map(({ id, kind, label }) => {
    const act = { layout: /** @type {Layout} */ ("ladder"), centre: id };
    return h("button", { type: "button", onclick: go(act) }, nodeSwatch(kind, palette, 16), label);
  });
  fill(
    byId("start-ways"),
    h("p", {}, `${counted(tieCount(model), "tie")} are too many for one picture.`),
    countries.length ? h("h3", {}, "Around one country, by how close") : null,
    h("p", { class: "ways" }, ...countries),
    h("h3", {}, "All at once"),
    h(
      "p",
      { class: "ways" },
      model.data.map ? button("On the map", { layout: "map" }) : null,
      button("In a table", { layout: "table" }),
      button("As a matrix", { layout: "matrix" }),
      byId("view-people").hidden ? null : button("People and institutions", { layout: "network", view: "people" }),
      button("The whole network", { layout: "network" }),
    ),
  );
  const box = /** @type {HTMLInputElement} */ (byId("start-search"));
  new Search(box, byId("start-found"), model, () => palette, selection.openNode, { openFact: selection.openFact });
}

/**
 * The countries with most ties, and where there are none whoever has.
 * @param {Model} model
 */
function heaviest({ data: { nodes }, weight }) {
  const heavy = (/** @type {import("../data/data.mjs").GraphNode} */ { id }) => weight.get(id) ?? 0;
  return nodes
    .filter(({ kind }) => kind === "country")
    .sort((a, b) => heavy(b) - heavy(a))
    .slice(0, OFFERED);
}
