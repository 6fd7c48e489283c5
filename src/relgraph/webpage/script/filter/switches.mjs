// The switches of the legend: the categories of each node and edge, by their keys, and which are on.

import { MACHINE_READ } from "../data/data.mjs";
import { MAYBE, NO, YES } from "../data/days.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */

/** The category of ties that a machine read: one for all of them. */
export const READ_BY_MACHINE = `sure:${MACHINE_READ}`;

/** Categories that are off until the reader asks for them. */
export const OFF_AT_FIRST = new Set(["sure:implied", READ_BY_MACHINE]);

/**
 * A page of nothing but ties that a machine read shows them at once: whoever made it asked for them.
 * @param {GraphEdge[]} edges  of the page
 */
export function beginWith(edges) {
  const origins = new Set(edges.map(({ origin }) => origin));
  origins.delete("reference");
  if (origins.size === 1 && origins.has(MACHINE_READ)) OFF_AT_FIRST.delete(READ_BY_MACHINE);
}

/**
 * Which facts are listed: those that a machine read where their category is on.
 * @param {Model} model
 * @param {State} state
 * @returns {(fact: string) => boolean}
 */
export function isListed({ data: { facts } }, state) {
  const on = isOn(state, READ_BY_MACHINE);
  return (fact) => on || facts[fact]?.origin !== MACHINE_READ;
}

/** @param {Pick<GraphNode, "kind">} node */
export const whoKey = (node) => `who:${node.kind}`;

/**
 * What an edge says: its rung on a ladder, or its kind where it is on none.
 * @param {GraphEdge} edge
 */
export function tieKey(edge) {
  if (edge.rung > 1 || (edge.tier && edge.ladder && !edge.stood_for)) return `close:${edge.ladder ?? ""}.${edge.tier}`;
  return edge.rung === 1 ? `close:${edge.relation}` : `other:${edge.relation}`;
}

/**
 * How far it holds: in force, agreed, planned, past, derived by a rule; or that a machine read it.
 * @param {GraphEdge} edge
 * @param {boolean} [implied]  whether a closer tie says as much
 */
export function sureKey(edge, implied = edge.implied) {
  if (implied) return "sure:implied";
  if (edge.origin === MACHINE_READ) return READ_BY_MACHINE;
  return edge.origin === "derived" ? "sure:derived" : `sure:${edge.effect}`;
}

/** @param {GraphEdge} edge */
export const statusKey = (edge) => `status:${edge.status}`;

/** Whether it holds on the day asked for. */
export const HELD = { [YES]: "held:yes", [MAYBE]: "held:maybe", [NO]: "held:no" };

/**
 * Who says so; what stands with the actors has no source.
 * @param {Model} model
 * @param {GraphEdge} edge
 * @returns {string[]}
 */
export function sourceKeys(model, edge) {
  const sources = new Set((model.data.facts[edge.fact]?.evidence ?? []).map(({ source }) => source));
  return sources.size ? [...sources].map((source) => `source:${source}`) : ["source:"];
}

/**
 * Whether a category is switched on.
 * @param {State} state
 * @param {string} key
 */
export function isOn(state, key) {
  return OFF_AT_FIRST.has(key) ? state.on.has(key) : !state.off.has(key);
}

/**
 * The change of state that switches a category.
 * @param {State} state
 * @param {string} key
 * @returns {Partial<State>}
 */
export function toggled(state, key) {
  const name = OFF_AT_FIRST.has(key) ? "on" : "off";
  const keys = new Set(state[name]);
  if (!keys.delete(key)) keys.add(key);
  return { [name]: keys };
}

/**
 * What a category is one of: kinds of node, of tie, how far it holds, statuses, sources. Rungs are kinds of tie.
 * @param {string} key
 */
function sort(key) {
  const name = key.slice(0, Math.max(0, key.indexOf(":")));
  return name === "close" ? "other" : name;
}

/**
 * The categories that alone are on, of all of their sorts.
 * @param {State} state
 * @param {string[]} keys  of all that occur
 * @returns {Set<string>}
 */
export function aloneOn(state, keys) {
  /** @type {Map<string, string | undefined>} undefined where there are more */
  const found = new Map();
  for (const key of keys) if (isOn(state, key)) found.set(sort(key), found.has(sort(key)) ? undefined : key);
  return new Set([...found.values()].flatMap((key) => key ?? []));
}

/**
 * The change of state that leaves of all categories of its sort one alone, or brings the others back where it is.
 * @param {State} state
 * @param {string} key
 * @param {string[]} keys  of all that occur
 * @returns {Partial<State>}
 */
export function onlyThis(state, key, keys) {
  const same = keys.filter((one) => sort(one) === sort(key));
  const others = aloneOn(state, keys).has(key) ? [] : same.filter((one) => one !== key && !OFF_AT_FIRST.has(one));
  return {
    off: new Set([...[...state.off].filter((one) => sort(one) !== sort(key)), ...others]),
    on: new Set([
      ...[...state.on].filter((one) => sort(one) !== sort(key)),
      ...(OFF_AT_FIRST.has(key) && others.length ? [key] : []),
    ]),
  };
}

/**
 * The change of state that switches a group of categories: off if any is on, else on; those that are off at first
 * come back only where there is no other.
 * @param {State} state
 * @param {string[]} keys
 * @returns {Partial<State>}
 */
export function allToggled(state, keys) {
  const usual = keys.filter((key) => !OFF_AT_FIRST.has(key));
  if (keys.some((key) => isOn(state, key)))
    return { off: new Set([...state.off, ...usual]), on: new Set([...state.on].filter((key) => !keys.includes(key))) };
  return {
    off: new Set([...state.off].filter((key) => !keys.includes(key))),
    on: usual.length ? state.on : new Set([...state.on, ...keys]),
  };
}
