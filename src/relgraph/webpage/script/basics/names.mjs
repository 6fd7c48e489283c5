// Names without marks or case, folded as the commands fold them, so that both order the same; and finding one.

/** Letters that Unicode does not take apart, quotes that serve as apostrophes, and what is not seen. */
const LETTERS = new Map([
  ["đ", "d"],
  ["ð", "d"],
  ["ø", "o"],
  ["ł", "l"],
  ["ħ", "h"],
  ["ı", "i"],
  ["ŧ", "t"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ς", "σ"],
  ...Array.from("\u2018\u2019\u201b\u2032\u02bb\u02bc\ua78c", (quote) => /** @type {const} */ ([quote, "'"])),
  ...Array.from(
    "\u00ad\u115f\u1160\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff",
    (unseen) => /** @type {const} */ ([unseen, ""]),
  ),
]);

/**
 * Take marks and case off: "Lương Cường" and "LUONG CUONG" fold alike. What is folded is only compared, never shown.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  const apart = withoutCase(withoutCase(text).normalize("NFKD")).replace(/\p{M}/gu, (mark) =>
    isCombining(mark) ? "" : mark,
  );
  return Array.from(apart, (letter) => LETTERS.get(letter) ?? letter).join("");
}

/**
 * Case folded, not only lowered: ß is ss.
 * @param {string} text
 */
function withoutCase(text) {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** @type {Map<string, boolean>} */
const combining = new Map();

/**
 * Whether a mark only adds to the letter before it. Those do, and only those, that change places with others of their
 * kind when a text is normalised; the vowel signs of many scripts are marks too, and stay.
 * @param {string} mark
 */
function isCombining(mark) {
  const known = combining.get(mark);
  if (known !== undefined) return known;
  const changes = [`${mark}\u0334`, `\u0345${mark}`].some((pair) => pair.normalize("NFD") !== pair);
  combining.set(mark, changes);
  return changes;
}

/**
 * Order two texts by code, the same on every machine.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

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
