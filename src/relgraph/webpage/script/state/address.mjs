// How a state is kept in the address: what differs from the first state, as words after #.

import { ANY_PATH, LAYOUTS, MOST_COMPARED, STEPS, VIEWS } from "./state.mjs";
import { LEASTS } from "../filter/thresholds.mjs";
import { dayNumber, dayText } from "../data/days.mjs";

/** @typedef {import("./hand.mjs").ByHand} ByHand */
/** @typedef {import("./state.mjs").PathAsked} PathAsked */
/** @typedef {import("./state.mjs").Layout} Layout */
/** @typedef {import("./hand.mjs").Place} Place */
/** @typedef {import("./state.mjs").Sight} Sight */
/** @typedef {import("./state.mjs").State} State */
/** @typedef {[string, string][]} Words  of an address, in their order */

const LONGEST_HAND = 1500; // letters of the address that what was done by hand may take
const ORDERS = /** @type {const} */ (["name", "community"]);
const DAYS = /^([^,]{0,40}),([^,]{0,40})$/;
/** @type {Record<string, (says: string) => boolean>} What words that settle what is shown may say. */
const MAY_SAY = {
  at: (says) => dayNumber(says) !== undefined,
  close: (says) => LEASTS.some((one) => one === says),
  days: (says) => DAYS.test(says),
  least: (says) => /^[1-9]\d*$/.test(says),
  shape: (says) => LAYOUTS.some((one) => one === says),
  story: (says) => readStory(says).story !== undefined,
  view: (says) => VIEWS.some((one) => one === says),
};
const OWN = new Set([
  ...Object.keys(MAY_SAY),
  ...["off", "on", "node", "fact", "steps", "embed", "hide", "one", "pin"],
  ...["from", "to", "by", "min", "planned", "derived", "maybe", "route"],
  ...["centre", "sort", "order", "compare", "fold", "see"],
]);
const MARKS = /** @type {const} */ (["planned", "derived", "maybe"]);

/**
 * Write what differs from the first state, as the part of an address after #.
 * @param {State} state
 * @param {State} first
 * @param {number} [longest]  letters that what was done by hand may take
 * @returns {string}
 */
export function encode(state, first, longest = LONGEST_HAND) {
  const words = new URLSearchParams();
  if (state.embed) words.set("embed", "");
  if (state.story) words.set("story", state.story.map((number) => number + 1).join("."));
  if (state.view !== first.view) words.set("view", state.view);
  for (const key of [...state.off].sort()) words.append("off", key);
  for (const key of [...state.on].sort()) words.append("on", key);
  if (state.node !== undefined) words.set("node", state.node);
  if (state.fact !== undefined) words.set("fact", state.fact);
  if (state.steps !== first.steps) words.set("steps", String(state.steps));
  for (const [name, value] of [...handWords(state, longest), ...questionWords(state)]) words.append(name, value);
  for (const [name, value] of layoutWords(state, words.size ? "network" : first.layout)) words.append(name, value);
  return words.toString();
}

/**
 * Read a state from the part of an address after #; what is not understood is left at the first state.
 * @param {string} text
 * @param {State} first
 * @returns {State}
 */
export function decode(text, first) {
  const words = wordsOf(text);
  const view = VIEWS.find((one) => one === words.get("view"));
  const steps = Number(words.get("steps") ?? first.steps);
  return {
    view: view ?? first.view,
    off: new Set(words.getAll("off")),
    on: new Set(words.getAll("on")),
    node: words.get("node") ?? undefined,
    fact: words.get("fact") ?? undefined,
    embed: words.has("embed"),
    ...readStory(words.get("story") ?? ""),
    steps: Number.isInteger(steps) && steps >= 1 && steps <= STEPS ? steps : first.steps,
    ...readHand(words),
    ...readQuestion(words),
    ...readLayout(words, first),
  };
}

/**
 * The words of an address that are the page's own: what a link picks up on its way through others is none of these.
 * @param {string} text
 */
export function wordsOf(text) {
  const all = new URLSearchParams(text.replace(/^#/, ""));
  return new URLSearchParams([...all].filter(([word]) => OWN.has(word)));
}

/**
 * The words of an address that settle what is shown, and say nothing that can be understood.
 * @param {string} text
 * @returns {string[]}  as they stand there
 */
export function misread(text) {
  return [...wordsOf(text)].filter(([word, says]) => MAY_SAY[word]?.(says) === false).map((one) => one.join("="));
}

/**
 * @param {string} text  as in 1.3, the third step of the first story
 * @returns {Pick<State, "story">}
 */
function readStory(text) {
  const [, story, step] = /^([1-9]\d?)\.([1-9]\d?)$/.exec(text) ?? [];
  return step === undefined ? {} : { story: [Number(story) - 1, Number(step) - 1] };
}

/**
 * The words for what was done by hand; none where they would be too long.
 * @param {ByHand} hand
 * @param {number} longest
 * @returns {Words}
 */
function handWords({ hidden, pinned, gathered }, longest) {
  /** @type {Words} */
  const words = [
    ...[...hidden].sort().map((id) => /** @type {[string, string]} */ (["hide", id])),
    ...[...gathered].sort().map((id) => /** @type {[string, string]} */ (["one", id])),
    ...[...pinned]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, [x, y]]) => /** @type {[string, string]} */ (["pin", `${x},${y},${id}`])),
  ];
  return new URLSearchParams(words).toString().length > longest ? [] : words;
}

