// How pairs of actors are tied: by what paths walk, the closest of what holds first, and what is only planned.

import { MAYBE, NO, both } from "../data/days.mjs";
import { Rungs, UNRANKED } from "../ask/rungs.mjs";
import { capital, grouped } from "../basics/words.mjs";
import { compare } from "../basics/names.mjs";
import { heldFacts, holdsAt, stepsOn } from "../data/held.mjs";
import { isDrawn } from "../filter/filters.mjs";
import { kindTerm } from "../data/data.mjs";
import { tierInFull } from "../data/ladders.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/data.mjs").Payload} Payload */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../data/days.mjs").Truth} Truth */

/** @typedef {{fact: string, level: number, truth: Truth, holds: Truth}} PairTie */

/**
 * @typedef {object} TiedPair  two actors that something ties
 * @property {string[]} best  ids of the facts that no other is above, stated ones first: of what holds, else of what is planned
 * @property {number} holding  how many facts that hold tie the two
 * @property {number} planned  how many that are only planned
 * @property {boolean} derived  whether the best of it only follows by a rule
 * @property {boolean} maybe  whether the best of it may not hold on the day asked for
 */

/** @typedef {Map<string, Map<string, TiedPair>>} TiedPairs  by the ids of the two, either way round */

/**
 * @typedef {object} Let  what is let in
 * @property {number} [at]  the day; without it nothing is asked of time
 * @property {"planned" | "none"} others  whether what is only planned is
 * @property {boolean} [certain]
 * @property {boolean} [stated]
 */

/**
 * The tied pairs of some facts.
 * @param {Payload} data
 * @param {Let} asked
 * @param {(fact: string) => boolean} [only]  which facts are looked at
 * @param {(actor: string) => boolean} [among]  and whose
 * @returns {TiedPairs}
 */
export function tiedPairs(data, asked, only = () => true, among = () => true) {
  const rungs = new Rungs(data.paths?.rungs ?? []);
  const holds = holdsAt(data, asked.at);
  /** @type {Map<string, Map<string, PairTie[]>>} */
  const ties = new Map();
  for (const [fact, truth] of heldFacts(data, asked)) {
    const { steps, level = UNRANKED } = data.facts[fact] ?? {};
    if (!steps || !only(fact)) continue;
    for (const { from, to, stayed } of stepsOn(data, fact, asked)) {
      if (!among(from) || !among(to)) continue;
      const tie = { fact, level, truth: both(truth, stayed), holds: both(holds(fact), stayed) };
      const [one, other] = from < to ? [from, to] : [to, from];
      const pairs = ties.get(one) ?? new Map();
      ties.set(one, pairs);
      if (pairs.has(other)) pairs.get(other).push(tie);
      else pairs.set(other, [tie]);
    }
  }
  return bothWays(ties, (some) => tied(data, rungs, some));
}

/**
 * @param {Map<string, Map<string, PairTie[]>>} ties
 * @param {(ties: PairTie[]) => TiedPair} make
 */
function bothWays(ties, make) {
  /** @type {TiedPairs} */
  const found = new Map();
  const of = (/** @type {string} */ id) => found.get(id) ?? found.set(id, new Map()).get(id);
  for (const [one, pairs] of ties)
    for (const [other, some] of pairs) {
      const pair = make(some);
      of(one)?.set(other, pair);
      of(other)?.set(one, pair);
    }
  return found;
}

/**
 * @param {Payload} data
 * @param {Rungs} rungs
 * @param {PairTie[]} ties
 * @returns {TiedPair}
 */
function tied({ facts }, rungs, ties) {
  const [only] = ties;
  if (only && ties.length === 1) return alone(facts, only);
  const holding = ties.filter(({ holds }) => holds !== NO);
  const some = holding.length ? holding : ties;
  const tops = some.length > 1 ? rungs.highest(some.map(({ level }) => level)) : [some[0]?.level];
  const derived = (/** @type {PairTie} */ { fact }) => Number(facts[fact]?.origin === "derived");
  const best = some
    .filter(({ level }) => tops.includes(level))
    .sort((a, b) => derived(a) - derived(b) || compare(a.fact, b.fact));
  return {
    best: best.map(({ fact }) => fact),
    holding: holding.length,
    planned: ties.length - holding.length,
    derived: best.every(derived),
    maybe: best.every(({ truth, holds }) => truth === MAYBE || holds === MAYBE),
  };
}

/**
 * A pair that a single fact ties.
 * @param {Payload["facts"]} facts
 * @param {PairTie} tie
 * @returns {TiedPair}
 */
function alone(facts, { fact, truth, holds }) {
  const isHolding = holds !== NO;
  return {
    best: [fact],
    holding: Number(isHolding),
    planned: Number(!isHolding),
    derived: facts[fact]?.origin === "derived",
    maybe: truth === MAYBE || holds === MAYBE,
  };
}

/**
 * The tied pairs of what is shown.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number | undefined} at  the day asked for
 * @returns {TiedPairs}
 */
export function shownPairs(model, shown, at) {
  return tiedPairs(
    model.data,
    { at, others: "planned" },
    (fact) => isDrawn(model, shown, fact),
    (actor) => shown.nodes.has(actor),
  );
}

/**
 * What the best of a pair's ties is called: its rungs, or for what stands on none its kinds.
 * @param {Model} model
 * @param {TiedPair} pair
 */
export function pairTier({ data: { facts, terms } }, { best }) {
  const called = best.map((id) => {
    const { kind = "", ladder, tier } = facts[id] ?? {};
    return tierInFull(terms, ladder, tier) ?? kindTerm(terms, kind).label;
  });
  return capital([...new Set(called)].join(" and "));
}

/**
 * The same with what it is not, and how many facts tie the two.
 * @param {Model} model
 * @param {TiedPair} pair
 */
export function pairWords(model, pair) {
  const { holding, planned, derived, maybe } = pair;
  const marks = [!holding && "only planned", derived && "derived", maybe && "maybe"].filter(Boolean);
  const all = holding + planned;
  return [pairTier(model, pair), ...marks, all > 1 ? `${grouped(all)} facts` : ""].filter(Boolean).join(", ");
}
