// The facts shown as text that spreadsheets read (RFC 4180), with the columns of `relgraph facts --output csv`.

import { MAYBE, NO, YES } from "../data/days.mjs";
import { citedAs } from "../basics/words.mjs";
import { compare } from "../basics/names.mjs";
import { drawnAs } from "../layouts/as_one.mjs";
import { holdsAt, replacedAt } from "../data/held.mjs";
import { nameInside } from "../data/phrases.mjs";
import { shownFacts } from "./rows.mjs";
import { tellerOn } from "../data/phrases.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

const MARK = "\ufeff"; // tells spreadsheets that the text is UTF-8: without it they garble names
const FORMULA = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/; // what a spreadsheet would run, wide letters too
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const TRUTHS = { [NO]: "no", [MAYBE]: "maybe", [YES]: "yes" };

export const CSV_COLUMNS = [
  "id",
  "kind",
  "says",
  "tier",
  "status",
  "dates",
  "holds",
  "derived",
  "superseded",
  "refused",
  "sources",
  "publishers",
  "but",
  "links",
  "note",
  "file",
  "line",
  "first_end",
  "other_ends",
  "terms",
  "titles",
];

/**
 * The facts shown as the command would list them; what stands with the actors is no fact of it and is left out.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number} [at]  the day asked for
 * @returns {string[][]}
 */
export function csvRows(model, shown, at) {
  const replaced = replacedAt(model.data, at);
  const holds = holdsAt(model.data, at);
  const told = tellerOn(model.data, at);
  const facts = shownFacts(model, shown).filter((id) => model.data.facts[id]?.origin !== "reference");
  return facts.sort(compare).map((id) => {
    const fact = /** @type {Fact} */ (model.data.facts[id]);
    const maybe = (model.drawn.get(id) ?? []).some((edge) => shown.maybe?.has(edge.id));
    /** @type {Record<string, string>} */
    const cells = {
      id,
      kind: fact.kind,
      says: told(id)?.says ?? fact.says,
      tier: fact.tier ?? "",
      status: told(id)?.status ?? fact.status,
      dates: fact.dates ?? "",
      holds: TRUTHS[maybe && holds(id) === YES ? MAYBE : holds(id)],
      derived: fact.origin === "derived" ? "yes" : "no",
      superseded: TRUTHS[replaced(id)],
      refused: fact.refused ? "yes" : "no",
      sources: [...new Set((fact.evidence ?? []).map(citedAs))].join(", "),
      publishers: fact.publishers ? String(fact.publishers) : "",
      but: insteadOf(fact).join(", "),
      links: linksOf(model, fact).join("; "),
      note: fact.note ?? "",
      file: fact.file ?? "",
      line: fact.line === undefined ? "" : String(fact.line),
      ...inColumns(model, fact),
    };
    return CSV_COLUMNS.map((column) => cells[column] ?? "");
  });
}

/**
 * The facts shown as a file; where some are drawn as lines of those who stand for their members, a column more says so.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number | undefined} at
 * @param {import("../layouts/as_one.mjs").Wholes | undefined} wholes
 */
export function csvOf(model, shown, at, wholes) {
  const rows = csvRows(model, shown, at);
  if (!wholes) return csvText(CSV_COLUMNS, rows);
  const as = drawnAs(model, wholes);
  return csvText(
    [...CSV_COLUMNS, "drawn_as"],
    rows.map((row) => [...row, as(row[0] ?? "")]),
  );
}

/**
 * Of a fact what a table is sorted and looked through by: who stands at its ends, the words and titles cited.
 * @param {Model} model
 * @param {Fact} fact
 * @returns {Record<string, string>}
 */
function inColumns(model, { ends, evidence = [] }) {
  const [first = "", ...others] = ends.map(({ id }) => nameInside(model, id));
  const titles = evidence.flatMap(({ source }) => model.data.sources[source]?.title ?? []);
  const once = (/** @type {string[]} */ texts) => [...new Set(texts)].join("; ");
  return {
    first_end: first,
    other_ends: others.join("; "),
    terms: once(evidence.flatMap(({ terms }) => terms)),
    titles: once(titles),
  };
}

/**
 * What other sources say instead of a fact.
 * @param {Fact} fact
 */
function insteadOf(fact) {
  const but = "but ";
  return (fact.beside ?? []).filter((one) => one.startsWith(but)).map((one) => one.slice(but.length));
}

/**
 * Where the sources of a fact are kept, each address once.
 * @param {Model} model
 * @param {Fact} fact
 */
function linksOf(model, fact) {
  const cards = (fact.evidence ?? []).map(({ source }) => model.data.sources[source]);
  return [...new Set(cards.flatMap((card) => [card?.url, card?.archived]).filter(Boolean))];
}

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
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
