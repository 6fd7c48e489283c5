// What facts themselves say is not, or no longer, there between two: what is denied, what ended or was left.

import { NO, YES, asSpan, before, both, come } from "./days.mjs";
import { BINDING, isSound, stoodIn } from "./held.mjs";
import { compare } from "../basics/names.mjs";
import { holdsOn, wasKnown } from "./valid_time.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {import("./days.mjs").Span} Span */
/** @typedef {import("./days.mjs").Truth} Truth */

/** @typedef {{kind: string, fact: string, since?: Span | undefined}} Denial  that a kind of relation is not there: the fact that says so, and the day from which */
/** @typedef {{model: Model, pair: [string, string], at: number | undefined}} Question */

/**
 * By kind of relation, the facts that say that none of it ties two on a day: those of the last who say so. Without a day,
 * as the sources spoke. No kind is among them of which another fact may hold then.
 * @param {Model} model
 * @param {[string, string]} pair
 * @param {number | undefined} at
 * @returns {Map<string, string[]>}
 */
export function denials(model, pair, at) {
  const asked = { model, pair, at };
  const facts = (model.nodes.get(pair[0])?.facts ?? []).filter((id) => ties(asked, id));
  const there = new Set(facts.filter((id) => mayHold(asked, id)).map((id) => model.data.facts[id]?.kind));
  /** @type {Map<string, Denial[]>} */
  const found = new Map();
  for (const id of facts)
    for (const denial of [...deniedBy(asked, id), ...leftBy(asked, id)])
      if (!there.has(denial.kind)) found.set(denial.kind, [...(found.get(denial.kind) ?? []), denial]);
  return new Map([...found].map(([kind, said]) => [kind, lastOf(model, said)]));
}

/**
 * Whether a fact ties two to each other; of a node, whether both stand in it.
 * @param {Question} asked
 * @param {string} id
 */
function ties({ model: { data }, pair: [one, other] }, id) {
  const { kind = "", ends = [] } = data.facts[id] ?? {};
  if (data.silence?.nodes.includes(kind)) return ends.some((end) => end.id === other);
  const [first, second] = ends.map((end) => end.id);
  return (first === one && second === other) || (first === other && second === one);
}

/** @param {Fact} fact */
function holds(fact) {
  return isSound(fact) && BINDING.has(fact.effect);
}

/** @param {Fact} fact */
function hasHeld(fact) {
  return isSound(fact) && fact.effect === "ended";
}

/**
 * Whether a fact holds on a day, or may, for both of two.
 * @param {Question} asked
 * @param {string} id
 */
function mayHold(asked, id) {
  const { model, at } = asked;
  const fact = model.data.facts[id];
  if (!fact || stoodOf(asked, id) === NO) return false;
  if (!holds(fact)) return hasHeld(fact) && at !== undefined && !hasEnded(asked, fact);
  return at === undefined ? fact.lasts !== "no" : holdsOn(model.data, fact, at) !== NO;
}

/**
 * Whether both of two stood in a fact.
 * @param {Question} asked
 * @param {string} id
 * @returns {Truth}
 */
function stoodOf({ model: { data }, pair: [one, other], at }, id) {
  return both(stoodIn(data, id, one, at), stoodIn(data, id, other, at));
}

/**
 * What a fact says is not there on a day: what it denies, that it is over itself, or what it ended.
 * @param {Question} asked
 * @param {string} id
 * @returns {Denial[]}
 */
function deniedBy(asked, id) {
  const { data } = asked.model;
  const fact = data.facts[id];
  if (!fact) return [];
  /** @type {Denial[]} */
  const found = [];
  const spanOf = (/** @type {string | undefined} */ date) => data.spans?.[date ?? ""];
  if (fact.stance === "against") {
    if (isDenied(asked, fact)) found.push({ kind: fact.kind, fact: id });
  } else if (holds(fact)) {
    const since = spanOf(fact.effective ?? fact.on);
    if (isBy(asked, fact, since))
      for (const { kind, kinds, but } of data.silence?.closes?.[fact.kind] ?? [])
        if ((!kinds.length || kinds.includes(fact.type ?? "")) && !but?.includes(id))
          found.push({ kind, fact: id, since });
  }
  if (hasEnded(asked, fact)) found.push({ kind: fact.kind, fact: id, since: spanOf(fact.until) });
  return found;
}

