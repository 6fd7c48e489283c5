// Who holds office in a country or body: each of its offices with whoever holds it, and who says so.

import { NO } from "../data/days.mjs";
import { capital, counted, dateWords, statusWords } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { h } from "../basics/dom.mjs";
import { holdsAt } from "../data/held.mjs";
import { nodeLink } from "./claim.mjs";

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./claim.mjs").PanelContext} PanelContext */
/** @typedef {{office: GraphNode, holds: string[]}} Office  ids of the facts by which somebody holds it */

const MOST = 3; // offices that are told at once, where there are many
/** By these words begin the offices of heads of state and government in English: they come first. */
const HEADS =
  /^(acting |interim )?(president|king|queen|emperor|emir|sultan|pope|prime minister|chancellor|premier|general secretary|head of)\b/i;

/** @type {WeakMap<Model, Map<string, GraphNode[]>>} */
const known = new WeakMap();

/**
 * The offices of each country or body, by its id.
 * @param {Model} model
 */
function officesBy(model) {
  const found = known.get(model) ?? new Map();
  if (known.has(model)) return found;
  for (const node of model.data.nodes)
    if (model.data.terms.actors[node.kind]?.held && node.part_of !== undefined)
      found.set(node.part_of, [...(found.get(node.part_of) ?? []), node]);
  known.set(model, found);
  return found;
}

/**
 * Whether by a fact somebody acts for somebody: who holds an office for that.
 * @param {Model} model
 * @param {string} id
 */
function acts({ data: { facts, terms } }, id) {
  return terms.relations[facts[id]?.kind ?? ""]?.acts;
}

/**
 * The offices of a country or body with those who hold them on a day, heads of state and government first.
 * @param {Model} model
 * @param {string} of
 * @param {number | undefined} at
 * @returns {Office[]}
 */
function officesOf(model, of, at) {
  const holds = holdsAt(model.data, at);
  const isHead = (/** @type {Office} */ { office }) => Number(HEADS.test(office.label));
  const found = (officesBy(model).get(of) ?? []).map((/** @type {GraphNode} */ office) => ({
    office,
    holds: office.facts.filter((id) => acts(model, id) && holds(id) !== NO),
  }));
  return found.sort(
    (/** @type {Office} */ a, /** @type {Office} */ b) =>
      Number(b.holds.length > 0) - Number(a.holds.length > 0) ||
      isHead(b) - isHead(a) ||
      compare(fold(a.office.label), fold(b.office.label)),
  );
}

/**
 * The section of a country or body that tells who holds its offices; null where it has none.
 * @param {PanelContext} context
 * @param {GraphNode} node
 * @param {number | undefined} at
 */
export function officesPart(context, node, at) {
  const offices = officesOf(context.model, node.id, at);
  if (!offices.length) return null;
  const rows = offices.map((office) => officeRow(context, node, office));
  const [first, more] = rows.length > MOST + 1 ? [rows.slice(0, MOST), rows.slice(MOST)] : [rows, []];
  return h(
    "section",
    { class: "offices" },
    h("h3", {}, "Who holds office"),
    h("dl", {}, ...first.flat()),
    more.length
      ? h("details", {}, h("summary", {}, counted(more.length, "more office")), h("dl", {}, ...more.flat()))
      : null,
  );
}

/**
 * @param {PanelContext} context
 * @param {GraphNode} node
 * @param {Office} office
 */
function officeRow(context, node, { office, holds }) {
  const title = h("dt", {}, nodeLink(context, office.id, shortened(office.label, node.label)));
  if (!holds.length) return [title, h("dd", { class: "soft" }, "nobody named")];
  return [title, ...holds.map((id) => h("dd", {}, holder(context, id)))];
}

/**
 * The title of an office without the country whose panel it stands in.
 * @param {string} label
 * @param {string} of
 */
function shortened(label, of) {
  const [title = label] = label.split(` of ${of}`);
  return capital(title.replace(` (${of})`, "")) || label;
}

/**
 * @param {PanelContext} context
 * @param {string} id
 */
function holder(context, id) {
  const { model, openFact, held } = context;
  const fact = model.data.facts[id];
  if (!fact) return null;
  const name = fact.ends
    .map((end) => model.nodes.get(end.id))
    .find((end) => end && !model.data.terms.actors[end.kind]?.held)?.label;
  const isSo = fact.effect === "current";
  const soft = [isSo ? "" : statusWords(model.data.terms, fact), sourceOf(model, id), held?.(id) ?? ""];
  return h(
    "button",
    { type: "button", class: "holder", onclick: () => openFact(id) },
    h("strong", {}, name ?? ""),
    h("span", { class: "soft" }, soft.filter(Boolean).join("; ")),
  );
}

/**
 * Who says so: the speaker where one is told, else the source that carries the fact, with its date.
 * @param {Model} model
 * @param {string} id
 */
function sourceOf(model, id) {
  const { per = [], evidence = [] } = model.data.facts[id] ?? {};
  const speaker = per.map((one) => model.nodes.get(one)?.label ?? model.data.others[one]).find(Boolean);
  const card = model.data.sources[evidence.find(({ minor }) => !minor)?.source ?? ""];
  if (!speaker && !card) return "";
  const dated = card && card.published !== "unknown" ? `, ${dateWords(card.published)}` : "";
  const isKnown = card?.publisher && card.publisher !== "unknown";
  return speaker ? `per ${speaker}` : `per ${isKnown ? card.publisher : card?.title}${dated}`;
}
