// Days as numbers, dates as spans of days, and what can be said of them: yes, maybe or no.

/** @typedef {0 | 1 | 2} Truth  no, maybe, yes */
/** @typedef {number[]} Span  first and last day that a date may mean, counted from 1 January 1; a third number marks a `?` */
/** @typedef {number | Span} DayAsked  a day that is asked for, or a date that may mean several */

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

const EPOCH = 719_163; // the first of January 1970
const LENGTH = 86_400_000; // of a day in milliseconds
const LAST_YEAR = 9999;
const LAST = 3_652_059; // its last day
const OPEN = new Set(["", ".."]); // what leaves a side of an interval open, or not known

/**
 * No if either is no, yes if both are yes, else maybe.
 * @param {Truth} one
 * @param {Truth} other
 * @returns {Truth}
 */
export function both(one, other) {
  return one < other ? one : other;
}

/**
 * The opposite; maybe stays maybe.
 * @param {Truth} truth
 * @returns {Truth}
 */
export function opposite(truth) {
  return truth === YES ? NO : truth === NO ? YES : MAYBE;
}

/**
 * Whether one date lies before another, for all days that either may mean.
 * @param {Span} one
 * @param {Span} other
 * @returns {Truth}
 */
export function before([first = 0, last = 0, unsure], [otherFirst = 0, otherLast = 0, otherUnsure]) {
  if (unsure || otherUnsure) return MAYBE;
  if (last < otherFirst) return YES;
  return first >= otherLast ? NO : MAYBE;
}

/**
 * Whether a date has come on a day: is not later than it.
 * @param {Span} date
 * @param {DayAsked} day
 * @returns {Truth}
 */
export function come(date, day) {
  return opposite(before(asSpan(day), date));
}

/**
 * @param {DayAsked} day
 * @returns {Span}
 */
export function asSpan(day) {
  return typeof day === "number" ? [day, day] : day;
}

/**
 * The days that a date may mean: of a year, a month or a day, with or without a mark, or an interval of two such;
 * undefined for anything else.
 * @param {string} text
 * @returns {Span | undefined}
 */
export function dateSpan(text) {
  const [start = "", end, more] = text.trim().split("/");
  if (more !== undefined || (end !== undefined && !start && !end)) return undefined;
  const [from, to] = [sideSpan(start), end === undefined ? sideSpan(start) : sideSpan(end)];
  if (!from || !to || (end === undefined && OPEN.has(start)) || Number(from[0]) > Number(to[1])) return undefined;
  return [from[0] ?? 0, to[1] ?? 0, ...(from[2] || to[2] ? [1] : [])];
}

/**
 * @param {string} text  a single date, or what leaves a side open
 * @returns {Span | undefined}
 */
function sideSpan(text) {
  if (OPEN.has(text)) return [0, LAST + 1];
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%])?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = dayNumber(`${year}-${month ?? "01"}-${day ?? "01"}`);
  const next =
    month === undefined ? [Number(year) + 1, 1] : [Number(year) + Number(month === "12"), (Number(month) % 12) + 1];
  const last = day === undefined ? firstOf(next) - 1 : first;
  return first === undefined || last === undefined ? undefined : [first, last, ...(mark ? [1] : [])];
}

/** @param {number[]} month  its year and number */
function firstOf([year = 0, month = 1]) {
  return year > LAST_YEAR
    ? LAST + 1
    : (dayNumber(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`) ?? 0);
}

/**
 * The number of a day written as 2025-09-02; undefined if it is no day of the calendar.
 * @param {string} text
 * @returns {number | undefined}
 */
export function dayNumber(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const number = Math.round(time / LENGTH) + EPOCH;
  return isDay(number) && dayText(number) === text ? number : undefined;
}

/**
 * A day as 2025-09-02.
 * @param {number} number
 */
export function dayText(number) {
  return new Date((number - EPOCH) * LENGTH).toISOString().slice(0, 10);
}

/** @param {number} number */
export function isDay(number) {
  return number >= 1 && number <= LAST;
}
