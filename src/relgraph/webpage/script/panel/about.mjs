// What this page is: from which sources, as of when, made with what, what its marks mean, and what is not in it.

import { CHECKS, capital, counted, dateWords, grouped } from "../basics/words.mjs";
import { byId, fill, h } from "../basics/dom.mjs";
import { factCounts } from "../data/counts.mjs";
import { kept, whence } from "./sources.mjs";
import { tallyWords } from "./tally.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Source} Source */

const MARKS = [
  ["Solid", "in force, or it happened, and a source says so"],
  ["Dashes and dots", "signed; no source here says that it is in force"],
  ["Dashes", "only planned or proposed: nothing is settled yet"],
  ["Dots", "no source states it: a rule gives it from what sources state"],
  ["Pale", "it may be so on the day that you chose; the dates leave it open"],
  ["Follows from a closer tie", "derived where a closer tie joins the same two; hidden until you ask for it"],
  ["Refused by relgraph check", "the check found fault with the fact or with what it cites"],
  ["Hollow, in the ladder", "counted by a source, and named by none"],
  ["+2 beside a count", "plans and ties with a group of countries, which are no partner more"],
];

/**
 * Let the button open the card.
 * @param {Model} model
 * @param {(fact: string) => void} openFact
 */
export function listenToAbout(model, openFact) {
  byId("show-about").addEventListener("click", () => showAbout(model, openFact));
}

/**
 * @param {Model} model
 * @param {(fact: string) => void} openFact
 */
function showAbout(model, openFact) {
  const sheet = byId("about");
  if (!(sheet instanceof HTMLDialogElement) || sheet.open) return;
  const open = (/** @type {string} */ id) => {
    sheet.close();
    openFact(id);
  };
  fill(
    sheet,
    h("h2", { id: "about-title", tabindex: "-1", autofocus: true }, "About this page"),
    h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => sheet.close() }, "×"),
    h(
      "p",
      {},
      `${summary(model)} Each is shown with the paragraphs that its curator cites for it, and with how far they were checked.`,
    ),
    h("p", {}, `${asOf(Object.values(model.data.sources))} Made with ${maker()}; it asks nothing of the network.`),
    h("h3", {}, "Sources"),
    h("ul", { class: "sources" }, ...sources(model)),
    h("h3", {}, "What the marks mean"),
    h("dl", {}, ...marks().map(([mark = "", meaning = ""]) => h("div", {}, h("dt", {}, mark), h("dd", {}, meaning)))),
    h("h3", {}, "What is not in it"),
    h(
      "p",
      {},
      "Whatever these sources do not say: a tie that is missing here may well exist. No text of theirs either.",
    ),
    ...unnamed(model, open),
  );
  sheet.onclick = ({ target }) => void (target === sheet && sheet.close());
  sheet.showModal();
}

/** @param {Model} model */
function summary(model) {
  const { stated, derived, undrawn } = factCounts(model);
  const more = derived ? `, and ${grouped(derived)} that follow from them by rules` : "";
  const one = undrawn ? " One of them has no line: a panel tells it." : "";
  const apart = undrawn > 1 ? ` ${grouped(undrawn)} of them, such as figures, have no line: panels tell them.` : one;
  const part = model.data.part ? ` It holds only a part of its dataset: ${model.data.part}.` : "";
  return `Who is tied to whom, by ${counted(stated, "fact")} that the sources below state${more}.${apart}${part}`;
}

/**
 * How far the sources reach.
 * @param {Source[]} cards
 */
function asOf(cards) {
  const dated = cards.map(({ published }) => published).filter((date) => date !== "unknown");
  const last = dated.sort().at(-1);
  const undated = cards.length - dated.length;
  if (last === undefined) return "Its sources bear no date.";
  const rest = undated ? ` (${counted(undated, "source bears", "sources bear")} no date)` : "";
  return `As of ${dateWords(last)}, when the last of its sources was published${rest}: of anything later it knows nothing.`;
}

function maker() {
  return document.querySelector('meta[name="generator"]')?.getAttribute("content") ?? "relgraph";
}

/** @param {Model} model */
function sources({ data }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { evidence = [] } of Object.values(data.facts))
    for (const source of new Set(evidence.map((one) => one.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  return Object.entries(data.sources).map(([id, card]) =>
    h(
      "li",
      {},
      h("strong", {}, card.title),
      h("p", { class: "soft" }, [...whence(card), `cited by ${counted(counts.get(id) ?? 0, "fact")}`].join(" · ")),
      kept(card) ?? h("p", { class: "soft" }, "No address is known"),
    ),
  );
}

function marks() {
  return [...MARKS, ...Object.values(CHECKS).map(({ label, meaning }) => [label, meaning])];
}

/**
 * Totals that sources state, of which not all are named.
 * @param {Model} model
 * @param {(fact: string) => void} open
 */
function unnamed({ data: { facts } }, open) {
  const found = Object.entries(facts).filter(([, { count }]) => count && count.unnamed > 0);
  if (!found.length) return [];
  const rows = found.map(([id, { says, count }]) =>
    h(
      "li",
      {},
      h("button", { type: "button", class: "link", onclick: () => open(id) }, capital(says)),
      count ? h("p", { class: "soft" }, tallyWords(count)) : null,
    ),
  );
  return [h("p", {}, "Of totals that a source states, these have members whom none names:"), h("ul", {}, ...rows)];
}
