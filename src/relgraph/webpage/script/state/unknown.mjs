// What an address names that the page does not hold, or cannot read: it was made for another page, or an older one.

import { misread } from "./address.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./state.mjs").State} State */

/**
 * The ids that a state names and the model does not know, each once.
 * @param {Model} model
 * @param {State} state
 * @returns {string[]}
 */
export function unknownIds(
  { nodes, data: { facts } },
  { node, fact, centre, path, hidden, pinned, gathered, compared },
) {
  const wanted = [node, centre, path?.from, path?.to, ...compared, ...hidden, ...pinned.keys(), ...gathered];
  const missing = wanted.filter((id) => id && !nodes.has(id));
  const isUnknownFact = fact !== undefined && !Object.hasOwn(facts, fact);
  return [...new Set([...missing, ...(isUnknownFact ? [fact] : [])])].map(String);
}

/**
 * What of an address cannot be read, or leads to a step of a story that is not there.
 * @param {Model} model
 * @param {string} address  its part after #
 * @param {Pick<State, "story">} state
 * @returns {string[]}
 */
export function unreadWords({ data: { stories = [] } }, address, { story }) {
  const [index = 0, step = 0] = story ?? [];
  const isGone = story !== undefined && !stories[index]?.steps[step];
  return [...misread(address), ...(isGone ? [`story=${index + 1}.${step + 1}`] : [])];
}

/**
 * The same in sentences; empty where all is known and read.
 * @param {string[]} ids
 * @param {string[]} [words]
 */
export function unknownWords(ids, words = []) {
  if (!ids.length && !words.length) return "";
  const names = ids.length ? [`names ${several(ids)}, which this page does not have`] : [];
  const says = words.length ? [`says ${several(words)}, which means nothing here`] : [];
  return `The address ${[...names, ...says].join(", and ")}. It may have been made for another page, or for an older one.`;
}

/** @param {string[]} texts */
function several(texts) {
  const told = texts.slice(0, 3).map((text) => `“${text}”`);
  return texts.length > told.length ? `${told.join(", ")} and ${texts.length - told.length} more` : told.join(", ");
}
