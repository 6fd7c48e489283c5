// What the picture shows, and how each node and tie looks now: in focus or out of it, pointed at, certain or maybe so.

import {
  FADED,
  MAYBE_ALPHA,
  bundleWidth,
  edgeLook,
  headFor,
  nodeRadius,
  wholeRadius,
  withAlpha,
} from "../looks/looks.mjs";
import { grouped } from "../basics/words.mjs";

/** @typedef {import("../layouts/arrangement.mjs").Arrangement} Arrangement */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../filter/focus.mjs").Focus} Focus */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

const CHOSEN = 1.5; // pixels that a chosen edge is wider
export const DISTINCT = 0.72; // zoom at which shapes are as large as on paper; fitted from farther away, they are drawn larger
const LARGEST = 1.7; // but at most so much
const RIM = 9; // pixels of the picture from the shape of one that stands for its members to where its rim ends
const SMALLEST = 0.2; // and on a map, looked at closely, smaller: places near each other come apart
const FEW = 60; // shapes on a map beyond which they grow less, so that the land is seen between them
const CROWDED = 0.5; // but at least so much
const STEPS_OF_GROWTH = 20; // in which shapes grow by one

/** Knows nothing of canvas or browser: it only answers how things look. */
export class Scene {
  /** @type {Focus | null} */
  #focus = null;
  /** @type {ReadonlySet<string>} Ids of the nodes at the ends of lines that stand out. */
  #joined = new Set();
  /** @type {string | null} Id of the node or edge that the pointer rests on. */
  hovered = null;
  /** @type {Arrangement["backdrop"]} */
  backdrop = null;
  /** @type {Arrangement["routes"]} The ways of edges that do not go straight. */
  routes = undefined;
  /** @type {ReadonlyMap<string, import("../lines/marks.mjs").Mark>} What changed, by the ids of the lines that tell of it. */
  #marks = new Map();
  /** @type {import("../layouts/folding.mjs").Folding | undefined} What lines stand for, where there is one for each pair. */
  #folding;
  /** @type {Map<string, string>} Ids of the lines that stand for ties, by the ids of these. */
  #standsFor = new Map();
  /** @type {import("../layouts/as_one.mjs").Wholes} Those that stand for their members. */
  wholes = new Map();
  /** @type {Map<string, EdgeLook>} The looks of edges that were asked for, by their ids. */
  #looks = new Map();
  /** @type {Map<string, EdgeLook>} Edges of one kind share one look, so that they are drawn together. */
  #alike = new Map();
  /** @type {Map<string, number>} */
  #radii;
  /** How much larger shapes and lines are drawn than planned. */
  #growth = 1;
  /** @type {Map<EdgeLook, EdgeLook[]>} How a look is drawn in focus and out of it, certain and maybe, marked and not. */
  #drawnLooks = new Map();

  /**
   * @param {Model} model
   * @param {Palette} palette
   * @param {Shown} shown
   */
  constructor(model, palette, shown) {
    this.model = model;
    this.palette = palette;
    this.shown = shown;
    this.#radii = new Map(model.data.nodes.map((node) => [node.id, nodeRadius(node, model)]));
  }

  /** What stands out while the rest is faded; null for nothing. */
  get focus() {
    return this.#focus;
  }

  set focus(focus) {
    this.#focus = focus;
    const lines = focus && this.#folding ? [...focus.edges].flatMap((id) => this.#standsFor.get(id) ?? []) : [];
    this.#joined = new Set(lines.flatMap((id) => this.lineFor(id) ?? []).flatMap(({ from, to }) => [from, to]));
  }

