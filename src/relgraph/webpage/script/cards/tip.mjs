// The tip beside the pointer: the name of what it rests on.

import { byId, fill, h } from "../basics/dom.mjs";
import { capital, timeWords } from "../basics/words.mjs";
import { headline } from "../panel/claim.mjs";
import { kindTerm } from "../data/data.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../keys/gestures.mjs").Pointer} Pointer */
/** @typedef {import("../picture/hits.mjs").Hit} Hit */

const RIM = 8; // pixels of the window that stay free

/**
 * Show the tip, or hide it where the pointer rests on nothing.
 * @param {Model} model
 * @param {Hit} hit
 * @param {Pointer} [pointer]
 */
export function tell(model, { node, edge }, pointer = { clientX: 0, clientY: 0 }) {
  const tip = byId("tip");
  const fact = model.data.facts[edge?.fact ?? ""];
  tip.hidden = !node && !fact;
  if (node)
    fill(
      tip,
      h("strong", {}, node.label),
      h("span", { class: "soft" }, capital(kindTerm(model.data.terms, node.kind).label)),
    );
  else if (fact) fill(tip, h("strong", {}, headline(fact)), h("span", { class: "soft" }, timeWords(fact).join(" · ")));
  tip.style.left = `${Math.max(RIM, Math.min(pointer.clientX + 14, innerWidth - tip.offsetWidth - RIM))}px`;
  tip.style.top = `${Math.max(RIM, Math.min(pointer.clientY + 16, innerHeight - tip.offsetHeight - RIM))}px`;
}
