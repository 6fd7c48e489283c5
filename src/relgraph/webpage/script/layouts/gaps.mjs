// The list beside the ladder: what is not known of the one in its middle.

import { byId, fill, h } from "../basics/dom.mjs";
import { counted, grouped } from "../basics/words.mjs";
import { centreOf } from "./ladder.mjs";
import { headline } from "../panel/claim.mjs";
import { heldWords, tellerOn } from "../data/phrases.mjs";
import { shortTotals } from "./unnamed.mjs";
import { tallyWords } from "../panel/tally.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/** @typedef {{short: string[], undated: string[]}} Gaps  ids of totals that count more than are named, and of facts without a date */

/**
 * What is not known of an actor and of what ties it.
 * @param {Model} model
 * @param {string} actor
 * @param {Shown} drawn  what stands in its ladder
 * @param {number | undefined} at
 * @returns {Gaps}
 */
export function gapsOf(model, actor, drawn, at) {
  const { facts } = model.data;
  const told = new Set([...drawn.edges].flatMap((id) => model.edges.get(id)?.fact ?? []));
  const isOwn = (/** @type {Fact | undefined} */ fact) => fact?.ends.some(({ id }) => id === actor);
  return {
    short: shortTotals(model, actor, at),
    undated: [...told].filter((id) => facts[id]?.undated && isOwn(facts[id])),
  };
}

/**
 * Show the list, or hide it where nothing is missing or there is no ladder.
 * @param {Model} model
 * @param {State} state
 * @param {{shown: Shown, drawn: Shown}} seen  what no filter hides, and what of it stands in the ladder
 * @param {(id: string) => void} openFact
 */
export function showGaps(model, { layout, centre: asked, at }, { shown, drawn }, openFact) {
  const centre = layout === "ladder" ? centreOf(model, shown, asked) : undefined;
  const { short, undated } = centre === undefined ? { short: [], undated: [] } : gapsOf(model, centre, drawn, at);
  const list = byId("gaps");
  list.hidden = !short.length && !undated.length;
  const [summary, body] = list.children;
  if (list.hidden || !summary || !body) return;
  const { terms } = model.data;
  const told = tellerOn(model.data, at);
  const parts = [
    short.length && `Unnamed in ${counted(short.length, "total")}`,
    undated.length && `${grouped(undated.length)} undated`,
  ];
  summary.textContent = parts.filter(Boolean).join("; ");
  const link = (/** @type {string} */ id) => {
    const fact = told(id);
    const said = fact ? headline(terms, fact) : id;
    const soft = [fact?.count ? tallyWords(fact.count) : "", heldWords(model.data, at, id)].filter(Boolean).join("; ");
    return h(
      "li",
      {},
      h("button", { type: "button", class: "link", onclick: () => openFact(id) }, said),
      soft && h("span", { class: "soft" }, ` ${soft}`),
    );
  };
  const part = (/** @type {string} */ title, /** @type {string[]} */ ids) =>
    ids.length ? [h("h2", {}, title), h("ul", {}, ...ids.map(link))] : [];
  fill(body, ...part("Counted by a source, not named", short), ...part("Without a date", undated));
}
