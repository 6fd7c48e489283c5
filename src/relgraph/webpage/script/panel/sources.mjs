// A source in words and links: who wrote it, who published it and when, and where its publisher's page opens at the words.

import { dateWords, placeIn } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";

/** @typedef {import("../data/data.mjs").Evidence} Evidence */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Source} Source */

const MOST_TERMS = 5; // that an address names

/**
 * Who wrote and published a source, and when.
 * @param {Source | undefined} card
 */
export function whence(card) {
  if (!card) return [];
  const publisher = card.publisher === "unknown" ? "publisher not known" : card.publisher;
  return [card.author, publisher, card.published === "unknown" ? "undated" : dateWords(card.published)].filter(Boolean);
}

/**
 * The address of a page at some words in it (a text fragment): a browser that knows them opens it there, any other at
 * its top. Figures stand in many places: they are left out where there are words.
 * @param {string} url
 * @param {string[]} terms
 */
export function addressAt(url, terms) {
  const telling = terms.filter((term) => /\p{L}/u.test(term));
  const wanted = [...new Set(telling.length ? telling : terms)]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_TERMS);
  if (!wanted.length) return url;
  const texts = wanted.map((term) => `text=${encodeURIComponent(term).replaceAll("-", "%2D")}`);
  return `${url}${url.includes("#") ? "" : "#"}:~:${texts.join("&")}`;
}

/**
 * Where a source is kept: links, which nothing follows but a reader.
 * @param {Source | undefined} card
 * @param {string[]} [terms]  at which its publisher's page is opened
 */
export function kept(card, terms = []) {
  const link = (/** @type {string} */ href, /** @type {string} */ words) =>
    h("a", { href, target: "_blank", rel: "noopener noreferrer" }, words);
  const links = [
    ...(card?.url ? [link(addressAt(card.url, terms), `Read it at ${siteOf(card.url)}`)] : []),
    ...(card?.archived ? [link(addressAt(card.archived, terms), "Archived copy")] : []),
    ...(card?.retrieved ? [`retrieved ${dateWords(card.retrieved)}`] : []),
  ];
  const parted = links.flatMap((one, index) => (index ? [" · ", one] : [one]));
  return links.length ? h("p", { class: "soft" }, ...parted) : null;
}

/**
 * The name of a site, as readers know it.
 * @param {string} url
 */
function siteOf(url) {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? url;
}

/**
 * A fact as a text to paste: its sentence, who says so, and where that stands.
 * @param {Model} model
 * @param {string} id
 * @param {{title: string, link?: string}} page  link: to the fact in this page, where one leads there
 */
export function citationText(model, id, { title, link }) {
  const fact = model.data.facts[id];
  if (!fact) return "";
  const { says, dates, rule, evidence = [] } = fact;
  const sources = evidence.filter(({ minor }) => !minor).map((one) => sourceText(model, one));
  const sentence = says.charAt(0).toUpperCase() + says.slice(1) + (dates ? ` (${dates})` : "");
  return [
    `${sentence}.`,
    ...(rule ? [`Derived by a rule: ${rule}.`] : []),
    ...new Set(sources),
    [`In: ${title}`, `fact ${id}`, link].filter(Boolean).join(", "),
  ].join("\n");
}

/**
 * @param {Model} model
 * @param {Evidence} one
 */
function sourceText(model, { source, paragraph, row, terms }) {
  const card = model.data.sources[source];
  const [where = ""] = [card?.url, card?.archived].filter(Boolean);
  const told = [`“${card?.title ?? source}”`, ...whence(card), placeIn({ paragraph, row })];
  return [...told, ...(where ? [addressAt(where, terms)] : [])].join(", ");
}
