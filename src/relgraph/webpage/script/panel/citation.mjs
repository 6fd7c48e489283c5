// Who says so: a source with its paragraph, the words that carry the fact, and how that was checked.

import { addressesIn, CHECKS, placeIn } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";
import { kept, whence } from "./sources.mjs";

/** @typedef {import("../data/data.mjs").Evidence} Evidence */
/** @typedef {import("./claim.mjs").PanelContext} PanelContext */

/**
 * @param {Pick<PanelContext, "model">} context
 * @param {Evidence} one
 */
export function citation({ model }, { source, paragraph, row, columns, terms, verified, minor, inferred }) {
  const card = model.data.sources[source];
  const check = CHECKS[verified];
  const where = addressesIn({ paragraph, row, columns });
  return h(
    "article",
    { class: minor ? "evidence minor" : "evidence" },
    minor ? h("p", { class: "soft" }, `For ${minor}:`) : null,
    h("h4", {}, card?.title ?? source),
    h("p", { class: "soft" }, [...whence(card), placeIn({ paragraph, row })].join(" · ")),
    where ? h("p", { class: "soft" }, where) : null,
    kept(card, terms),
    terms.length && !card?.paragraphs?.[paragraph]
      ? h("p", { class: "terms" }, ...terms.map((term) => h("q", {}, term)))
      : null,
    paragraphText(card?.paragraphs?.[paragraph], terms),
    h("p", { class: `check check-${verified}`, title: check.meaning }, check.label),
    inferred ? h("p", { class: "soft" }, "Inferred by the curator: the paragraph does not say so itself.") : null,
  );
}

/**
 * Cut a paragraph at the terms that carry a fact, whatever their case: those come at odd places.
 * @param {string} text
 * @param {string[]} terms
 * @returns {string[]}
 */
export function cutAtTerms(text, terms) {
  const wanted = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
  return wanted.length
    ? text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${wanted.join("|")})(?![\\p{L}\\p{N}])`, "giu"))
    : [text];
}

/**
 * The paragraph itself, with the terms marked.
 * @param {string | undefined} text
 * @param {string[]} terms
 */
function paragraphText(text, terms) {
  if (!text) return null;
  return h("blockquote", {}, ...cutAtTerms(text, terms).map((part, index) => (index % 2 ? h("mark", {}, part) : part)));
}
