// The rows of the table: every fact that is shown, and whoever is shown without one.

import { capital, counted, grouped, placeIn, statusWords, timeWords } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { MACHINE_READ, kindTerm } from "../data/data.mjs";
import { heldTeller, tellerOn } from "../data/phrases.mjs";
import { rungHeight } from "../looks/looks.mjs";
import { tierInFull } from "../data/ladders.mjs";

/** @typedef {import("../data/data.mjs").Evidence} Evidence */
/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/**
 * @typedef {object} Row
 * @property {string} key  which of two equal rows comes first
 * @property {string} [fact]  id of the fact
 * @property {boolean} [isEntered]  whether it stands with the actors, and is no fact that a source states
 * @property {string} [node]  id of the node that has no fact shown
 * @property {string} says  what stands in the first column
 * @property {Record<string, string>} cells  text by column, put together when it is asked for
 * @property {string} [note]  what the curator remarks
 * @property {Record<string, number | string>} order  what a column is sorted by where that is not its text, and what was already made of the text
 */

/** @typedef {{key: string, label: string}} Column */

/** @type {Column[]} */
export const COLUMNS = [
  { key: "says", label: "What is said" },
  { key: "kind", label: "Kind" },
  { key: "tier", label: "How close" },
  { key: "status", label: "Status" },
  { key: "when", label: "When" },
  { key: "certain", label: "Held because" },
  { key: "sources", label: "Sources" },
];

/**
 * Ids of the facts shown, in the order of the data.
 * @param {Model} model
 * @param {Shown} shown
 * @returns {string[]}
 */
export function shownFacts(model, shown) {
  const facts = new Set();
  for (const edge of model.data.edges) if (shown.edges.has(edge.id)) facts.add(edge.fact);
  for (const id of shown.nodes) facts.add(model.nodes.get(id)?.fact);
  return Object.keys(model.data.facts).filter((id) => facts.has(id));
}

/**
 * Rows of all that is shown, nodes without a line among it too.
 * @param {Model} model
 * @param {Shown} shown
 * @param {number} [at]  the day asked for
 * @returns {Row[]}
 */
export function rowsOf(model, shown, at = undefined) {
  const facts = shownFacts(model, shown);
  const held = heldTeller(model.data, at);
  const told = tellerOn(model.data, at);
  const joined = new Set(
    model.data.edges.filter(({ id }) => shown.edges.has(id)).flatMap(({ from, to }) => [from, to]),
  );
  const alone = model.data.nodes.filter(
    ({ id, fact }) => shown.nodes.has(id) && !joined.has(id) && !(fact && model.data.facts[fact]),
  );
  return [...facts.map((id) => factRow(model, id, told, held)), ...alone.map((node) => nodeRow(model, node))];
}

/**
 * @param {Model} model
 * @param {string} id
 * @param {(fact: string) => Fact | undefined} told  the facts as they are told on the day asked for
 * @param {(fact: string) => string} held  what is to be said of it on the day asked for
 * @returns {Row}
 */
function factRow(model, id, told, held) {
  const fact = /** @type {Fact} */ (told(id));
  const { terms } = model.data;
  const says = capital(fact.says);
  const height = Math.max(-1, ...(model.drawn.get(id) ?? []).map((edge) => rungHeight(edge, terms) ?? -1));
  /** @type {Record<string, string> | undefined} */
  let made;
  const cells = () => ({
    says,
    kind: capital(kindTerm(terms, fact.kind).label),
    tier: capital(tierInFull(terms, fact.ladder, fact.tier) ?? ""),
    status: [statusWords(terms, fact), held(id)].filter(Boolean).join("; "),
    when: timeWords(fact),
    certain: originWords(fact),
    sources: sourceWords(model, fact.evidence ?? []),
  });
  return {
    key: id,
    fact: id,
    isEntered: fact.origin === "reference",
    says,
    get cells() {
      return (made ??= cells());
    },
    note: fact.note,
    order: { tier: height < 0 ? "" : height, when: yearOf(fact) },
  };
}

/**
 * @param {Model} model
 * @param {import("../data/data.mjs").GraphNode} node
 * @returns {Row}
 */
function nodeRow(model, node) {
  const cells = {
    says: node.label || node.id,
    kind: capital(kindTerm(model.data.terms, node.kind).label),
    tier: "",
    status: "No tie shown",
    when: "",
    certain: "",
    sources: "",
  };
  return { key: node.id, node: node.id, says: cells.says, cells, order: {} };
}

