// The ladder: a country in the middle, its partners in rings by how close they are, the closest nearest.

import { capital } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { otherEnd, tierLabel } from "../data/data.mjs";
import { rungHeight } from "../looks/looks.mjs";
import { tieKey } from "../filter/switches.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/** @typedef {{x: number, y: number, label: string, edge: GraphEdge | undefined}} LadderRing  half axes in pixels; edge: one of the tier, undefined for what is on no ladder */
/** @typedef {{places: Map<string, [number, number]>, rings: LadderRing[], shown: Shown}} LadderLayout */
/** @typedef {{key: string, height: number, edge: GraphEdge | undefined}} Closeness */
/** @typedef {Closeness & {planned: boolean}} Standing  planned: nothing that holds joins the two on a ladder */

const INNERMOST = 165; // pixels from the middle to the first ring
const APART = 112; // and from ring to ring
const OUTSIDE = 58; // how far outside their ring the partners stand that are only planned
const SLOT = 124; // pixels of a ring that a node takes with its name
const NAME_LETTER = 9; // pixels of a ring that a letter of the ring's own name takes
const LONGEST = 1.3; // how much longer rings may be along the longer side of the room that they have
const WIDER = 1.45; // how much wider a ring may grow so that all stand in one row
const SHIFTS = [0, 0.3, -0.3, 0.15, -0.15]; // of a slot: nodes of one ring do not hide behind those of the next
const NO_LADDER = "other";
const ELSE = "other ties";
const ROW_APART = 0.75; // of the way between rings: how far rows of one ring stand apart
const FIRM = new Set(["current", "occurred"]);

/**
 * Countries that can stand in the middle, by name; those that are not shown cannot.
 * @param {Model} model
 * @param {Shown} shown
 * @returns {GraphNode[]}
 */
export function centres(model, shown) {
  const found = model.data.nodes.filter((node) => node.kind === "country" && shown.nodes.has(node.id));
  return found.sort((a, b) => compare(fold(a.label), fold(b.label)));
}

/**
 * Who stands in the middle: who was asked for, else the country with most ties.
 * @param {Model} model
 * @param {Shown} shown
 * @param {string | undefined} asked
 * @returns {string | undefined}
 */
export function centreOf(model, shown, asked) {
  if (asked !== undefined && shown.nodes.has(asked)) return asked;
  const weight = (/** @type {GraphNode} */ node) => model.weight.get(node.id) ?? 0;
  return centres(model, shown).sort((a, b) => weight(b) - weight(a))[0]?.id;
}

/**
 * Lay out what is shown around a node. Only its ties stay, and what they lead to: a partner, or a thing both share
 * (a mission, an agreement) with the partners that it leads to.
 * @param {Model} model
 * @param {Shown} shown
 * @param {string} centre
 * @param {number} aspect  of the room for it: how much wider it is than high
 * @returns {LadderLayout}
 */
export function ladderOf(model, shown, centre, aspect) {
  const stretch = Math.max(1 / LONGEST, Math.min(LONGEST, aspect));
  const edgesAt = (/** @type {string} */ id) => (model.at.get(id) ?? []).filter((edge) => shown.edges.has(edge.id));
  const own = edgesAt(centre);
  const shared = [...new Set(own.map((edge) => otherEnd(edge, centre)))].filter(
    (id) => model.nodes.get(id)?.fact !== undefined,
  );
  const edges = [...own, ...shared.flatMap(edgesAt)];
  const slots = slotsOf(model, centre, own, new Map(shared.map((id) => [id, edgesAt(id)])));
  /** @type {LadderLayout} */
  const layout = {
    places: new Map([[centre, [0, 0]]]),
    rings: [],
    shown: { ...shown, nodes: new Set(), edges: new Set(edges.map(({ id }) => id)) },
  };
  let radius = INNERMOST - APART;
  for (const [index, { ring, firm, planned }] of ringsOf(slots).entries()) {
    const label = capital(ring.edge ? (tierLabel(model.data.terms, ring.edge.tier, ring.edge.ladder) ?? "") : ELSE);
    const free = label.length * NAME_LETTER;
    const widest = ring.edge ? WIDER : 1; // what is on no ladder has no place of its own: rows take less room
    radius = setAround(layout.places, firm, {
      radius: radius + APART,
      widest,
      free,
      shift: SHIFTS[index % SHIFTS.length] ?? 0,
      stretch,
    });
    const [x, y] = axes(radius, stretch);
    layout.rings.push({ x, y, label, edge: ring.edge });
    if (planned.length)
      radius = setAround(layout.places, planned, { radius: radius + OUTSIDE, widest, free, shift: 0, stretch });
  }
  for (const id of layout.places.keys()) layout.shown.nodes.add(id);
  return layout;
}

/** @typedef {{id: string, standing: Standing}} Slot */

/**
 * Who stands in the rings: each partner, behind it what it shares with the one in the middle.
 * @param {Model} model
 * @param {string} centre
 * @param {GraphEdge[]} own  ties of the one in the middle
 * @param {Map<string, GraphEdge[]>} shared  things shared, with their ties
 * @returns {Slot[]}
 */