/**
 * That one of two, or either, had left what a fact says by a day, and was not back.
 * @param {Question} asked
 * @param {string} id
 * @returns {Denial[]}
 */
function leftBy(asked, id) {
  const { model, pair, at } = asked;
  const fact = model.data.facts[id];
  if (!fact || !holds(fact) || stoodOf(asked, id) !== NO) return [];
  const days = fact.ends.filter((end) => pair.includes(end.id)).flatMap(({ away = [] }) => absenceOn(model, away, at));
  const [since] = days.sort(([one = 0], [other = 0]) => one - other);
  return [{ kind: fact.kind, fact: id, since }];
}

/**
 * The day on which an end left that a day does not certainly lie after the return from; without a day the last.
 * @param {Model} model
 * @param {string[][]} away
 * @param {number | undefined} at
 * @returns {Span[]}  one, or none where it was back by then
 */
function absenceOn({ data: { spans = {} } }, away, at) {
  const isOut = (/** @type {string[]} */ [, back = ""]) => {
    const until = spans[back];
    return !back || (at !== undefined && until && come(until, at) !== YES);
  };
  const found = at === undefined ? away.slice(-1).find(isOut) : away.find(isOut);
  const since = spans[found?.[0] ?? ""];
  return since ? [since] : [];
}

/**
 * Whether a fact denies that something is there on a day; without dates, once a source has said so.
 * @param {Question} asked
 * @param {Fact} fact
 */
function isDenied({ model: { data }, at }, fact) {
  if (fact.disputed || !BINDING.has(fact.effect)) return false;
  if (at === undefined || holdsOn(data, fact, at) === YES) return true;
  const isDated = [fact.on, fact.counted, fact.since, fact.until, fact.seen].some((date) => date !== undefined);
  return !isDated && wasKnown(data, fact, at) === YES;
}

/**
 * Whether what a fact says has certainly ended by a day; where its end has no date, once a source has said so.
 * @param {Question} asked
 * @param {Fact} fact
 */
function hasEnded({ model: { data }, at }, fact) {
  const over = hasHeld(fact);
  if (!over && !holds(fact)) return false;
  const until = fact.until === "ongoing" ? undefined : data.spans?.[fact.until ?? ""];
  if (!until) return over && (at === undefined || wasKnown(data, fact, at) === YES);
  return at === undefined ? over || fact.lasts === "no" : before(until, asSpan(at)) === YES;
}

/**
 * Whether something has certainly happened by a day; where that has no date, once a source has said so.
 * @param {Question} asked
 * @param {Fact} fact
 * @param {Span | undefined} happened
 */
function isBy({ model: { data }, at }, fact, happened) {
  if (at === undefined) return true;
  return happened ? come(happened, at) === YES : wasKnown(data, fact, at) === YES;
}

/**
 * Those that no later one comes after, without what only follows from another of them.
 * @param {Model} model
 * @param {Denial[]} said
 */
function lastOf({ data: { facts } }, said) {
  const ids = new Set(said.map(({ fact }) => fact));
  const follows = (/** @type {string} */ id) =>
    [...(facts[id]?.premises ?? []), ...(facts[id]?.closed_by ?? [])].some((one) => ids.has(one));
  const own = said.filter(({ fact }) => !follows(fact));
  const isBefore = (/** @type {Denial} */ one, /** @type {Denial} */ other) =>
    one.since !== undefined && other.since !== undefined && before(one.since, other.since) === YES;
  const last = own.filter((one) => !own.some((other) => isBefore(one, other)));
  return last.map(({ fact }) => fact).sort(compare);
}
