// Rings in bands: those that all others can be set against go all the way round; what nothing compares stands side by side.

/**
 * Bands from the innermost on, each with its sectors; in a sector every ring is closer than the next.
 * @template T
 * @param {T[]} rings  a closer one before those that it is above
 * @param {(one: T, other: T) => number | undefined} compare  below 0: the first is closer; undefined: nothing says so
 * @returns {T[][][]}
 */
export function bands(rings, compare) {
  /** @type {T[][][]} */
  const found = [];
  /** @type {T[]} */
  let rest = rings;
  for (const ring of rings.filter((one) =>
    rings.every((other) => other === one || compare(one, other) !== undefined),
  )) {
    const above = rest.filter((other) => other !== ring && (compare(other, ring) ?? 0) < 0);
    if (above.length) found.push(chains(above, compare));
    found.push([[ring]]);
    rest = rest.filter((other) => other !== ring && !above.includes(other));
  }
  return rest.length ? [...found, chains(rest, compare)] : found;
}

/**
 * Rings as sectors, each next to the last that it can be set against.
 * @template T
 * @param {T[]} rings
 * @param {(one: T, other: T) => number | undefined} compare
 */
function chains(rings, compare) {
  /** @type {T[][]} */
  const found = [];
  for (const ring of rings) {
    const chain = found.find((one) => one.every((other) => (compare(other, ring) ?? 0) < 0));
    if (chain) chain.push(ring);
    else found.push([ring]);
  }
  return found;
}
