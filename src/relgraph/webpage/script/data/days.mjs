// Days as numbers, dates as spans of days, and what can be said of them: yes, maybe or no.

/** @typedef {0 | 1 | 2} Truth  no, maybe, yes */
/** @typedef {number[]} Span  first and last day that a date may mean, counted from 1 January 1; a third number marks a `?` */

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

const EPOCH = 719_163; // the first of January 1970
const LENGTH = 86_400_000; // of a day in milliseconds
const LAST = 3_652_059; // the last day of the year 9999

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
 * @param {number} day
 * @returns {Truth}
 */
export function come(date, day) {
  return opposite(before([day, day], date));
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
