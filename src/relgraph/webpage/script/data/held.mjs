// Which facts hold on a day, for certain or maybe: the same rules as the command's --as-of.

import { MAYBE, NO, YES, asSpan, before, both, opposite } from "./days.mjs";
import { beginsBefore, truthOf } from "./valid_time.mjs";
import { compare } from "../basics/names.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./data.mjs").Payload} Payload */
/** @typedef {import("./days.mjs").Truth} Truth */

/**
 * @typedef {object} Asked  what is let in besides the facts that hold
 * @property {import("./days.mjs").DayAsked} [at]  the day; without it nothing is asked of time
 * @property {"all" | "planned" | "none"} others  statuses that do not hold
 * @property {boolean} [certain]  leave out what only may hold
 * @property {boolean} [stated]  leave out what is derived
 * @property {boolean} [superseded]  let in tiers that a later one replaced
 */

/** @typedef {ReadonlyMap<string, Truth>} Held  the facts let in, in order of id: yes or maybe */

/** @type {ReadonlySet<string>} */
export const BINDING = new Set(["agreed", "current", "occurred"]);
const KEPT = 12; // answers kept for each model

/** @type {WeakMap<Payload, Map<string, Held>>} */
const kept = new WeakMap();

/**
 * The facts that are let in and whether they hold; those that do not are left out.
 * @param {Payload} data
 * @param {Asked} asked
 * @returns {Held}
 */
export function heldFacts(data, asked) {
  const key = JSON.stringify([asked.at, asked.others, !asked.certain, !asked.stated, !asked.superseded]);
  const known = kept.get(data) ?? new Map();
  kept.set(data, known);
  const found = known.get(key) ?? select(data, asked);
  if (known.size >= KEPT) known.delete(known.keys().next().value);
  known.set(key, found);
  return found;
}

/**
 * Whether a fact is drawn on a day whatever its status: what the command says of it with `--status all`.
 * @param {Payload} data
 * @param {import("./days.mjs").DayAsked | undefined} at  undefined: any time
 * @returns {(fact: string) => Truth}
 */
export function standingAt(data, at) {
  if (at === undefined) return () => YES;
  const held = heldFacts(data, { at, others: "all" });
  return (id) => held.get(id) ?? (data.facts[id]?.origin === "reference" ? YES : NO);
}

/**
 * Whether an edge is drawn on a day: its fact is, and neither of the two that it joins had left that by then.
 * @param {Payload} data
 * @param {import("./days.mjs").DayAsked | undefined} at  undefined: any time
 * @returns {(edge: import("./data.mjs").GraphEdge) => Truth}
 */
export function edgeStandingAt(data, at) {
  if (at === undefined) return () => YES;
  const [standing, left] = [standingAt(data, at), leftFacts(data)];
  const stood = (/** @type {string} */ fact, /** @type {string} */ end) => stoodIn(data, fact, end, at);
  return ({ fact, from, to }) => {
    const truth = standing(fact);
    return left.has(fact) ? both(truth, both(stood(fact, from), stood(fact, to))) : truth;
  };
}

/** @type {WeakMap<Payload, Set<string>>} */
const leftByData = new WeakMap();

/**
 * The facts that somebody left while they went on: few of very many, looked for once.
 * @param {Payload} data
 */
function leftFacts(data) {
  const known = leftByData.get(data);
  if (known) return known;
  const isLeft = (/** @type {[string, Fact]} */ [, { ends }]) => ends.some(({ away }) => away);
  const found = new Set(
    Object.entries(data.facts)
      .filter(isLeft)
      .map(([id]) => id),
  );
  leftByData.set(data, found);
  return found;
}

/**
 * Whether a later tier has replaced a fact by a day.
 * @param {Payload} data
 * @param {import("./days.mjs").DayAsked | undefined} at  undefined: at any time
 * @returns {(fact: string) => Truth}
 */
export function replacedAt(data, at) {
  const { later } = orderOf(data, false);
  return (id) => {
    const fact = data.facts[id];
    return fact ? opposite(lasting(data, fact, later.get(id), { at, others: "all" })) : NO;
  };
}

/**
 * Whether a fact is so in the world: never what is planned, denied, disputed or over, nor what a later tier replaced.
 * @param {Payload} data
 * @param {import("./days.mjs").DayAsked | undefined} at  undefined: without a day asked for
 * @returns {(fact: string) => Truth}
 */
export function holdsAt(data, at) {
  const replaced = replacedAt(data, at);
  return (id) => {
    const fact = data.facts[id];
    if (!fact || !isSo(fact, at)) return NO;
    return both(truthOf(data, fact, { at }), opposite(replaced(id)));
  };
}

/** @typedef {{from: string, to: string, forward: number, back: number, stayed: Truth}} StepOn  a step over a fact: its readings by number, and whether its two both stood in it */

/**
 * The steps over a fact on the day asked for: as they read then, and between those alone who had not left it.
 * @param {Payload} data
 * @param {string} fact
 * @param {Pick<Asked, "at" | "certain">} asked
 * @returns {StepOn[]}
 */
export function stepsOn(data, fact, { at, certain }) {
  const { steps = [], steps_then: then = [] } = data.facts[fact] ?? {};
  const found = steps.map(([now, nowBack, from, to], index) => {
    const [forward = now, back = nowBack] = (at === undefined ? undefined : then[index]) ?? [];
    return { from, to, forward, back, stayed: both(stoodIn(data, fact, from, at), stoodIn(data, fact, to, at)) };
  });
  return found.filter((step) => step.stayed === YES || (step.stayed === MAYBE && !certain));
}

