// Tables as text that spreadsheets read (RFC 4180).

const MARK = "\ufeff"; // tells spreadsheets that the text is UTF-8: without it they garble names
const FORMULA = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/; // what a spreadsheet would run, wide letters too

/**
 * Write rows under their columns.
 * @param {string[]} columns
 * @param {string[][]} rows
 * @returns {string}
 */
export function csvText(columns, rows) {
  return MARK + [columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * A cell, quoted where need be. What a spreadsheet would take for a formula gets an apostrophe before it.
 * @param {string} text
 * @returns {string}
 */
export function csvCell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
