// The days on which something begins, ends, or becomes certain: where the time slider stops.

import { MAYBE, NO, YES, dayText, isDay } from "../data/days.mjs";
import { capital, dateWords } from "../basics/words.mjs";
import { inView } from "../filter/filters.mjs";
import { replacedAt, standingAt } from "../data/standing.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Payload} Payload */
/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../state/state.mjs").State} State */

const REPLACED = {
  [NO]: "",
  [MAYBE]: "maybe superseded by a later, higher tier",
  [YES]: "superseded by a later, higher tier",
};

/**
 * The days on which the picture of a view changes, in order, after the day before the first of them; fewer than
 * two days are none.
 * @param {Model} model
 * @param {State} state
 * @returns {number[]}
 */
export function turningDays(model, state) {
  const facts = new Set(inView(model, state).map((edge) => edge.fact));
  const days = new Set([...facts].flatMap((id) => daysOf(model.data, model.data.facts[id])));
  const sorted = [...days].filter(isDay).sort((a, b) => a - b);
  const [first = 0] = sorted;
  return sorted.length && isDay(first - 1) ? [first - 1, ...sorted] : sorted;
}

/**
 * The days on which it changes whether a fact stands.
 * @param {Payload} data
 * @param {Fact | undefined} fact
 * @returns {number[]}
 */
function daysOf({ spans = {}, sources }, fact) {
  if (!fact) return [];
  const span = (/** @type {string | undefined} */ date) => {
    const [first, last, unsure] = spans[date ?? ""] ?? [];
    return first === undefined || last === undefined || unsure ? [] : [first, last]; // what is unsure stays maybe on every day
  };
  const [, seen = 0] = span(fact.seen);
  const until = fact.until === "ongoing" ? [] : span(fact.until).map((day) => day + 1);
  const published =
    fact.effect === "ended" && !fact.until
      ? (fact.evidence ?? []).flatMap(({ source }) => span(sources[source]?.published))
      : [];
  return [...span(fact.since ?? fact.on), seen, ...until, ...published];
}

/**
 * Which stop of the slider shows a day: the last that is not after it.
 * @param {number[]} days
 * @param {number} day
 */
export function stopOf(days, day) {
  return Math.max(
    0,
    days.findLastIndex((one) => one <= day),
  );
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
