// What stands out when something is looked at, and what must be switched on for it to be seen.

import { HELD, isOn, sourceKeys, statusKey, sureKey, tieKey, whoKey } from "./switches.mjs";
import { NO } from "../data/days.mjs";
import { isInView } from "./filters.mjs";
import { neighbourhood, otherEnd } from "../data/data.mjs";
import { edgeStandingAt } from "../data/held.mjs";
import { isRegion } from "../data/regions.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("./filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {{nodes: ReadonlySet<string>, edges: ReadonlySet<string>, chosen: ReadonlySet<string>}} Focus  chosen: ids of nodes and edges that stand out */

/**
 * What stands out for a state: a fact with its ends, or a node with its neighbours; null for nothing.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {import("../layouts/as_one.mjs").Wholes} [wholes]  those that stand for their members
 * @returns {Focus | null}
 */
export function focusOf(model, state, shown, wholes = undefined) {
  const fact = model.data.facts[state.fact ?? ""];
  if (fact && state.fact !== undefined)
    return focusOnFact(
      [...fact.ends.map(({ id }) => id), ...membersOf(fact)],
      model.drawn.get(state.fact) ?? countedTies(model, fact),
    );
  if (state.node === undefined || !model.nodes.has(state.node)) return null;
  const whole = wholes?.get(state.node);
  if (whole) return focusOnWhole(model, state.node, whole, shown);
  return focusOnNode(model, state.node, state.steps, shown);
}

/**
 * What stands out of a path: its actors, and all that its steps are drawn as.
 * @param {Model} model
 * @param {import("../ask/path.mjs").Path} path
 * @returns {Focus}
 */
export function focusOnPath(model, { nodes, steps }) {
  const passed = new Set(nodes);
  const edges = new Set();
  for (const { from, to, ties } of steps) {
    for (const edge of ties.flatMap(({ fact }) => model.drawn.get(fact) ?? [])) {
      const between = [from, to, edge.fact];
      if (![edge.from, edge.to].every((end) => between.includes(end))) continue;
      edges.add(edge.id);
      passed.add(edge.from).add(edge.to);
    }
  }
  return { nodes: passed, edges, chosen: new Set([...nodes, ...edges]) };
}

/**
 * The members of a stated count that are known.
 * @param {Fact} fact
 */
function membersOf({ count }) {
  return count ? [...count.named, ...count.derived] : [];
}

/**
 * The ties that a stated count counts, as far as its members are known.
 * @param {Model} model
 * @param {Fact} fact
 * @returns {GraphEdge[]}
 */
function countedTies(model, fact) {
  const [of, members] = [fact.ends[0]?.id ?? "", new Set(membersOf(fact))];
  return (model.at.get(of) ?? []).filter(
    (edge) =>
      edge.relation === fact.count?.counts &&
      (!fact.tier || edge.tier === fact.tier) &&
      members.has(otherEnd(edge, of)),
  );
}

/**
 * @param {string[]} ends
 * @param {GraphEdge[]} drawn
 * @returns {Focus}
 */
function focusOnFact(ends, drawn) {
  const edges = new Set(drawn.map(({ id }) => id));
  const nodes = new Set([...ends, ...drawn.flatMap(({ from, to }) => [from, to])]);
  return { nodes, edges, chosen: new Set([...edges, ...nodes]) };
}

/**
 * One that stands for its members, with all that these are tied to, and its own neighbours.
 * @param {Model} model
 * @param {string} id
 * @param {import("../layouts/gathering.mjs").Whole} whole
 * @param {Shown} shown
 * @returns {Focus}
 */
function focusOnWhole(model, id, { ties }, shown) {
  const own = focusOnNode(model, id, 1, shown);
  const facts = [...ties.values()].flatMap((some) => [...some]);
  const edges = facts.flatMap((fact) => model.drawn.get(fact) ?? []).map((edge) => edge.id);
  return {
    nodes: new Set([...own.nodes, ...ties.keys()]),
    edges: new Set([...own.edges, ...edges]),
    chosen: own.chosen,
  };
}

/**
 * @param {Model} model
 * @param {string} node
 * @param {number} steps
 * @param {Shown} shown
 * @returns {Focus}
 */
