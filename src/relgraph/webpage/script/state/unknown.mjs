// What an address names that the page does not hold: it was made for another page, or an older one.

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./state.mjs").State} State */

/**
 * The ids that a state names and the model does not know, each once.
 * @param {Model} model
 * @param {State} state
 * @returns {string[]}
 */
export function unknownIds({ nodes, data: { facts } }, { node, fact, centre, path, hidden, pinned, compared }) {
  const wanted = [node, centre, path?.from, path?.to, ...compared, ...hidden, ...pinned.keys()];
  const missing = wanted.filter((id) => id && !nodes.has(id));
  const isUnknownFact = fact !== undefined && !Object.hasOwn(facts, fact);
  return [...new Set([...missing, ...(isUnknownFact ? [fact] : [])])].map(String);
}

/**
 * The same in a sentence; empty where all is known.
 * @param {string[]} ids
 */
export function unknownWords(ids) {
  if (!ids.length) return "";
  const told = ids.slice(0, 3).map((id) => `“${id}”`);
  const more = ids.length > told.length ? ` and ${ids.length - told.length} more` : "";
  return `The address names ${told.join(", ")}${more}, which this page does not have. It may have been made for another page, or for an older one.`;
}
