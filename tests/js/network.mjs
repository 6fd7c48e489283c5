// A stand-in for vis-network: it holds what it is told, and draws nothing.

/** A node that remembers for where it would be drawn. */
class Node {
  constructor({ id, x, y, ...options }) {
    Object.assign(this, { id, x, y, options, box: undefined });
  }

  updateBoundingBox() {
    this.box = { x: this.x, y: this.y, size: this.options.size };
  }
}

/** An edge that is straight to the pointer. */
class Edge {
  edgeType = {
    getDistanceToEdge: (x1, y1, x2, y2, x, y) =>
      x > Math.min(x1, x2) && x < Math.max(x1, x2) ? Math.abs(y - y1) : Infinity,
  };

  constructor({ from, to, ...options }, nodes) {
    Object.assign(this, { from: nodes[from], to: nodes[to], options });
  }

  setOptions(options) {
    Object.assign(this.options, options);
  }
}

export class FakeNetwork {
  #listeners = [];

  constructor(_, { nodes, edges }, options) {
    const held = nodes.map((node) => new Node(node));
    this.body = { nodes: held, edges: edges.map((edge) => new Edge(edge, held)), emitter: { emit: () => {} } };
    this.interactionHandler = { options: {} };
    this.paint = (id) => options.nodes.ctxRenderer({ ctx: {}, id: ["vn", "nz", "ke"].indexOf(id), x: 0, y: 0 });
  }

  on(event, listener) {
    this.#listeners.push({ event, listener });
  }

  emit(event, what) {
    for (const { listener } of this.#listeners.filter((one) => one.event === event)) listener(what);
  }

  getScale() {
    return 0.5;
  }
}
