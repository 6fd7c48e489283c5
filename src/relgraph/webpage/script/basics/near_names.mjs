// Did you mean: the names nearest to one that nobody has, by the same rule as the commands (facts/near_names.py).

import { compare, keyOf } from "./names.mjs";

/** Each so many letters of a name may hold one slip. */
const LETTERS_FOR_A_SLIP = 4;
const MOST_SLIPS = 3;
/** Letters of a name; nothing is near to a longer one. */
const LONGEST = 100;
/** How much of their telling words two names must share, as twice those in common to all (Dice). */
const SHARE = 0.6;
/** Titles, and words for the form of a state: they tell no name from another. */
const PLAIN_WORDS = new Set(
  (
    "the of and for on in to a an de la republic kingdom state states democratic people peoples united federal union " +
    "president prime minister chancellor king queen prince princess sultan emir secretary general ambassador envoy " +
    "senator governor deputy vice former foreign mr mrs ms dr sir lady lord his her excellency he hon prof"
  ).split(" "),
);

/** @typedef {import("./names.mjs").Entry} Entry */
/** @typedef {import("./names.mjs").Found} Found */
/** @typedef {readonly [slips: number, apart: number]} Nearness  slips first, then the share of words not in common */

/**
 * The entries whose names are nearest to a query, the nearest first; none when none is near.
 * @param {Entry[]} entries
 * @param {string} query
 * @param {number} [most]
 * @returns {Found[]}
 */
export function nearNames(entries, query, most = 2) {
  const asked = Array.from(query).length <= LONGEST ? keyOf(query) : "";
  if (!asked) return [];
  return entries
    .flatMap((entry) => nearestOf(entry, asked))
    .sort((a, b) => nearer(a.near, b.near) || compare(a.entry.id, b.entry.id))
    .slice(0, most)
    .map(({ entry, name }) => ({ entry, name }));
}

/**
 * The name of an entry that is nearest, if one is near at all.
 * @param {Entry} entry
 * @param {string} asked
 */
function nearestOf(entry, asked) {
  /** @type {{entry: Entry, name: string, near: Nearness}[]} */
  const found = entry.names.flatMap((name) => {
    const near = nearness(asked, keyOf(name));
    return near ? [{ entry, name, near }] : [];
  });
  return found.sort((a, b) => nearer(a.near, b.near)).slice(0, 1);
}

/**
 * @param {Nearness} a
 * @param {Nearness} b
 */
function nearer(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * How near a name is to what was asked, both as keys; undefined when it is not.
 * @param {string} asked
 * @param {string} name
 * @returns {Nearness | undefined}
 */
function nearness(asked, name) {
  const letters = Array.from(asked);
  const allowed = Math.min(MOST_SLIPS, Math.floor(letters.length / LETTERS_FOR_A_SLIP));
  const slips = slipsBetween(letters, Array.from(name), allowed);
  if (slips !== undefined) return [slips, 0];
  const first = telling(asked);
  const second = telling(name);
  if (!first.size || !second.size) return undefined;
  const shared = (2 * [...first].filter((word) => second.has(word)).length) / (first.size + second.size);
  return shared >= SHARE ? [MOST_SLIPS + 1, 1 - shared] : undefined;
}

/** @param {string} key */
function telling(key) {
  return new Set(key.split(" ").filter((word) => !PLAIN_WORDS.has(word)));
}

/**
 * How many letters must be put right, at most so many: changed, added, left out, or two neighbours changed over (the
 * optimal string alignment distance); undefined when it is more.
 * @param {string[]} one
 * @param {string[]} other
 * @param {number} most
 */
function slipsBetween(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return undefined;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  one.forEach((letter, i) => {
    const last = before;
    before = row;
    row = [i + 1];
    other.forEach((against, j) => {
      const best = Math.min(
        at(before, j + 1) + 1,
        at(row, j) + 1,
        at(before, j) + Number(letter !== against),
        i > 0 && j > 0 && letter === other[j - 1] && one[i - 1] === against ? at(last, j - 1) + 1 : Infinity,
      );
      row.push(best);
    });
  });
  const slips = at(row, other.length);
  return slips <= most ? slips : undefined;
}

/**
 * @param {number[]} row
 * @param {number} place
 */
function at(row, place) {
  return row[place] ?? Infinity;
}
