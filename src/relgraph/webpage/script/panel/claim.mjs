// A fact in the panel: the claim in words, how far it holds, who says so, and how that was checked.

import { capital, keyWords, statusWords, timeWords } from "../basics/words.mjs";
import { citation } from "./citation.mjs";
import { citationText } from "./sources.mjs";
import { copyFrom } from "../basics/clipboard.mjs";
import { edgeSwatch } from "../looks/swatches.mjs";
import { h } from "../basics/dom.mjs";
import { MACHINE_READ, kindTerm } from "../data/data.mjs";
import { tally, tallyWords } from "./tally.mjs";
import { tierInFull } from "../data/ladders.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */

const COPIED = { done: "Copied", failed: "Cannot copy here" };

/**
 * @typedef {object} PanelContext  what the parts of the panel are written with
 * @property {Model} model
 * @property {Palette} palette
 * @property {(id: string) => void} openNode
 * @property {(id: string) => void} openFact
 * @property {(node: import("../data/data.mjs").GraphNode) => HTMLElement} [acts]  the buttons of a node
 * @property {(fact: string) => string} [held]  what is to be said of a fact that is not so for certain on the day asked for
 * @property {(fact: string) => Fact | undefined} [told]  the facts as they are told on the day asked for
 * @property {(fact: string) => boolean} [isShown]  whether a fact is drawn now
 * @property {import("../layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 * @property {[string, () => void]} [backTo]  goes back to what is asked for, where anything is, and what that is called
 */

/**
 * A fact as it is told on the day asked for.
 * @param {PanelContext} context
 * @param {string | undefined} id
 */
export function factOn({ model, told }, id = "") {
  return told ? told(id) : model.data.facts[id];
}

/**
 * Everything about one fact.
 * @param {PanelContext} context
 * @param {string} id
 * @param {Fact} fact
 * @returns {(HTMLElement | null)[]}
 */
export function claim(context, id, fact) {
  const member = (/** @type {string} */ one) =>
    context.model.data.facts[one] ? factLink(context, one) : nodeLink(context, one);
  return [
    fact.name === undefined ? null : h("p", {}, `${capital(fact.says)}.`),
    chips(context, id, fact),
    details(context, fact),
    tally(fact, member),
    fact.rule ? derivation(context, fact, fact.rule) : null,
    evidence(context, id, fact),
    beside(context, id, fact),
  ];
}

/**
 * A fact in a line: its name where it has one, else the sentence. A name tells of nothing that it is only planned.
 * @param {import("../data/data.mjs").Terms} terms
 * @param {Pick<Fact, "name" | "says" | "status" | "effect">} fact
 */
export function headline(terms, { name, says, status, effect }) {
  if (name === undefined) return capital(says);
  const isSo = effect !== "planned" && effect !== "ended";
  return isSo ? capital(name) : `${capital(name)} (${terms.statuses[status]?.label ?? status})`;
}

/**
 * What is to be said of a fact beside its headline: when, and what it is not.
 * @param {Model} model
 * @param {string} id
 * @param {Fact} fact
 * @param {(fact: string) => string} [held]
 */
export function softWords({ data: { terms } }, id, fact, held) {
  const told = [
    fact.count ? tallyWords(fact.count) : "",
    timeWords(fact),
    ...(fact.beside ?? []),
    fact.effect === "current" || fact.effect === "occurred" ? "" : statusWords(terms, fact),
    fact.origin === "derived" ? "Derived" : "",
    fact.refused ? "Refused by relgraph check" : "",
    held?.(id) ?? "",
  ];
  return told.filter(Boolean).join(" · ");
}

/**
 * The name of a fact's kind, narrower kind first: "Memorandum · agreement".
 * @param {PanelContext} context
 * @param {Fact} fact
 */
export function kindWords(context, fact) {
  const kind = kindTerm(context.model.data.terms, fact.kind).label;
  return capital(fact.type && fact.type !== fact.kind ? `${keyWords(fact.type)} · ${kind}` : kind);
}

/**
 * @param {PanelContext} context
 * @param {string} id
 * @param {Fact} fact
 */
function chips({ model, palette, held }, id, fact) {
  const { terms } = model.data;
  const then = held?.(id);
  const edge = fact.tier ? model.drawn.get(id)?.[0] : undefined;
  const tier = tierInFull(terms, fact.ladder, fact.tier);
  return h(
    "p",
    { class: "chips" },
    tier
      ? h(
          "span",
          { class: "chip" },
          edge ? edgeSwatch({ ...edge, effect: "current", origin: "stated" }, terms, palette) : null,
          capital(tier),
        )
      : null,
    h("span", { class: `chip effect-${fact.effect}` }, statusWords(terms, fact)),
    then ? h("span", { class: "chip" }, then) : null,
    fact.origin === "derived" ? h("span", { class: "chip derived" }, "Derived: no source states it") : null,
    fact.origin === MACHINE_READ ? h("span", { class: "chip derived" }, "A machine read it, no curator") : null,
    fact.origin === "reference"
      ? h("span", { class: "chip derived" }, "Entered with the actors, not from a source")
      : null,
    fact.stance === "against" ? h("span", { class: "chip warn" }, "The source speaks against it") : null,
    fact.disputed ? h("span", { class: "chip warn" }, "Disputed") : null,
    fact.inferred ? h("span", { class: "chip derived" }, "Inferred by the curator") : null,
    fact.refused ? h("span", { class: "chip warn" }, "Refused by relgraph check") : null,
  );
}

