// The one door to vis-network, and the only module that touches what is private to it: it takes gestures and moves the
// picture. Where nodes stand is kept here, since each that it holds takes it a tenth of a millisecond to make.

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../vis.js").VisNetwork} VisNetwork */
/** @typedef {import("../vis.js").VisNode} VisNode */
/** @typedef {import("../vis.js").VisOptions} VisOptions */

/** @typedef {{x: number, y: number, size: number, hidden: boolean}} Standing  where a node stands and its radius, in pixels of the picture; what is set here is seen in the next frame */

/**
 * @typedef {object} Dragging
 * @property {(id: string | undefined) => void} [began]
 * @property {(id: string) => void} [moving]
 * @property {(id: string | undefined) => void} [ended]
 */

/** @type {VisOptions} */
const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { selectable: false, hover: false, tooltipDelay: 1e9 },
};

/** A network of vis-network that goes by our ids. It knows a single node, which stands for whichever is dragged. */
export class VisNet {
  /** @type {Map<string, Standing>} The last stand above the others. */
  #standing;
  /** @type {string | undefined} Id of the node that is dragged, or was last. */
  #held;
  /** @type {VisNetwork} What vis-network offers to everybody. */
  vis;

  /**
   * @param {HTMLElement} container
   * @param {Model} model
   * @param {(node: GraphNode) => Standing} standing  how each begins
   */
  constructor(container, { data }, standing) {
    this.#standing = new Map(data.nodes.map((node) => [node.id, standing(node)]));
    this.vis = new vis.Network(container, { nodes: [{ id: 0, x: 0, y: 0, hidden: true }], edges: [] }, OPTIONS);
    container.firstElementChild?.removeAttribute("tabindex"); // the stage around it has one, and a name
    this.#lend(this.vis.body.nodes[0]);
  }

  /**
   * Let the node that vis-network knows be the one that the pointer takes: what it moves is that.
   * @param {VisNode | undefined} handle
   */
  #lend(handle) {
    const held = () => this.#standing.get(this.#held ?? "");
    for (const axis of /** @type {("x" | "y")[]} */ (["x", "y"]))
      Object.defineProperty(handle, axis, {
        get: () => held()?.[axis] ?? 0,
        set: (place) => Object.assign(held() ?? {}, { [axis]: place }),
      });
    this.vis.selectionHandler.getNodeAt = (point) => {
      this.#held = this.#uppermost(this.vis.DOMtoCanvas(point));
      return this.#held === undefined ? undefined : handle;
    };
  }

  /**
   * The id of the uppermost node that a pointer touches.
   * @param {{x: number, y: number}} spot
   */
  #uppermost(spot) {
    let found;
    for (const [id, { x, y, size, hidden }] of this.#standing)
      if (!hidden && Math.hypot(spot.x - x, spot.y - y) <= size) found = id;
    return found;
  }

  /**
   * Where a node stands.
   * @param {string} id
   */
  node(id) {
    return this.#standing.get(id);
  }

  /**
   * Set a node somewhere else.
   * @param {string} id
   * @param {readonly [number, number]} place
   */
  move(id, [x, y]) {
    const standing = this.node(id);
    if (standing) Object.assign(standing, { x, y });
  }

  /**
   * Draw a node larger or smaller.
   * @param {string} id
   * @param {number} size
   */
  resize(id, size) {
    const standing = this.node(id);
    if (standing) standing.size = size;
  }

  /** Ask for a new frame; however often it is asked, one comes. */
  redraw() {
    this.vis.body.emitter.emit("_requestRedraw");
  }

  /** @param {boolean} may  whether dragging moves the node under the pointer, and not the picture */
  letNodesMove(may) {
    this.vis.interactionHandler.options.dragNodes = may;
  }

  /**
   * Listen to dragging, each time with the id of the node that is dragged; undefined for the picture itself.
   * @param {Dragging} listener
   */
  onDrag({ began, moving, ended }) {
    const idOf = (/** @type {{nodes: number[]}} */ { nodes }) => (nodes.length ? this.#held : undefined);
    /** @type {string | undefined} */
    let moved;
    this.vis.on("dragStart", (event) => began?.(idOf(event)));
    this.vis.on("dragging", (event) => {
      moved = idOf(event);
      if (moved !== undefined) moving?.(moved);
    });
    this.vis.on("dragEnd", () => {
      ended?.(moved);
      moved = undefined;
    });
  }
}
