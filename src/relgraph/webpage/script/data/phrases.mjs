// A fact as it reads along a step, put together from the phrases of the vocabulary.

import { tierLabel } from "./data.mjs";

/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").Fact} Fact */

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
