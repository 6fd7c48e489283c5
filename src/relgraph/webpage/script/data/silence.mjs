// What it means that nothing ties two: no (covered, and not there), not known, or not covered: as the command says it.

import { denials } from "./denials.mjs";
import { heldFacts, stepsOn } from "./held.mjs";

/** @typedef {import("./data.mjs").Covered} Covered */
/** @typedef {import("./data.mjs").Model} Model */
/** @typedef {{kind: string, by: string[], said: string[]}} Absence  that there is none of a kind of relation: the sources that cover it, or the ids of the facts that say so */

/**
 * @typedef {object} Silence  of which kinds there is none and why, of which that is not known, which nobody looked for
 * @property {Absence[]} no
 * @property {string[]} unknown
 * @property {string[]} uncovered
 * @property {{kind: string, told: string}[]} sought  of those that are not known, who looked for which
 */

const EVERYONE = "everyone";
const MOST_NAMED = 6; // kinds of relation that are named; of more, how many there are

/** In a word: no where every kind is covered, not covered where none is and nothing is known of either. */
export const ANSWERS = { no: "no", unknown: "not known", uncovered: "not covered" };

/**
 * What it means that no fact of the kinds that paths walk ties two: on a day, or in the time that is covered.
 * @param {Model} model
 * @param {[string, string]} pair
 * @param {number | undefined} at
 * @returns {Silence}
 */
export function silence(model, pair, at) {
  const { labels = {}, covered = [], sought = [] } = model.data.silence ?? {};
  const denied = denials(model, pair, at);
  const isIn = ([first = 0, last = 0] = /** @type {number[]} */ ([])) =>
    at === undefined || (first <= at && at <= last);
  const covering = covered.filter(
    (one) => isIn(one.span) && pair.every((id) => isCoded(one, id, at)) && covers(one, pair),
  );
  const searches = sought.filter(({ between, span }) => isIn(span) && isBetween(pair, between));
  const known = new Set([...pair.flatMap((id) => kindsAt(model, id)), ...searches.map(({ kind }) => kind)]);
  /** @type {Silence} */
  const found = { no: [], unknown: [], uncovered: [], sought: [] };
  for (const kind of Object.keys(labels).sort()) {
    const by = covering.filter(({ kinds }) => kinds.includes(kind)).map(({ told }) => told);
    const said = denied.get(kind);
    if (by.length || said) found.no.push({ kind, by, said: said ?? [] });
    else found[known.has(kind) ? "unknown" : "uncovered"].push(kind);
  }
  found.sought = searches.filter(({ kind }) => found.unknown.includes(kind)).map(({ kind, told }) => ({ kind, told }));
  return found;
}

/** @param {Silence} found */
export function answerOf({ no, unknown, uncovered }) {
  if (!unknown.length && !uncovered.length) return ANSWERS.no;
  return no.length || unknown.length ? ANSWERS.unknown : ANSWERS.uncovered;
}

/**
 * Whether a source covers two whom it names.
 * @param {Covered} covered
 * @param {string[]} pair
 */
function covers({ actors }, pair) {
  return actors === undefined || isBetween(pair, actors);
}

/**
 * Whether a pair is among those who are named: each, or with everyone beside them one of them.
 * @param {string[]} pair
 * @param {string[]} named
 */
function isBetween(pair, named) {
  if (named.length === 1 && named[0] === EVERYONE) return true;
  const isNamed = (/** @type {string} */ id) => named.includes(id);
  return named.includes(EVERYONE) ? pair.some(isNamed) : pair.every(isNamed);
}

/**
 * Whether one has a code of the scheme by which a source says whom it covers; on a day, whether a list of it has one then.
 * @param {Covered} covered
 * @param {string} id
 * @param {number | undefined} at
 */
function isCoded({ coded, listed = {} }, id, at) {
  if (coded === undefined) return true;
  const days = Object.hasOwn(listed, id) ? (listed[id] ?? []) : [];
  if (!days.length || at === undefined) return coded.includes(id);
  return days.some(([first = 0, last = 0]) => first <= at && at <= last);
}

/** @type {WeakMap<Model, Map<string, string[]>>} The kinds of the facts of each, and of whatever is part of it. */
const kindsByEnd = new WeakMap();

/**
 * @param {Model} model
 * @param {string} id
 * @returns {string[]}
 */
function kindsAt(model, id) {
  const known = kindsByEnd.get(model) ?? new Map();
  kindsByEnd.set(model, known);
  const found = known.get(id) ?? [...kindsOf(model, id)];
  known.set(id, found);
  return found;
}

/**
 * @param {Model} model
 * @param {string} id
 */
