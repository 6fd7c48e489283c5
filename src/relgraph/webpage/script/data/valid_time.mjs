// Whether a fact holds on a day, by its dates, for certain or maybe.

import { MAYBE, NO, YES, asSpan, before, both, come, opposite } from "./days.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./days.mjs").DayAsked} DayAsked */
/** @typedef {import("./data.mjs").Payload} Payload */
/** @typedef {import("./days.mjs").Span} Span */
/** @typedef {import("./days.mjs").Truth} Truth */

/**
 * Whether a fact holds on a day; without one it does, unless its end may lie before its sources.
 * @param {Payload} data
 * @param {Fact} fact
 * @param {{at?: DayAsked, certain?: boolean}} asked  certain: what a `?` leaves open is maybe, on any day
 * @returns {Truth}
 */
export function truthOf(data, fact, { at, certain }) {
  let truth = at === undefined ? lasts(fact) : holdsOn(data, fact, at);
  if (at !== undefined && fact.until === undefined && fact.effect === "ended")
    truth = both(truth, both(MAYBE, opposite(wasKnown(data, fact, at))));
  return certain && isUnsure(data, fact) ? both(truth, MAYBE) : truth;
}

/**
 * Whether a fact without a day asked for is so: maybe, where its end may lie before its sources were published. What is
 * certainly over is not let in unless asked for, and then it is as it says.
 * @param {Fact} fact
 * @returns {Truth}
 */
function lasts(fact) {
  return fact.lasts === "maybe" ? MAYBE : YES;
}

/**
 * Whether a state holds on a day or, for what happens, has happened by it; a total, whether it was counted.
 * @param {Payload} data
 * @param {Fact} fact
 * @param {DayAsked} day
 * @returns {Truth}
 */
export function holdsOn({ spans = {} }, { counted, on = counted, since, until, seen }, day) {
  const has = (/** @type {string | undefined} */ date) => (date === undefined ? undefined : spans[date]);
  const happened = has(on);
  const began = has(since);
  if (happened && !began) return come(happened, day);
  const wasSeen = has(seen);
  const started = began ? startedBy(began, wasSeen, day) : wasSeen && isOn(wasSeen, day) ? YES : MAYBE;
  const end = has(until);
  return end && until !== "ongoing" ? both(started, opposite(before(end, asSpan(day)))) : started;
}

/**
 * @param {Span} began
 * @param {Span | undefined} seen
 * @param {DayAsked} day
 * @returns {Truth}
 */
function startedBy(began, seen, day) {
  const started = come(began, day);
  return started === MAYBE && seen && come(seen, day) === YES ? YES : started;
}

/**
 * Whether a date certainly lies within a day, or within the date asked for.
 * @param {Span} span
 * @param {DayAsked} day
 */
function isOn([first = 0, last = 0, unsure], day) {
  const [from = 0, to = 0, isUnsure] = asSpan(day);
  return from <= first && last <= to && !unsure && !isUnsure;
}

/**
 * Whether a source of a fact was published by a day.
 * @param {Payload} data
 * @param {Fact} fact
 * @param {DayAsked} day
 * @returns {Truth}
 */
export function wasKnown({ sources, spans = {} }, { evidence = [] }, day) {
  /** @type {Truth} */
  let best = NO;
  for (const { source } of evidence) {
    const published = spans[sources[source]?.published ?? ""];
    const truth = published ? come(published, day) : MAYBE;
    if (truth > best) best = truth;
  }
  return best;
}

/**
 * Whether one of a fact's dates carries a question mark.
 * @param {Payload} data
 * @param {Fact} fact
 */
function isUnsure({ spans = {} }, { counted, on = counted, since, until, seen }) {
  return [on, since, until, seen].some((date) => date !== undefined && spans[date]?.[2]);
}

/**
 * Whether a tie certainly began before another did.
 * @param {Payload} data
 * @param {Fact} one
 * @param {Fact} other
 */
export function beginsBefore({ spans = {} }, one, other) {
  const [first, second] = [spans[one.since ?? ""], spans[other.since ?? ""]];
  return first !== undefined && second !== undefined && before(first, second) === YES;
}
