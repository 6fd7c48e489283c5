// The ladder: a country in the middle, its partners in rings by how close they are, the closest nearest.

import { bands } from "./bands.mjs";
import { capital } from "../basics/words.mjs";
import { compare, fold } from "../basics/names.mjs";
import { ladderLabel, levelOf, ownLadder, tierLabel } from "../data/ladders.mjs";
import { otherEnd } from "../data/data.mjs";
import { rungHeight } from "../looks/looks.mjs";
import { seatsOf, shortTotals, takenOut } from "./unnamed.mjs";
import { setBand } from "./rings.mjs";
import { tieKey } from "../filter/switches.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

/** @typedef {import("./rings.mjs").LadderRing} LadderRing */
/** @typedef {import("./rings.mjs").Title} Title */
/** @typedef {{places: Map<string, [number, number]>, rings: LadderRing[], titles: Title[], seats: import("./unnamed.mjs").Seat[], shown: Shown}} LadderLayout  titles: of the sectors; seats: of those whom a source counts and nobody names */

/**
 * @typedef {object} Standing  how close one is to the one in the middle
 * @property {string} key  those alike stand in one ring
 * @property {number} height  share of the ladder below it; -1 off the ladders
 * @property {number} [level]  the class of the rung, by which ladders compare
 * @property {GraphEdge} [edge]
 * @property {boolean} planned  nothing that holds joins the two on a ladder
 */

/** @typedef {{standing: Standing, edges: GraphEdge[], firm: string[], planned: string[], seats: string[]}} Ring  those that stand in it, those that only plan to, and seats of those not named; one edge for each tier */

const NO_LADDER = "other";
const ELSE = "other ties";
const LONGEST = 1.3; // how much longer rings may be along the longer side of the room that they have
const LETTER = 9; // pixels of a ring that a letter of its name takes
const FITTED = 560; // pixels from the middle to the outermost ring, for which that is so
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
 * @param {number} [at]  the day asked for
 * @param {ReadonlyMap<string, GraphEdge>} [lines]  those that are drawn for things of two parties
 * @returns {LadderLayout}
 */
export function ladderOf(model, shown, centre, aspect, at = undefined, lines = new Map()) {
  const stretch = Math.max(1 / LONGEST, Math.min(LONGEST, aspect));
  const made = [...lines.values()];
  const edgesAt = (/** @type {string} */ id) =>
    [...(model.at.get(id) ?? []), ...made.filter(({ from, to }) => from === id || to === id)].filter((edge) =>
      shown.edges.has(edge.id),
    );
  const own = edgesAt(centre);
  const shared = [...new Set(own.map((edge) => otherEnd(edge, centre)))].filter(
    (id) => model.nodes.get(id)?.fact !== undefined,
  );
  const edges = [...own, ...shared.flatMap(edgesAt)];
  const slots = slotsOf(model, centre, own, new Map(shared.map((id) => [id, edgesAt(id)])));
  const totals = shortTotals(model, centre, at);
  const seated = ringsOf(slots).map((ring) => ({ ...ring, seats: seatsOf(model, ring.edges, totals, at) }));
  const rings = bands(seated, comparing(model));
  const tried = layOut(model, centre, rings, stretch, LETTER);
  const letter = (tried.radius / FITTED) * LETTER; // seen from farther away, names take more room
  const { radius: _, ...layout } = letter > LETTER ? layOut(model, centre, rings, stretch, letter) : tried;
  const seats = takenOut(layout.places);
  const drawn = { ...shown, nodes: new Set(layout.places.keys()), edges: new Set(edges.map(({ id }) => id)) };
  return { ...layout, seats, shown: drawn };
}

/**
 * @param {Model} model
 * @param {string} centre
 * @param {Ring[][][]} found  bands of sectors
 * @param {number} stretch
 * @param {number} letter  pixels that a letter of a ring's name takes
 */
function layOut(model, centre, found, stretch, letter) {
  /** @type {import("./rings.mjs").Laid} */
  const laid = { places: new Map([[centre, [0, 0]]]), rings: [], titles: [] };
  let radius = 0;
  let told = "";
  for (const sectors of found) {
    const titles = sectors.map((rings) => titleOf(model, rings));
    const named = sectors.map((rings, index) => ({
      title: titles[index] === told ? "" : (titles[index] ?? ""),
      rings: rings.map((ring) => ({ ...ring, firm: [...ring.firm, ...ring.seats], label: labelOf(model, ring) })),
    }));
    radius = setBand(laid, named, radius, { stretch, letter });
    told = titles.join();
  }
  return { ...laid, radius };
}

