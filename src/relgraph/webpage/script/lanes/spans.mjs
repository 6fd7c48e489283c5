// When facts hold, as bars on a scale of days: whole where they are so for certain, soft where they may be.

import { compare } from "../basics/names.mjs";
import { dayNumber, dayText, isDay } from "../data/days.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Payload} Payload */

/**
 * @typedef {object} Bar  days; what is open to one side ends at the scale's
 * @property {"state" | "moment" | "seen"} kind  seen: the source says that it was so then, and no more
 * @property {number} from  the first day on which it may be so
 * @property {number} sure  the first on which it certainly is; after `until` where there is none
 * @property {number} until  the last on which it certainly is
 * @property {number} to  the last on which it may be so
 * @property {boolean} unsure  whether a `?` leaves all of it open
 */

/** @typedef {{first: number, last: number}} Scale  days */
/** @typedef {{id: string, bar: Bar}} Lane */

export const LEAST_WIDE = 0.6; // hundredths of the scale that a bar takes at least
const AROUND = 0.03; // of the scale, left free at either side
const FEWEST_DAYS = 60;
const TICKS = 8; // at most
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]; // years between two ticks

/**
 * The lanes of some facts, those that begin first above; of equal ones the shorter; and those that have no date.
 * @param {Payload} data
 * @param {string[]} ids
 * @returns {{lanes: Lane[], undated: string[], scale: Scale}}
 */
export function lanesOf(data, ids) {
  const scale = scaleOf(data, ids);
  const found = ids.map((id) => ({ id, bar: barOf(data, data.facts[id], scale) }));
  const lanes = found.flatMap(({ id, bar }) => (bar ? [{ id, bar }] : []));
  lanes.sort(
    (a, b) => a.bar.from - b.bar.from || a.bar.sure - b.bar.sure || a.bar.to - b.bar.to || compare(a.id, b.id),
  );
  return { lanes, undated: found.filter(({ bar }) => !bar).map(({ id }) => id), scale };
}

/**
 * From the first day that any of the dates names to the last, with some room.
 * @param {Payload} data
 * @param {string[]} ids
 * @returns {Scale}
 */
function scaleOf({ facts, spans = {} }, ids) {
  let [first, last] = [Infinity, -Infinity];
  for (const id of ids) {
    const { on, counted, since, until, seen } = facts[id] ?? {};
    for (const day of [on ?? counted, since, until, seen].flatMap((date) => (spans[date ?? ""] ?? []).slice(0, 2))) {
      if (!isDay(day)) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (first > last) return { first: 1, last: 2 };
  const room = Math.ceil(Math.max(last - first, FEWEST_DAYS) * AROUND);
  return { first: Math.max(1, first - room), last: last + room };
}

/**
 * When a fact is so; undefined where it has no date that says.
 * @param {Payload} data
 * @param {Fact | undefined} fact
 * @param {Scale} scale
 * @returns {Bar | undefined}
 */
export function barOf({ spans = {} }, fact, { first, last }) {
  if (!fact) return undefined;
  const { counted, on = counted, since, until, seen } = fact;
  const spanOf = (/** @type {string | undefined} */ date) => (date === "ongoing" ? undefined : spans[date ?? ""]);
  const [happened, began, ended, then] = [on, since, until, seen].map(spanOf);
  const within = (/** @type {number} */ day) => Math.min(last, Math.max(first, day));
  const span = (/** @type {number[]} */ [from = first, to = last]) => ({ from: within(from), to: within(to) });
  if (happened && !began) return { kind: "moment", ...moment(span(happened)), unsure: happened[2] === 1 };
  if (!began && !ended) return then && { kind: "seen", ...moment(span(then)), unsure: then[2] === 1 };
  const start = began ? span(began) : { from: first, to: last };
  const end = ended ? span(ended) : { from: last, to: last };
  const sure = began ? start.to : then ? Math.min(span(then).to, last) : end.to + 1;
  const unsure = began?.[2] === 1 || ended?.[2] === 1;
  return { kind: "state", from: start.from, sure, until: end.from, to: end.to, unsure };
}

/** @param {{from: number, to: number}} span */
function moment({ from, to }) {
  return from === to ? { from, sure: from, until: to, to } : { from, sure: to + 1, until: from, to };
}

/**
 * The first days of years to be marked on a scale.
 * @param {Scale} scale
 * @returns {{day: number, year: number}[]}
 */
export function ticksOf({ first, last }) {
  const [from, to] = [first, last].map((day) => Number(dayText(day).slice(0, 4)));
  if (from === undefined || to === undefined) return [];
  const step = STEPS.find((one) => (to - from) / one <= TICKS) ?? STEPS.at(-1) ?? 1;
  const ticks = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const day = dayNumber(`${String(year).padStart(4, "0")}-01-01`);
    if (day !== undefined && day >= first && day <= last) ticks.push({ day, year });
  }
  return ticks;
}

/**
 * Where a day lies on a scale, in hundredths of it.
 * @param {Scale} scale
 * @param {number} day
 */
export function placeOf({ first, last }, day) {
  return (100 * (day - first)) / Math.max(1, last - first);
}

/**
 * Whether nothing of a bar is certain, as far as one sees: a moment that is known to a few days is but a dot.
 * @param {Bar} bar
 * @param {Scale} scale
 */
export function isUnsure({ kind, from, sure, until, to, unsure }, scale) {
  const isDot = kind !== "state" && placeOf(scale, to) - placeOf(scale, from) < LEAST_WIDE;
  return unsure || (sure > until && !isDot);
}
