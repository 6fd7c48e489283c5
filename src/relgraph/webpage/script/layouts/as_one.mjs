// What is said of those who stand for their members, and of the lines that bundle ties of these.

import { counted, grouped } from "../basics/words.mjs";
import { MACHINE_READ } from "../data/data.mjs";
import { nameInside } from "../data/phrases.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {ReadonlyMap<string, import("./gathering.mjs").Whole>} Wholes */

const NAMED = 4; // of them that are named one by one

/**
 * Such as: African Union (54 members), European Union (27 members).
 * @param {Model} model
 * @param {Wholes} wholes
 */
export function shownAsOneWords(model, wholes) {
  const told = [...wholes].map(([id, { members }]) => `${nameOf(model, id)} (${counted(members.length, "member")})`);
  const more = told.length - NAMED;
  return (more > 1 ? [...told.slice(0, NAMED), `${more} more`] : told).join(", ");
}

/**
 * Such as: 12 facts tie members of the African Union and Kenya, 9 of 54 pairs.
 * @param {Model} model
 * @param {Wholes} wholes
 * @param {Pick<GraphEdge, "from" | "to" | "origin">} line
 * @param {{count: number, pairs: number}} bundled  how many facts, and how many pairs they tie
 */
export function bundleWords(model, wholes, { from, to, origin }, { count, pairs }) {
  const ends = [from, to].map((id) => (wholes.has(id) ? `members of ${nameOf(model, id)}` : nameOf(model, id)));
  const what = origin === MACHINE_READ ? "machine-read tie" : "fact";
  const [one = 1, other = 1] = [from, to].map((id) => wholes.get(id)?.members.length);
  const told = `${counted(count, what)} ${count === 1 ? "ties" : "tie"} ${ends.join(" and ")}`;
  return one * other > 1 ? `${told}, ${grouped(pairs)} of ${counted(one * other, "pair")}` : told;
}

/**
 * As what each fact is drawn whose ends somebody stands for: a line of a whole, or nothing; empty for what is drawn itself.
 * @param {Model} model
 * @param {Wholes} wholes
 * @returns {(fact: string) => string}
 */
export function drawnAs(model, wholes) {
  /** @type {Map<string, string>} */
  const told = new Map();
  for (const [id, { ties, inside }] of wholes) {
    for (const fact of inside) told.set(fact, `inside ${nameOf(model, id)}`);
    for (const [other, facts] of ties)
      for (const fact of facts) if (!told.has(fact)) told.set(fact, `${nameOf(model, id)} – ${nameOf(model, other)}`);
  }
  return (fact) => told.get(fact) ?? "";
}

/**
 * @param {Model} model
 * @param {string} id
 */
function nameOf(model, id) {
  const article = model.nodes.get(id)?.article;
  return article ? `${article} ${nameInside(model, id)}` : nameInside(model, id);
}
