// What vis-network holds of the model, and the only module that touches what is private to vis-network.

/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("../data/data.mjs").Model} Model */
/** @typedef {import("../vis.js").VisNetwork} VisNetwork */
/** @typedef {import("../vis.js").VisOptions} VisOptions */

/**
 * @typedef {object} Making  how nodes are told to vis-network, which knows of no edge
 * @property {(node: GraphNode) => object} node
 * @property {(pen: CanvasRenderingContext2D, node: GraphNode, x: number, y: number) => (() => void) | null} draw  what draws a node; null: nothing need
 */

/**
 * @typedef {object} Dragging
 * @property {(id: string | undefined) => void} [began]
 * @property {(id: string) => void} [moving]
 * @property {(id: string | undefined) => void} [ended]
 */

/** A network of vis-network that goes by our ids; vis-network itself knows numbers only, which no id can trip. */
export class VisNet {
  #data;
  /** @type {Map<string, number>} */
  #numbers;
  /** @type {VisNetwork} What vis-network offers to everybody. */
  vis;

  /**
   * @param {HTMLElement} container
   * @param {Model} model
   * @param {Making} making
   */
  constructor(container, { data }, { node, draw }) {
    this.#data = data;
    this.#numbers = new Map(data.nodes.map(({ id }, number) => [id, number]));
    const nodes = data.nodes.map((one, id) => ({ id, ...node(one) }));
    this.vis = new vis.Network(container, { nodes, edges: [] }, this.#options(draw));
    container.firstElementChild?.removeAttribute("tabindex"); // the stage around it has one, and a name
    for (const { id } of data.nodes) this.node(id)?.updateBoundingBox();
  }

  /**
   * @param {Making["draw"]} draw
   * @returns {VisOptions}
   */
  #options(draw) {
    return {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { selectable: false, hover: false, tooltipDelay: 1e9 },
      nodes: {
        shape: "custom",
        chosen: false,
        ctxRenderer: ({ ctx, id, x, y }) => {
          const node = this.#data.nodes[id];
          const drawNode = node ? draw(ctx, node, x, y) : null;
          return drawNode ? { drawNode } : {};
        },
      },
    };
  }

  /**
   * A node as vis-network holds it: what is set there is seen in the next frame.
   * @param {string} id
   */
  node(id) {
    return this.vis.body.nodes[this.#numbers.get(id) ?? -1];
  }

  /**
   * Set a node somewhere else.
   * @param {string} id
   * @param {readonly [number, number]} place
   */
  move(id, [x, y]) {
    const drawn = this.node(id);
    if (!drawn) return;
    [drawn.x, drawn.y] = [x, y];
    drawn.updateBoundingBox();
  }

  /**
   * Draw a node larger or smaller.
   * @param {string} id
   * @param {number} radius
   */
  resize(id, radius) {
    const drawn = this.node(id);
    if (!drawn) return;
    drawn.options.size = radius;
    drawn.updateBoundingBox();
  }

  /** Have what was hidden or shown counted anew. */
  recount() {
    this.vis._updateVisibleIndices();
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
    const idOf = (/** @type {{nodes: number[]}} */ { nodes: [number = -1] }) => this.#data.nodes[number]?.id;
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
