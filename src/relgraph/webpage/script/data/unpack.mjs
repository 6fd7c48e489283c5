// Tables of columns made records again: the page's file holds nodes, edges and facts so (packing.py tells the forms).

/** @typedef {{rows: number, columns: Record<string, Column>}} Table */
/** @typedef {unknown[] | Table | {all: unknown} | {flags: string} | {at: (number | null)[]} | {only: number[], are: Column} | {lengths: Column, items: Column}} Column */

/** @typedef {Record<string, unknown>} Bare  an object that holds its entries and nothing else */

const BY_ID = ["others", "sources", "spans"]; // what else is looked up by ids and dates that anybody may have chosen

const BY_KIND = ["labels", "closes"]; // of what is said of silence: kinds of relation may be called `constructor` too

/** Letters that JSON and HTML leave as they are, and the numbers for which they stand. */
const LETTERS = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
  (letter) => !"\"&<>\\'".includes(letter),
);
const VALUES = new Map(LETTERS.map((letter, index) => [letter, index - Math.floor(LETTERS.length / 2)]));

/**
 * Make the tables of the payload records; facts go by their id, which may be `constructor` too.
 * @param {{nodes: Table, edges: Table, facts: Table, values: unknown[], terms?: Record<string, Bare>} & Bare} data
 */
export function unpacked({ nodes, edges, facts, values, terms = {}, ...rest }) {
  for (const name of BY_ID) if (name in rest) rest[name] = bare(Object.entries(/** @type {Bare} */ (rest[name])));
  for (const name of BY_KIND) {
    const { silence } = /** @type {{silence?: Bare}} */ (rest);
    if (silence && name in silence) silence[name] = bare(Object.entries(/** @type {Bare} */ (silence[name])));
  }
  const { map } = /** @type {{map?: {land: string[]}}} */ (rest);
  return {
    ...rest,
    ...(map ? { map: { ...map, land: map.land.map(numbersOf) } } : {}),
    terms: bare(Object.entries(terms).map(([part, entries]) => [part, bare(Object.entries(entries))])),
    nodes: recordsOf(nodes, values),
    edges: recordsOf(edges, values),
    facts: factsOf(facts, values),
  };
}

/**
 * Facts by their ids.
 * @param {Table} table
 * @param {unknown[]} values
 */
function factsOf({ rows, columns: { id = { all: "" }, ...columns } }, values) {
  const facts = recordsOf({ rows, columns }, values);
  return bare(valuesOf(id, rows, values).map((one, row) => [/** @type {string} */ (one), facts[row]]));
}

/**
 * Whole numbers of a text: a letter for each small one, any other in digits between blanks.
 * @param {string} text
 * @returns {number[]}
 */
function numbersOf(text) {
  return text
    .split(" ")
    .flatMap((part, index) => (index % 2 ? [Number(part)] : Array.from(part, (letter) => VALUES.get(letter) ?? 0)));
}

/**
 * @param {[string, unknown][]} entries
 * @returns {Bare}
 */
function bare(entries) {
  const made = Object.create(null);
  for (const [key, value] of entries) made[key] = value;
  return made;
}

/**
 * @param {Table} table
 * @param {unknown[]} shared
 */
function recordsOf({ rows, columns }, shared) {
  /** @type {Record<string, any>[]} */
  const records = Array.from({ length: rows }, () => ({}));
  for (const [name, column] of Object.entries(columns)) {
    if (!Array.isArray(column) && "only" in column) {
      const some = column.only.map((row) => records[row] ?? {});
      fill(some, name, valuesOf(column.are, some.length, shared));
    } else fill(records, name, valuesOf(column, rows, shared));
  }
  return records;
}

/**
 * Write a column into records, where it has a value.
 * @param {Record<string, any>[]} records
 * @param {string} name
 * @param {unknown[]} values
 */
function fill(records, name, values) {
  for (const [row, record] of records.entries()) if (values[row] !== null) record[name] = values[row];
}

/**
 * The values of a column, null where there is none.
 * @param {Column} column
 * @param {number} rows
 * @param {unknown[]} shared
 * @returns {unknown[]}
 */
function valuesOf(column, rows, shared) {
  if (Array.isArray(column)) return column;
  if ("columns" in column) return recordsOf(column, shared);
  if ("all" in column) return Array(rows).fill(column.all);
  if ("flags" in column) return [...column.flags].map((flag) => flag === "1");
  if ("at" in column) return column.at.map((number) => (number === null ? null : shared[number]));
  if ("only" in column) return scattered(column.only, valuesOf(column.are, column.only.length, shared), rows);
  return lists(/** @type {(number | null)[]} */ (valuesOf(column.lengths, rows, shared)), column.items, shared);
}

/**
 * @param {number[]} places
 * @param {unknown[]} values
 * @param {number} rows
 */
function scattered(places, values, rows) {
  const all = Array(rows).fill(null);
  places.forEach((row, index) => (all[row] = values[index]));
  return all;
}

/**
 * @param {(number | null)[]} lengths
 * @param {Column} items
 * @param {unknown[]} shared
 */
function lists(lengths, items, shared) {
  const total = lengths.reduce((/** @type {number} */ sum, length) => sum + (length ?? 0), 0);
  const values = valuesOf(items, total, shared);
  let end = 0;
  return lengths.map((length) => (length === null ? null : values.slice(end, (end += length))));
}