function focusOnNode(model, node, steps, shown) {
  const nodes = neighbourhood(model, node, steps, shown.edges);
  const within = (/** @type {GraphEdge} */ { from, to }) =>
    nodes.has(from) && nodes.has(to) && (steps > 1 || from === node || to === node);
  const edges = model.data.edges.filter((edge) => shown.edges.has(edge.id) && within(edge));
  return { nodes, edges: new Set(edges.map(({ id }) => id)), chosen: new Set([node]) };
}

/**
 * The change of state after which a node is shown; none if it is already.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {string} id
 * @returns {Partial<State>}
 */
export function revealNode(model, state, shown, id) {
  const node = model.nodes.get(id);
  if (!node || shown.nodes.has(id) || isRegion(node)) return {};
  const edges = model.at.get(id) ?? [];
  const view = viewWith(state, (one) => edges.some((edge) => isInView(model, one, edge)));
  const drawn = edges.filter((edge) => isInView(model, view, edge));
  const others = drawn.flatMap(({ from, to }) => [from, to]).flatMap((end) => model.nodes.get(end) ?? []);
  const standing = edgeStandingAt(model.data, state.at);
  const day = drawn.some((edge) => standing(edge) !== NO) ? {} : { at: undefined };
  return {
    view,
    ...day,
    ...EASED,
    ...unhidden(state, [id]),
    ...switchedOn(state, [whoKey(node), ...others.map(whoKey), ...drawn.flatMap((edge) => keysOf(model, edge))], false),
  };
}

/**
 * The change of state after which all edges of a fact are shown, on a day those that stood then.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown
 * @param {string} id
 * @returns {Partial<State>}
 */
export function revealFact(model, state, shown, id) {
  const drawn = model.drawn.get(id) ?? [];
  const standing = edgeStandingAt(model.data, state.at);
  const stood = drawn.filter((edge) => standing(edge) !== NO);
  const edges = stood.length ? stood : drawn;
  if (edges.every((edge) => shown.edges.has(edge.id))) return {};
  const ends = edges.flatMap(({ from, to }) => [from, to]).flatMap((end) => model.nodes.get(end) ?? []);
  const view = viewWith(state, (one) => edges.every((edge) => isInView(model, one, edge)));
  const day = stood.length ? {} : { at: undefined };
  return {
    view,
    ...day,
    ...EASED,
    ...unhidden(
      state,
      ends.map((end) => end.id),
    ),
    ...switchedOn(state, [...ends.map(whoKey), ...edges.flatMap((edge) => keysOf(model, edge))], true),
  };
}

/**
 * The view in which something is seen: as now if it is, else the first that has it.
 * @param {State} state
 * @param {(view: State["view"]) => boolean} isIn
 */
function viewWith({ view }, isIn) {
  if (isIn(view)) return view;
  return isIn("ties") ? "ties" : "all";
}

/** Thresholds that hide what is asked for are given up. */
const EASED = { close: undefined, least: undefined };

/**
 * What was hidden by hand and is now asked for is shown again.
 * @param {State} state
 * @param {string[]} ids
 * @returns {Partial<State>}
 */
function unhidden({ hidden }, ids) {
  return ids.some((id) => hidden.has(id)) ? { hidden: new Set([...hidden].filter((id) => !ids.includes(id))) } : {};
}

/**
 * @param {Model} model
 * @param {GraphEdge} edge
 */
function keysOf(model, edge) {
  return [
    tieKey(edge),
    sureKey(edge),
    sureKey(edge, false),
    statusKey(edge),
    ...sourceKeys(model, edge),
    ...Object.values(HELD),
  ];
}

/**
 * @param {State} state
 * @param {string[]} keys
 * @param {boolean} all  whether those that are off at first are switched on too
 * @returns {Partial<State>}
 */
function switchedOn(state, keys, all) {
  const wanted = new Set(keys);
  const asked = all ? [...wanted].filter((key) => !isOn(state, key) && !state.off.has(key)) : [];
  return { off: new Set([...state.off].filter((key) => !wanted.has(key))), on: new Set([...state.on, ...asked]) };
}
