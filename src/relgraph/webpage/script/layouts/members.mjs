// Wholes and their members: who is in a body or group on a day, and by which of them each is stood for.

import { NO } from "../data/days.mjs";
import { holdsAt, stoodIn } from "../data/held.mjs";
import { isOn, whoKey } from "../filter/switches.mjs";

/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {{member: string, fact?: string}} Membership  fact: by which one is a member; none where the entry of a group names it */

export const LEAST = 2; // members from which one may stand for them

/** @type {WeakMap<Model, Map<string, Membership[]>>} */
const known = new WeakMap();

/**
 * Whoever is said to be a member of each whole at any time, by its id.
 * @param {Model} model
 * @returns {ReadonlyMap<string, Membership[]>}
 */
function memberships(model) {
  const found = known.get(model) ?? new Map();
  if (known.has(model)) return found;
  known.set(model, found);
  /** @type {(whole: string, membership: Membership) => void} */
  const add = (whole, one) => {
    if (whole === one.member || !model.nodes.has(whole) || !model.nodes.has(one.member)) return;
    const some = found.get(whole);
    if (some) some.push(one);
    else found.set(whole, [one]);
  };
  for (const { id, members = [] } of model.data.nodes) for (const member of members) add(id, { member });
  const { relations } = model.data.terms;
  for (const { relation, from, to, fact } of model.data.edges)
    if (relations[relation]?.gathers) add(to, { member: from, fact });
  return found;
}

/**
 * Whether anybody may stand for members of whom some are shown: soon told, since it asks of no fact whether it holds.
 * @param {Model} model
 * @param {ReadonlySet<string>} shown  ids of nodes
 */
export function mayGather(model, shown) {
  const isShown = (/** @type {Membership} */ { member }) => shown.has(member);
  return [...memberships(model).values()].some((some) => some.filter(isShown).length >= LEAST);
}

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} Members  ids of the members of each whole */

/** @type {WeakMap<Model, {at: number | undefined, members: Members}>} The answer to what was asked last. */
const lastAsked = new WeakMap();

/**
 * The members of each whole that has some, on a day on which they may have been, or as the sources tell it.
 * @param {Model} model
 * @param {number | undefined} at
 * @returns {Members}
 */
export function membersOn(model, at) {
  const last = lastAsked.get(model);
  if (last && last.at === at) return last.members;
  const holds = holdsAt(model.data, at);
  const isIn = (/** @type {Membership} */ { member, fact }) =>
    fact === undefined || (holds(fact) !== NO && stoodIn(model.data, fact, member, at) !== NO);
  const all = [...memberships(model)].map(
    ([whole, some]) => /** @type {const} */ ([whole, new Set(some.filter(isIn).map(({ member }) => member))]),
  );
  const members = new Map(all.filter(([, { size }]) => size >= LEAST));
  lastAsked.set(model, { at, members });
  return members;
}

/**
 * Ids of those chosen to stand for their members whose kind the legend has not switched off.
 * @param {Model} model
 * @param {State} state
 */
export function standing(model, state) {
  const isLeft = (/** @type {string} */ id) => isOn(state, whoKey(model.nodes.get(id) ?? { kind: "" }));
  return new Set([...state.gathered].filter(isLeft));
}

/**
 * By whom each member is stood for: of several by that of the fewest members, and of a whole in a larger one by the
 * larger. Who is to stand apart is stood for by nobody.
 * @param {Members} members
 * @param {ReadonlySet<string>} wholes  those that stand for their members
 * @param {ReadonlySet<string>} apart
 * @returns {Map<string, string>}
 */
export function standIns(members, wholes, apart) {
  const size = (/** @type {string} */ id) => members.get(id)?.size ?? 0;
  const order = [...wholes].filter((id) => size(id) > 0).sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  /** @type {Map<string, string>} */
  const into = new Map();
  const topOf = (/** @type {string} */ id) => {
    let top = id;
    for (let next = into.get(top); next !== undefined; next = into.get(top)) top = next;
    return top;
  };
  for (const whole of order)
    for (const member of members.get(whole) ?? [])
      if (!into.has(member) && !apart.has(member) && topOf(whole) !== member) into.set(member, whole);
  return new Map([...into.keys()].map((id) => [id, topOf(id)]));
}