/**
 * What a row is sorted by in a column; empty for what is lacking. Folding takes time: it is done once, when asked for.
 * @param {Row} row
 * @param {string} column
 * @returns {number | string}
 */
function cellOrder(row, column) {
  return (row.order[column] ??= fold((column === "says" ? row.says : row.cells[column]) ?? ""));
}

/** @type {Record<string, string>} */
const ORIGINS = {
  derived: "It follows by a rule",
  reference: "Entered with the actors",
  [MACHINE_READ]: "A machine read it",
};

/** @param {Fact} fact */
function originWords(fact) {
  if (fact.stance === "against") return "The source speaks against it";
  if (fact.disputed) return "Disputed";
  return ORIGINS[fact.origin] ?? "A source states it";
}

/**
 * Sources with their paragraphs, each source once.
 * @param {Model} model
 * @param {Evidence[]} evidence
 */
function sourceWords(model, evidence) {
  /** @type {Map<string, Set<number>>} */
  const found = new Map();
  /** @type {Set<string>} */
  const rows = new Set();
  for (const { source, paragraph, row } of evidence) {
    if (row) rows.add([model.data.sources[source]?.title ?? source, placeIn({ paragraph, row })].join(", "));
    else found.set(source, (found.get(source) ?? new Set()).add(paragraph));
  }
  const told = [...found].map(([source, paragraphs]) => {
    const list = [...paragraphs].sort((a, b) => a - b).join(", ");
    return `${model.data.sources[source]?.title ?? source}, ${paragraphs.size === 1 ? "paragraph" : "paragraphs"} ${list}`;
  });
  return [...told, ...rows].join("; ");
}

/**
 * The first year that a fact tells, as text that sorts; empty for none.
 * @param {Fact} fact
 */
function yearOf({ on, since, until, seen }) {
  return /\d{4}(-\d\d){0,2}/.exec([on, since, until, seen].filter(Boolean).join(" "))?.[0] ?? "";
}

/**
 * @param {string} sort
 * @returns {{column: string, down: boolean}}  down: from the last to the first
 */
export function sortOf(sort) {
  const column = sort.replace(/^-/, "");
  return COLUMNS.some(({ key }) => key === column)
    ? { column, down: sort.startsWith("-") }
    : { column: "tier", down: true };
}

/**
 * Rows in the order of a column; what lacks it comes last either way.
 * @param {Row[]} rows
 * @param {string} sort
 * @returns {Row[]}
 */
export function sorted(rows, sort) {
  const { column, down } = sortOf(sort);
  const lacks = (/** @type {Row} */ row) => cellOrder(row, column) === "";
  return [...rows].sort((a, b) => {
    if (lacks(a) || lacks(b)) return Number(lacks(a)) - Number(lacks(b)) || tieBreak(a, b);
    const [one, other] = [cellOrder(a, column), cellOrder(b, column)];
    const way =
      typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other));
    return (down ? -way : way) || tieBreak(a, b);
  });
}

/**
 * @param {Row} a
 * @param {Row} b
 */
function tieBreak(a, b) {
  return compare(String(cellOrder(a, "says")), String(cellOrder(b, "says"))) || compare(a.key, b.key);
}

/**
 * What the table holds, in words: facts, and apart from them what stands with the actors, and whoever has no tie.
 * @param {Row[]} rows
 * @param {{all: number, undrawn: number}} counts  how many facts there are, and of these drawn nowhere
 * @param {import("../state/state.mjs").View} view
 */
export function tableWords(rows, { all, undrawn }, view) {
  const alone = rows.filter(({ fact }) => fact === undefined).length;
  const entered = rows.filter(({ isEntered }) => isEntered).length;
  const facts = rows.length - alone - entered;
  const told = facts < all ? `${grouped(facts)} of ${counted(all, "fact")} shown` : `${counted(facts, "fact")} shown`;
  const many = undrawn === 1 ? "1 more in a panel alone" : `${grouped(undrawn)} more, such as figures, in panels alone`;
  const names = alone === 1 ? "one name" : `${grouped(alone)} names`;
  const others = [
    entered && `${counted(entered, "line")} entered with the actors`,
    alone && `${names} without a tie`,
  ].filter(Boolean);
  const shown = others.length ? `${told}, and ${others.join(" and ")}` : told;
  return view === "all" && undrawn ? `${shown}; ${many}` : shown;
}
