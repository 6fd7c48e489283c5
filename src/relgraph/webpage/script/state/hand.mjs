// What the reader did by hand: nodes hidden, pinned to a place, or shown as one with their members; and undoing it, with
// what was filtered.

/** @typedef {readonly [number, number]} Place  whole pixels of the picture at full zoom */
/** @typedef {{hidden: ReadonlySet<string>, pinned: ReadonlyMap<string, Place>, gathered: ReadonlySet<string>}} ByHand  gathered: those who stand for their members */

/** @type {ByHand} */
export const UNTOUCHED = { hidden: new Set(), pinned: new Map(), gathered: new Set() };

/**
 * @param {ByHand} one
 * @param {ByHand} other
 */
export function sameHand(one, other) {
  return (
    sameIds(one.hidden, other.hidden) &&
    sameIds(one.gathered, other.gathered) &&
    one.pinned.size === other.pinned.size &&
    [...one.pinned].every(([id, [x, y]]) => other.pinned.get(id)?.[0] === x && other.pinned.get(id)?.[1] === y)
  );
}

/**
 * @param {ReadonlySet<string>} one
 * @param {ReadonlySet<string>} other
 */
function sameIds(one, other) {
  return one === other || (one.size === other.size && [...one].every((id) => other.has(id)));
}

/** @typedef {Pick<import("./state.mjs").State, keyof ByHand | "off" | "on">} Tidied  what was done by hand, and what the legend leaves */

/** What was done by hand or with the legend, to be undone and done again. */
export class Undo {
  /** @type {Tidied[]} */
  #before = [];
  /** @type {Tidied[]} */
  #undone = [];

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /**
   * Note how things were before something is done.
   * @param {Tidied} before
   */
  note(before) {
    this.#before.push(tidied(before));
    this.#undone = [];
  }

  /**
   * How things were before they were as they are now; undefined where nothing is left to undo.
   * @param {Tidied} now
   * @returns {Tidied | undefined}
   */
  undo(now) {
    return stepped(now, this.#before, this.#undone);
  }

  /**
   * How things were before they were undone.
   * @param {Tidied} now
   * @returns {Tidied | undefined}
   */
  redo(now) {
    return stepped(now, this.#undone, this.#before);
  }
}

/**
 * Take the last that differs from now, and put now on the other pile.
 * @param {Tidied} now
 * @param {Tidied[]} from
 * @param {Tidied[]} to
 */
function stepped(now, from, to) {
  let found = from.pop();
  while (found && sameHand(found, now) && sameFilters(found, now)) found = from.pop();
  if (found) to.push(tidied(now));
  return found;
}

/**
 * @param {Tidied} state
 * @returns {Tidied}
 */
function tidied({ hidden, pinned, gathered, off, on }) {
  return { hidden, pinned, gathered, off, on };
}

/**
 * Whether the legend leaves the same.
 * @param {Pick<Tidied, "off" | "on">} one
 * @param {Pick<Tidied, "off" | "on">} other
 */
export function sameFilters(one, other) {
  return one === other || (sameIds(one.off, other.off) && sameIds(one.on, other.on));
}
