// Why there is no path between two actors, and what would open one.

import { Ties } from "./ties.mjs";
import { UNRANKED } from "./rungs.mjs";
import { NO } from "../data/days.mjs";
import { heldFacts, holdsAt, isOver } from "../data/held.mjs";
import { nameInside } from "../data/phrases.mjs";
import { shortestRoutes } from "./routes.mjs";

/** @typedef {import("./ties.mjs").Layer} Layer */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./ties.mjs").Tie} Tie */

/**
 * One line: in which components the ends lie, at which lower rung they connect, which tie would open a way.
 * @param {Model} model
 * @param {Ties} ties
 * @param {string} one
 * @param {string} other
 * @param {number} floor
 * @param {import("../data/held.mjs").Asked} asked
 */
export function obstacles(model, ties, one, other, floor, asked) {
  const at = floor === UNRANKED ? "" : ` at ${ties.rungs.naming([floor], "label", [one, other])} or above`;
  return [
    apart(model, ties.at(floor), [one, other], at),
    lowerRung(ties, one, other, floor),
    opening(model, ties, one, other, floor),
    ...mayCover(model, ties, [one, other], floor, asked),
  ]
    .filter(Boolean)
    .join("; ");
}

/**
 * @param {Model} model
 * @param {Layer} layer
 * @param {string[]} ends
 * @param {string} at
 */
function apart(model, { component }, ends, at) {
  const alone = ends.filter((end) => !component.has(end)).map((end) => nameInside(model, end));
  if (alone.length) return `${alone.join(" and ")} ${alone.length > 1 ? "have" : "has"} no tie in this view${at}`;
  const all = [...component.values()];
  const told = ends.map(
    (end) =>
      `${nameInside(model, end)} is in a component of ${all.filter((number) => number === component.get(end)).length}`,
  );
  return `no ties${at} join them: ${told.join(", ")}`;
}

/**
 * Statements about a group, at the floor or above, that may join the two.
 * @param {Model} model
 * @param {Ties} ties
 * @param {[string, string]} ends
 * @param {number} floor
 * @param {import("../data/held.mjs").Asked} asked
 */
function mayCover(model, ties, [one, other], floor, asked) {
  if (ties.joins(floor, one, other)) return [];
  const { component } = ties.at(floor);
  const allowed = ties.rungs.allowed(floor);
  const isWith = (/** @type {string} */ id, /** @type {string} */ end) =>
    id === end || (component.has(end) && component.get(id) === component.get(end));
  /** @type {string[]} */
  const told = [];
  const holds = holdsAt(model.data, asked.at);
  for (const [fact] of heldFacts(model.data, asked)) {
    for (const group of model.data.facts[fact]?.groups ?? []) {
      const joins =
        (isWith(group.near, one) && standsFor(model, group, other)) ||
        (isWith(group.near, other) && standsFor(model, group, one));
      if (joins && allowed.has(group.level ?? UNRANKED) && holds(fact) !== NO)
        told.push((asked.at === undefined ? undefined : group.told_then) ?? group.told);
    }
  }
  return told;
}

/**
 * @param {Model} model
 * @param {import("../data/data.mjs").Group} group
 * @param {string} id
 */
function standsFor(model, { near, kinds, members }, id) {
  return members ? members.includes(id) : id !== near && kinds.includes(model.nodes.get(id)?.kind ?? "");
}

/**
 * The best rung below the one asked for at which they connect.
 * @param {Ties} ties
 * @param {string} one
 * @param {string} other
 * @param {number} floor
 */
function lowerRung(ties, one, other, floor) {
  const found = floor === UNRANKED ? [] : ties.bestThresholds(one, other);
  if (!found.length) return "";
  if (found.length === 1 && found[0] === UNRANKED) return "they connect only by ties without a rung";
  return `they connect at ${ties.rungs.naming(found, "label", [one, other])}`;
}

/**
 * The ties left out that a shortest way among all of them would use, at the floor or else below it.
 * @param {Model} model
 * @param {Ties} ties
 * @param {string} one
 * @param {string} other
 * @param {number} floor
 */
function opening(model, ties, one, other, floor) {
  const wide = new Ties(model.data, { others: "all", superseded: true });
  for (const level of new Set([floor, UNRANKED])) {
    const missing = missingLinks(ties.at(level), wide.at(level), one, other);
    if (missing.length) {
      const where = level === floor ? "" : "at a lower rung ";
      return `${where}it would open with ${missing.map(([from = "", to = ""]) => toldTie(model, opener(model, wide.best(from, to)))).join("; ")}`;
    }
    if (ties.joins(UNRANKED, one, other)) return "";
  }
  return "";
}

/**
 * The links of a shortest way through a wider network that a narrower one lacks, as few as may be.
 * @param {Layer} narrow
 * @param {Layer} wide
 * @param {string} one
 * @param {string} other
 * @returns {string[][]}
 */
function missingLinks(narrow, wide, one, other) {
  const lacks = (/** @type {string} */ from, /** @type {string} */ to) => !narrow.neighbours.get(from)?.includes(to);
  const [route = []] = shortestRoutes(one, other, wide.neighbours, lacks, 1);
  return route
    .slice(1)
    .map((to, index) => [route[index] ?? "", to])
    .filter(([from = "", to = ""]) => lacks(from, to));
}

/**
 * Of the ties that would open a way the first that is not over: one that is planned is rather told.
 * @param {Model} model
 * @param {Tie[]} ties
 */
function opener(model, ties) {
  const isToBe = (/** @type {Tie} */ tie) => {
    const fact = model.data.facts[tie.fact];
    return fact !== undefined && fact.effect !== "ended" && !isOver(fact);
  };
  return ties.find(isToBe) ?? ties[0];
}

/**
 * @param {Model} model
 * @param {Tie | undefined} tie
 */
function toldTie(model, tie) {
  const fact = model.data.facts[tie?.fact ?? ""];
  if (!tie || !fact) return "";
  const { relations, statuses } = model.data.terms;
  const told = isOver(fact) ? "over" : (statuses[fact.status]?.label ?? fact.status);
  const status = fact.origin === "derived" ? "derived" : told;
  const marks = [relations[fact.kind]?.label ?? fact.kind, status, fact.dates].filter(Boolean);
  return `${nameInside(model, tie.from)} – ${nameInside(model, tie.to)} (${marks.join(", ")})`;
}
