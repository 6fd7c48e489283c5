// The state as it changes: one listener is told, and the address mirrors it.

import { decode, encode, isLong } from "./state/address.mjs";
import { isEmbedded } from "./basics/embedded.mjs";
import { sameHand } from "./state/hand.mjs";

/** @typedef {import("./state/state.mjs").State} State */
/** @typedef {import("./state/state.mjs").Store} Store */

/** @type {(keyof State)[]} What brings all of the picture in sight when it changes. */
const FITTED = ["view", "layout", "centre", "path", "days"];
const FIRST = "first="; // the address of the first state, in a page that was saved with another one

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
    ...(isLong(before) || sameHand(read, before)
      ? { hidden: before.hidden, pinned: before.pinned, gathered: before.gathered }
      : {}),
  };
}

/**
 * Keep the state, tell one listener of each change, and mirror it in the address: back and forward work. Without an
 * address it begins as it was when the page was saved, if it was.
 * @param {State} first
 * @param {(state: State, before: State) => void} changed
 * @param {(state: State, change: Partial<State>) => Partial<State>} [adapt]  what a change brings along
 * @param {(text: string) => State} [read]  the state of an address
 * @returns {Store}
 */
export function makeStore(first, changed, adapt = (_, change) => change, read = (text) => decode(text, first)) {
  const saved = document.documentElement.dataset["state"];
  const addressed = () => (location.hash ? read(location.hash) : decode(saved ?? "", first));
  let state = addressed();
  let written = encode(state, first);
  let seen = location.hash; // as it was last read or written
  /** @param {State} next */
  const go = (next) => {
    const before = state;
    state = next;
    changed(state, before);
  };
  const follow = () => {
    if (location.hash === seen) return; // it was written here
    seen = location.hash;
    const given = addressed();
    const next = { ...given, ...unchanged(given, state) };
    const text = encode(next, first);
    if (text === written) return;
    written = text;
    go(next);
  };
  window.addEventListener("hashchange", follow);
  return {
    get: () => state,
    whole: () => encode(state, first, Infinity),
    set: (change, inPlace = false) => {
      if (location.hash !== seen) follow(); // another address was given, and nobody was told yet
      const sight = FITTED.some((name) => name in change) ? { sight: undefined } : {};
      const next = { ...state, ...sight, ...adapt(state, change) };
      const text = encode(next, first);
      if (text === written && sameHand(next, state)) return;
      const isReplaced = inPlace || isEmbedded(); // what is done in a frame is no step of the page around it
      const hash = text || (saved === undefined ? "" : FIRST);
      if (text !== written && isReplaced) location.replace(`${location.href.replace(/#.*/, "")}#${hash}`);
      else if (text !== written) location.hash = hash;
      written = text;
      seen = location.hash;
      go(next);
    },
  };
}
