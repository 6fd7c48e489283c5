// Ladders: how their rungs are called in full, and which rungs may be set against each other.

/** @typedef {import("./data.mjs").Ladder} Ladder */
/** @typedef {import("./data.mjs").Terms} Terms */
/** @typedef {import("./data.mjs").Tier} Tier */

const GENERAL = "general"; // the ladder of all who have none of their own

/**
 * What the terms say of a tier: a rung of a ladder, or a label beside it.
 * @param {Terms} terms
 * @param {string | undefined} ladder
 * @param {string | undefined} tier
 * @returns {Tier | undefined}
 */
function termOf({ ladders }, ladder, tier) {
  const { rungs, beside } = ladders[ladder ?? ""] ?? { rungs: [], beside: [] };
  return [...rungs, ...beside].find(({ id }) => id === tier);
}

/**
 * The class of a rung, by which rungs of several ladders compare; undefined for a label beside a ladder, and off them.
 * @param {Terms} terms
 * @param {string | undefined} ladder
 * @param {string | undefined} tier
 */
export function levelOf(terms, ladder, tier) {
  return termOf(terms, ladder, tier)?.level;
}

/**
 * The ladder with which a tier is named; undefined for one that means the same to all.
 * @param {Terms} terms
 * @param {string | undefined} ladder
 * @param {string | undefined} tier
 * @returns {string | undefined}  its id
 */
export function ownLadder(terms, ladder, tier) {
  const term = termOf(terms, ladder, tier);
  if (ladder === GENERAL || !term) return undefined;
  const shared = terms.ladders[GENERAL]?.rungs.some(({ level }) => level !== undefined && level === term.level);
  return shared ? undefined : ladder;
}

/**
 * What a ladder is called.
 * @param {Terms} terms
 * @param {string} ladder
 */
export function ladderLabel(terms, ladder) {
  return terms.ladders[ladder]?.label || ladder;
}

/**
 * What a tier is called.
 * @param {Terms} terms
 * @param {string | undefined} ladder
 * @param {string | undefined} tier
 * @returns {string | undefined}
 */
export function tierLabel(terms, ladder, tier) {
  return termOf(terms, ladder, tier)?.label ?? tier;
}

/**
 * What a tier is called, with its ladder where it is not the same to all.
 * @param {Terms} terms
 * @param {string | undefined} ladder
 * @param {string | undefined} tier
 * @returns {string | undefined}
 */
export function tierInFull(terms, ladder, tier) {
  const label = tierLabel(terms, ladder, tier);
  const own = ownLadder(terms, ladder, tier);
  return own === undefined ? label : `${label}, ${ladderLabel(terms, own)}`;
}

/**
 * What a class of rungs is called, and its ladder; nothing for a class that is not given.
 * @param {Terms} terms
 * @param {number | undefined} level
 * @returns {{id?: string, ladder?: string, label?: string}}  id: of the ladder
 */
export function rungTerm({ ladders }, level) {
  if (level === undefined) return {};
  for (const [id, { label, rungs }] of Object.entries(ladders)) {
    const rung = rungs.find((one) => one.level === level);
    if (rung) return { id, ladder: label || id, label: rung.label };
  }
  return {};
}
