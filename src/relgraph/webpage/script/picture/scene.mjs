// What the picture shows, and how each node and tie looks now: in focus or out of it, pointed at, certain or maybe so.

import { FADED, MAYBE_ALPHA, edgeLook, headFor, nodeRadius, withAlpha } from "../looks/looks.mjs";

/** @typedef {import("../layouts/arrangement.mjs").Arrangement} Arrangement */
/** @typedef {import("../looks/looks.mjs").EdgeLook} EdgeLook */
/** @typedef {import("../filter/focus.mjs").Focus} Focus */
/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../looks/looks.mjs").Palette} Palette */
/** @typedef {import("../filter/filters.mjs").Shown} Shown */

const CHOSEN = 1.5; // pixels that a chosen edge is wider
const DISTINCT = 0.72; // zoom at which shapes are as large as on paper; fitted from farther away, they are drawn larger
const LARGEST = 1.7; // but at most so much
const SMALLEST = 0.2; // and on a map, looked at closely, smaller: places near each other come apart
const FEW = 60; // shapes on a map beyond which they grow less, so that the land is seen between them
const CROWDED = 0.5; // but at least so much
const STEPS_OF_GROWTH = 20; // in which shapes grow by one

/** Knows nothing of canvas or browser: it only answers how things look. */
export class Scene {
  /** @type {Focus | null} What stands out while the rest is faded; null for nothing. */
  focus = null;
  /** @type {string | null} Id of the node or edge that the pointer rests on. */
  hovered = null;
  /** @type {Arrangement["backdrop"]} */
  backdrop = null;
  /** @type {Arrangement["routes"]} The ways of edges that do not go straight. */
  routes = undefined;
  /** @type {Map<string, EdgeLook>} */
  #looks;
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
    this.#looks = this.#readLooks();
    this.#radii = new Map(model.data.nodes.map((node) => [node.id, nodeRadius(node, model)]));
  }

  /** @param {Palette} palette */
  recolour(palette) {
    this.palette = palette;
    this.#looks = this.#readLooks();
    this.#drawnLooks.clear();
  }

  /** Edges of one kind share one look, so that it is worked out once, and they are drawn together. */
  #readLooks() {
    const { edges, terms } = this.model.data;
    /** @type {Map<string, EdgeLook>} */
    const alike = new Map();
    return new Map(
      edges.map((edge) => {
        const kind = `${edge.ladder} ${edge.tier} ${edge.rung} ${edge.relation} ${edge.effect} ${edge.origin} ${edge.symmetric}`;
        const look = alike.get(kind) ?? edgeLook(edge, terms, this.palette);
        alike.set(kind, look);
        return [edge.id, look];
      }),
    );
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
    return (this.#radii.get(id) ?? 0) * this.#growth;
  }

  /** @param {string} id  of a node or an edge */
  isMarked(id) {
    return this.focus?.chosen.has(id) === true || this.hovered === id;
  }

  /** @param {string} id */
  isNodeFaded(id) {
    return this.focus?.nodes.has(id) === false;
  }

  /** @param {string} id */
  isEdgeFaded(id) {
    return this.focus?.edges.has(id) === false;
  }

  /** Edges that are shown, in the order of the data. */
  get edges() {
    return this.model.data.edges.filter(({ id }) => this.shown.edges.has(id));
  }

  /**
   * How an edge is drawn now: pale where it only may hold, nearly gone out of focus, wider where it is marked.
   * @param {GraphEdge} edge
   * @returns {EdgeLook}
   */
  look({ id }) {
    const plain = /** @type {EdgeLook} */ (this.#looks.get(id));
    const [isMaybe, isFaded, isMarked] = [this.shown.maybe.has(id), this.isEdgeFaded(id), this.isMarked(id)];
    let known = this.#drawnLooks.get(plain);
    if (!known) this.#drawnLooks.set(plain, (known = []));
    const number = Number(isMaybe) + 2 * Number(isFaded) + 4 * Number(isMarked);
    return (known[number] ??= this.#drawnLook(plain, { isMaybe, isFaded, isMarked }));
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
