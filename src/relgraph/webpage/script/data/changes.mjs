// What changed from one day to another: the same rules as relgraph.compare_days, told in the same words.

import { MACHINE_READ } from "./data.mjs";
import { MAYBE, NO, YES, before, both } from "./days.mjs";
import { compare } from "../basics/names.mjs";
import { heldFacts, stoodIn } from "./held.mjs";

/** @typedef {import("./data.mjs").Fact} Fact */
/** @typedef {import("./data.mjs").Payload} Payload */
/** @typedef {import("./days.mjs").Span} Span */
/** @typedef {import("./days.mjs").Truth} Truth */

/** @typedef {"raised" | "lowered" | "gained" | "ended" | "happened"} Word */
/** @typedef {{word: Word, certain: boolean, fact: string, insteadOf?: string, who?: string}} Change  insteadOf: id of the earlier fact of a rung that moved; who: for whom alone it changed */
/** @typedef {{changes: Change[], open: string[]}} Changes  open: ids of facts that are only maybe so on both days */
/** @typedef {{id: string, fact: Fact, before: Truth, after: Truth}} Turn */

/**
 * Whether the second of two dates certainly lies before the first: then nothing can be asked.
 * @param {Span} first
 * @param {Span} second
 */
export function isTurned(first, second) {
  return before(second, first) === YES;
}

/**
 * What changed from the first day to the second.
 * @param {Payload} data
 * @param {Span} first
 * @param {Span} second
 * @returns {Changes}
 */
export function changesBetween(data, first, second) {
  const turns = withoutRepeats(turnsOf(data, first, second));
  const changes = movesOf(turns);
  const told = new Set(changes.flatMap(({ fact, insteadOf }) => [fact, insteadOf]));
  for (const turn of turns) {
    if (told.has(turn.id) || turn.before === turn.after) continue;
    changes.push({ word: wordFor(turn), certain: isCertain(turn), fact: turn.id });
  }
  changes.push(...forOneAlone(data, turns, first, second));
  const rank = (/** @type {Change} */ { word }) => data.changes.indexOf(word);
  changes.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.fact, b.fact) ||
      compare(a.insteadOf ?? "", b.insteadOf ?? "") ||
      compare(a.who ?? "", b.who ?? ""),
  );
  return { changes, open: turns.filter((one) => one.before === MAYBE && one.after === MAYBE).map(({ id }) => id) };
}

/**
 * Who left what went on for others, or came back; not where a fact of those two tells the same.
 * @param {Payload} data
 * @param {Turn[]} turns
 * @param {Span} first
 * @param {Span} second
 * @returns {Change[]}
 */
function forOneAlone(data, turns, first, second) {
  const key = (/** @type {string[]} */ pair, /** @type {boolean} */ comes) => JSON.stringify([[...pair].sort(), comes]);
  const told = new Set(
    turns
      .filter((turn) => turn.before !== turn.after)
      .map(({ fact, before: earlier, after }) =>
        key(
          fact.ends.slice(0, 2).map(({ id }) => id),
          after > earlier,
        ),
      ),
  );
  return turns
    .filter((turn) => turn.before === turn.after)
    .flatMap(({ id, fact, before: earlier, after }) =>
      fact.ends.flatMap((end) => {
        if (!end.away) return [];
        const [was, is] = [
          both(earlier, stoodIn(data, id, end.id, first)),
          both(after, stoodIn(data, id, end.id, second)),
        ];
        if (was === is || told.has(key([end.id, id], is > was))) return [];
        /** @type {Change} */
        const change = {
          word: is > was ? "gained" : "ended",
          certain: was !== MAYBE && is !== MAYBE,
          fact: id,
          who: end.id,
        };
        return [change];
      }),
    );
}

/**
 * Every fact that is so, or may be, on either day, in order of id; figures and totals change nothing, and what a
 * machine read is no fact.
 * @param {Payload} data
 * @param {Span} first
 * @param {Span} second
 * @returns {Turn[]}
 */
