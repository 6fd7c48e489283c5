// Two to five actors side by side: the partners that they share, and those that only one of them has.

import { compare } from "../basics/names.mjs";

/** @typedef {import("../pairs/pairs.mjs").TiedPair} TiedPair */
/** @typedef {import("../pairs/pairs.mjs").TiedPairs} TiedPairs */

/** @typedef {{id: string, of: string[], ties: Map<string, TiedPair>}} Partner  of: those of the compared to whom something that holds ties it; ties: by the ids of the compared */

/**
 * @typedef {object} Comparison
 * @property {string[]} actors
 * @property {Partner[]} partners  all others to whom one of the actors is tied, in order of id
 * @property {string[]} common  ids of the partners of all of them
 * @property {Map<string, string[]>} only  by each, the partners that nobody else of them has
 */

/**
 * @param {TiedPairs} pairs
 * @param {string[]} actors
 * @returns {Comparison}
 */
export function comparison(pairs, actors) {
  const others = new Set(actors.flatMap((actor) => [...(pairs.get(actor)?.keys() ?? [])]));
  for (const actor of actors) others.delete(actor);
  const partners = [...others].sort(compare).map((id) => partner(pairs, actors, id));
  const alone = (/** @type {string} */ actor) =>
    partners.filter(({ of }) => of.length === 1 && of[0] === actor).map(({ id }) => id);
  return {
    actors,
    partners,
    common: partners.filter(({ of }) => of.length === actors.length).map(({ id }) => id),
    only: new Map(actors.map((actor) => [actor, alone(actor)])),
  };
}

/**
 * @param {TiedPairs} pairs
 * @param {string[]} actors
 * @param {string} id
 * @returns {Partner}
 */
function partner(pairs, actors, id) {
  const ties = new Map(
    actors.flatMap((actor) => {
      const pair = pairs.get(actor)?.get(id);
      return pair ? [/** @type {[string, TiedPair]} */ ([actor, pair])] : [];
    }),
  );
  return { id, of: [...ties].filter(([, pair]) => pair.holding).map(([actor]) => actor), ties };
}
