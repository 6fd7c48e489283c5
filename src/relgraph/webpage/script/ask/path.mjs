// Paths between two actors, compared by the tiers of their ties: the same answers as `relgraph path`.
// The strongest has the highest rung that every step reaches, then the fewest hops, then the fewest links no
// higher than that; the shortest the fewest hops, then the fewest links without a rung.

import { Ties } from "./ties.mjs";
import { UNRANKED } from "./rungs.mjs";
import { both } from "../data/days.mjs";
import { holdsAt } from "../data/held.mjs";
import { nameInside, reading } from "../data/phrases.mjs";
import { obstacles } from "./no_path.mjs";
import { silence } from "../data/silence.mjs";
import { shortestRoutes } from "./routes.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../data/days.mjs").Truth} Truth */

/**
 * @typedef {object} Question
 * @property {string} from
 * @property {string} to
 * @property {"strongest" | "shortest"} by
 * @property {string} [min]  name of the rung below which no step may stand
 * @property {boolean} planned  whether ties that are only planned are let in
 * @property {boolean} derived  whether derived ones are
 * @property {boolean} certain  whether what only may hold is left out
 * @property {number} [at]  the day asked for
 */

/** @typedef {{fact: string, says: string, truth: Truth, holds: Truth}} StepTie  truth: whether it is as it says, holds: whether it is so in the world, which no plan is */
/** @typedef {{from: string, to: string, ties: StepTie[]}} Step  all ties of the best kind between two actors */
/** @typedef {{nodes: string[], steps: Step[], rung: string | null, label: string | null}} Path  the weakest rung on it, null if some step has none; its label names the ladder */

/**
 * @typedef {object} Answer
 * @property {Path[]} paths  all equally good; empty if there is none
 * @property {string | null} above  name of the rung just above, at which the two do not connect
 * @property {string | null} aboveLabel
 * @property {boolean} incomparable  whether the weakest rungs stand on ladders that nothing compares
 * @property {string | null} reason  why there is no path
 * @property {import("../data/silence.mjs").Silence} [silence]  what it means that there is no path: what is known of ties of the two themselves
 * @property {number} nodes  how many actors and pairs were searched
 * @property {number} pairs
 */

/**
 * Find the best paths between two actors; undefined where one of them is not an actor that paths walk.
 * @param {Model} model
 * @param {Question} question
 * @returns {Answer | undefined}
 */
export function findPath(model, question) {
  const { from, to, by, min } = question;
  if (!isWalked(model, from) || !isWalked(model, to)) return undefined;
  if (from === to) return nothing(`both ends are ${nameInside(model, from)}; a path needs two`);
  /** @type {import("../data/held.mjs").Asked} */
  const asked = {
    at: question.at,
    others: question.planned ? "planned" : "none",
    certain: question.certain,
    stated: !question.derived,
  };
  const ties = new Ties(model.data, asked);
  const floor =
    min === undefined ? UNRANKED : (model.data.paths?.rungs.findIndex(({ name }) => name === min) ?? UNRANKED);
  const { routes, levels } =
    by === "shortest" ? routesAt(ties, from, to, [floor]) : routesAt(ties, from, to, ties.thresholds(floor));
  const searched = { nodes: ties.size, pairs: ties.pairs };
  const [best] = routes;
  if (!best) {
    const reason = obstacles(model, ties, from, to, floor, asked);
    return { ...nothing(reason), ...searched, silence: silence(model, [from, to], question.at) };
  }
  const incomparable = levels.length > 1 || weakest(ties, best).length > 1;
  const next = by === "shortest" || incomparable ? undefined : levelAbove(ties, levels, new Set(routes.flat()));
  return {
    paths: routes.map((route) => pathAlong(model, ties, route, holdsAt(model.data, question.at))),
    above: next === undefined ? null : ties.rungs.naming([next], "name", routes.flat()),
    aboveLabel: next === undefined ? null : ties.rungs.naming([next], "full", routes.flat()),
    incomparable,
    reason: null,
    ...searched,
  };
}

/**
 * Whether an id is that of an actor of a kind that paths go through.
 * @param {Model} model
 * @param {string} id
 */
export function isWalked(model, id) {
  const node = model.nodes.get(id);
  return node !== undefined && !node.fact && (model.data.paths?.actors.includes(node.kind) ?? false);
}

/**
 * @param {string} reason
 * @returns {Answer}
 */
function nothing(reason) {
  return { paths: [], above: null, aboveLabel: null, incomparable: false, reason, nodes: 0, pairs: 0 };
}

/**
 * The best routes at the highest of some levels that connect the two, or at several that cannot be compared.
 * @param {Ties} ties
 * @param {string} from
 * @param {string} to
 * @param {number[]} thresholds  none before one that it lies below
 */
function routesAt(ties, from, to, thresholds) {
  /** @type {number[]} */
  const levels = [];
  /** @type {Map<string, string[]>} */
  const routes = new Map();
  for (const level of thresholds) {
    if (levels.some((found) => ties.rungs.below(level, found)) || !ties.joins(level, from, to)) continue;
    const weak = (/** @type {string} */ one, /** @type {string} */ other) =>
      [level, UNRANKED].includes(ties.level(one, other));
    for (const route of shortestRoutes(from, to, ties.at(level).neighbours, weak))
      routes.set(JSON.stringify(route), route);
    levels.push(level);
  }
  return { routes: [...routes.values()], levels };
}

/**
 * The lowest rung above the best levels at which the two do not connect, on a ladder of somebody on the way.
 * @param {Ties} ties
 * @param {number[]} levels
 * @param {ReadonlySet<string>} nodes  those on the way
 * @returns {number | undefined}
 */
function levelAbove({ rungs }, levels, nodes) {
  const reached = levels.flatMap((level) => rungs.parts(level));
  const others = Array.from({ length: rungs.size }, (_, number) => number).filter(
    (number) => !reached.includes(number) && !rungs.isJoin(number) && rungs.isOf(number, nodes),
  );
  return others.find((number) => levels.every((level) => rungs.below(level, number)));
}

/**
 * @param {Model} model
 * @param {Ties} ties
 * @param {string[]} route
 * @param {(fact: string) => Truth} holds
 * @returns {Path}
 */
function pathAlong(model, ties, route, holds) {
  const steps = route.slice(1).map((to, index) => {
    const from = route[index] ?? "";
    return {
      from,
      to,
      ties: ties.best(from, to).map(({ fact, truth, ...tie }) => ({
        fact,
        truth,
        holds: both(truth, holds(fact)),
        says: told(model, tie, from),
      })),
    };
  });
  const lowest = weakest(ties, route);
  const ranked = !lowest.includes(UNRANKED);
  const near = steps
    .filter(({ from, to }) => lowest.includes(ties.level(from, to)))
    .flatMap(({ from, to }) => [from, to]);
  return {
    nodes: route,
    steps,
    rung: ranked ? ties.rungs.naming(lowest, "name", near) : null,
    label: ranked ? ties.rungs.naming(lowest, "full", near) : null,
  };
}

/**
 * A tie as it reads from one of its ends.
 * @param {Model} model
 * @param {Pick<import("./ties.mjs").Tie, "from" | "to" | "forward" | "back">} tie
 * @param {string} start
 */
function told(model, { from, to, forward, back }, start) {
  return reading(model, from === start ? forward : back, from, to);
}

/**
 * The weakest rungs on a route: one, or several that cannot be compared.
 * @param {Ties} ties
 * @param {string[]} route
 */
function weakest(ties, route) {
  return ties.rungs.lowest(route.slice(1).map((to, index) => ties.level(route[index] ?? "", to)));
}