function turnsOf(data, first, second) {
  const [earlier, later] = [first, second].map((at) => heldFacts(data, { at, others: "none" }));
  const late = [...(later?.keys() ?? [])].filter((id) => !earlier?.has(id));
  const ids = [...(earlier?.keys() ?? []), ...late].sort(compare);
  return ids.flatMap((id) => {
    const fact = data.facts[id];
    if (!fact || fact.origin === MACHINE_READ || data.terms.relations[fact.kind]?.figure) return [];
    return [{ id, fact, before: earlier?.get(id) ?? NO, after: later?.get(id) ?? NO }];
  });
}

/**
 * The same, but of what is derived that other facts say too, one that is so where any of them is: nothing ended with a
 * tie that a later one replaced.
 * @param {Turn[]} turns
 * @returns {Turn[]}
 */
function withoutRepeats(turns) {
  /** @type {Map<string, Turn[]>} What says the same as something derived. */
  const alike = new Map();
  for (const { fact } of turns) if (fact.origin === "derived") alike.set(said(fact), []);
  for (const turn of turns) alike.get(said(turn.fact))?.push(turn);
  return turns.flatMap((turn) => {
    if (turn.fact.origin !== "derived") return [turn];
    const others = alike.get(said(turn.fact)) ?? [];
    if (others.length === 1) return [turn];
    if (turn !== others[0] || others.some(({ fact }) => fact.origin !== "derived")) return [];
    return [{ ...turn, before: most(others.map((one) => one.before)), after: most(others.map((one) => one.after)) }];
  });
}

/** @type {WeakMap<Fact, string>} */
const knownSaid = new WeakMap();

/**
 * What a fact says, and of whom; alike for those that say the same.
 * @param {Fact} fact
 */
function said(fact) {
  const { kind, tier, ends } = fact;
  const known = knownSaid.get(fact) ?? JSON.stringify([kind, tier, ends.map(({ id }) => id).sort(compare)]);
  knownSaid.set(fact, known);
  return known;
}

/**
 * @param {Truth[]} truths
 * @returns {Truth}
 */
function most(truths) {
  return truths.reduce((best, one) => (one > best ? one : best), NO);
}

/** @param {Turn} turn */
function isCertain({ before: earlier, after }) {
  return earlier !== MAYBE && after !== MAYBE;
}

/**
 * @param {Turn} turn
 * @returns {Word}
 */
function wordFor({ fact, before: earlier, after }) {
  if (after < earlier) return "ended";
  return fact.effect === "occurred" ? "happened" : "gained";
}

/**
 * Of each climb on which one rung went and another came: the rung that moved.
 * @param {Turn[]} turns
 * @returns {Change[]}
 */
function movesOf(turns) {
  /** @type {Map<string, Change>} */
  const found = new Map();
  for (const rungs of byClimb(turns).values()) {
    const went = highest(rungs.filter(({ turn }) => turn.after < turn.before));
    const came = highest(rungs.filter(({ turn }) => turn.after > turn.before));
    if (!went || !came || went.height === came.height) continue;
    const certain = isCertain(went.turn) && isCertain(came.turn);
    const word = came.height > went.height ? "raised" : "lowered";
    found.set(JSON.stringify([went.turn.id, came.turn.id]), {
      word,
      certain,
      fact: came.turn.id,
      insteadOf: went.turn.id,
    });
  }
  return [...found.values()];
}

/** @typedef {{height: number, turn: Turn}} Climber */

/**
 * @param {Turn[]} turns
 * @returns {Map<number, Climber[]>}
 */
function byClimb(turns) {
  /** @type {Map<number, Climber[]>} */
  const found = new Map();
  for (const turn of turns) {
    if (turn.before === turn.after) continue;
    for (const [climb = 0, height = 0] of turn.fact.climbs ?? [])
      found.set(climb, [...(found.get(climb) ?? []), { height, turn }]);
  }
  return found;
}

/**
 * The highest of some rungs; of equal ones the first by id.
 * @param {Climber[]} rungs
 * @returns {Climber | undefined}
 */
function highest(rungs) {
  return [...rungs].sort((a, b) => b.height - a.height || compare(a.turn.id, b.turn.id))[0];
}
