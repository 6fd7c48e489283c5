// The state as it changes: one listener is told, and the address mirrors it.

import { decode, encode, isLong } from "./state/address.mjs";
import { sameHand } from "./state/hand.mjs";

/** @typedef {import("./state/state.mjs").State} State */
/** @typedef {import("./state/state.mjs").Store} Store */

/**
 * Of a state that was read, what is as before, as it was: what has not changed need not be drawn anew. What was done
 * by hand stays too where it is more than an address holds.
 * @param {State} read
 * @param {State} before
 * @returns {Partial<State>}
 */
function unchanged(read, before) {
  const same = (/** @type {"off" | "on"} */ name) =>
    read[name].size === before[name].size && [...read[name]].every((key) => before[name].has(key));
  return {
    ...(same("off") ? { off: before.off } : {}),
    ...(same("on") ? { on: before.on } : {}),
    ...(isLong(before) || sameHand(read, before) ? { hidden: before.hidden, pinned: before.pinned } : {}),
  };
}

/**
 * Keep the state, tell one listener of each change, and mirror it in the address: back and forward work.
 * @param {State} first
 * @param {(state: State, before: State) => void} changed
 * @param {(state: State, change: Partial<State>) => Partial<State>} [adapt]  what a change brings along
 * @returns {Store}
 */
export function makeStore(first, changed, adapt = (_, change) => change) {
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
    const next = { ...read, ...unchanged(read, state) };
    const text = encode(next, first);
    if (text === written) return;
    written = text;
    go(next);
  });
  return {
    get: () => state,
    set: (change, inPlace = false) => {
      const next = { ...state, ...adapt(state, change) };
      const text = encode(next, first);
      if (text === written && sameHand(next, state)) return;
      if (text !== written && inPlace) location.replace(`${location.href.replace(/#.*/, "")}#${text}`);
      else if (text !== written) location.hash = text;
      written = text;
      go(next);
    },
  };
}
