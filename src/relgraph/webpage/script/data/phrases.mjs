// A fact in words: as it reads along a step, when it holds, and what is to be said of it on a day.

import { MAYBE, NO, YES, dayText } from "./days.mjs";
import { capital, dateWords } from "../basics/words.mjs";
import { replacedAt, standingAt } from "./held.mjs";
import { tierLabel } from "./data.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").Payload} Payload */

const REPLACED = {
  [NO]: "",
  [MAYBE]: "maybe superseded by a later, higher tier",
  [YES]: "superseded by a later, higher tier",
};
const ITSELF = "fact"; // stands for the node of the fact itself where a walk names a role

/**
 * How something is called inside a sentence.
 * @param {Model} model
 * @param {string} id
 */
export function nameInside(model, id) {
  const node = model.nodes.get(id);
  return node ? (node.called ?? node.label) : (model.data.others[id] ?? id);
}

/**
 * How a fact reads along one of its walks, from one end to the other.
 * @param {Model} model
 * @param {string} id
 * @param {number} walk
 * @param {string} start
 * @param {string} end
 */
export function phrase(model, id, walk, start, end) {
  const fact = model.data.facts[id];
  const [source = "", target = "", forward = "", back = ""] = model.data.paths?.walks[fact?.kind ?? ""]?.[walk] ?? [];
  if (!fact) return "";
  const stands = (/** @type {string} */ role) =>
    role === ITSELF ? start === id : fact.ends.some((one) => one.role === role && one.id === start);
  const reversed = stands(target) && !stands(source);
  const [first, last] = (reversed ? [end, start] : [start, end]).map((one) => nameInside(model, one));
  const words = new Map(fact.ends.map(({ role }) => [role, roleWords(model, fact, role)]));
  for (const [slot, word] of [
    [source, first],
    [target, last],
    ["from", first],
    ["to", last],
  ])
    words.set(slot ?? "", word ?? "");
  words.set(ITSELF, nameInside(model, id));
  words.set("tier", tierWords(model, fact));
  words.set("kind", (fact.type ?? fact.kind).replaceAll("-", " "));
  return (reversed ? back : forward).replace(/\{([\w-]+)\}/gu, (_, slot) => words.get(slot) || `(unknown ${slot})`);
}

/**
 * @param {Model} model
 * @param {Fact} fact
 * @param {string} role
 */
function roleWords(model, fact, role) {
  const names = fact.ends.filter((end) => end.role === role).map((end) => nameInside(model, end.id));
  const last = names.pop() ?? "";
  return names.length ? `${names.join(", ")} and ${last}` : last;
}

/**
 * @param {Model} model
 * @param {Fact} fact
 */
function tierWords({ data: { terms } }, { kind, tier, ladder }) {
  if (!tier) return terms.relations[kind]?.label ?? kind;
  const own = terms.ladders[ladder ?? ""]?.rungs.some(({ id }) => id === tier);
  const general = terms.ladders["general"]?.rungs.some(({ id }) => id === tier);
  return tierLabel(terms, tier, general && !own ? "general" : ladder) ?? tier;
}

/**
 * All dates of a fact at their precision, such as "since 2025".
 * @param {Fact} fact
 */
export function dateList({ on, since, until, seen }) {
  return Object.entries({ on, since, until, seen })
    .flatMap(([word, date]) => (date === undefined ? [] : [`${word} ${plainDate(date)}`]))
    .join(", ");
}

/** @param {string} text */
function plainDate(text) {
  if (text.startsWith("../")) return `${text.slice(3)} or before`;
  return text.endsWith("/..") ? `${text.slice(0, -3)} or later` : text.replaceAll("/", " to ");
}

/**
 * A day in words; any time without one.
 * @param {number | undefined} day
 */
export function dayWordsOf(day) {
  return day === undefined ? "Any time" : dateWords(dayText(day));
}

/**
 * What is to be said of a fact on the day asked for, if it is not so then for certain or a later tier has replaced it.
 * @param {Payload} data
 * @param {number | undefined} at
 * @param {string} fact
 */
export function heldWords(data, at, fact) {
  const { disputed, stance } = data.facts[fact] ?? {};
  if (disputed || stance === "against") return "";
  const truth = at === undefined ? YES : standingAt(data, at)(fact);
  const then = truth === YES ? "" : `${truth === NO ? "Not so" : "Maybe so"} on ${dayWordsOf(at)}`;
  return capital([then, REPLACED[replacedAt(data, at)(fact)]].filter(Boolean).join("; "));
}
