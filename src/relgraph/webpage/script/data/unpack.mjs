// Tables of columns made records again: the page's file holds nodes, edges and facts so (packing.py tells the forms).

/** @typedef {{rows: number, columns: Record<string, Column>}} Table */
/** @typedef {unknown[] | Table | {all: unknown} | {flags: string} | {at: (number | null)[]} | {only: number[], are: Column} | {lengths: Column, items: Column}} Column */

/** @typedef {Record<string, unknown>} Bare  an object that holds its entries and nothing else */

const BY_ID = ["others", "sources", "spans"]; // what else is looked up by ids and dates that anybody may have chosen

/**
 * Make the tables of the payload records; facts go by their id, which may be `constructor` too.
 * @param {{nodes: Table, edges: Table, facts: Table, values: unknown[], terms?: Record<string, Bare>} & Bare} data
 */
export function unpacked({ nodes, edges, facts, values, terms = {}, ...rest }) {
  for (const name of BY_ID) if (name in rest) rest[name] = bare(Object.entries(/** @type {Bare} */ (rest[name])));
  return {
    ...rest,
    terms: bare(Object.entries(terms).map(([part, entries]) => [part, bare(Object.entries(entries))])),
    nodes: recordsOf(nodes, values),
    edges: recordsOf(edges, values),
    facts: bare(recordsOf(facts, values).map(({ id, ...fact }) => [id, fact])),
  };
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
    const values = valuesOf(column, rows, shared);
    records.forEach((record, row) => {
      if (values[row] !== null) record[name] = values[row];
    });
  }
  return records;
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
