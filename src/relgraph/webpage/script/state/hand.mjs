// What the reader did by hand: nodes hidden, and nodes pinned to a place; and undoing it.

/** @typedef {readonly [number, number]} Place  whole pixels of the picture at full zoom */
/** @typedef {{hidden: ReadonlySet<string>, pinned: ReadonlyMap<string, Place>}} ByHand */

/** @type {ByHand} */
export const UNTOUCHED = { hidden: new Set(), pinned: new Map() };

/**
 * @param {ByHand} one
 * @param {ByHand} other
 */
export function sameHand(one, other) {
  if (one.hidden === other.hidden && one.pinned === other.pinned) return true;
  const same = one.hidden.size === other.hidden.size && one.pinned.size === other.pinned.size;
  return (
    same &&
    [...one.hidden].every((id) => other.hidden.has(id)) &&
    [...one.pinned].every(([id, [x, y]]) => other.pinned.get(id)?.[0] === x && other.pinned.get(id)?.[1] === y)
  );
}

/** What was done by hand, to be undone and done again. */
export class Undo {
  /** @type {ByHand[]} */
  #before = [];
  /** @type {ByHand[]} */
  #undone = [];

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /**
   * Note how things were before something is done.
   * @param {ByHand} before
   */
  note({ hidden, pinned }) {
    this.#before.push({ hidden, pinned });
    this.#undone = [];
  }

  /**
   * How things were before they were as they are now; undefined where nothing is left to undo.
   * @param {ByHand} now
   * @returns {ByHand | undefined}
   */
  undo(now) {
    return stepped(now, this.#before, this.#undone);
  }

  /**
   * How things were before they were undone.
   * @param {ByHand} now
   * @returns {ByHand | undefined}
   */
  redo(now) {
    return stepped(now, this.#undone, this.#before);
  }
}

/**
 * Take the last that differs from now, and put now on the other pile.
 * @param {ByHand} now
 * @param {ByHand[]} from
 * @param {ByHand[]} to
 */
function stepped(now, from, to) {
  let found = from.pop();
  while (found && sameHand(found, now)) found = from.pop();
  if (found) to.push({ hidden: now.hidden, pinned: now.pinned });
  return found;
}
