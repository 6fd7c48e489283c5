// Names without marks or case, and the search over them.

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

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS = new Map([
  ["đ", "d"], ["ð", "d"], ["ø", "o"], ["ł", "l"], ["ħ", "h"], ["ı", "i"], ["ŧ", "t"],
  ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["þ", "th"],
]);

/**
 * Fold a name: no marks, no case, one space between words, punctuation as space.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const bare = text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "");
  return Array.from(bare, (letter) => LETTERS.get(letter) ?? letter)
    .join("")
    .replace(/['’ʼ`]/gu, "")
    .replace(/[\p{P}\p{Sm}\p{Sk}\p{Z}\s]+/gu, " ")
    .trim();
}

/**
 * Make a search over entries: the query's best finds first, one for each entry.
 * @param {Entry[]} entries
 * @returns {(query: string, limit?: number) => Found[]}
 */
export function searcher(entries) {
  const folded = entries.map((entry) => ({ entry, keys: entry.names.map((name) => ({ name, key: fold(name) })) }));
  return (query, limit = 12) => {
    const wanted = fold(query);
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
 * How well a folded name answers a folded query: the whole name, its start, the start of a word,
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

/**
 * Order two texts by code, the same on every machine.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
