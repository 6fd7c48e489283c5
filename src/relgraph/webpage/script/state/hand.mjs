// What the reader did by hand: nodes hidden, and nodes pinned to a place. Kept in the address while that is short.

/** @typedef {readonly [number, number]} Place  whole pixels of the picture at full zoom */
/** @typedef {{hidden: ReadonlySet<string>, pinned: ReadonlyMap<string, Place>}} ByHand */

const LONGEST_HAND = 1500; // letters of the address that this may take

/** @type {ByHand} */
export const UNTOUCHED = { hidden: new Set(), pinned: new Map() };

/**
 * Write it as words of an address; nothing where that would be too long.
 * @param {ByHand} hand
 * @returns {[string, string][]}
 */
export function handWords({ hidden, pinned }) {
  /** @type {[string, string][]} */
  const words = [
    ...[...hidden].sort().map((id) => /** @type {[string, string]} */ (["hide", id])),
    ...[...pinned]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, [x, y]]) => /** @type {[string, string]} */ (["pin", `${x},${y},${id}`])),
  ];
  return new URLSearchParams(words).toString().length > LONGEST_HAND ? [] : words;
}

/**
 * Read it from the words of an address; a pin that is not understood is left out.
 * @param {URLSearchParams} words
 * @returns {ByHand}
 */
export function readHand(words) {
  /** @type {Map<string, Place>} */
  const pinned = new Map();
  for (const pin of words.getAll("pin")) {
    const [, x, y, id] = /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/s.exec(pin) ?? [];
    if (id !== undefined) pinned.set(id, [Number(x), Number(y)]);
  }
  return { hidden: new Set(words.getAll("hide")), pinned };
}

/**
 * Whether it is more than an address holds.
 * @param {ByHand} hand
 */
export function isLong(hand) {
  return hand.hidden.size + hand.pinned.size > 0 && handWords(hand).length === 0;
}

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
