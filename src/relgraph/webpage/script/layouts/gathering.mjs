// Bodies and groups in the place of their members: ties that lead out of them become one line to each, with their number.

import { folded } from "./folding.mjs";
import { membersOn, standIns, standing } from "./members.mjs";
import { MACHINE_READ, otherEnd } from "../data/data.mjs";
import { setWholes } from "./midst.mjs";

/** @typedef {import("./folding.mjs").Folding} Folding */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */
/** @typedef {import("../state/state.mjs").State} State */

/**
 * @typedef {object} Whole  one that stands for its members
 * @property {string[]} members  ids of those shown that it stands for
 * @property {ReadonlySet<string>} inside  ids of the facts among these, which no line tells
 * @property {ReadonlyMap<string, ReadonlySet<string>>} ties  ids of the facts that tie these to another that is drawn, by its id
 * @property {[number, number]} place
 */

/** @typedef {{folding: Folding, wholes: ReadonlyMap<string, Whole>}} Gathering */

/**
 * What is drawn where wholes stand for their members.
 * @param {Model} model
 * @param {State} state
 * @param {Shown} shown  what no filter hides
 * @param {{isFolded: boolean, apart: ReadonlySet<string>}} how  apart: ids of those who are drawn themselves
 * @returns {Gathering | undefined}  undefined where nobody stands for others
 */
export function gathered(model, state, shown, { isFolded, apart }) {
  const members = standIns(membersOn(model, state.at), standing(model, state), apart);
  const inside = [...members].filter(([id]) => shown.nodes.has(id));
  if (!inside.length) return undefined;
  const into = new Map([...members, ...hangersOn(model, shown, members, apart)]);
  const base = isFolded ? folded(model, shown) : { shown, lines: new Map(), members: new Map() };
  const { folding, facts } = bundled(model, base, (id) => into.get(id) ?? id);
  /** @type {Map<string, Whole>} */
  const wholes = new Map();
  for (const whole of new Set(inside.map(([, one]) => one))) {
    const own = inside.filter(([, one]) => one === whole).map(([id]) => id);
    const ties = new Map([...(facts.get(whole) ?? [])].filter(([other]) => other !== whole));
    wholes.set(whole, { members: own, ties, inside: facts.get(whole)?.get(whole) ?? new Set(), place: [0, 0] });
  }
  setWholes(model, state, folding.shown, wholes);
  return { folding, wholes };
}

/**
 * Who is no country or body and hangs on the members of one whole alone, such as who holds an office of one: it goes
 * with them.
 * @param {Model} model
 * @param {Shown} shown
 * @param {ReadonlyMap<string, string>} into
 * @param {ReadonlySet<string>} apart
 * @returns {Map<string, string>}
 */
function hangersOn(model, shown, into, apart) {
  const walked = new Set(model.data.paths?.actors ?? []);
  const isOwn = (/** @type {string} */ id) =>
    into.has(id) || apart.has(id) || walked.has(model.nodes.get(id)?.kind ?? "") || model.nodes.get(id)?.members;
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @type {Set<string>} */
  const seen = new Set();
  for (const start of shown.nodes) {
    if (seen.has(start) || isOwn(start)) continue;
    const { among, touched } = cluster(model, shown, start, (id) => !isOwn(id));
    for (const id of among) seen.add(id);
    const [whole, ...others] = new Set(touched.map((id) => into.get(id) ?? ""));
    if (whole && !others.length) for (const id of among) found.set(id, whole);
  }
  return found;
}

/**
 * What is joined to a node through others like it, and the nodes that it touches beside these.
 * @param {Model} model
 * @param {Shown} shown
 * @param {string} start
 * @param {(id: string) => boolean} isLike
 */
function cluster(model, shown, start, isLike) {
  const among = new Set([start]);
  /** @type {string[]} */
  const touched = [];
  for (const id of among)
    for (const edge of model.at.get(id) ?? []) {
      if (!shown.edges.has(edge.id)) continue;
      const other = otherEnd(edge, id);
      if (isLike(other)) among.add(other);
      else touched.push(other);
    }
  return { among, touched };
}

/** @typedef {Map<string, Map<string, Set<string>>>} Facts  ids of the facts of each that stands for others, by the other end; by its own id those inside */

/**
 * @typedef {object} Bundle
 * @property {string} from
 * @property {string} to
 * @property {GraphEdge[]} edges
 */