/**
 * @param {PanelContext} context
 * @param {Fact} fact
 */
function details(context, fact) {
  const rows = [
    ...fact.ends.map(({ role, id }) => row(keyWords(role), [nodeLink(context, id)])),
    ...(fact.dates === undefined ? [] : [row("When", [timeWords(fact)])]),
    ...(fact.dated?.length ? [row("Dated by", fact.dated)] : []),
    ...Object.entries(fact.unsaid ?? {}).map(([name, value]) => row(keyWords(name), [value])),
    ...(fact.per ?? []).map((id) => row("According to", [nodeLink(context, id)])),
    ...(fact.note ? [row("Note", [fact.note])] : []),
    ...(fact.beside?.length ? [row("Sources", fact.beside.map(capital))] : []),
  ];
  return h("dl", {}, ...merged(rows).flat());
}

/** @typedef {{term: string, values: (Node | string)[]}} Row */

/**
 * @param {string} term
 * @param {(Node | string)[]} values
 * @returns {Row}
 */
function row(term, values) {
  return { term, values };
}

/**
 * Rows of the same term as one, the values below each other.
 * @param {Row[]} rows
 * @returns {HTMLElement[][]}
 */
function merged(rows) {
  /** @type {Map<string, (Node | string)[]>} */
  const byTerm = new Map();
  for (const { term, values } of rows) byTerm.set(term, [...(byTerm.get(term) ?? []), ...values]);
  return [...byTerm].map(([term, values]) => [h("dt", {}, term), ...values.map((value) => h("dd", {}, value))]);
}

/**
 * A name that opens its node, or only the name where nothing is drawn for it.
 * @param {PanelContext} context
 * @param {string} id
 * @param {string} [words]  in the place of its name
 */
export function nodeLink({ model, openNode }, id, words) {
  const node = model.nodes.get(id);
  return node
    ? h("button", { type: "button", class: "link", onclick: () => openNode(id) }, words ?? node.label)
    : (model.data.others[id] ?? id);
}

/**
 * A sentence, or fewer words where those around it say the rest, that opens its fact.
 * @param {PanelContext} context
 * @param {string} id
 * @param {string} [words]
 */
export function factLink(context, id, words) {
  const { model, palette, openFact, held } = context;
  const fact = factOn(context, id);
  if (!fact) return h("span", {}, model.data.others[id] ?? id);
  const edge = model.drawn.get(id)?.[0];
  return h(
    "button",
    { type: "button", class: "fact", onclick: () => openFact(id) },
    edge ? edgeSwatch(edge, model.data.terms, palette) : h("span", { class: "swatch blank" }),
    h("span", { class: "label" }, words ?? headline(model.data.terms, fact)),
    h("span", { class: "soft" }, softWords(model, id, fact, held)),
  );
}

/**
 * @param {PanelContext} context
 * @param {Fact} fact
 * @param {string} rule
 */
function derivation(context, fact, rule) {
  return h(
    "section",
    { class: "why" },
    h("h3", {}, "Why it is held"),
    h("p", {}, `${capital(rule)}.`),
    h("p", { class: "soft" }, "It rests on:"),
    h(
      "ul",
      { class: "facts" },
      ...(fact.premises ?? []).map((id) =>
        h("li", {}, context.model.data.facts[id] ? factLink(context, id) : nodeLink(context, id)),
      ),
    ),
  );
}

/**
 * @param {PanelContext} context
 * @param {string} id
 * @param {Fact} fact
 */
function evidence(context, id, fact) {
  if (!fact.evidence?.length) return null;
  const title = fact.rule ? "Who says what it rests on" : "Who says so";
  return h("section", {}, h("h3", {}, title, cite(context, id)), ...fact.evidence.map((one) => citation(context, one)));
}

/**
 * The button that copies a fact with its sources.
 * @param {PanelContext} context
 * @param {string} id
 */
function cite({ model }, id) {
  const link = location.protocol.startsWith("http")
    ? location.href.replace(/#.*/, `#${new URLSearchParams({ fact: id })}`)
    : undefined;
  const copy = () => copyFrom(button, citationText(model, id, { title: document.title, link }), COPIED);
  const button = h(
    "button",
    {
      type: "button",
      class: "cite",
      title: "Copy the fact with its source, paragraph, date and address",
      onclick: () => void copy(),
    },
    "Cite",
  );
  return button;
}

/**
 * Other ties between the same two.
 * @param {PanelContext} context
 * @param {string} id
 * @param {Fact} fact
 */
function beside(context, id, fact) {
  const [one, other] = fact.ends.map((end) => end.id);
  const { model } = context;
  const isAlike = (/** @type {{origin: string}} */ { origin }) =>
    origin !== MACHINE_READ || fact.origin === MACHINE_READ; // beside what is curated only that is told
  const direct = (model.at.get(one ?? "") ?? []).filter(
    (edge) => (edge.from === other || edge.to === other) && isAlike(edge),
  );
  const theirs = new Set(model.nodes.get(other ?? "")?.facts);
  const shared = (model.nodes.get(one ?? "")?.facts ?? []).filter(
    (each) => theirs.has(each) && model.nodes.has(each) && model.data.facts[each]?.ends.length === 2,
  );
  const others = new Set([...direct.map((edge) => edge.fact), ...shared]);
  others.delete(id);
  if (!others.size) return null;
  return h(
    "section",
    {},
    h("h3", {}, "Also between these two"),
    h("ul", { class: "facts" }, ...[...others].map((each) => h("li", {}, factLink(context, each)))),
  );
}
