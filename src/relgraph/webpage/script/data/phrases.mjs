// A fact in words: as it reads along a step, and what is to be said of it on a day.

import { MAYBE, NO, YES, dayText } from "./days.mjs";
import { capital, counted, dateWords, grouped } from "../basics/words.mjs";
import { holdsAt, replacedAt, standingAt } from "./held.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./data.mjs").Payload} Payload */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

const REPLACED = {
  [NO]: "",
  [MAYBE]: "maybe superseded by a later, higher tier",
  [YES]: "superseded by a later, higher tier",
};
const SOURCE = "\ue000"; // stands in a reading for the name of the one end, U+E001 for the other

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
 * A reading with the names of its two ends put in.
 * @param {Model} model
 * @param {number} number
 * @param {string} source
 * @param {string} target
 */
export function reading(model, number, source, target) {
  const text = model.data.paths?.readings[number] ?? "";
  return text.replace(/[\ue000\ue001]/gu, (open, /** @type {number} */ at) => {
    const one = open === SOURCE ? source : target;
    const article = model.nodes.get(one)?.article;
    const name = article ? `${article} ${nameInside(model, one)}` : nameInside(model, one);
    return article && at === 0 ? capital(name) : name;
  });
}

/**
 * What is shown, in words; what is only planned, or only may be so, is counted apart.
 * @param {Model} model
 * @param {Shown} shown
 */
export function shownWords({ edges }, shown) {
  const planned = [...shown.edges].filter((id) => edges.get(id)?.effect === "planned").length;
  const maybe = [...shown.edges].filter((id) => shown.maybe.has(id)).length;
  const told = `${counted(shown.nodes.size, "node")} and ${counted(shown.edges.size, "tie")} shown`;
  const apart = [planned && `${grouped(planned)} only planned`, maybe && `${grouped(maybe)} only maybe so`].filter(
    Boolean,
  );
  return apart.length ? `${told}, of which ${apart.join(" and ")}` : told;
}

/**
 * Whether there are ties on the day asked for, and none of them for certain.
 * @param {Shown} shown
 */
export function isNothingCertain({ edges, maybe }) {
  return edges.size > 0 && [...edges].every((id) => maybe.has(id));
}

/**
 * A day in words; any time without one.
 * @param {number | undefined} day
 */
export function dayWordsOf(day) {
  return day === undefined ? "Any time" : dateWords(dayText(day));
}

/**
 * Facts as they are told on the day asked for: what held then and is over since, as it was; with those who stood in it.
 * @param {Payload} data
 * @param {number | undefined} at
 * @returns {(fact: string) => Fact | undefined}
 */
export function tellerOn(data, at) {
  const holds = at === undefined ? undefined : holdsAt(data, at);
  return (id) => {
    const fact = data.facts[id];
    const then = fact?.then && holds && holds(id) !== NO ? { ...fact, ...fact.then } : fact;
    if (at === undefined || !then?.told) return then;
    return { ...then, says: (then.told.findLast(({ day }) => day <= at) ?? then.told[0])?.says ?? then.says };
  };
}

/**
 * What is to be said of a fact on the day asked for, if it is not so then for certain or a later tier has replaced it.
 * @param {Payload} data
 * @param {number | undefined} at
 * @param {string} fact
 */
export function heldWords(data, at, fact) {
  return heldTeller(data, at)(fact);
}

/**
 * The same for many facts.
 * @param {Payload} data
 * @param {number | undefined} at
 * @returns {(fact: string) => string}
 */
export function heldTeller(data, at) {
  const standing = standingAt(data, at);
  const replaced = replacedAt(data, at);
  return (fact) => {
    const { disputed, stance } = data.facts[fact] ?? {};
    if (disputed || stance === "against") return "";
    const truth = standing(fact);
    const then = truth === YES ? "" : `${truth === NO ? "Not so" : "Maybe so"} on ${dayWordsOf(at)}`;
    return capital([then, REPLACED[replaced(fact)]].filter(Boolean).join("; "));
  };
}
