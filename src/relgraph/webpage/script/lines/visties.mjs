// The ties of a network that is not large: vis-network draws them, each at every frame.

import { curve, offsets } from "./bends.mjs";

/** @typedef {import("../data/data.mjs").GraphEdge} GraphEdge */
/** @typedef {import("../picture/places.mjs").Places} Places */
/** @typedef {import("../picture/scene.mjs").Scene} Scene */
/** @typedef {import("../vis.js").VisEdge} VisEdge */

/**
 * @typedef {object} DrawnTies  the ties of the picture, whoever draws them
 * @property {() => void} show  others are shown, or they lie elsewhere
 * @property {() => void} colour  they look otherwise: focus, palette, certainty or width
 * @property {(ids: Iterable<string>) => void} mark  these stand out now, or no more
 * @property {(id: string) => void} follow  a node is on the move
 * @property {(ids: Iterable<string>) => void} settle  nodes stand elsewhere
 * @property {(x: number, y: number, reach: number) => GraphEdge | undefined} near  the one nearest to a spot of the picture
 * @property {boolean} isComplete  whether all are drawn that are to be seen
 * @property {boolean} isCarried  whether a picture kept from before is moved, and nothing need be drawn
 * @property {(pen: CanvasRenderingContext2D) => void} [draw]  puts them into a frame, beneath all else
 * @property {(pen: CanvasRenderingContext2D) => void} [keep]  keeps a frame in which all is drawn, to be moved
 * @property {(listener: (moving: boolean) => void) => void} [onMoving]  tells when a picture begins to be moved that way, and when it stands again
 */

/**
 * Keeps the edges of vis-network in line with a scene.
 * @implements {DrawnTies}
 */
export class VisTies {
  #scene;
  #places;
  #drawn;
  /** @type {Set<string>} Edges that were ever curved. */
  #curved = new Set();

  /**
   * @param {Scene} scene
   * @param {Places} places
   * @param {(id: string) => VisEdge | undefined} drawn  an edge as vis-network holds it, once it does
   */
  constructor(scene, places, drawn) {
    this.#scene = scene;
    this.#places = places;
    this.#drawn = drawn;
  }

  // Whoever draws at every frame has nothing left to draw, and nothing to carry along.
  isComplete = true;
  isCarried = false;

  /**
   * How edges are told to vis-network at first.
   * @returns {(edge: GraphEdge) => object}
   */
  making() {
    const bends = offsets(this.#scene.edges);
    this.#curved = new Set(bends.keys());
    return (edge) => {
      const { width, dashes, arrow } = this.#scene.look(edge);
      const hidden = !this.#scene.shown.edges.has(edge.id);
      const made = { width, color: this.#colour(edge), dashes, hidden, arrows: { to: { enabled: arrow } } };
      return bends.has(edge.id) ? { ...made, smooth: this.#curve(edge, bends) } : made;
    };
  }

  show() {
    const bends = offsets(this.#scene.edges);
    for (const edge of this.#scene.model.data.edges) {
      const drawn = this.#drawn(edge.id);
      if (!drawn) continue;
      drawn.options.hidden = !this.#scene.shown.edges.has(edge.id);
      const isStraight = !this.#curved.has(edge.id) && !bends.has(edge.id);
      if (!isStraight && !drawn.options.hidden) drawn.setOptions({ smooth: this.#curve(edge, bends) });
    }
    this.#curved = new Set([...this.#curved, ...bends.keys()]);
  }

  colour() {
    for (const edge of this.#scene.model.data.edges) {
      const drawn = this.#drawn(edge.id);
      if (!drawn) continue;
      drawn.options.color = this.#colour(edge);
      drawn.options.width = this.#scene.look(edge).width;
    }
  }

  /** @param {Iterable<string>} ids */
  mark(ids) {
    for (const id of ids) {
      const [drawn, edge] = [this.#drawn(id), this.#scene.model.edges.get(id)];
      if (drawn && edge) drawn.options.width = this.#scene.look(edge).width;
    }
  }

  /** Edges follow a node by themselves. */
  follow() {}

  /**
   * Bend the edges at nodes that moved as far as before.
   * @param {Iterable<string>} ids
   */
  settle(ids) {
    const bends = offsets(this.#scene.edges);
    for (const edge of [...ids].flatMap((id) => this.#scene.model.at.get(id) ?? [])) {
      if (this.#curved.has(edge.id)) this.#drawn(edge.id)?.setOptions({ smooth: this.#curve(edge, bends) });
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   */
  near(x, y, reach) {
    /** @type {{edge?: GraphEdge, distance: number}} */
    let best = { distance: reach };
    for (const id of this.#scene.shown.edges) {
      const drawn = this.#drawn(id);
      if (!drawn) continue;
      const { from, to } = drawn;
      const distance = drawn.edgeType.getDistanceToEdge(from.x, from.y, to.x, to.y, x, y);
      if (distance < best.distance) best = { edge: this.#scene.model.edges.get(id), distance };
    }
    return best.edge;
  }

  /** @param {GraphEdge} edge */
  #colour(edge) {
    return { color: this.#scene.colour(edge), inherit: /** @type {const} */ (false), opacity: 1 };
  }

  /**
   * @param {GraphEdge} edge
   * @param {Map<string, number>} bends
   */
  #curve(edge, bends) {
    const [from, to] = [edge.from, edge.to].map((end) => this.#scene.model.nodes.get(end));
    const [[x1, y1], [x2, y2]] =
      from && to
        ? [this.#places.of(from), this.#places.of(to)]
        : [
            [0, 0],
            [0, 0],
          ];
    return curve(edge, bends.get(edge.id) ?? 0, Math.hypot(x2 - x1, y2 - y1));
  }
}
