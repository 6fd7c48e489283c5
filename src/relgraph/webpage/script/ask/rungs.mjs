// Which rungs may be set against each other: classes of rungs, in a partial order.

/**
 * @typedef {object} Rung  a class of rungs
 * @property {string} name
 * @property {string} label
 * @property {string} [full]  with the name of its ladder, where that is not the general one
 * @property {number[]} above  the classes at or above it, itself among them
 * @property {string[]} [owners]  whose ladders it stands on, where all of them are somebody's
 * @property {{owners: string[], name: string, label: string, full?: string}[]} [own]  how those call it who own one of several equal rungs
 */

/** The class of a tie that stands on no rung: below all others. */
export const UNRANKED = -1;

/** Classes of rungs; a pair that stands on several at once is given a class of its own, above each of them. */
export class Rungs {
  #rungs;
  /** @type {Set<number>[]} */
  #above;
  /** @type {Map<number, number[]>} The classes that a class made for a pair stands for. */
  #joins = new Map();

  /**
   * @param {Rung[]} rungs
   * @param {number[][]} [together]  classes that a pair holds at once, each set in order
   */
  constructor(rungs, together = []) {
    this.#rungs = rungs;
    this.#above = rungs.map(({ above }) => new Set(above));
    for (const [index, parts] of together.entries()) this.#joins.set(rungs.length + index, parts);
    const joined = [...this.#joins];
    for (const ups of this.#above) {
      const over = joined.filter(([, parts]) => parts.some((part) => ups.has(part)));
      for (const [number] of over) ups.add(number);
    }
    for (const [, parts] of joined) {
      const [first, ...rest] = parts.map((part) => this.#above[part] ?? new Set());
      this.#above.push(new Set([...(first ?? [])].filter((up) => rest.every((ups) => ups.has(up)))));
    }
  }

  /** How many classes there are. */
  get size() {
    return this.#above.length;
  }

  /** @param {number} number */
  isJoin(number) {
    return this.#joins.has(number);
  }

  /**
   * The classes that one stands for: itself, unless it was made for a pair.
   * @param {number} number
   */
  parts(number) {
    return this.#joins.get(number) ?? [number];
  }

  /**
   * Whether a class stands on a ladder that is nobody's, or that one of some nodes owns.
   * @param {number} number
   * @param {ReadonlySet<string>} nodes
   */
  isOf(number, nodes) {
    return this.#rungs[number]?.owners?.some((owner) => nodes.has(owner)) ?? true;
  }

  /**
   * The classes at or above one, in no order.
   * @param {number} number
   * @returns {ReadonlySet<number>}
   */
  allowed(number) {
    if (number === UNRANKED) return new Set([UNRANKED, ...this.#above.keys()]);
    return this.#above[number] ?? new Set();
  }

  /**
   * Whether a class lies below another, or is the same.
   * @param {number} one
   * @param {number} other
   */
  below(one, other) {
    return one === UNRANKED || this.#above[one]?.has(other) === true;
  }

  /**
   * Those classes that no other of them is above, lowest number first.
   * @param {Iterable<number>} numbers
   */
  highest(numbers) {
    const every = [...new Set(numbers)].sort((a, b) => a - b);
    return every.filter((one) => !every.some((other) => other !== one && this.below(one, other)));
  }

  /**
   * Those classes that no other of them is below, lowest number first.
   * @param {Iterable<number>} numbers
   */
  lowest(numbers) {
    const every = [...new Set(numbers)].sort((a, b) => a - b);
    return every.filter((one) => !every.some((other) => other !== one && this.below(other, one)));
  }

  /**
   * How classes are called together: in the words of some nodes, where these own a ladder that has them.
   * @param {number[]} numbers
   * @param {"name" | "label" | "full"} [form]
   * @param {Iterable<string>} [nodes]
   * @returns {string}
   */
  naming(numbers, form = "name", nodes = []) {
    const near = new Set(nodes);
    const called = (/** @type {number} */ number) => {
      const parts = this.#joins.get(number);
      const own = this.#rungs[number]?.own?.find(({ owners }) => owners.some((owner) => near.has(owner)));
      const rung = own ?? this.#rungs[number];
      return parts ? this.naming(parts, form, near) : (rung?.[form] ?? rung?.label ?? "");
    };
    return [...numbers]
      .sort((a, b) => a - b)
      .map(called)
      .join(" and ");
  }
}
