// The search over names: what a few letters may mean, the likeliest first.

import { compare, fold } from "../basics/fold.mjs";

/**
 * @typedef {object} Entry  something that can be found by any of its names
 * @property {string} id
 * @property {string} label
 * @property {string[]} names  every name it goes by, as written
 * @property {number} weight  the heavier of two equally good finds comes first
 */

/**
 * @typedef {object} Found
 * @property {Entry} entry
 * @property {string} name  the name that matched
 */

/**
 * What of a name is searched: folded, without apostrophes, with one space for whatever else stands between words.
 * @param {string} name
 * @returns {string}
 */
export function keyOf(name) {
  return fold(name.replace(/[`´]/g, "'"))
    .replaceAll("'", "")
    .replace(/[\p{P}\p{Sm}\p{Sk}\p{Z}\s]+/gu, " ")
    .trim();
}

/**
 * Make a search over entries: the query's best finds first, one for each entry.
 * @param {Entry[]} entries
 * @returns {(query: string, limit?: number) => Found[]}
 */
export function searcher(entries) {
  const folded = entries.map((entry) => ({ entry, keys: entry.names.map((name) => ({ name, key: keyOf(name) })) }));
  return (query, limit = 12) => {
    const wanted = keyOf(query);
    if (!wanted) return [];
    return folded
      .map(({ entry, keys }) => best(entry, keys, wanted))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score || b.entry.weight - a.entry.weight || compare(a.entry.label, b.entry.label))
      .slice(0, limit)
      .map(({ entry, name }) => ({ entry, name }));
  };
}

/**
 * @param {Entry} entry
 * @param {{name: string, key: string}[]} keys
 * @param {string} wanted
 */
function best(entry, keys, wanted) {
  let found = { entry, name: entry.label, score: 0 };
  for (const { name, key } of keys) {
    const score = closeness(key, wanted);
    if (score > found.score) found = { entry, name, score };
  }
  return found;
}

/**
 * How well the key of a name answers that of a query: the whole name, its start, the start of a word,
 * every word of the query at the start of some word, anywhere; 0 for not at all.
 * @param {string} key
 * @param {string} wanted
 * @returns {number}
 */
export function closeness(key, wanted) {
  if (key === wanted) return 5;
  if (key.startsWith(wanted)) return 4;
  if (` ${key}`.includes(` ${wanted}`)) return 3;
  if (wanted.split(" ").every((word) => ` ${key}`.includes(` ${word}`))) return 2;
  return key.includes(wanted) ? 1 : 0;
}
