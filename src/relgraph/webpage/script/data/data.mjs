// The data of the page: its types, and the indexes that every other module asks.

import { unpacked } from "./unpack.mjs";
import { withRegions } from "./regions.mjs";

export const MACHINE_READ = "machine-read"; // the origin of a count of events that no curator looked at

/**
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {string} label
 * @property {string} [called]  its name inside a sentence, where that begins with a small letter
 * @property {string} [article]  what stands before its name there
 * @property {string} kind
 * @property {string} [type]  a narrower kind
 * @property {string} [iso]
 * @property {string} [part_of]  id of what it belongs to
 * @property {string} [fact]  the fact that the node stands for
 * @property {string[]} [members]  ids of those whom the entry of a group names
 * @property {string[]} names  every name, alias, id and code it is found by
 * @property {string[]} facts  ids of the facts in which it takes part
 * @property {number} x  place when everything is drawn
 * @property {number} y
 * @property {[number, number]} [home]  place when only ties are drawn
 * @property {[number, number]} [map]  place on the map, from its middle
 * @property {number} [community]  number of the community that it is in, the largest being 1
 */

/**
 * @typedef {object} GraphEdge
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {string} relation
 * @property {string} [role]  the actor's role in a fact that is a node
 * @property {string} [ladder]
 * @property {string} [tier]
 * @property {number} rung  0: not on a ladder
 * @property {string} status
 * @property {string} effect
 * @property {string} origin  stated, derived, machine-read or reference
 * @property {boolean} symmetric
 * @property {boolean} tie  one of the ties that paths walk
 * @property {boolean} [stood_for]  whether a kind of relation stands for its rung
 * @property {boolean} implied  derived, and a closer tie joins the same two
 * @property {string} fact
 */

/**
 * @typedef {object} Evidence
 * @property {string} source
 * @property {number} paragraph
 * @property {string[]} terms
 * @property {"text" | "index" | "table" | "cited"} verified
 * @property {string} [row]  the key of the row, where the source is a table: `paragraph` is then its number, or 0
 * @property {string[]} [columns]  what cells of the row give, each with the number of its column
 * @property {string} [minor]  what it is there for, where others carry the fact
 * @property {boolean} [inferred]  the curator concludes from it
 */

/**
 * @typedef {object} Group  a group that a fact is told of, and not each of its members
 * @property {string} near  whom the fact ties with it
 * @property {string[]} kinds  of actors that may be meant, where no members are named
 * @property {string[]} [members]
 * @property {number} [level]  the class of the fact's rung
 * @property {string} told  the pointer to it
 * @property {string} [told_then]  the same for the days on which what is over held
 */

/**
 * @typedef {object} Fact
 * @property {string} says
 * @property {string} [name]  of a fact that is a node
 * @property {string} kind
 * @property {string} [type]
 * @property {string} [tier]
 * @property {string} [ladder]  the ladder of its ends, where it has a tier
 * @property {number} [level]  the class of its rung, where paths walk it and it has one
 * @property {[number, number, string, string][]} [steps]  the steps that paths may take over it: how it reads there and back, from, to
 * @property {number[][]} [steps_then]  how each read, there and back, while what is over held
 * @property {string} status
 * @property {string} effect
 * @property {string} origin
 * @property {{role: string, id: string, away?: string[][]}[]} ends  away: the days on which one left and came back; empty if it did not
 * @property {string} [on]
 * @property {string} [since]
 * @property {string} [until]
 * @property {string} [seen]
 * @property {string} [dates]  all of its dates in words
 * @property {string[]} [dated]  which of them rest on what a card says of its source, and how
 * @property {{says: string, status: string, effect: string}} [then]  how what is over was told while it held
 * @property {{day: number, says: string}[]} [told]  how what some left and came back to was told, each from a day on, in order
 * @property {boolean} [undated]  without any date, though one of its kind can have one
 * @property {string} [lasts]  whether it still held when its sources spoke; left out where it did
 * @property {string} [counted]  the day of a total
 * @property {string} [effective]  the day from which what happened counts, where it is another
 * @property {string[]} [closed_by]  ids of the facts by which it ended, for some or for all
 * @property {string[]} [per]  who says so
 * @property {string} [note]
 * @property {string} [stance]
 * @property {boolean} [disputed]
 * @property {boolean} [inferred]  by the curator: no source says it in so many words
 * @property {boolean} [refused]  by relgraph check
 * @property {string} [rule]
 * @property {string[]} [premises]
 * @property {string[]} [beside]  how many publishers corroborate it, and what other sources say instead
 * @property {number} [publishers]  how many bear it by themselves
 * @property {string[]} [rivals]  ids of facts by which other sources give another tier for the same time
 * @property {Group[]} [groups]  groups at its ends that it is told of as such, where paths would walk it
 * @property {number[][]} [climbs]  of those that a pair may climb: the number of each, and how high this is on it
 * @property {Record<string, string>} [unsaid]  the fields that its sentence leaves out
 * @property {Count} [count]  of a stated count
 * @property {Evidence[]} [evidence]
 * @property {string} [file]  where it is written
 * @property {number} [line]
 */

