// Dates, statuses and checks in plain words.

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Terms} Terms */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * A date at the precision it has: "2025", "February 2025 (unsure)", "2026 to 2028", "2025 at the latest".
 * @param {string} text  EDTF, or `unknown`, or `ongoing`
 * @returns {string}
 */
export function dateWords(text) {
  if (text === "unknown") return "at an unknown time";
  if (text === "ongoing") return "still going on";
  const [start = "", end] = text.split("/");
  if (end === undefined) return dayWords(start);
  if (start === "..") return `${dayWords(end)} at the latest`;
  if (end === "..") return `${dayWords(start)} at the earliest`;
  return `${dayWords(start)} to ${dayWords(end)}`;
}

/**
 * Two days in words.
 * @param {{from: string, to: string}} days
 */
export function spanWords({ from, to }) {
  return `from ${dateWords(from)} to ${dateWords(to)}`;
}

/** @param {string} text */
function dayWords(text) {
  const found = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/.exec(text);
  if (!found || Number(found[2] ?? 1) > MONTHS.length) return text || "a date not known";
  const [, year, month, day, mark = ""] = found;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  const stated = year === "XXXX" ? "of an unstated year" : year;
  const about = "~%".includes(mark) && mark ? "about" : "";
  const words = [about, day ? String(Number(day)) : "", name ?? "", stated].filter(Boolean).join(" ");
  return "?%".includes(mark) && mark ? `${words} (unsure)` : words;
}

/**
 * When a fact held or happened; empty where nothing is known.
 * @param {Pick<Fact, "dates">} fact
 */
export function timeWords({ dates = "" }) {
  return capital(dates);
}

/** What each effect means for a reader who has not seen the word before. */
const EFFECTS = new Map([
  ["planned", "nothing is settled yet"],
  ["agreed", "not known to be in force"],
]);

/**
 * A status in words: what it is, and where that could mislead, what it is not. A figure is stated, and does not occur.
 * @param {Terms} terms
 * @param {Pick<Fact, "status" | "effect"> & {kind?: string}} fact
 * @returns {string}
 */
export function statusWords(terms, fact) {
  if (fact.effect === "occurred" && fact.kind && terms.relations[fact.kind]?.figure) return "Stated";
  const label = capital(terms.statuses[fact.status]?.label ?? fact.status);
  const meaning = EFFECTS.get(fact.effect);
  return meaning ? `${label}: ${meaning}` : label;
}

/** @type {Record<"text" | "index" | "table" | "cited", {label: string, meaning: string}>} */
export const CHECKS = {
  text: { label: "Checked in the text", meaning: "The terms stand in this paragraph of the source text." },
  index: {
    label: "Checked in the index",
    meaning: "The terms are among the words that this paragraph is known to hold.",
  },
  table: { label: "Checked in the table", meaning: "The columns of this row of the table say so." },
  cited: { label: "Only cited", meaning: "Nobody has checked this against the source here." },
};

/**
 * The first letter in capitals.
 * @param {string} text
 */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A whole number with its thousands apart; the browser's own way takes it 50 milliseconds to get ready for.
 * @param {number} count
 */
export function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A count with its noun: "1 tie", "12 ties".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * A key of the vocabulary as words: "previous_rate" is "Previous rate".
 * @param {string} key
 */
export function keyWords(key) {
  return capital(key.replace(/[_-]+/g, " "));
}

/**
 * Where in a source something stands: paragraph 9, or of a table row Q42.
 * @param {{paragraph: number, row?: string}} citation
 */
export function placeIn({ paragraph, row }) {
  return row ? `row ${row}` : `paragraph ${paragraph}`;
}

/**
 * The addresses, as RFC 7111 has them, of a row in its table and of the cells that give something: #row=7 · since
 * #cell=7,2. Each stays on one line with what it gives. Nothing where the number of the row is not known.
 * @param {{paragraph: number, row?: string, columns?: string[]}} citation
 */
export function addressesIn({ paragraph, row, columns = [] }) {
  if (!row || !paragraph) return "";
  const address = `#row=${paragraph}`;
  const cells = columns.map((column) => column.replace(/ (\d+)$/, `\u00a0#cell=${paragraph},$1`));
  return [...(address === row ? [] : [address]), ...cells].join(" · ");
}

/**
 * A citation in short, as commands write it: gazette p 9, missions row Q42 (#row=7).
 * @param {{source: string, paragraph: number, row?: string}} citation
 */
export function citedAs({ source, paragraph, row }) {
  if (!row) return `${source} p ${paragraph}`;
  const address = `#row=${paragraph}`;
  const more = paragraph && address !== row ? ` (${address})` : "";
  return `${source} row ${row}${more}`;
}