function kindsOf({ data: { facts, nodes }, nodes: byId }, id) {
  const parts = new Set([id]);
  for (const part of parts) for (const node of nodes) if (node.part_of === part) parts.add(node.id);
  const said = [...parts].flatMap((part) => byId.get(part)?.facts ?? []);
  return new Set(said.map((fact) => facts[fact]?.kind ?? ""));
}

/**
 * All in a line, as the command tells it, but for what facts say themselves, which is told beside it: no: missions (covered
 * by gazette, 1990 to 2020); not known: visits; not covered: votes.
 * @param {Model} model
 * @param {Silence} found
 */
export function silenceWords({ data }, { no, unknown, uncovered, sought }) {
  const named = (/** @type {string[]} */ kinds) => {
    const labels = kinds.slice(0, MOST_NAMED).map((kind) => data.silence?.labels[kind] ?? kind);
    const more = kinds.length - MOST_NAMED;
    return [...labels, ...(more > 0 ? [`${more} more ${more === 1 ? "kind" : "kinds"}`] : [])].join(", ");
  };
  const covered = no.filter(({ said }) => !said.length);
  const looked = unknown.filter((kind) => sought.some((one) => one.kind === kind));
  const who = (/** @type {string} */ kind) => sought.filter((one) => one.kind === kind).map(({ told }) => told);
  /** @type {[string, string[], string][]} */
  const parts = [
    [
      ANSWERS.no,
      covered.map(({ kind }) => kind),
      ` (covered by ${[...new Set(covered.flatMap(({ by }) => by))].join("; ")})`,
    ],
    ...looked.map(
      (kind) =>
        /** @type {[string, string[], string]} */ ([
          ANSWERS.unknown,
          [kind],
          ` (${who(kind).join("; ")}, and found none)`,
        ]),
    ),
    [ANSWERS.unknown, unknown.filter((kind) => !looked.includes(kind)), ""],
  ];
  const told = parts
    .filter(([, kinds]) => kinds.length)
    .map(([word, kinds, more]) => `${word}: ${named(kinds)}${more}`);
  const all = told.length || no.length ? "all other kinds" : "any kind";
  if (uncovered.length) told.push(`${ANSWERS.uncovered}: ${uncovered.length > MOST_NAMED ? all : named(uncovered)}`);
  return told.join("; ");
}

/**
 * The same with what facts say themselves, as text: no: diplomatic relations (Kenya broke off relations with Egypt, 1979).
 * @param {Model} model
 * @param {Silence} found
 */
export function silenceInFull(model, found) {
  const { facts, silence: terms } = model.data;
  const told = (/** @type {string} */ id) => [facts[id]?.says, facts[id]?.dates].filter(Boolean).join(", ");
  const said = found.no
    .filter((one) => one.said.length)
    .map(({ kind, said: ids }) => `${ANSWERS.no}: ${terms?.labels[kind] ?? kind} (${ids.map(told).join("; ")})`);
  return [...said, silenceWords(model, found)].filter(Boolean).join("; ");
}

/**
 * Tells of two on a day what it means that nothing that is shown ties them; each pair is looked up once.
 * @param {Model} model
 * @param {number | undefined} at
 * @returns {(one: string, other: string) => {word: string, told: string}}  word: the answer in a word; told: all of it
 */
export function silenceTeller(model, at) {
  /** @type {Map<string, {word: string, told: string}>} */
  const known = new Map();
  return (one, other) => {
    const key = JSON.stringify([one, other].sort());
    const answer = known.get(key) ?? tellOf(model, [one, other], at);
    known.set(key, answer);
    return answer;
  };
}

/**
 * @param {Model} model
 * @param {[string, string]} pair
 * @param {number | undefined} at
 */
function tellOf(model, pair, at) {
  if (isTied(model, pair, at)) return { word: "not shown", told: "what ties them is not shown" };
  const found = silence(model, pair, at);
  return { word: answerOf(found), told: `no tie; ${silenceInFull(model, found)}` };
}

/**
 * Whether something that paths walk ties two on a day, or is planned to, whatever the filters leave.
 * @param {Model} model
 * @param {[string, string]} pair
 * @param {number | undefined} at
 */
function isTied({ data, nodes }, [one, other], at) {
  const held = heldFacts(data, { at, others: "planned" });
  const isOf = (/** @type {import("./held.mjs").StepOn} */ { from, to }) =>
    (from === one && to === other) || (from === other && to === one);
  const shared = new Set(nodes.get(other)?.facts);
  return (nodes.get(one)?.facts ?? []).some(
    (fact) => shared.has(fact) && held.has(fact) && stepsOn(data, fact, { at }).some(isOf),
  );
}
