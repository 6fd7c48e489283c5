// Moving nodes: with the pointer, by keys, or because the reader pinned them.

/** @typedef {import("./picture.mjs").Parts} Parts */
/** @typedef {import("../state/hand.mjs").Place} Place */
/** @typedef {import("./hits.mjs").Spot} Spot */

/** Moves the nodes of a picture. */
export class Moves {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.net.onDrag({ moving: (id) => this.#follow(id) });
  }

  /** Whether nodes may be moved: in the ladder and on the map their places mean something. */
  get areFree() {
    return this.#parts.places.areFree;
  }

  /** @param {boolean} may  whether dragging moves the node under the pointer, where nodes may be moved, and not the picture */
  let(may) {
    this.#parts.net.letNodesMove(may && this.areFree);
  }

  /**
   * Put nodes where the reader wants them; those pinned no more go back to their own places.
   * @param {ReadonlyMap<string, Place>} pinned
   */
  pin(pinned) {
    const { scene, places, net, lines, again } = this.#parts;
    const touched = places.pin(pinned);
    for (const id of touched) {
      const node = scene.model.nodes.get(id);
      if (node) net.move(id, places.of(node));
    }
    lines.renew();
    again();
  }

  /**
   * Where a node that may be moved stands now, whichever way the picture lies.
   * @param {string} id
   * @returns {Place | undefined}
   */
  where(id) {
    const drawn = this.#parts.net.node(id);
    return drawn && this.areFree ? this.#parts.places.upright(drawn) : undefined;
  }

  /**
   * Where a node is drawn, in pixels of the picture.
   * @param {string} id
   * @returns {Spot | undefined}
   */
  spotOf(id) {
    const drawn = this.#parts.net.node(id);
    return drawn && { x: drawn.x, y: drawn.y };
  }

  /**
   * Move a node by pixels of the screen; it stays there until places are given out anew.
   * @param {string} id
   * @param {number} right
   * @param {number} down
   * @returns {Place | undefined}  where it stands then
   */
  shift(id, right, down) {
    const { net } = this.#parts;
    const drawn = net.node(id);
    if (!drawn || !this.areFree) return undefined;
    const scale = net.vis.getScale();
    net.move(id, [drawn.x + right / scale, drawn.y + down / scale]);
    this.#follow(id);
    net.redraw();
    return this.where(id);
  }

  /** @param {string} id  of a node on the move */
  #follow(id) {
    this.#parts.renderer.forget();
    this.#parts.lines.follow(id);
  }

  /** @param {(id: string, place: Place) => void} listener  called when a node was dragged somewhere */
  onMoved(listener) {
    const ended = (/** @type {string | undefined} */ id) => {
      const place = id === undefined ? undefined : this.where(id);
      if (id !== undefined && place) listener(id, place);
    };
    this.#parts.net.onDrag({ ended });
  }

  /** @param {import("./visnet.mjs").Dragging} listener */
  onDrag(listener) {
    this.#parts.net.onDrag(listener);
  }
}