/**
 * Whether one who stands at an end of a fact had not left it on a day, or was back; without one, whether it stands there.
 * @param {Payload} data
 * @param {string} fact
 * @param {string} who
 * @param {import("./days.mjs").DayAsked | undefined} at
 * @returns {Truth}
 */
export function stoodIn({ facts, spans = {} }, fact, who, at) {
  const away = facts[fact]?.ends.find((end) => end.id === who && end.away)?.away ?? [];
  if (at === undefined) return away.at(-1)?.[1] === "" ? NO : YES;
  const absent = away.map(([left = "", back = ""]) => {
    const [since, until] = [spans[left], spans[back]];
    return since ? both(before(since, asSpan(at)), until ? before(asSpan(at), until) : YES) : NO;
  });
  return absent.map(opposite).reduce(both, YES);
}

/**
 * Whether a fact lasts beside those that may replace it; what is not so is replaced by none.
 * @param {Payload} data
 * @param {Fact} fact
 * @param {Fact[] | undefined} later
 * @param {Asked} asked
 * @returns {Truth}
 */
function lasting(data, fact, later, asked) {
  const so = isSo(fact, asked.at) ? (later ?? []).filter((one) => isSo(one, asked.at)) : [];
  return so.map((one) => opposite(truthOf(data, one, asked))).reduce(both, YES);
}

/**
 * @param {Payload} data
 * @param {Asked} asked
 * @returns {Held}
 */
function select(data, asked) {
  const { facts, later: all } = orderOf(data, asked.stated ?? false);
  const later = asked.superseded ? new Map() : all;
  /** @type {Map<string, Truth>} */
  const held = new Map();
  for (const [id, fact] of facts) {
    if (!isLetIn(fact, asked)) continue;
    const truth = both(truthOf(data, fact, asked), lasting(data, fact, later.get(id), asked));
    if (truth === YES || (truth === MAYBE && !asked.certain)) held.set(id, truth);
  }
  return held;
}

/** @typedef {{facts: [string, Fact][], later: Map<string, Fact[]>}} Ordered  facts in order of id, and what may replace them */

/** @type {WeakMap<Payload, Map<boolean, Ordered>>} */
const ordered = new WeakMap();

/**
 * Worked out once for each data: what may replace a fact holds or has held.
 * @param {Payload} data
 * @param {boolean} stated  whether what is derived stays out
 * @returns {Ordered}
 */
function orderOf(data, stated) {
  const known = ordered.get(data) ?? new Map();
  ordered.set(data, known);
  if (!known.has(stated)) {
    const facts = Object.entries(data.facts).filter(
      ([, { origin }]) => origin !== "reference" && !(stated && origin === "derived"),
    );
    facts.sort(([one], [other]) => compare(one, other));
    known.set(stated, { facts, later: successors(data, facts) });
  }
  return known.get(stated);
}

/** @param {Fact} fact */
export function isSound({ disputed, stance }) {
  return !disputed && stance !== "against";
}

/**
 * Whether a fact had an end before its sources spoke, whatever its status.
 * @param {Pick<Fact, "effect" | "lasts">} fact
 */
export function isOver({ effect, lasts }) {
  return BINDING.has(effect) && lasts === "no";
}

/**
 * Whether a fact may be so in the world: on a day that is asked for if it was then, without one if it is not over.
 * @param {Fact} fact
 * @param {import("./days.mjs").DayAsked | undefined} at
 */
function isSo(fact, at) {
  if (!isSound(fact)) return false;
  if (at !== undefined) return BINDING.has(fact.effect) || fact.effect === "ended";
  return BINDING.has(fact.effect) && fact.lasts !== "no";
}

/**
 * Whether a fact is so, or its status is asked for.
 * @param {Fact} fact
 * @param {Asked} asked
 */
function isLetIn(fact, { at, others }) {
  if (isSo(fact, at)) return true;
  return isSound(fact) && (others === "all" || (others === "planned" && fact.effect === "planned"));
}

/**
 * For each fact on a rung, the higher ones of the same pair and ladder that began later and hold.
 * @param {Payload} data
 * @param {[string, Fact][]} facts
 * @returns {Map<string, Fact[]>}
 */
function successors(data, facts) {
  /** @type {Map<number, {id: string, fact: Fact, rung: number}[]>} */
  const pairs = new Map();
  for (const [id, fact] of facts) {
    if (!fact.climbs || !(isSo(fact, undefined) || isSo(fact, 0))) continue;
    for (const [climb = 0, rung = 0] of fact.climbs)
      pairs.set(climb, [...(pairs.get(climb) ?? []), { id, fact, rung }]);
  }
  /** @type {Map<string, Fact[]>} */
  const found = new Map();
  for (const tiers of pairs.values()) {
    for (const { id, fact, rung } of tiers) {
      const later = tiers.filter(
        (other) => other.rung > rung && !fact.rivals?.includes(other.id) && !beginsBefore(data, other.fact, fact),
      );
      if (later.length) found.set(id, [...(found.get(id) ?? []), ...later.map((other) => other.fact)]);
    }
  }
  return found;
}
