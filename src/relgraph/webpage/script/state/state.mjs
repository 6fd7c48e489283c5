// What the reader is looking at, and what is asked for.

import { UNTOUCHED } from "./hand.mjs";

/** @typedef {"ties" | "people" | "all"} View */
/** @typedef {"start" | "network" | "ladder" | "map" | "table" | "matrix" | "compare" | "lanes"} Layout  start: where to begin, on a page of very many ties */
/** @typedef {readonly [number, number, number]} Sight  the spot in the middle, in pixels of the picture, and how many of these the shorter side of the room for it holds; whole numbers */

/**
 * @typedef {object} PathAsked  a path that is asked for; an end that is not chosen yet is empty
 * @property {string} from
 * @property {string} to
 * @property {"strongest" | "shortest"} by
 * @property {string} [min]  name of the rung below which no step may stand
 * @property {boolean} planned  let in what is only planned
 * @property {boolean} derived  let in what a rule gives
 * @property {boolean} maybe  let in what only may hold
 * @property {number} route  which of the equally good ones is looked at, from 0
 */

/** @typedef {{from: string, to: string}} DaysAsked  two days to be compared, as they were written */

/** @typedef {readonly [number, number]} StoryAt  which story, and which of its steps, from 0 */

/**
 * @typedef {object} State
 * @property {View} view  the ties that paths walk, people and institutions, or everything
 * @property {ReadonlySet<string>} off  keys of the legend that are switched off
 * @property {ReadonlySet<string>} on  keys of the legend that are off at first and switched on
 * @property {string} [node]  the node looked at
 * @property {string} [fact]  the fact looked at
 * @property {number} steps  how far the neighbourhood of the node reaches
 * @property {ReadonlySet<string>} hidden  nodes hidden by hand
 * @property {ReadonlyMap<string, import("./hand.mjs").Place>} pinned  nodes that were moved or pinned, and where they stand
 * @property {ReadonlySet<string>} gathered  bodies and groups that stand for their members in the network
 * @property {number} [at]  the day asked for; without it any time
 * @property {PathAsked} [path]  the path asked for
 * @property {DaysAsked} [days]  the days compared; then no day and no path are asked for
 * @property {StoryAt} [story]  the story that is told, and how far
 * @property {Layout} layout  how it is laid out
 * @property {boolean} embed  whether it is a picture in a frame of another page
 * @property {boolean} [fold]  whether one line is drawn for each pair; without it where ties are many
 * @property {import("../filter/thresholds.mjs").Least} [close]  how close a tie must be on its ladder to be shown
 * @property {number} [least]  how many ties an actor must have to be shown
 * @property {string} [centre]  the node in the middle of the ladder; without it the country with most ties
 * @property {Sight} [sight]  what part of the picture is seen, where the reader moved it; without it all of it
 * @property {"name" | "community"} [order]  the order of the matrix; without it whoever has the closest ties first
 * @property {readonly string[]} compared  ids of those set side by side, in the order in which they were chosen
 * @property {string} sort  the column by which the table is sorted, with - before it from the last to the first; empty: the closest first
 */

/**
 * @typedef {object} Store
 * @property {() => State} get
 * @property {() => string} whole  all of the state, as the part of an address after #, however long
 * @property {(change: Partial<State>, inPlace?: boolean) => void} set  in place: without a step that going back would undo
 */

export const STEPS = 3;

/** @type {View[]} */
export const VIEWS = ["ties", "people", "all"];

/** @type {Layout[]} Those to switch between. */
export const LAYOUTS = ["network", "ladder", "map", "table", "matrix", "compare", "lanes"];

/** Those that are no pictures. */
export const FLAT = new Set(["start", "table", "matrix", "compare", "lanes"]);

export const MOST_COMPARED = 5;

/** @type {Readonly<PathAsked>} */
export const ANY_PATH = {
  from: "",
  to: "",
  by: "strongest",
  min: undefined,
  planned: false,
  derived: true,
  maybe: true,
  route: 0,
};

/**
 * The state at first.
 * @param {View} view
 * @param {Layout} [layout]
 * @returns {State}
 */
export function initial(view, layout = "network") {
  return {
    view,
    off: new Set(),
    on: new Set(),
    steps: 1,
    ...UNTOUCHED,
    at: undefined,
    path: undefined,
    layout,
    embed: false,
    compared: [],
    sort: "",
  };
}

/**
 * A change of state that asks for one thing at a time: two days, or a day and a path.
 * @param {Partial<State>} change
 * @returns {Partial<State>}
 */
export function asksOne(change) {
  if (change.days) return { ...change, at: undefined, path: undefined };
  return change.path || change.at !== undefined ? { ...change, days: undefined } : change;
}

/**
 * A change of state, which leaves the start where it says nothing of the layout: for the ladder of a country that is
 * asked for, else for the network.
 * @param {State} state
 * @param {Partial<State>} change
 * @param {(id: string) => boolean} isCountry
 * @returns {Partial<State>}
 */
export function leavingStart(state, change, isCountry) {
  if (state.layout !== "start" || change.layout !== undefined) return change;
  const { node, fact } = change;
  return node !== undefined && fact === undefined && isCountry(node)
    ? { ...change, layout: "ladder", centre: node }
    : { ...change, layout: "network" };
}