/** @typedef {{title: string, publisher: string, published: string, author?: string, url?: string, archived?: string, retrieved?: string, paragraphs?: Record<string, string>}} Source  paragraphs: only in a page for one's own machine */
/** @typedef {{says: string, counts: string | null, named: string[], derived: string[], unnamed: number, exact: boolean}} Count  what a stated count says, ids of its members, and how many are missing */
/** @typedef {{label: string, plural: string, figure?: boolean, acts?: boolean, gathers?: boolean, held?: boolean}} KindTerm  figure: whether its facts are numbers said of their first end; acts: of a relation, whether its first end acts for its second; gathers: whether it is a member of that; held: of an actor, whether it may stand there */
/** @typedef {{id: string, label: string, level?: number}} Tier  level: the class of a rung, by which ladders compare */
/** @typedef {{label: string, owners: string[], rungs: Tier[], beside: Tier[]}} Ladder  rungs: lowest first; owners: ids, none for nobody's */

/**
 * @typedef {object} Terms
 * @property {Record<string, KindTerm>} actors
 * @property {Record<string, KindTerm>} relations
 * @property {Record<string, {label: string}>} statuses
 * @property {Record<string, Ladder>} ladders
 */

/** @typedef {{unit: number, land: number[][], rim: [number, number][]}} Land  outlines in units from the middle of the map: the first corner, then steps; unit: in pixels; rim: corners of its eastern edge from north to south, in pixels; the western is the same */

/** @typedef {{caption: string, state: string}} StoryStep  state: of the page, as the part of an address after # */
/** @typedef {{title: string, steps: StoryStep[]}} Story */

/**
 * @typedef {object} Payload
 * @property {GraphNode[]} nodes
 * @property {GraphEdge[]} edges
 * @property {Record<string, Fact>} facts
 * @property {Record<string, string>} others  names of those that a fact mentions, or whose ladder is told, and that are not drawn
 * @property {Record<string, Source>} sources
 * @property {Terms} terms
 * @property {Record<string, string[]>} [regions]  ids of the nodes in each region of the world (M49)
 * @property {string[]} changes  the words for what changes between two days, in the order in which it is told
 * @property {Land} [map]  where anything has a place on it
 * @property {Story[]} [stories]
 * @property {string} [part]  of which part of its dataset the page is made
 * @property {Record<string, number[]>} [spans]  every date as written: its first and last day, and 1 for a `?`
 * @property {Paths} [paths]
 * @property {SilenceTerms} [silence]
 */

