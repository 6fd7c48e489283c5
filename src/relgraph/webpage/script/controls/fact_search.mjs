// Finding facts by what they say: every word of the query begins a word of the sentence, of the terms cited or of a note.

import { closeness, compare, keyOf } from "../basics/names.mjs";
import { MACHINE_READ, kindTerm } from "../data/data.mjs";
import { tierLabel } from "../data/ladders.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */

const SHORTEST = 3; // letters of a query for which facts are looked through

/** Looks through the facts of a model; what it looks in is made ready when it is first asked to be. */
export class FactSearch {
  #model;
  /** @type {{id: string, says: string, all: string, isPlan: boolean}[] | undefined} */
  #keys;

  /** @param {Model} model */
  constructor(model) {
    this.#model = model;
  }

  /** Make ready what is looked in: that takes a while where there are many facts. */
  prepare() {
    const { terms, facts } = this.#model.data;
    const alike = new Map();
    const keyed = (/** @type {string} */ text) => {
      const known = alike.get(text) ?? keyOf(text);
      alike.set(text, known);
      return known;
    };
    this.#keys ??= Object.entries(facts)
      .filter(([, { origin }]) => origin !== "reference" && origin !== MACHINE_READ)
      .map(([id, fact]) => {
        const more = [
          kindTerm(terms, fact.kind).plural,
          tierLabel(terms, fact.ladder, fact.tier),
          fact.note,
          ...Object.values(fact.unsaid ?? {}),
          ...(fact.evidence ?? []).flatMap((one) => one.terms),
        ];
        const says = keyed(`${fact.name ?? ""} ${fact.says}`);
        const isPlan = fact.effect === "planned";
        return { id, says, isPlan, all: [says, ...more.flatMap((text) => (text ? keyed(text) : []))].join(" ") };
      });
    return this.#keys;
  }

  /**
   * Ids of the facts that a query finds: first those whose sentence has its words as they are asked, of these what is
   * only planned last.
   * @param {string} query
   * @returns {string[]}
   */
  find(query) {
    const wanted = keyOf(query);
    if (wanted.length < SHORTEST) return [];
    const found = this.prepare().flatMap(({ id, says, all, isPlan }) => {
      const score = Math.min(3, closeness(says, wanted)) || (closeness(all, wanted) >= 2 ? 1 : 0);
      return score >= 2 || closeness(all, wanted) >= 2 ? [{ id, score, says, isPlan }] : [];
    });
    return found
      .sort(
        (a, b) =>
          b.score - a.score || Number(a.isPlan) - Number(b.isPlan) || compare(a.says, b.says) || compare(a.id, b.id),
      )
      .map(({ id }) => id);
  }
}
