// What the reader is looking at, and how it is kept in the address.

import { UNASKED, askingWords, readAsking } from "./asked.mjs";
import { UNSHAPED, readShape, shapeWords } from "./shaped.mjs";
import { UNTOUCHED, handWords, isLong, readHand, sameHand } from "./hand.mjs";

/** @typedef {"ties" | "all"} View */

/**
 * @typedef {object} State
 * @property {View} view  the ties that paths walk, or everything
 * @property {ReadonlySet<string>} off  keys of the legend that are switched off
 * @property {ReadonlySet<string>} on  keys of the legend that are off at first and switched on
 * @property {string} [node]  the node looked at
 * @property {string} [fact]  the fact looked at
 * @property {number} steps  how far the neighbourhood of the node reaches
 * @property {ReadonlySet<string>} hidden  nodes hidden by hand
 * @property {ReadonlyMap<string, import("./hand.mjs").Place>} pinned  nodes that were moved or pinned, and where they stand
 * @property {number} [at]  the day asked for; without it any time
 * @property {import("./asked.mjs").PathAsked} [path]  the path asked for
 * @property {import("./shaped.mjs").Shape} shape  the shape in which it is looked at
 * @property {string} [centre]  the node in the middle of the ladder
 * @property {string} sort  the column by which the table is sorted
 */

export const STEPS = 3;

/**
 * The state at first.
 * @param {View} view
 * @returns {State}
 */
export function initial(view) {
  return { view, off: new Set(), on: new Set(), steps: 1, ...UNTOUCHED, ...UNASKED, ...UNSHAPED };
}

/**
 * Write what differs from the first state, as the part of an address after #.
 * @param {State} state
 * @param {State} first
 * @returns {string}
 */
export function encode(state, first) {
  const words = new URLSearchParams();
  if (state.view !== first.view) words.set("view", state.view);
  for (const key of [...state.off].sort()) words.append("off", key);
  for (const key of [...state.on].sort()) words.append("on", key);
  if (state.node !== undefined) words.set("node", state.node);
  if (state.fact !== undefined) words.set("fact", state.fact);
  if (state.steps !== first.steps) words.set("steps", String(state.steps));
  for (const [name, value] of handWords(state)) words.append(name, value);
  for (const [name, value] of askingWords(state)) words.append(name, value);
  for (const [name, value] of shapeWords(state)) words.append(name, value);
  return words.toString();
}

/**
 * Read a state from the part of an address after #; what is not understood is left at the first state.
 * @param {string} text
 * @param {State} first
 * @returns {State}
 */
export function decode(text, first) {
  const words = new URLSearchParams(text.replace(/^#/, ""));
  const view = words.get("view");
  const steps = Number(words.get("steps") ?? first.steps);
  return {
    view: view === "ties" || view === "all" ? view : first.view,
    off: new Set(words.getAll("off")),
    on: new Set(words.getAll("on")),
    node: words.get("node") ?? undefined,
    fact: words.get("fact") ?? undefined,
    steps: Number.isInteger(steps) && steps >= 1 && steps <= STEPS ? steps : first.steps,
    ...readHand(words),
    ...readAsking(words),
    ...readShape(words),
  };
}

/**
 * Of the sets of a state those that are as before, as they were: what has not changed need not be drawn anew.
 * @param {State} read
 * @param {State} before
 * @returns {Partial<State>}
 */
function sameSets(read, before) {
  const same = (/** @type {"off" | "on"} */ name) =>
    read[name].size === before[name].size && [...read[name]].every((key) => before[name].has(key));
  return { ...(same("off") ? { off: before.off } : {}), ...(same("on") ? { on: before.on } : {}) };
}

/**
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(change: Partial<State>, inPlace?: boolean) => void} set  in place: without a step that going back would undo
 */

/**
 * Keep the state, tell one listener of each change, and mirror it in the address: back and forward work.
 * @param {State} first
 * @param {(state: State, before: State) => void} changed
 * @returns {Store}
 */
export function makeStore(first, changed) {
  let state = decode(location.hash, first);
  let written = encode(state, first);
  /** @param {State} next */
  const go = (next) => {
    const before = state;
    state = next;
    changed(state, before);
  };
  window.addEventListener("hashchange", () => {
    const read = decode(location.hash, first);
    const next = {
      ...read,
      ...(isLong(state) || sameHand(read, state) ? { hidden: state.hidden, pinned: state.pinned } : {}),
      ...sameSets(read, state),
    };
    const text = encode(next, first);
    if (text === written) return;
    written = text;
    go(next);
  });
  return {
    get: () => state,
    set: (change, inPlace = false) => {
      const next = { ...state, ...change };
      const text = encode(next, first);
      if (text === written && sameHand(next, state)) return;
      if (text !== written && inPlace) location.replace(`${location.href.replace(/#.*/, "")}#${text}`);
      else if (text !== written) location.hash = text;
      written = text;
      go(next);
    },
  };
}