  /** Ids of the nodes that stand out, and of those who stand for such. */
  get standingOut() {
    return new Set([...(this.#focus?.nodes ?? []), ...this.#joined]);
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.palette = palette;
    this.#looks.clear();
    this.#alike.clear();
    this.#drawnLooks.clear();
  }

  /**
   * Draw shapes as large as a zoom needs for them to be told apart.
   * @param {number} scale
   * @returns {boolean}  whether they are of another size now
   */
  growFor(scale) {
    const onMap = this.backdrop?.land !== undefined;
    const most = onMap ? Math.max(CROWDED, LARGEST * Math.min(1, Math.sqrt(FEW / this.shown.nodes.size))) : LARGEST;
    const least = onMap ? SMALLEST : 1;
    const growth = Math.round(Math.min(most, Math.max(least, DISTINCT / scale)) * STEPS_OF_GROWTH) / STEPS_OF_GROWTH;
    if (growth === this.#growth) return false;
    this.#growth = growth;
    this.#drawnLooks.clear();
    return true;
  }

  /**
   * The radius of a node, in pixels of the picture.
   * @param {string} id
   */
  radius(id) {
    const members = this.wholes.get(id)?.members.length;
    const own = this.#radii.get(id) ?? 0;
    return (members === undefined ? own : Math.max(own, wholeRadius(members))) * this.#growth;
  }

  /**
   * How far a node reaches with the rim of one that stands for its members, in pixels of the picture.
   * @param {string} id
   */
  reach(id) {
    return this.radius(id) + (this.wholes.has(id) ? RIM : 0);
  }

  /**
   * What is written beside a node: its name, and how many members it stands for.
   * @param {import("../data/data.mjs").GraphNode} node
   */
  nameOf({ id, label }) {
    const members = this.wholes.get(id)?.members.length;
    return members === undefined ? label : `${label} (${grouped(members)})`;
  }

  /**
   * How many facts a line bundles that leads to one in the place of its members; undefined for any other.
   * @param {string} id
   */
  bundled(id) {
    return this.#folding?.bundles?.get(id);
  }

  /**
   * How many pairs of members, or of members and another, the ties of a line join.
   * @param {string} id
   */
  pairs(id) {
    const line = this.lineFor(id);
    const behind = new Set([line?.from ?? "", line?.to ?? ""].flatMap((end) => this.wholes.get(end)?.members ?? [end]));
    const pairs = (this.#folding?.members.get(id) ?? []).map(({ from, to }) => [from, to].sort());
    const own = pairs.filter((ends) => ends.every((end) => behind.has(end)));
    return new Set(own.map((ends) => JSON.stringify(ends))).size;
  }

  /** How much larger shapes are drawn than planned. */
  get growth() {
    return this.#growth;
  }

  /** What changed, by the ids of the lines drawn for it: of several ties of a line, the first that tells. */
  get marks() {
    return this.#marks;
  }

  /** @param {ReadonlyMap<string, import("../lines/marks.mjs").Mark>} marks  by the ids of edges */
  set marks(marks) {
    const drawn = [...marks].map(([id, mark]) => /** @type {const} */ ([this.#standsFor.get(id) ?? id, mark]));
    this.#marks = new Map(drawn.toReversed());
  }

  /** @param {import("../layouts/folding.mjs").Folding | undefined} folding */
  fold(folding) {
    this.#folding = folding;
    const pairs = [...(folding?.members ?? [])];
    this.#standsFor = new Map(pairs.flatMap(([id, members]) => members.map((member) => [member.id, id])));
  }

  /**
   * The line that is drawn for a tie: its own, or that of its pair.
   * @param {string} id
   * @returns {GraphEdge | undefined}
   */
  lineFor(id) {
    const drawn = this.#standsFor.get(id) ?? id;
    return this.#folding?.lines.get(drawn) ?? this.model.edges.get(drawn);
  }

  /**
   * How many facts a line stands for besides its own.
   * @param {GraphEdge} edge
   */
  besides({ id, fact }) {
    const facts = new Set((this.#folding?.members.get(id) ?? []).map((member) => member.fact));
    facts.delete(fact);
    return facts.size;
  }

  /**
   * Whether a line stands for any of some ties.
   * @param {string} id
   * @param {ReadonlySet<string>} ids
   */
  #isAnyOf(id, ids) {
    return ids.has(id) || (this.#folding?.members.get(id)?.some((member) => ids.has(member.id)) ?? false);
  }

  /** @param {string} id  of a node or an edge */
  isMarked(id) {
    return (this.focus !== null && this.#isAnyOf(id, this.focus.chosen)) || this.hovered === id;
  }

  /** @param {string} id */
  isNodeFaded(id) {
    return this.focus !== null && !this.focus.nodes.has(id) && !this.#joined.has(id);
  }

  /** @param {string} id */
  isEdgeFaded(id) {
    return this.focus !== null && !this.#isAnyOf(id, this.focus.edges);
  }

  /** Edges that are shown, in the order of the data. */
  get edges() {
    const own = this.model.data.edges.filter(({ id }) => this.shown.edges.has(id));
    return this.#folding ? [...own, ...this.#folding.lines.values()] : own;
  }

  /**
   * How an edge is drawn now: pale where it only may hold, nearly gone out of focus, wider where it is marked.
   * @param {GraphEdge} edge
   * @returns {EdgeLook}
   */
  look(edge) {
    const { id } = edge;
    const plain = this.#looks.get(id) ?? this.#plainLook(edge);
    this.#looks.set(id, plain);
    const [isMaybe, isFaded, isMarked] = [this.shown.maybe.has(id), this.isEdgeFaded(id), this.isMarked(id)];
    let known = this.#drawnLooks.get(plain);
    if (!known) this.#drawnLooks.set(plain, (known = []));
    const number = Number(isMaybe) + 2 * Number(isFaded) + 4 * Number(isMarked);
    return (known[number] ??= this.#drawnLook(plain, { isMaybe, isFaded, isMarked }));
  }

  /** @param {GraphEdge} edge */
  #plainLook(edge) {
    const kind = `${edge.ladder} ${edge.tier} ${edge.rung} ${edge.relation} ${edge.effect} ${edge.origin} ${edge.symmetric}`;
    const look = this.#alike.get(kind) ?? edgeLook(edge, this.model.data.terms, this.palette);
    this.#alike.set(kind, look);
    const bundled = this.model.edges.has(edge.id) ? undefined : this.bundled(edge.id);
    return bundled === undefined ? look : { ...look, width: bundleWidth(bundled) };
  }

  /**
   * @param {EdgeLook} look
   * @param {{isMaybe: boolean, isFaded: boolean, isMarked: boolean}} states
   * @returns {EdgeLook}
   */
  #drawnLook({ width: planned, color, dashes, head }, { isMaybe, isFaded, isMarked }) {
    const width = planned * Math.sqrt(this.#growth) + (isMarked ? CHOSEN : 0);
    const alpha = isFaded ? FADED : isMaybe ? MAYBE_ALPHA : undefined;
    return {
      width,
      color: alpha === undefined ? color : withAlpha(color, alpha),
      dashes,
      head: head && headFor(width),
    };
  }
}