/**
 * Read what was done by hand; a pin that is not understood is left out.
 * @param {URLSearchParams} words
 * @returns {ByHand}
 */
function readHand(words) {
  /** @type {Map<string, Place>} */
  const pinned = new Map();
  for (const pin of words.getAll("pin")) {
    const [, x, y, id] = /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/s.exec(pin) ?? [];
    if (id !== undefined) pinned.set(id, [Number(x), Number(y)]);
  }
  return { hidden: new Set(words.getAll("hide")), pinned, gathered: new Set(words.getAll("one")) };
}

/**
 * Whether what was done by hand is more than an address holds.
 * @param {ByHand} hand
 */
export function isLong(hand) {
  return hand.hidden.size + hand.pinned.size + hand.gathered.size > 0 && handWords(hand, LONGEST_HAND).length === 0;
}

/**
 * The words for what is asked: a day and a path, or two days.
 * @param {Pick<State, "at" | "path" | "days">} state
 * @returns {Words}
 */
function questionWords({ at, path, days }) {
  if (days) return [["days", `${days.from},${days.to}`]];
  /** @type {Words} */
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
 * @param {URLSearchParams} words
 * @returns {Pick<State, "at" | "path" | "days">}
 */
function readQuestion(words) {
  const [, from, to] = DAYS.exec(words.get("days") ?? "") ?? [];
  if (from !== undefined && to !== undefined) return { at: undefined, path: undefined, days: { from, to } };
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

/**
 * The words for how it is laid out. The address calls that its shape, and did from the first.
 * @param {Pick<State, "layout" | "centre" | "sort" | "order" | "compared" | "sight" | "fold" | "close" | "least">} state
 * @param {Layout} usual  what need not be said
 * @returns {Words}
 */
function layoutWords({ layout, centre, sort, order, compared, sight, fold, close, least }, usual) {
  /** @type {Words} */
  const words = [];
  if (layout !== usual) words.push(["shape", layout]);
  if (centre !== undefined) words.push(["centre", centre]);
  if (sort) words.push(["sort", sort]);
  if (order) words.push(["order", order]);
  for (const id of compared) words.push(["compare", id]);
  if (fold !== undefined) words.push(["fold", fold ? "yes" : "no"]);
  if (close !== undefined) words.push(["close", close]);
  if (least !== undefined) words.push(["least", String(least)]);
  if (sight) words.push(["see", sight.join(",")]);
  return words;
}

/**
 * @param {URLSearchParams} words
 * @param {State} first
 * @returns {Pick<State, "layout" | "centre" | "sort" | "order" | "compared" | "sight" | "fold" | "close" | "least">}
 */
function readLayout(words, first) {
  const layout = LAYOUTS.find((one) => one === words.get("shape")) ?? (words.size ? "network" : first.layout);
  const centre = words.get("centre");
  const order = ORDERS.find((one) => one === words.get("order"));
  const sight = readSight(words.get("see") ?? "");
  return {
    layout,
    ...(centre ? { centre } : {}),
    sort: words.get("sort") ?? "",
    ...(order ? { order } : {}),
    compared: [...new Set(words.getAll("compare"))].filter(Boolean).slice(0, MOST_COMPARED),
    ...(sight ? { sight } : {}),
    ...readTidy(words),
  };
}

/**
 * How much of many ties is drawn.
 * @param {URLSearchParams} words
 * @returns {Pick<State, "fold" | "close" | "least">}
 */
function readTidy(words) {
  const fold = words.get("fold");
  const close = LEASTS.find((one) => one === words.get("close"));
  const least = Number(words.get("least"));
  return {
    ...(fold === "yes" || fold === "no" ? { fold: fold === "yes" } : {}),
    ...(close ? { close } : {}),
    ...(Number.isInteger(least) && least > 0 ? { least } : {}),
  };
}

/**
 * @param {string} text  as in -120,340,850
 * @returns {Sight | undefined}
 */
function readSight(text) {
  const [, x, y, span] = /^(-?\d{1,6}),(-?\d{1,6}),([1-9]\d{0,5})$/.exec(text) ?? [];
  return span === undefined ? undefined : [Number(x), Number(y), Number(span)];
}