function slotsOf(model, centre, own, shared) {
  const direct = own.map((edge) => otherEnd(edge, centre)).filter((id) => id !== centre && !shared.has(id));
  const through = [...shared]
    .flatMap(([id, edges]) => edges.map((edge) => otherEnd(edge, id)))
    .filter((id) => id !== centre && !shared.has(id));
  const partners = inOrder(model, new Set([...direct, ...through]));
  const waiting = new Set(inOrder(model, shared.keys()));
  /** @type {Slot[]} */
  const slots = [];
  for (const id of partners) {
    const standing = standingOf(
      model,
      own.filter((edge) => otherEnd(edge, centre) === id),
    );
    slots.push({ id, standing });
    for (const thing of [...waiting].filter((one) => shared.get(one)?.some((edge) => otherEnd(edge, one) === id))) {
      waiting.delete(thing);
      slots.push({ id: thing, standing });
    }
  }
  return [...slots, ...[...waiting].map((id) => ({ id, standing: { ...AFAR, planned: false } }))];
}

/**
 * Like beside like: by kind, in the order of the vocabulary, then by name.
 * @param {Model} model
 * @param {Iterable<string>} ids
 */
function inOrder({ nodes, data: { terms } }, ids) {
  const kinds = new Map(
    [...Object.keys(terms.actors), ...Object.keys(terms.relations)].map((kind, rank) => [kind, rank]),
  );
  const keys = Array.from(ids, (id) => ({
    id,
    rank: kinds.get(nodes.get(id)?.kind ?? "") ?? kinds.size,
    name: fold(nodes.get(id)?.label ?? ""),
  }));
  return keys.sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.id, b.id)).map(({ id }) => id);
}

/** @type {Closeness} */
const AFAR = { key: NO_LADDER, height: -1, edge: undefined };

/**
 * How close ties make two: what holds counts first; what is only agreed or planned, where nothing holds.
 * @param {Model} model
 * @param {GraphEdge[]} edges
 * @returns {Standing}
 */
function standingOf(model, edges) {
  const rung = (/** @type {GraphEdge} */ edge) => rungHeight(edge, model.data.terms) ?? -1;
  const ranked = edges.filter((edge) => rung(edge) >= 0 && edge.effect !== "ended").sort((a, b) => rung(b) - rung(a));
  const firm = ranked.find((edge) => FIRM.has(edge.effect));
  const best = firm ?? ranked[0];
  return best ? { key: tieKey(best), height: rung(best), edge: best, planned: !firm } : { ...AFAR, planned: false };
}

/**
 * The rings, the closest first; each with those that stand in it and those that only plan to.
 * @param {Slot[]} slots
 * @returns {{ring: Closeness, firm: string[], planned: string[]}[]}
 */
function ringsOf(slots) {
  /** @type {Map<string, {ring: Closeness, firm: string[], planned: string[]}>} */
  const found = new Map();
  for (const { id, standing } of slots) {
    const known = found.get(standing.key) ?? { ring: standing, firm: [], planned: [] };
    (standing.planned ? known.planned : known.firm).push(id);
    found.set(standing.key, known);
  }
  return [...found.values()].sort((a, b) => b.ring.height - a.ring.height || compare(a.ring.key, b.ring.key));
}

/**
 * Set nodes around the middle. Where one row does not hold them, neighbours stand in different rows, and every name has
 * the room of several; the top is left free for the ring's name.
 * @param {Map<string, [number, number]>} places
 * @param {string[]} ids
 * @param {{radius: number, widest: number, free: number, shift: number, stretch: number}} how  radius of the first row and by how much it may grow, pixels to leave free at the top, and by how much of a slot nodes stand off its middle
 * @returns {number}  the radius of the last row
 */
function setAround(places, ids, { radius: least, widest, free, shift, stretch }) {
  const round = Math.PI * axes(1, stretch).reduce((sum, axis) => sum + axis, 0);
  const needed = (ids.length * SLOT + free) / round;
  const radius = needed <= least * widest ? Math.max(needed, least) : least;
  const rows = Math.max(1, Math.ceil((ids.length * SLOT) / Math.max(SLOT, radius * round - free) - 1e-9));
  const gap = Math.min(Math.PI, (2 * Math.PI * free) / (radius * round));
  for (const [index, id] of ids.entries()) {
    const angle = -Math.PI / 2 + gap / 2 + ((index + 0.5 + shift) / ids.length) * (2 * Math.PI - gap);
    const [x, y] = axes(radius + (index % rows) * APART * ROW_APART, stretch);
    places.set(id, [x * Math.cos(angle), y * Math.sin(angle)]);
  }
  return radius + (rows - 1) * APART * ROW_APART;
}

/**
 * @param {number} radius
 * @param {number} stretch
 * @returns {[number, number]}  half axes sideways and upwards
 */
function axes(radius, stretch) {
  return stretch < 1 ? [radius, radius / stretch] : [radius * stretch, radius];
}