/** @typedef {{told: string, kinds: string[], span: number[], actors?: string[], coded?: string[], listed?: Record<string, number[][]>}} Covered  what a source covers: kinds of relation, in the days of a span, between whom: those named, or coded by a scheme and on days listed in it */
/** @typedef {{kind: string, told: string, between: string[], span: number[]}} Sought  a search that found nothing */
/** @typedef {{kind: string, kinds: string[], but?: string[]}} Closing  a kind of relation that ends by facts of another, if they are of these narrower kinds; but: the facts by which it does not */
/** @typedef {{labels: Record<string, string>, nodes: string[], covered?: Covered[], sought?: Sought[], closes?: Record<string, Closing[]>}} SilenceTerms  labels: of the kinds that paths walk; nodes: kinds whose facts are nodes */

/**
 * @typedef {object} Paths
 * @property {string[]} kinds  of relation that paths walk
 * @property {string[]} actors  kinds of actor that paths go through
 * @property {import("../ask/rungs.mjs").Rung[]} rungs
 * @property {Record<string, string>[]} compare  rungs of several ladders, by ladder, that stand equal
 * @property {string[]} readings  the sentences of steps, with U+E000 and U+E001 where the names of their ends go
 */

/**
 * @typedef {object} Model
 * @property {Payload} data
 * @property {Map<string, GraphNode>} nodes
 * @property {Map<string, GraphEdge>} edges
 * @property {Map<string, GraphEdge[]>} at  edges that touch a node
 * @property {Map<string, GraphEdge[]>} drawn  edges that a fact is drawn as
 * @property {Map<string, number>} weight  how much a node matters: its ties, others counting a quarter
 */

/**
 * Read the payload that stands in the page.
 * @param {Document} page
 * @returns {Payload}
 */
export function readPayload(page) {
  return withRegions(/** @type {Payload} */ (unpacked(JSON.parse(page.getElementById("data")?.textContent ?? "null"))));
}

/**
 * Index the payload.
 * @param {Payload} data
 * @returns {Model}
 */
export function makeModel(data) {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
  /** @type {Map<string, GraphEdge[]>} */
  const at = new Map(data.nodes.map((node) => [node.id, []]));
  /** @type {Map<string, GraphEdge[]>} */
  const drawn = new Map();
  /** @type {Map<string, number>} */
  const weight = new Map();
  /** @type {(end: string, edge: GraphEdge) => void} */
  const add = (end, edge) => {
    at.get(end)?.push(edge);
    weight.set(end, (weight.get(end) ?? 0) + mattering(edge));
  };
  for (const edge of data.edges) {
    add(edge.from, edge);
    if (edge.to !== edge.from) add(edge.to, edge);
    const same = drawn.get(edge.fact);
    if (same) same.push(edge);
    else drawn.set(edge.fact, [edge]);
  }
  return { data, nodes, edges, at, drawn, weight };
}

/**
 * How much an edge makes its ends matter; one that a machine read does not.
 * @param {GraphEdge} edge
 */
function mattering({ tie, implied, origin }) {
  if (origin === MACHINE_READ) return 0;
  return tie && !implied ? 1 : 0.25;
}

/**
 * Ids of the nodes within some steps of a node, over the edges that are shown.
 * @param {Model} model
 * @param {string} start
 * @param {number} steps
 * @param {ReadonlySet<string>} shown  ids of the edges that may be walked
 * @returns {Set<string>}
 */
export function neighbourhood(model, start, steps, shown) {
  const reached = new Set([start]);
  let front = [start];
  for (let step = 0; step < steps; step += 1) {
    front = front.flatMap((id) =>
      (model.at.get(id) ?? []).filter((edge) => shown.has(edge.id)).map((edge) => otherEnd(edge, id)),
    );
    front = [...new Set(front)].filter((id) => !reached.has(id));
    for (const id of front) reached.add(id);
  }
  return reached;
}

/**
 * @param {GraphEdge} edge
 * @param {string} id  one end
 */
export function otherEnd(edge, id) {
  return edge.from === id ? edge.to : edge.from;
}

/**
 * What a kind of node is called: kinds of actor and kinds of fact share one set of names here.
 * @param {Terms} terms
 * @param {string} kind
 * @returns {KindTerm}
 */
export function kindTerm(terms, kind) {
  return terms.actors[kind] ?? terms.relations[kind] ?? { label: kind, plural: kind };
}
