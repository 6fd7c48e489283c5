// Names without marks or case, folded as the commands fold them, so that both find and order the same.

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
  ...Array.from("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff", (unseen) => /** @type {const} */ ([unseen, ""])),
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