/**
 * One line for all that ties two of whom one stands for others; the rest stays as it is.
 * @param {Model} model
 * @param {Folding} base
 * @param {(id: string) => string} standsFor
 * @returns {{folding: Folding, facts: Facts}}
 */
function bundled(model, base, standsFor) {
  const { shown, lines, members } = base;
  const { gone, bundles, facts } = bundlesOf(model, base, standsFor);
  const edges = new Set([...shown.edges].filter((id) => !gone.has(id)));
  const nodes = new Set([...shown.nodes].map(standsFor));
  const made = bundles.map((one) => ({ line: lineOf(one), edges: one.edges }));
  const maybe = new Set([...shown.maybe].filter((id) => edges.has(id) || nodes.has(id)));
  for (const { line, edges: some } of made) if (some.every(({ id }) => shown.maybe.has(id))) maybe.add(line.id);
  const folding = {
    shown: { nodes, edges: new Set([...edges, ...made.map(({ line }) => line.id)]), maybe },
    lines: new Map([...[...lines].filter(([id]) => edges.has(id)), ...made.map(({ line }) => pair(line.id, line))]),
    members: new Map([...members, ...made.map(({ line, edges: some }) => pair(line.id, some))]),
    bundles: new Map(made.map(({ line, edges: some }) => pair(line.id, factsOf(some).size))),
  };
  return { folding, facts };
}

/**
 * What is bundled, and the lines that are gone with it.
 * @param {Model} model
 * @param {Folding} base
 * @param {(id: string) => string} standsFor
 */
function bundlesOf(model, { shown, lines, members }, standsFor) {
  /** @type {Map<string, Bundle>} */
  const bundles = new Map();
  /** @type {Facts} */
  const facts = new Map();
  /** @type {Set<string>} */
  const gone = new Set();
  for (const id of shown.edges) {
    const edge = lines.get(id) ?? model.edges.get(id);
    const [from = "", to = ""] = [edge?.from ?? "", edge?.to ?? ""].map(standsFor).sort();
    if (!edge || [edge.from, edge.to].every((end) => end === from || end === to)) continue;
    gone.add(id);
    for (const some of apart(members.get(id) ?? [edge])) {
      const isRead = some[0]?.origin === MACHINE_READ; // no fact
      if (!isRead) note(facts, from, to, some);
      if (from === to) continue;
      if (!isRead) note(facts, to, from, some);
      const key = JSON.stringify([from, to, isRead]);
      const bundle = bundles.get(key) ?? { from, to, edges: [] };
      bundles.set(key, bundle);
      bundle.edges.push(...some);
    }
  }
  return { gone, bundles: [...bundles.values()], facts };
}

/**
 * What is curated, and what a machine read: neither is bundled or counted with the other.
 * @param {GraphEdge[]} edges
 */
function apart(edges) {
  const isRead = (/** @type {GraphEdge} */ { origin }) => origin === MACHINE_READ;
  return [edges.filter((edge) => !isRead(edge)), edges.filter(isRead)].filter((some) => some.length);
}

/**
 * @template T
 * @param {string} id
 * @param {T} value
 * @returns {[string, T]}
 */
function pair(id, value) {
  return [id, value];
}

/**
 * @param {Facts} facts
 * @param {string} one
 * @param {string} other
 * @param {GraphEdge[]} edges
 */
function note(facts, one, other, edges) {
  const ties = facts.get(one) ?? new Map();
  facts.set(one, ties);
  const known = ties.get(other) ?? new Set();
  ties.set(other, known);
  for (const { fact } of edges) known.add(fact);
}

/** @param {GraphEdge[]} edges */
function factsOf(edges) {
  return new Set(edges.map(({ fact }) => fact));
}

/**
 * The line of a bundle: it says nothing of how close the two are, for it is not they who are tied.
 * @param {Bundle} bundle
 * @returns {GraphEdge}
 */
function lineOf({ from, to, edges }) {
  const [first] = edges;
  const isAll = (/** @type {string} */ effect) => edges.every((edge) => edge.effect === effect);
  return {
    .../** @type {GraphEdge} */ (first),
    id: `bundle of ${factsOf(edges).size} ${first?.origin} ${JSON.stringify([from, to])}`,
    from,
    to,
    relation: "",
    role: undefined,
    ladder: undefined,
    tier: undefined,
    rung: 0,
    effect: ["planned", "ended"].find(isAll) ?? "current",
    origin: first?.origin === MACHINE_READ ? MACHINE_READ : "stated",
    symmetric: true,
  };
}
