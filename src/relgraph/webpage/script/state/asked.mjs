// What the reader asks for: the day, and a path between two; how it is kept in the address.

import { dayNumber, dayText } from "../data/days.mjs";

/**
 * @typedef {object} PathAsked  a path that is asked for; an end that is not chosen yet is empty
 * @property {string} from
 * @property {string} to
 * @property {"strongest" | "shortest"} by
 * @property {string} [min]  name of the rung below which no step may stand
 * @property {boolean} planned  let in what is only planned
 * @property {boolean} derived  let in what a rule gives
 * @property {boolean} maybe  let in what only may hold
 * @property {number} route  which of the equally good ones is looked at, from 0
 */

/** @typedef {{at?: number, path?: PathAsked}} Asking  at: the day, without it any time */

/** @type {Asking} Nothing is asked. */
export const UNASKED = { at: undefined, path: undefined };

/** @type {Readonly<PathAsked>} */
export const ANY_PATH = {
  from: "",
  to: "",
  by: "strongest",
  min: undefined,
  planned: false,
  derived: true,
  maybe: true,
  route: 0,
};

const MARKS = /** @type {const} */ (["planned", "derived", "maybe"]);

/**
 * The words of the address for what is asked, in their order.
 * @param {Asking} asking
 * @returns {[string, string][]}
 */
export function askingWords({ at, path }) {
  /** @type {[string, string][]} */
  const words = at === undefined ? [] : [["at", dayText(at)]];
  if (!path) return words;
  words.push(["from", path.from], ["to", path.to]);
  if (path.by !== ANY_PATH.by) words.push(["by", path.by]);
  if (path.min !== undefined) words.push(["min", path.min]);
  for (const mark of MARKS) if (path[mark] !== ANY_PATH[mark]) words.push([mark, path[mark] ? "yes" : "no"]);
  if (path.route) words.push(["route", String(path.route)]);
  return words;
}

/**
 * Read what is asked from the words of an address.
 * @param {URLSearchParams} words
 * @returns {Asking}
 */
export function readAsking(words) {
  return {
    at: dayNumber(words.get("at") ?? ""),
    path: words.has("from") || words.has("to") ? readPath(words) : undefined,
  };
}

/**
 * @param {URLSearchParams} words
 * @returns {PathAsked}
 */
function readPath(words) {
  const mark = (/** @type {typeof MARKS[number]} */ name) =>
    words.get(name) === "yes" || (words.get(name) !== "no" && ANY_PATH[name]);
  const route = Number(words.get("route"));
  return {
    from: words.get("from") ?? "",
    to: words.get("to") ?? "",
    by: words.get("by") === "shortest" ? "shortest" : "strongest",
    min: words.get("min") ?? undefined,
    planned: mark("planned"),
    derived: mark("derived"),
    maybe: mark("maybe"),
    route: Number.isInteger(route) && route > 0 ? route : 0,
  };
}