/**
 * How two rings stand to each other: which is the closer, or that nothing says so.
 * @param {Model} model
 * @returns {(one: Ring, other: Ring) => number | undefined}  below 0: the first is closer
 */
function comparing({ data: { paths } }) {
  return ({ standing: one }, { standing: other }) => {
    const isRanked = one.height >= 0 && other.height >= 0 && isRung(one) && isRung(other);
    if (!isRanked) return Number(isRung(other)) - Number(isRung(one)) || undefined;
    if (one.level === undefined || other.level === undefined)
      return one.edge?.ladder === other.edge?.ladder ? other.height - one.height : undefined;
    if (paths?.rungs[other.level]?.above.includes(one.level)) return -1;
    return paths?.rungs[one.level]?.above.includes(other.level) ? 1 : undefined;
  };
}

/**
 * Whether a ring is that of a rung: labels beside a ladder, and ties on none, have no rank.
 * @param {Standing} standing
 */
function isRung({ edge, height }) {
  return height >= 0 && (edge?.rung ?? 0) > 0;
}

/**
 * What a ring is called; whose ladder it is on, the title tells.
 * @param {Model} model
 * @param {Ring} ring
 */
function labelOf({ data: { terms } }, { edges }) {
  const called = edges.map(({ ladder, tier, relation }) =>
    tier === undefined ? (terms.relations[relation]?.label ?? relation) : (tierLabel(terms, ladder, tier) ?? tier),
  );
  return capital([...new Set(called)].join(" / ") || ELSE);
}

/**
 * Whose ladder a sector shows.
 * @param {Model} model
 * @param {Ring[]} rings
 */
function titleOf({ data: { terms } }, rings) {
  const ladders = rings
    .flatMap(({ edges }) => edges)
    .flatMap(({ ladder, tier }) => ownLadder(terms, ladder, tier) ?? []);
  return [...new Set(ladders)].map((ladder) => ladderLabel(terms, ladder)).join(" / ");
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

/** @type {Omit<Standing, "planned">} */
const AFAR = { key: NO_LADDER, height: -1 };

/**
 * How close ties make two: what holds counts first; what is only agreed or planned, where nothing holds.
 * @param {Model} model
 * @param {GraphEdge[]} edges
 * @returns {Standing}
 */
function standingOf({ data: { terms, facts } }, edges) {
  const rung = (/** @type {GraphEdge} */ edge) => rungHeight(edge, terms) ?? -1;
  const ranked = edges.filter((edge) => rung(edge) >= 0 && edge.effect !== "ended").sort((a, b) => rung(b) - rung(a));
  const firm = ranked.find((edge) => FIRM.has(edge.effect));
  const best = firm ?? ranked[0];
  if (!best) return { ...AFAR, planned: false };
  const level = levelOf(terms, best.ladder, best.tier) ?? (best.rung > 0 ? facts[best.fact]?.level : undefined);
  const key = level === undefined ? tieKey(best) : `level ${level}`;
  return { key, height: rung(best), level, edge: best, planned: !firm };
}

/**
 * The rings, the closest of each ladder first.
 * @param {Slot[]} slots
 * @returns {Ring[]}
 */
function ringsOf(slots) {
  /** @type {Map<string, Ring>} */
  const found = new Map();
  for (const { id, standing } of slots) {
    const known = found.get(standing.key) ?? { standing, edges: [], firm: [], planned: [], seats: [] };
    const { edge } = standing;
    (standing.planned ? known.planned : known.firm).push(id);
    if (edge && !known.edges.some((one) => tieKey(one) === tieKey(edge))) known.edges.push(edge);
    found.set(standing.key, known);
  }
  const level = (/** @type {Ring} */ { standing }) => standing.level ?? -1;
  return [...found.values()].sort(
    (a, b) => level(b) - level(a) || b.standing.height - a.standing.height || compare(a.standing.key, b.standing.key),
  );
}
