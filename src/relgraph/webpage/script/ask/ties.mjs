// The steps that a path may take: which actors are tied, by what, and on which rung.

import { Rungs, UNRANKED } from "./rungs.mjs";
import { both } from "../data/days.mjs";
import { compare } from "../basics/names.mjs";
import { heldFacts, stepsOn } from "../data/held.mjs";

/** @typedef {import("../data/held.mjs").Asked} Asked */
/** @typedef {import("../data/data.mjs").Payload} Payload */
/** @typedef {import("../data/days.mjs").Truth} Truth */

/** @typedef {{from: string, to: string, fact: string, forward: number, back: number, level: number, truth: Truth}} Tie  a fact as a step; `forward` and `back` number its readings, from the one to the other and from there */
/** @typedef {{neighbours: ReadonlyMap<string, string[]>, component: ReadonlyMap<string, number>}} Layer  what is tied at a threshold; a node without a tie is in neither */

/** The ties that a question lets in, and for each tied pair the level of its best tie. */
export class Ties {
  #data;
  /** @type {Map<string, Map<string, Tie[]>>} */
  #between = new Map();
  /** @type {Map<string, Map<string, number>>} */
  #levels = new Map();
  /** @type {Map<number, [string, string][]>} The pairs that stand on a level. */
  #pairs = new Map();
  /** @type {Map<number, Layer>} */
  #layers = new Map();
  /** @type {Rungs} */
  rungs;

  /**
   * @param {Payload} data
   * @param {Asked} asked
   */
  constructor(data, asked) {
    this.#data = data;
    for (const [fact, truth] of heldFacts(data, asked)) {
      const { level = UNRANKED } = data.facts[fact] ?? {};
      for (const step of stepsOn(data, fact, asked))
        this.#add({ ...step, fact, level, truth: both(truth, step.stayed) });
    }
    this.rungs = this.#rank();
  }

  /** @param {Tie} tie */
  #add(tie) {
    const [near, far] = [tie.from, tie.to].map((end) => {
      const known = this.#between.get(end) ?? new Map();
      this.#between.set(end, known);
      return known;
    });
    const ties = near?.get(tie.to) ?? [];
    near?.set(tie.to, ties);
    far?.set(tie.from, ties);
    ties.push(tie);
  }

  /** Level the pairs; a pair whose best ties cannot be compared stands on all their rungs. */
  #rank() {
    const classes = this.#data.paths?.rungs ?? [];
    const plain = new Rungs(classes);
    /** @type {Map<string, number>} */
    const joins = new Map();
    /** @type {number[][]} */
    const together = [];
    /** @param {Tie[]} ties */
    const level = (ties) => {
      const tops = plain.highest(ties.map((tie) => tie.level));
      if (tops.length < 2) return tops[0] ?? UNRANKED;
      const key = tops.join();
      const known = joins.get(key) ?? classes.length + together.push(tops) - 1;
      joins.set(key, known);
      return known;
    };
    for (const [one, others] of this.#between)
      this.#levels.set(one, new Map([...others].map(([other, ties]) => [other, level(ties)])));
    for (const [one, others] of this.#levels) {
      for (const [other, number] of others) {
        const pairs = this.#pairs.get(number);
        if (pairs) pairs.push([one, other]);
        else this.#pairs.set(number, [[one, other]]);
      }
    }
    return together.length ? new Rungs(classes, together) : plain;
  }

  /** How many actors are tied. */
  get size() {
    return this.#between.size;
  }

  /** How many pairs are tied; parallel ties count once. */
  get pairs() {
    let ends = 0;
    for (const others of this.#between.values()) ends += others.size;
    return ends / 2;
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  level(one, other) {
    return this.#levels.get(one)?.get(other) ?? UNRANKED;
  }

  /**
   * The ties of two actors that no other tie of theirs is above, stated ones first.
   * @param {string} one
   * @param {string} other
   * @returns {Tie[]}
   */
  best(one, other) {
    const ties = this.#between.get(one)?.get(other) ?? [];
    const tops = this.rungs.highest(ties.map((tie) => tie.level));
    const derived = (/** @type {Tie} */ { fact }) => Number(this.#data.facts[fact]?.origin === "derived");
    return ties
      .filter((tie) => tops.includes(tie.level))
      .sort((a, b) => derived(a) - derived(b) || compare(a.fact, b.fact));
  }

  /**
   * The levels at or above a floor, none before one that it lies below.
   * @param {number} [floor]
   */
  thresholds(floor = UNRANKED) {
    const width = (/** @type {number} */ level) => this.rungs.allowed(level).size;
    return [...this.rungs.allowed(floor)].sort((a, b) => width(a) - width(b) || b - a);
  }

  /**
   * The highest levels that connect two actors: none, one, or several that cannot be compared.
   * @param {string} one
   * @param {string} other
   */
  bestThresholds(one, other) {
    /** @type {number[]} */
    const best = [];
    for (const level of this.thresholds()) {
      if (!best.some((found) => this.rungs.below(level, found)) && this.joins(level, one, other)) best.push(level);
    }
    return best;
  }

  /**
   * Whether two actors are joined, by however many steps, at a level or above.
   * @param {number} level
   * @param {string} one
   * @param {string} other
   */
  joins(level, one, other) {
    const { component } = this.at(level);
    return component.has(one) && component.get(one) === component.get(other);
  }

  /**
   * The pairs tied at a level or above, and the components they make.
   * @param {number} level
   * @returns {Layer}
   */
  at(level) {
    const known = this.#layers.get(level) ?? this.#layer(this.rungs.allowed(level));
    this.#layers.set(level, known);
    return known;
  }

  /**
   * @param {ReadonlySet<number>} allowed
   * @returns {Layer}
   */
  #layer(allowed) {
    /** @type {Map<string, string[]>} */
    const neighbours = new Map();
    for (const [one, other] of [...allowed].flatMap((level) => this.#pairs.get(level) ?? [])) {
      const near = neighbours.get(one);
      if (near) near.push(other);
      else neighbours.set(one, [other]);
    }
    return { neighbours, component: components(neighbours) };
  }
}

/**
 * @param {ReadonlyMap<string, string[]>} neighbours
 * @returns {Map<string, number>}
 */
function components(neighbours) {
  /** @type {Map<string, number>} */
  const component = new Map();
  let number = 0;
  for (const start of neighbours.keys()) {
    if (component.has(start)) continue;
    component.set(start, number);
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const other of neighbours.get(node) ?? []) {
        if (component.has(other)) continue;
        component.set(other, number);
        waiting.push(other);
      }
    }
    number += 1;
  }
  return component;
}
